import { type Outline, type Reason, sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../api/workspace.js";
import { useFirstOf } from "../part/first-of.js";
import { Section } from "../part/heading.js";
import { Table } from "../part/table.js";
import { assetAt } from "../shell/address.js";

/** By thing that was judged, how many there are of its kind. */
export type Standing = ReadonlyMap<string, number>;

export const standingOf = ({ kinds }: Outline): Standing => new Map(kinds.map(({ asset, things }) => [asset, things]));

/** For how many things reasons of one entry stand; null: for none, as those of earlier acts, each of which is judged by itself. */
export function sayStanding(standing: Standing, reasons: readonly Pick<Reason, "asset" | "tense">[]): string | null {
  const assets = new Set(reasons.filter(({ tense }) => tense === "present").map(({ asset }) => asset));
  const kinds = [...assets].flatMap((asset) => standing.get(asset) ?? []);
  const things = kinds.reduce((sum, count) => sum + count, 0);
  if (things === 0) return null;
  if (things === kinds.length) return things === 1 ? "Of this thing alone." : `Of these ${things} things alone.`;
  return `Stands for ${sayCount(things, "thing")}${kinds.length === 1 ? " of one kind" : ` of ${sayCount(kinds.length, "kind")}`}.`;
}

/** Which things stand for others, and for how many; the most first. */
export function StandsFor({ outline: { kinds } }: { readonly outline: Outline }) {
  const workspace = useWorkspace();
  const standing = kinds.filter(({ things }) => things > 1).toSorted((a, b) => b.things - a.things);
  const { shown, more } = useFirstOf(standing);
  if (standing.length === 0) return null;
  return (
    <Section id="stands-for" title="For how many each stands" note={kinds.length === standing.length ? "" : `${sayCount(kinds.length - standing.length, "more kind")} of one thing alone`}>
      <Table
        label="For how many each stands" rows={shown} keyOf={({ asset }) => asset}
        columns={[{ head: "Nearest of its kind", cell: ({ asset }) => <Link to={assetAt(workspace, asset)}><bdi>{asset}</bdi></Link> }, { head: "Things", isNumber: true, cell: ({ things }) => things.toLocaleString("en") }]}
      />
      {more}
    </Section>
  );
}
