import { type Package, sayPoints } from "./use-negotiations.js";

/** One kind of point, by shape and not by color alone. */
type Mark = "zone" | "refused" | "proposal" | "last" | "chosen";
export interface Point {
  readonly mark: Mark;
  readonly worth: readonly [number, number];
}

const markWords: Readonly<Record<Mark, string>> = { zone: "efficient, both would take it", refused: "efficient, one side refuses it", proposal: "proposed", last: "offered last", chosen: "this package" };

const size = { width: 560, height: 360, left: 52, bottom: 44, top: 12, right: 16 } as const;
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom } as const;

/** A scale from below the least to above the most of what is drawn. */
function scaleOf(values: readonly number[], length: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1, (high - low) * 0.06);
  return (value) => ((value - low + room) / (high - low + 2 * room)) * length;
}

/** Round numbers in a range. */
function ticksIn(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 10_000, 100_000].find((each) => (high - low) / each <= 6) ?? 1_000_000;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, index) => (first + index) * step);
}

function Shape({ mark, x, y }: { readonly mark: Mark; readonly x: number; readonly y: number }) {
  if (mark === "zone") return <circle className="zone" cx={x} cy={y} r={4.5} />;
  if (mark === "refused") return <circle className="refused" cx={x} cy={y} r={4} />;
  if (mark === "proposal") return <path className="proposal" d={`M${x} ${y - 9} L${x + 9} ${y} L${x} ${y + 9} L${x - 9} ${y} Z`} />;
  if (mark === "last") return <rect className="last" x={x - 7} y={y - 7} width={14} height={14} />;
  return <path className="chosen" d={`M${x - 9} ${y} H${x + 9} M${x} ${y - 9} V${y + 9}`} />;
}

interface ZoneChartProps {
  readonly points: readonly Point[];
  readonly names: readonly [string, string];
  /** The least that each takes. */
  readonly least: readonly [number, number];
  readonly label: string;
}

/** Packages by what they are worth to both, and from where on each would take them. The same is in the table below. */
export function ZoneChart({ points, names, least, label }: ZoneChartProps) {
  const [first, second] = ([0, 1] as const).map((side) => [least[side], ...points.map(({ worth }) => worth[side])]);
  const [along, up] = [scaleOf(first!, inner.width), scaleOf(second!, inner.height)];
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [size.left + along(x), size.top + inner.height - up(y)];
  const [leastX, leastY] = at(least);
  return (
    <figure className="zone-chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <rect className="zone-ground" x={leastX} y={size.top} width={size.width - size.right - leastX} height={leastY - size.top} />
        <path className="axis" d={`M${size.left} ${size.top} V${size.height - size.bottom} H${size.width - size.right}`} />
        {ticksIn(first!).map((tick) => <g key={tick}><path className="axis" d={`M${at([tick, 0])[0]} ${size.height - size.bottom} v4`} /><text x={at([tick, 0])[0]} y={size.height - size.bottom + 16} textAnchor="middle">{tick}</text></g>)}
        {ticksIn(second!).map((tick) => <g key={tick}><path className="axis" d={`M${size.left - 4} ${at([0, tick])[1]} h4`} /><text x={size.left - 7} y={at([0, tick])[1] + 4} textAnchor="end">{tick}</text></g>)}
        <path className="least" d={`M${leastX} ${size.top} V${size.height - size.bottom} M${size.left} ${leastY} H${size.width - size.right}`} />
        <text x={size.left + inner.width / 2} y={size.height - 6} textAnchor="middle">{`worth to ${names[0]}`}</text>
        <text x={14} y={size.top + inner.height / 2} textAnchor="middle" transform={`rotate(-90 14 ${size.top + inner.height / 2})`}>{`worth to ${names[1]}`}</text>
        {points.map(({ mark, worth }) => <Shape key={`${mark} ${worth.join(" ")}`} mark={mark} x={at(worth)[0]} y={at(worth)[1]} />)}
      </svg>
      <figcaption className="small">
        {(Object.keys(markWords) as Mark[]).filter((mark) => points.some((point) => point.mark === mark)).map((mark) => <span key={mark}><svg viewBox="0 0 22 22" width={18} height={18} aria-hidden="true"><Shape mark={mark} x={11} y={11} /></svg> {markWords[mark]}</span>)}
        <span>dashed: the least that each takes ({names[0]} {sayPoints(least[0])}, {names[1]} {sayPoints(least[1])})</span>
      </figcaption>
    </figure>
  );
}

const pair = ({ worth }: Package): readonly [number, number] => [worth[0]!, worth[1]!];

/** What is drawn of an answer, each worth once in each shape. */
export function pointsOf({ efficient, proposal, last, from }: { readonly efficient: readonly Package[]; readonly proposal: Package | null; readonly last: Package | null; readonly from: Package }): readonly Point[] {
  const all: readonly Point[] = [...efficient.map((each): Point => ({ mark: each.refusedBy.length === 0 ? "zone" : "refused", worth: pair(each) })), ...(last === null ? [] : [{ mark: "last" as const, worth: pair(last) }]), ...(proposal === null ? [] : [{ mark: "proposal" as const, worth: pair(proposal) }]), { mark: "chosen", worth: pair(from) }];
  return [...new Map(all.map((point) => [`${point.mark} ${point.worth.join(" ")}`, point])).values()];
}
