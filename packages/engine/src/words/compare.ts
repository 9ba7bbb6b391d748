import { canonicalJson, type Instrument, type Norm, type Role, roles as allRoles } from "@cleartitle/norms";
import { type Block, type Item, item, section } from "./block.js";
import { sayCondition } from "./condition.js";
import { sayList } from "./list.js";
import { sayRestrictions, type Wording } from "./names.js";
import { sayActions, sayNorm, sayRoles } from "./norm.js";
import { rolesOfNorm, sayCell } from "./record.js";

/** One difference between two texts: whom it is about, what was, what is. */
export interface Change {
  readonly what: "new" | "gone" | "changed";
  /** What a norm is about (`oblige`, …), or a property of the text. */
  readonly about: string;
  readonly whom: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly details: readonly string[];
  readonly cites: readonly string[];
}

const body = (norm: Norm): unknown => (norm as unknown as Record<string, unknown>)[norm.kind];
const notes = new Set(["id", "cite", "quote", "note", "verified"]);

/** What a norm does, without where it is written and what is remarked on it. */
const effect = (norm: Norm): Record<string, unknown> => Object.fromEntries(Object.entries(norm).filter(([key]) => !notes.has(key)));
const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const actionsOf = (norm: Norm): readonly string[] => (body(norm) as { actions?: readonly string[] }).actions ?? norm.when ?? [];

/** How much two norms of one kind speak of the same: the kind of duty, the id, then shared acts and parts. */
function likeness(a: Norm, b: Norm): number {
  if (a.kind !== b.kind) return 0;
  if (a.kind === "oblige" && b.kind === "oblige" && a.oblige.do !== b.oblige.do) return 0;
  if (a.kind === "terminate" && b.kind === "terminate" && a.terminate.on !== b.terminate.on) return 0;
  const shared = actionsOf(a).filter((each) => actionsOf(b).includes(each)).length + rolesOfNorm(a).filter((each) => rolesOfNorm(b).includes(each)).length;
  const always = a.kind === "oblige" || a.kind === "terminate" || actionsOf(a).length === 0;
  return (same(effect(a), effect(b)) ? 1000 : 0) + (a.id === b.id ? 100 : 0) + (always || shared > 0 ? 1 + shared : 0);
}

/** Pairs of norms that answer each other, the likest first; what is left over is new or gone. */
function paired(before: readonly Norm[], after: readonly Norm[]): { readonly pairs: readonly (readonly [Norm, Norm])[]; readonly gone: readonly Norm[]; readonly fresh: readonly Norm[] } {
  const all = before.flatMap((a, i) => after.map((b, j) => ({ a, b, i, j, like: likeness(a, b) }))).filter(({ like }) => like > 0).toSorted((x, y) => y.like - x.like || x.i - y.i || x.j - y.j);
  const [usedA, usedB] = [new Set<Norm>(), new Set<Norm>()];
  const pairs: (readonly [Norm, Norm])[] = [];
  for (const { a, b } of all) {
    if (usedA.has(a) || usedB.has(b)) continue;
    usedA.add(a);
    usedB.add(b);
    pairs.push([a, b]);
  }
  return { pairs: pairs.toSorted(([, a], [, b]) => after.indexOf(a) - after.indexOf(b)), gone: before.filter((each) => !usedA.has(each)), fresh: after.filter((each) => !usedB.has(each)) };
}

const moved = <T extends string>(before: readonly T[], after: readonly T[], say: (list: readonly T[]) => string, what: string): string[] => {
  const [added, dropped] = [after.filter((each) => !before.includes(each)), before.filter((each) => !after.includes(each))];
  return [...(added.length === 0 ? [] : [`now ${what} ${say(added)}`]), ...(dropped.length === 0 ? [] : [`no longer ${what} ${say(dropped)}`])];
};

/** What is different in a norm that both texts have. */
function differences(a: Norm, b: Norm, wording: Wording): string[] {
  const bodies = [a, b].map((norm) => Object.fromEntries(Object.entries(body(norm) as object).filter(([key]) => key !== "actions")));
  const condition = same(a.if, b.if) ? [] : [`condition before: ${a.if === undefined ? "none" : sayCondition(a.if, wording)}`, `condition now: ${b.if === undefined ? "none" : sayCondition(b.if, wording)}`];
  const rest = same(bodies[0], bodies[1]) ? [] : sayNorm(b, wording).details.filter((line) => !sayNorm(a, wording).details.includes(line) && !/^(on|if|and if) /.test(line) && line !== b.note);
  return [
    ...moved<Role>(rolesOfNorm(a), rolesOfNorm(b), sayRoles, "about"),
    ...moved(actionsOf(a), actionsOf(b), (list) => sayActions(list), b.kind === "oblige" ? "when who has it wants to" : "to"), ...condition, ...rest,
  ];
}

