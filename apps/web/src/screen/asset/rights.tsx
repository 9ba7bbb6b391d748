import { plainWords, sayLayer, sayList } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { askAt, chainAt } from "../../shell/address.js";
import type { AssetSheet } from "./sheet.js";

type Layer = Parameters<typeof sayLayer>[0];
type Holding = AssetSheet["title"][number];

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/** Who has the right, since when, from whom. */
function Holder({ record: { to, from, how, on, in: places, share, evidence } }: { readonly record: Holding }) {
  const parts = [plainWords(how), ...(from === null ? [] : [`from ${from}`]), ...(on === null ? [] : [on]), ...(share === 1 ? [] : [percent(share)]), ...(places.length === 0 ? [] : [places.join(", ")])];
  return <li><bdi>{to}</bdi> <span className="soft small"><bdi>{parts.join(", ")}</bdi>{evidence !== null && <> · <bdi>{evidence}</bdi></>}</span></li>;
}

const nothing = <span className="soft">nothing recorded</span>;

/** Right by right: who holds it, who claims it, and which answers asked of it. */
export function Rights({ sheet: { title, claims, answers } }: { readonly sheet: AssetSheet }) {
  const layers = [...new Set([...title, ...claims].map(({ layer }) => layer as string).concat(answers.flatMap((each) => each.layers)))].toSorted();
  return (
    <Section id="rights" title="Rights by layer">
      {layers.length === 0 ? <p className="soft">No title and no claim is recorded, and no recorded use has asked of a right in it.</p> : (
        <Table
          label="Rights by layer" rows={layers} keyOf={(layer) => layer}
          columns={[
            { head: "Right", cell: (layer) => sayLayer(layer as Layer) },
            { head: "Held by", cell: (layer) => { const own = title.filter((each) => each.layer === layer); return own.length === 0 ? nothing : <ul className="bare-list">{own.map((record) => <Holder key={JSON.stringify(record)} record={record} />)}</ul>; } },
            { head: "Claimed by", cell: (layer) => { const own = claims.filter((each) => each.layer === layer); return own.length === 0 ? nothing : <ul className="bare-list">{own.map((claim) => <li key={JSON.stringify(claim)}><bdi>{claim.by}</bdi> <span className="soft small">as {plainWords(claim.says)}{claim.settled && ", settled"}</span></li>)}</ul>; } },
            { head: "Asked by", cell: (layer) => { const own = answers.filter((each) => each.layers.includes(layer)); return own.length === 0 ? <span className="soft">no use</span> : <bdi>{sayList(own.map(({ use }) => use))}</bdi>; } },
          ]}
        />
      )}
    </Section>
  );
}

/** What recorded uses come to, and what this asset has to do with it. */
export function Answers({ sheet: { answers, moreAnswers, asset } }: { readonly sheet: AssetSheet }) {
  const workspace = useWorkspace();
  return (
    <Section id="answers" title="In answers" {...(moreAnswers === 0 ? {} : { note: `${answers.length} of ${answers.length + moreAnswers}` })}>
      {answers.length === 0 ? <p className="soft">No recorded use reaches it. A use that nobody recorded can be asked on the screen Ask.</p> : (
        <Table
          label="Uses" rows={answers} keyOf={({ use }) => use}
          columns={[
            { head: "Use", cell: ({ use }) => <Link to={askAt(workspace)} search={{ use }}><bdi>{use}</bdi></Link> },
            { head: "Comes to", cell: ({ decision }) => <Verdict status={decision} /> },
            { head: "For this asset", cell: ({ verdict }) => <Verdict status={verdict} /> },
            { head: "It stands as", cell: ({ roles }) => sayList(roles.map(plainWords)) },
            { head: "Asked of", cell: ({ layers }) => sayList(layers.map((layer) => sayLayer(layer as Layer))) },
            { head: "Chain", cell: ({ use }) => <Link to={chainAt(workspace)} search={{ asset: asset.id, use }}>drawn</Link> },
          ]}
        />
      )}
    </Section>
  );
}
