import { plainWords, sayLayer, sayList } from "@cleartitle/engine";
import { AssetLink } from "../../part/asset-link.js";
import { sayDays } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { Under } from "../../part/under.js";
import type { Drawn, Thing } from "./drawn.js";
import { SideControl, type Steering } from "./side-control.js";

/** Rows that are shown at once; of more, the rest by a click each time. */
export const rowsAtOnce = 200;

const lit = <span className="lit-mark"><span aria-hidden="true">◆ </span>on the way</span>;

const rolesOf = ({ node: { verdict } }: Thing): string => (verdict === null ? "" : [sayList(verdict.roles.map(plainWords)), sayList(verdict.layers.map((layer) => sayLayer(layer as Parameters<typeof sayLayer>[0])))].filter((each) => each !== "").join("; "));

/** Everything that the drawing has, with the same ways to open and close, as rows. */
export function ChainTable({ drawn: { things, lines }, center, steering, most, more }: { readonly drawn: Drawn; readonly center: string; readonly steering: Steering; readonly most: number; readonly more: () => void }) {
  const isWay = lines.some(({ isLit }) => isLit);
  const isMore = things.length > most || lines.length > most;
  return (
    <>
      <Section id="things" title="Things" note={things.length > most ? `${most} of ${things.length}` : things.length}>
        <Table
          label="Things of the chain" rows={things.slice(0, most)} keyOf={({ node }) => node.id}
          columns={[
            { head: "Asset", cell: ({ node }) => <>{node.id === center ? <b><AssetLink id={node.id} /></b> : <AssetLink id={node.id} />}{node.version !== null && <Under><bdi>{node.version}</bdi></Under>}</> },
            { head: "Kind", cell: ({ node }) => (node.placeholder ? `${node.kind}, only named` : node.kind) },
            { head: "In the answer", cell: (thing) => (thing.node.verdict === null ? <span className="soft">no part</span> : <><Verdict status={thing.node.verdict.decision} /><Under>{rolesOf(thing)}</Under></>) },
            { head: "Made of", cell: (thing) => <SideControl thing={thing} side="sources" steering={steering} /> },
            { head: "Became", cell: (thing) => <SideControl thing={thing} side="results" steering={steering} /> },
            ...(isWay ? [{ head: "Way", cell: ({ isLit }: Thing) => isLit && lit }] : []),
            { head: "Begin", cell: ({ node }) => node.id !== center && <button type="button" className="bare" aria-label={`Begin at ${node.id}`} onClick={() => steering.center(node.id)}>here</button> },
          ]}
        />
      </Section>
      {lines.length > 0 && (
        <Section id="steps" title="Steps" note={lines.length > most ? `${most} of ${lines.length}` : lines.length}>
          <Table
            label="Steps of the chain" rows={lines.slice(0, most)} keyOf={({ key }) => key}
            columns={[
              { head: "From", cell: ({ from }) => <AssetLink id={from} /> },
              { head: "By", cell: ({ by, derivation }) => <>{plainWords(by)}<Under><bdi>{derivation}</bdi></Under></> },
              { head: "To", cell: ({ to }) => <AssetLink id={to} /> },
              { head: "Who", cell: ({ who }) => <bdi>{who}</bdi> },
              { head: "When", cell: ({ days: [from, to] }) => sayDays(from, to) },
              ...(isWay ? [{ head: "Way", cell: ({ isLit }: Drawn["lines"][number]) => isLit && lit }] : []),
            ]}
          />
        </Section>
      )}
      {isMore && <p><button type="button" onClick={more}>Show more rows</button></p>}
    </>
  );
}
