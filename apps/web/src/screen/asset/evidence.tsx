import { plainWords } from "@cleartitle/engine";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { Under } from "../../part/under.js";
import type { AssetSheet } from "./sheet.js";

interface Piece {
  readonly what: string;
  readonly says: string;
  readonly when: string | null;
  readonly sha256: string | null;
}

/** All that can be looked at: how copies were got, what was observed, who accepted what, and the sources of what is said. */
function piecesOf({ asset, observations, agreements, matters, title }: AssetSheet): readonly Piece[] {
  const sources = new Map<string, Piece>();
  for (const { statement: { source } } of matters.flatMap(({ said }) => said)) {
    if (source !== null && (source.locator !== null || source.sha256 !== null)) sources.set(JSON.stringify([source.system, source.locator, source.sha256]), { what: "source", says: [source.system, ...(source.locator === null ? [] : [source.locator])].join(": "), when: source.retrieved, sha256: source.sha256 });
  }
  return [
    ...asset.acquired.map(({ id, who, how, on, in: place }): Piece => ({ what: "copy", says: [`${who} got ${id === undefined ? "it" : `the copy ${id}`}`, ...(how === null ? [] : [`by ${plainWords(how)}`]), ...(place === null ? [] : [`in ${place}`])].join(" "), when: on, sha256: null })),
    ...observations.map(({ mechanism, value, form, at, sha256 }): Piece => ({ what: "observation", says: `${plainWords(mechanism)}: ${value} (${plainWords(form)})`, when: at, sha256 })),
    ...agreements.flatMap(({ instrument, acceptances }) => acceptances.map(({ party, on, version, evidence }): Piece => ({ what: "acceptance", says: `${party} accepted ${instrument}${version === null ? "" : ` of ${version}`}${evidence === null ? "" : `: ${evidence}`}`, when: on, sha256: null }))),
    ...title.flatMap(({ evidence, to, on }): readonly Piece[] => (evidence === null ? [] : [{ what: "title", says: `${to}: ${evidence}`, when: on, sha256: null }])),
    ...sources.values(),
  ];
}

export function Evidence({ sheet }: { readonly sheet: AssetSheet }) {
  const workspace = useWorkspace();
  const pieces = piecesOf(sheet);
  return (
    <Section id="evidence" title="Evidence" {...(sheet.asset.digest === null ? {} : { note: <>bytes: <code>{sheet.asset.digest}</code></> })}>
      {pieces.length === 0 ? <p className="soft">No source, copy, observation or acceptance is recorded of it.</p> : (
        <Table
          label="Evidence" rows={pieces} keyOf={(piece) => JSON.stringify(piece)}
          columns={[
            { head: "What", cell: ({ what }) => what },
            { head: "Says", cell: ({ says }) => <bdi>{says}</bdi> },
            { head: "When", cell: ({ when }) => (when === null ? <span className="soft">not recorded</span> : instant(when)) },
            { head: "File", cell: ({ sha256 }) => (sha256 === null ? <span className="soft">none kept</span> : <a href={`/api/v1/workspaces/${encodeURIComponent(workspace)}/evidence/${encodeURIComponent(sha256)}`}><code>{sha256.slice(0, 12)}…</code></a>) },
          ]}
        />
      )}
      {sheet.agreements.length > 0 && <p>Covered by <bdi>{sheet.agreements.map(({ instrument }) => instrument).join(", ")}</bdi>.</p>}
    </Section>
  );
}

/** What is wrong with it or worth a look, and how each is settled. */
export function Findings({ sheet: { findings, moreFindings } }: { readonly sheet: AssetSheet }) {
  return (
    <Section id="findings" title="Findings" {...(moreFindings === 0 ? {} : { note: `${findings.length} of ${findings.length + moreFindings}` })}>
      {findings.length === 0 ? <p className="soft">Nothing was found that is wrong or worth a look.</p> : (
        <Table
          label="Findings" rows={findings} keyOf={({ fingerprint }) => fingerprint}
          columns={[
            { head: "Weighs", cell: ({ severity }) => (severity === null ? <span className="soft">in no answer</span> : <Verdict status={severity} />) },
            { head: "Kind", cell: ({ kind }) => plainWords(kind) },
            { head: "What", cell: ({ detail, cite }) => <><bdi>{detail}</bdi>{cite !== null && <Under><bdi>{cite}</bdi></Under>}</> },
            { head: "How to settle it", cell: ({ settle, waiver }) => <>{settle === "" ? <span className="soft">nothing is known to</span> : <bdi>{settle}</bdi>}{waiver !== null && <Under>waived until {waiver.until}: <bdi>{waiver.reason}</bdi></Under>}</> },
          ]}
        />
      )}
    </Section>
  );
}
