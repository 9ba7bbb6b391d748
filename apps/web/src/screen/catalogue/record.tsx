import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { isRecordKind, type RecordKind, recordTitleIn } from "../../api/record-kind.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Quote } from "../../part/quote.js";
import { catalogueAt, recordAt } from "../../shell/address.js";
import { CompareWith } from "./compare-with.js";
import { Pivots } from "./pivots.js";
import { Verification } from "./verification.js";
import "./catalogue.css";

type Words = components["schemas"]["CatalogueWords"];

/** One record in words: what it gives, forbids and asks, with the text that says so, and how well that is known. */
export default function CatalogueRecord() {
  const { kind, id = "" } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string };
  if (!isRecordKind(kind)) return <><Heading title="No such kind" /><Empty title="The catalogue has licenses, law and positions"><p>Take one from its lists.</p></Empty></>;
  return <Record kind={kind} id={id} />;
}

function Record({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const { data, error, refetch } = useQuery({ queryKey: queryKey.catalogue(kind, id, "words"), queryFn: async () => answered(api.GET(`/catalogue/${kind}/{id}/words`, { params: { path: { id } } })) });
  if (error !== null) return <><Heading title="Record of the catalogue" /><ProblemBox problem={error} again={() => void refetch()} /></>;
  if (data === undefined) return <Loading what="Reading the record" />;
  return (
    <>
      <Back kind={kind} />
      <Heading title={data.title} lead={<><code>{id}</code> · <Verification verified={data.verified} /> · reviewed {data.reviewed}{data.reviewBy !== null && <>, to be reviewed by {data.reviewBy}</>}</>}>
        {kind === "instruments" && <CompareWith id={id} />}
      </Heading>
      {data.lead.map((line) => <p key={line}>{line}</p>)}
      <Parts sections={data.sections} />
      {kind === "positions" && <><UsedBy ids={data.usedBy} /><Pivots position={id} /></>}
    </>
  );
}

const lists: Readonly<Record<RecordKind, string>> = { instruments: "Licenses and terms", laws: "Law", positions: "Positions" };

function Back({ kind }: { readonly kind: RecordKind }) {
  const workspace = useWorkspace();
  const base = catalogueAt(workspace);
  return <p className="small"><Link to={base} search={kind === "instruments" ? {} : { show: kind }}>{lists[kind]}</Link></p>;
}

/** An address of the web in the words of a source is a link. */
function Detail({ text }: { readonly text: string }) {
  const [, address, rest] = /^(https?:\/\/[^\s)]+)(.*)$/s.exec(text) ?? [];
  return address === undefined ? <>{text}</> : <><a href={address} rel="noreferrer" target="_blank">{address}</a>{rest}</>;
}

/** Goes to the norm that the address names: the browser looked for it before it was there. */
function useNormOfAddress() {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash.startsWith("norm-")) return;
    // A norm that is said with others has no place of its own, and stands where these are.
    const norm = document.getElementById(hash) ?? document.querySelector<HTMLElement>(`[data-norms~="${CSS.escape(hash.slice("norm-".length))}"]`);
    norm?.scrollIntoView({ block: "center" });
    norm?.focus({ preventScroll: true });
  }, [hash]);
}

function Parts({ sections }: { readonly sections: Words["sections"] }) {
  useNormOfAddress();
  return sections.map(({ title, items }, part) => (
    <Section key={title} id={`part-${part}`} title={title}>
      <ul className="said">
        {items.map(({ text, details, quote, ids }, index) => (
          <li key={`${index} ${ids[0] ?? text}`} id={ids.length === 1 ? `norm-${ids[0]}` : undefined} data-norms={ids.join(" ")} data-row="" tabIndex={-1}>
            {/* A law may say the same word twice over: only one id names a place in the page. */}
            <p>{text}{ids.length > 0 && <> <code className="soft">{ids.join(", ")}</code></>}</p>
            {quote !== null && <Quote text={quote} />}
            {details.map((detail, line) => <p key={`${line} ${detail}`} className="soft small"><Detail text={detail} /></p>)}
          </li>
        ))}
      </ul>
    </Section>
  ));
}

function UsedBy({ ids }: { readonly ids: readonly string[] }) {
  const workspace = useWorkspace();
  const names = useNames();
  return (
    <Section id="used-by" title="What turns on it" note={String(ids.length)}>
      {ids.length === 0 ? <p className="soft">No rule and no license names it.</p> : (
        <ul>
          {ids.map((id) => <li key={id}><Link to={recordAt(workspace, names.laws[id] === undefined ? "instruments" : "laws", id)}>{recordTitleIn(names, id)}</Link> <code className="soft">{id}</code></li>)}
        </ul>
      )}
    </Section>
  );
}
