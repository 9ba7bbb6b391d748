import { compareQuantity, type Condition, type Truth } from "@cleartitle/norms";
import type { QuantityRecord } from "@cleartitle/title";
import { anchorDate, least } from "./anchor-date.js";
import type { Setting, Spot, Text } from "./setting.js";

type QuantityTest = Extract<Condition, { quantity: string }>;

/** The test of a bounded quantity, compiled. A group is read at the top of its chain of control as of the anchor. */
export function quantityTest(test: QuantityTest, setting: Setting, text: Text): (spot: Spot) => Truth {
  const dateAt = anchorDate(test.at ?? "act", setting, text);
  const within = test.atMost !== undefined || test.below !== undefined;
  return (spot) => {
    const date = dateAt(spot);
    const records = recordsAt(test, setting, spot, date).filter((r) => r.quantity === test.quantity);
    if (test.sticky === true && wasCrossed(test, setting, text, spot, date)) return within ? "false" : "true";
    const holding = records.filter(({ during: { from, to } }) => (date === null ? from === null && to === null : (from === null || from <= date) && (to === null || date <= to)));
    return holding.length === 0 ? "unknown" : compareQuantity(narrowest(holding), test);
  };
}

/** Bounds on the same quantity narrow each other. */
function narrowest(records: readonly QuantityRecord[]): QuantityRecord {
  const bounds = (key: "atLeast" | "atMost"): number[] => records.map((r) => r[key]).filter((n) => n !== null);
  const [floors, ceilings] = [bounds("atLeast"), bounds("atMost")];
  return { ...records[0]!, atLeast: floors.length === 0 ? null : Math.max(...floors), atMost: ceilings.length === 0 ? null : Math.min(...ceilings) };
}

function recordsAt(test: QuantityTest, { act, graph, world }: Setting, spot: Spot, date: string | null): readonly QuantityRecord[] {
  if (test.of === "use" || test.of === "act") return act.scale;
  const quantitiesOf = (party: string | null): readonly QuantityRecord[] => world.graph.parties.get(party ?? "")?.quantities ?? [];
  if (test.of === "licensor") return quantitiesOf(world.graph.assets.get(graph.nodes[spot.source]!)?.licensor ?? null);
  const group = quantitiesOf(topOf(world.graph, act.actor, date));
  if (test.of === "group") return group;
  const own = quantitiesOf(act.actor);
  // A bound on the whole group bounds each of its members from above.
  return [...own, ...group.filter((r) => !own.includes(r)).map((r) => ({ ...r, atLeast: null }))];
}

/** The party at the top of the recorded chain of control (least id where several control). */
function topOf(graph: Setting["world"]["graph"], party: string, date: string | null): string {
  const seen = new Set([party]);
  for (let at = party; ;) {
    const above = (graph.parties.get(at)?.controlledBy ?? [])
      .filter(({ during: { from, to } }) => date === null || ((from === null || from <= date) && (to === null || date <= to)))
      .map((c) => c.party).filter((p) => !seen.has(p)).toSorted();
    if (above[0] === undefined) return at;
    at = above[0];
    seen.add(at);
  }
}

function groupOf(graph: Setting["world"]["graph"], party: string, date: string | null): ReadonlySet<string> {
  const top = topOf(graph, party, date);
  const controlled = [...graph.parties.values()].filter((p) => p.controlledBy.length > 0 && topOf(graph, p.id, date) === top);
  return new Set([party, top, ...controlled.map((p) => p.id)]);
}

/** A cap stays crossed by a recorded crossing, or by an amount on record beyond it since the group first had to do with text or thing. */
function wasCrossed(test: QuantityTest, setting: Setting, text: Text, spot: Spot, date: string | null): boolean {
  const { act, world: { graph }, knownAt } = setting;
  const group = groupOf(graph, act.actor, date);
  const source = setting.graph.nodes[spot.source]!;
  const recorded = graph.events.some((e) =>
    e.kind === "crossed" && e.quantity === test.quantity && (e.of === text?.id || e.of === source || group.has(e.of)) &&
    (e.party === null || group.has(e.party)) && e.recordedAt <= knownAt && (date === null || e.on <= date));
  if (recorded) return true;
  const began = beganUnder(setting, text, source, group);
  if (began === null) return false;
  const beyond: Truth = test.atMost !== undefined || test.below !== undefined ? "false" : "true";
  return recordsAt(test, setting, spot, date).some((r) =>
    r.quantity === test.quantity && (date === null || r.during.from === null || r.during.from <= date) && (r.during.to ?? began) >= began && compareQuantity(r, test) === beyond);
}

function beganUnder({ world: { graph } }: Setting, text: Text, source: string, group: ReadonlySet<string>): string | null {
  const accepted = graph.acceptances.filter((a) => a.instrument === text?.id && group.has(a.party)).map((a) => a.on);
  const acquired = (graph.assets.get(source)?.acquired ?? []).filter((a) => group.has(a.who)).map((a) => a.on);
  const made = [...graph.derivations.values()].filter((d) => d.to !== null && (d.from.includes(source) || source.startsWith(`${d.id}~`)) && group.has(d.who)).map((d) => d.during.from);
  return least([...accepted, ...acquired, ...made]);
}
