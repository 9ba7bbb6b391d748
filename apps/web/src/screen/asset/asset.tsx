import { plainWords } from "@cleartitle/engine";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { useWorkspace } from "../../api/workspace.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { assetsAt, chainAt } from "../../shell/address.js";
import { Derivations } from "./steps.js";
import { Evidence, Findings } from "./evidence.js";
import { History } from "./history.js";
import { Matters } from "./matters.js";
import { Answers, Rights } from "./rights.js";
import { type AssetSheet, useSheet } from "./sheet.js";
import "./asset.css";

/** What it is, as the records have it. */
function About({ sheet: { asset, license } }: { readonly sheet: AssetSheet }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Kind", asset.placeholder ? `${asset.kind}, only named` : asset.kind], ["Version", asset.version], ["License", license.id ?? plainWords(license.class)], ["Licensor", asset.licensor], ["Source", asset.source], ["Published", asset.published],
    ["Upstream", asset.upstream], ["Modality", asset.modality.length === 0 ? null : asset.modality.join(", ")], ["Parts", asset.parts.length === 0 ? null : asset.parts.map(({ id }) => id).join(", ")],
  ];
  return <dl className="about">{facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>;
}

/** One asset: rights, what is said and who says so, where it comes from, evidence, findings, history. */
export default function Asset() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false });
  const sheet = useSheet(workspace, id);
  return (
    // Keyed by asset: what was begun to be said of one is never said of the next.
    <div className="asset-page" key={id}>
      <Heading title={id}>
        <Link className="button" to={chainAt(workspace)} search={{ asset: id }}>Chain of title</Link>
      </Heading>
      {sheet.isLoading && <Loading what="Reading the asset" />}
      {sheet.error !== null && <><ProblemBox problem={sheet.error} again={() => void sheet.refetch()} /><p><Link to={assetsAt(workspace)}>All assets</Link></p></>}
      {sheet.data !== undefined && (
        <Suspense fallback={<Loading what="Reading the names of the catalogue" />}>
          <About sheet={sheet.data} />
          <Answers sheet={sheet.data} />
          <Matters sheet={sheet.data} />
          <Rights sheet={sheet.data} />
          <Derivations asset={id} />
          <Findings sheet={sheet.data} />
          <Evidence sheet={sheet.data} />
          <History asset={id} />
        </Suspense>
      )}
    </div>
  );
}
