import type { Drawn } from "./drawn.js";
import { layerGap, type Place, type Places, rowGap, thingHeight, thingWidth } from "./measure.js";

/** A step over more layers than these keeps no room free on its way. */
const longestKept = 12;
/** Times that every layer is put in order and in place by those beside it, forth and back. */
const sweeps = 12;

/** What takes room in a layer: a thing, or a step that passes through. */
interface Slot {
  readonly height: number;
  readonly before: Slot[];
  readonly after: Slot[];
  /** Of its middle. */
  y: number;
}

/** Where everything stands: a layer for each step away from the first sources, and in each layer what belongs together near each other. The same drawing has the same places, whatever its size. */
export function layoutOf({ things, lines }: Drawn): Places {
  const ids = things.map(({ node }) => node.id);
  const layers = layersOf(ids, lines);
  const rows = Array.from({ length: Math.max(-1, ...layers.values()) + 1 }, (): Slot[] => []);
  const slot = (layer: number, height: number): Slot => {
    const row = rows[layer]!;
    const made = { height, before: [], after: [], y: row.length * (thingHeight + rowGap) };
    row.push(made);
    return made;
  };
  const slots = new Map(ids.map((id) => [id, slot(layers.get(id)!, thingHeight)]));
  for (const { from, to } of lines) joined(slots.get(from)!, slots.get(to)!, layers.get(from)!, layers.get(to)!, (layer) => slot(layer, 0));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForth = sweep % 2 === 0;
    for (const row of isForth ? rows : rows.toReversed()) put(row, isForth ? "before" : "after");
  }
  return new Map(ids.map((id): [string, Place] => [id, { x: layers.get(id)! * (thingWidth + layerGap), y: Math.round(slots.get(id)!.y - thingHeight / 2) }]));
}

/** Joins two slots by way of one in each layer between them. What leads back, or along its own layer, pulls at nothing. */
function joined(from: Slot, to: Slot, first: number, last: number, passing: (layer: number) => Slot): void {
  if (last <= first) return;
  let near = from;
  for (let layer = first + 1; layer <= last; layer++) {
    if (layer < last && last - first > longestKept) continue;
    const next = layer === last ? to : passing(layer);
    near.after.push(next);
    next.before.push(near);
    near = next;
  }
}

/** Longest way from whatever has no source; of a circle the first goes first. What has no source stands right before what was made of it. */
function layersOf(ids: readonly string[], lines: readonly { readonly from: string; readonly to: string }[]): ReadonlyMap<string, number> {
  const results = new Map(ids.map((id): [string, string[]] => [id, []]));
  const waiting = new Map(ids.map((id) => [id, 0]));
  for (const { from, to } of lines) {
    if (from === to) continue;
    results.get(from)!.push(to);
    waiting.set(to, waiting.get(to)! + 1);
  }
  const sources = ids.filter((id) => waiting.get(id) === 0);
  const ready = [...sources];
  const [layers, earliest] = [new Map<string, number>(), new Map<string, number>()];
  let unseen = 0;
  while (layers.size < ids.length) {
    const id = ready.shift() ?? ids[unseen++]!;
    if (layers.has(id)) continue;
    const layer = earliest.get(id) ?? 0;
    layers.set(id, layer);
    for (const result of results.get(id)!) {
      earliest.set(result, Math.max(earliest.get(result) ?? 0, layer + 1));
      waiting.set(result, waiting.get(result)! - 1);
      if (waiting.get(result) === 0) ready.push(result);
    }
  }
  for (const id of sources) {
    const nearest = Math.min(...results.get(id)!.map((result) => layers.get(result)!));
    if (Number.isFinite(nearest)) layers.set(id, nearest - 1);
  }
  return layers;
}

/** Puts a layer in the order in which those at one side of it stand, each as near to the middle of its own as the others let it. */
function put(row: Slot[], side: "before" | "after"): void {
  const wanted = new Map(row.map((each) => [each, each[side].length === 0 ? each.y : each[side].reduce((sum, { y }) => sum + y, 0) / each[side].length]));
  row.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a.y - b.y);
  // What would overlap stands side by side, around the mean of what its members want.
  const groups: Group[] = [];
  for (const each of row) {
    groups.push({ members: [each], sum: wanted.get(each)! - each.height / 2, length: each.height });
    for (let [above, last] = groups.slice(-2); above !== undefined && last !== undefined && topOf(above) + above.length + rowGap > topOf(last); [above, last] = groups.slice(-2)) {
      const shift = above.length + rowGap;
      above.sum += last.sum - shift * last.members.length;
      above.length = shift + last.length;
      above.members.push(...last.members);
      groups.pop();
    }
  }
  for (const group of groups) {
    let top = topOf(group);
    for (const each of group.members) {
      each.y = top + each.height / 2;
      top += each.height + rowGap;
    }
  }
}

/** Slots right below each other. */
interface Group {
  readonly members: Slot[];
  /** Of the tops that its members want for it. */
  sum: number;
  length: number;
}

const topOf = ({ sum, members }: Group): number => sum / members.length;
