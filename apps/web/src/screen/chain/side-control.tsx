import { AssetLink } from "../../part/asset-link.js";
import type { Thing } from "./drawn.js";
import { mostOfSide, type Opening, openingOf, type Side } from "./opened.js";

/** What opens and closes sides. */
export interface Steering {
  readonly openings: readonly Opening[];
  readonly more: (id: string, side: Side) => void;
  readonly close: (id: string, side: Side) => void;
  readonly center: (id: string) => void;
}

const words: Readonly<Record<Side, string>> = { sources: "made of", results: "became" };

/** How many steps of a side are shown, the next ones, and the way back. */
export function SideControl({ thing: { node, shown }, side, steering }: { readonly thing: Thing; readonly side: Side; readonly steering: Steering }) {
  const total = node[side];
  if (total === 0) return <span className="side soft">{side === "sources" ? "no source" : "no result"}</span>;
  const opening = openingOf(steering.openings, node.id, side);
  const isWhole = shown[side] >= total;
  const isAtEnd = (opening?.shown ?? 0) >= mostOfSide;
  return (
    <span className="side">
      {opening !== undefined && <button type="button" className="nodrag nopan" aria-label={`Close what ${node.id} ${words[side]}`} onClick={() => steering.close(node.id, side)}>−</button>}
      <span><span className="unseen">{words[side]}: </span>{shown[side]} of {total.toLocaleString("en")}</span>
      {!isWhole && (isAtEnd ? <AssetLink id={node.id}>the rest</AssetLink> : <button type="button" className="nodrag nopan" aria-label={`Show more of what ${node.id} ${words[side]}`} onClick={() => steering.more(node.id, side)}>+</button>)}
    </span>
  );
}