const whomOf = (norm: Norm): string => sayRoles(rolesOfNorm(norm));
const cited = (...norms: Norm[]): string[] => norms.map((norm) => norm.cite);

function normChanges(before: Instrument, after: Instrument, wording: Wording): Change[] {
  const { pairs, gone, fresh } = paired(before.norms, after.norms);
  const alone = (what: "new" | "gone") => (norm: Norm): Change => {
    const said = sayNorm(norm, wording);
    return { what, about: norm.kind, whom: whomOf(norm), before: what === "gone" ? said.says : null, after: what === "new" ? said.says : null, details: said.details.filter((line) => line !== norm.note && !line.startsWith("on ")), cites: cited(norm) };
  };
  const changed = pairs.filter(([a, b]) => !same(effect(a), effect(b))).map(([a, b]): Change => ({
    what: "changed", about: b.kind, whom: sayRoles([...new Set([...rolesOfNorm(a), ...rolesOfNorm(b)])]), before: sayNorm(a, wording).says, after: sayNorm(b, wording).says, details: differences(a, b, wording), cites: cited(a, b),
  }));
  return [...gone.map(alone("gone")), ...changed, ...fresh.map(alone("new"))];
}

function reachChanges(before: Instrument, after: Instrument, wording: Wording): Change[] {
  return allRoles.flatMap((role) => {
    const [a, b] = [before.reach[role] ?? {}, after.reach[role] ?? {}];
    const kinds = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return kinds.filter((kind) => !same(a[kind], b[kind])).map((kind): Change => ({
      what: "changed", about: "reach", whom: `${sayRoles([role])}, by ${kind}`, before: sayCell(a[kind] ?? "silent", wording), after: sayCell(b[kind] ?? "silent", wording), details: [], cites: [],
    }));
  });
}

const properties: readonly (readonly [string, (text: Instrument, wording: Wording) => string | null])[] = [
  ["who is bound", (text) => sayList(text.bindsBy.toSorted())], ["which version binds", (text) => text.termsVersion ?? null], ["what it does not give", (text) => (text.rest === "reserved" ? "is kept back" : "is not spoken of")],
  ["speaks of", (text) => sayList(Object.entries(text.speaksOf).flatMap(([what, does]) => (does ? [what] : []))) || "neither training, outputs nor weights"],
  ["puts recipients under", (text, wording) => (text.imposes === undefined ? null : sayRestrictions(text.imposes.join(", "), wording))], ["licensor", (text) => text.licensor ?? null], ["verified", (text) => text.verified],
  ["cannot be decided", (text) => (text.unsupported === undefined ? null : sayList(text.unsupported.map((each) => each.what)))],
];

/** What changed between two texts, for whom, from their norms. */
export function compareInstruments(before: Instrument, after: Instrument, wording: Wording = {}): Change[] {
  const said = properties.flatMap(([about, say]): Change[] => {
    const [a, b] = [say(before, wording), say(after, wording)];
    return a === b ? [] : [{ what: a === null ? "new" : b === null ? "gone" : "changed", about, whom: "everybody", before: a, after: b, details: [], cites: [] }];
  });
  return [...normChanges(before, after, wording), ...reachChanges(before, after, wording), ...said];
}

const changeItem = ({ what, about, whom, before, after, details, cites }: Change): Item => {
  const text = what === "new" ? after! : what === "gone" ? before! : before === after ? after! : `${after ?? "nothing"} (before: ${before ?? "nothing"})`;
  const head = ["permit", "prohibit", "oblige", "except", "terminate", "assign", "convert", "incorporate", "survive"].includes(about) ? text : `${about}: ${text}`;
  return item(head, { details: [`for ${whom}`, ...details, ...(cites.length === 0 ? [] : [[...new Set(cites)].join(" → ")])] });
};

/** The changes in blocks: what is gone, what is different, what is new. */
export function compareBlocks(before: Instrument, after: Instrument, wording: Wording = {}): Block[] {
  const changes = compareInstruments(before, after, wording);
  const of = (what: Change["what"]): Item[] => changes.filter((each) => each.what === what).map(changeItem);
  const head: Block = { kind: "text", text: `From ${before.title}${before.version === undefined ? "" : ` (${before.version})`} to ${after.title}${after.version === undefined ? "" : ` (${after.version})`}` };
  if (changes.length === 0) return [head, { kind: "text", text: "Nothing that they give, forbid or ask is different." }];
  return [head, ...section("Gone", of("gone")), ...section("Different", of("changed")), ...section("New", of("new"))];
}
