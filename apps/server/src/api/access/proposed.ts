import type { Matter } from "@cleartitle/access";
import type { World } from "@cleartitle/engine";
import { FactValue, nameHint, problem, type Problem, Profile, Scope } from "@cleartitle/norms";
import { type ChangeSet, readChangeFile, type Statement } from "@cleartitle/title";
import { z } from "@hono/zod-openapi";
import { randomUUID } from "node:crypto";
import { ApiStop } from "../stop.js";

const Name = z.string().min(1).max(300);
const Day = z.iso.date().nullable().default(null);

const Position = z.strictObject({
  kind: z.literal("position").default("position"), position: Name, territory: Name.default("WORLD"),
  option: Name.nullable().openapi({ description: "null: the position is taken back." }), on: Day.openapi({ description: "From when on; null: as if it had always been so." }),
});
const ChosenProfile = z.strictObject({ kind: z.literal("profile").default("profile"), profile: Profile }).openapi({ description: "Which answer counts where no position is taken." });
const Conclusion = z.strictObject({
  kind: z.literal("conclusion").default("conclusion"), about: z.strictObject({ kind: z.enum(["asset", "derivation", "party", "instrument", "acquisition"]), id: Name }), what: Name, value: FactValue, scope: Scope.nullable().default(null),
  part: Name.nullable().default(null), from: Day, to: Day, supersedes: Name.nullable().default(null).openapi({ description: "The statement that this corrects." }), evidence: z.string().max(2_000).nullable().default(null),
});
const Withdrawal = z.strictObject({ kind: z.literal("withdrawal").default("withdrawal"), statement: Name.openapi({ description: "The conclusion that is taken back." }) });
const Waiver = z.strictObject({
  kind: z.literal("waiver").default("waiver"), finding: Name.openapi({ description: "The kind of finding that is waived." }), use: Name.nullable().default(null), asset: Name.nullable().default(null), reason: z.string().trim().min(1).max(5_000), from: Day, until: z.iso.date(),
});
const Ended = z.strictObject({ kind: z.literal("ended-waiver").default("ended-waiver"), waiver: Name.openapi({ description: "The waiver that ends before its day." }) });

/** What can be proposed, by matter. */
export const proposed = { position: z.union([Position, ChosenProfile]), conclusion: z.union([Conclusion, Withdrawal]), waiver: z.union([Waiver, Ended]) } as const satisfies Record<Matter, z.ZodType>;
export type Proposed = { [M in Matter]: z.output<(typeof proposed)[M]> }[Matter];

interface Proposer {
  readonly by: string;
  readonly at: string;
  readonly world: World;
}

const stopIf = (problems: readonly (Problem | null)[]): void => {
  const found = problems.filter((each) => each !== null);
  if (found.length > 0) throw new ApiStop(found);
};
const missing = (name: string, what: string, at: string): Problem => problem("unknown-name", `there is no ${what} \`${name}\``, { pointer: `/proposed/${at}`, offending: name });

/** A proposal as changes of the records. What it names has to be there. */
export function changesOf(asked: Proposed, proposer: Proposer): ChangeSet {
  switch (asked.kind) {
    case "position": return position(asked, proposer);
    case "profile": return [{ change: "set-profile", profile: asked.profile }];
    case "conclusion": return conclusion(asked, proposer);
    case "withdrawal": return withdrawal(asked, proposer);
    case "waiver": return waiver(asked, proposer);
    default: return endedWaiver(asked, proposer);
  }
}

function withdrawal({ statement }: z.output<typeof Withdrawal>, { world: { graph } }: Proposer): ChangeSet {
  stopIf([graph.statements.some(({ id, rung }) => id === statement && rung === "concluded") ? null : missing(statement, "conclusion", "statement")]);
  return [{ change: "remove-statement", statement }];
}

function endedWaiver({ waiver: id }: z.output<typeof Ended>, { world: { graph } }: Proposer): ChangeSet {
  stopIf([graph.waivers.some((each) => each.id === id) ? null : missing(id, "waiver", "waiver")]);
  return [{ change: "remove-waiver", waiver: id }];
}

/** What would be wrong with the same record in a change set. `places`: where a proposal has what stands there; the longest that fits counts. */
function misreadIn(add: object, { graph, catalogue }: World, places: Readonly<Record<string, string>>): Problem[] {
  const { problems } = readChangeFile(JSON.stringify({ add }, null, 1), { ...catalogue, file: "proposal", graph });
  const starts = Object.keys(places).toSorted((a, b) => b.length - a.length);
  const placed = (pointer: string): string => {
    const start = starts.find((each) => pointer.startsWith(each));
    return `/proposed${start === undefined ? "" : places[start]!}`;
  };
  return problems.map((each) => ({ ...each, file: null, line: null, column: null, pointer: placed(each.pointer ?? "") }));
}

/** One step of a pointer. */
const step = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

function position({ position: id, territory, option, on }: z.output<typeof Position>, { by, world }: Proposer): ChangeSet {
  const { groups, places } = world.catalogue.taxonomies;
  const isPlace = territory === "WORLD" || places.has(territory) || groups.has(territory);
  const strange = isPlace ? [] : [problem("unknown-place", `\`${territory}\` is no place`, { pointer: "/proposed/territory", offending: territory, hint: nameHint(territory, [...groups.keys(), ...places.keys()]) ?? "write an ISO 3166 code such as `DE`, or a group such as `EU`" })];
  const at = `/add/positions/${step(id)}`;
  // What is taken back has to be among the records, which is asked of these.
  const misread = option === null ? [] : misreadIn({ positions: { [id]: { WORLD: option } } }, world, { [at]: "/position", [`${at}/WORLD`]: "/option" });
  stopIf([...misread, ...strange]);
  return option === null ? [{ change: "remove-position", position: id, territory }] : [{ change: "add-position", position: { position: id, territory, option, by, on } }];
}

function conclusion({ about, what, value, scope, part, from, to, supersedes, evidence }: z.output<typeof Conclusion>, { by, at, world }: Proposer): ChangeSet {
  const said = { about: { [about.kind]: about.id }, what, value, rung: "concluded", ...(scope === null ? {} : { scope }), ...(part === null ? {} : { part }), ...(supersedes === null ? {} : { supersedes }) };
  const own = "/add/statements/0";
  const misread = misreadIn({ statements: [said] }, world, { [`${own}/about`]: "/about/id", [`${own}/what`]: "/what", [`${own}/value`]: "/value", [`${own}/scope`]: "/scope", [`${own}/part`]: "/part", [`${own}/supersedes`]: "/supersedes" });
  stopIf([...misread, from !== null && to !== null && to < from ? problem("bad-period", "it ends before it begins", { pointer: "/proposed/to", offending: to }) : null]);
  const statement = { id: `concluded:${randomUUID()}`, about, what, raw: null, value, scope, part, rung: "concluded", by, source: evidence === null ? null : { system: "proposal", locator: evidence, sha256: null, retrieved: null }, valid: { from, to }, recordedAt: at, supersedes };
  return [{ change: "add-statement", statement: statement as Statement }];
}

function waiver({ finding, use, asset, reason, from, until }: z.output<typeof Waiver>, { by, at, world: { graph } }: Proposer): ChangeSet {
  stopIf([
    use === null || graph.uses.has(use) ? null : missing(use, "use", "use"),
    asset === null || graph.assets.has(asset) ? null : missing(asset, "asset", "asset"),
    until > at.slice(0, 10) && (from === null || from <= until) ? null : problem("bad-period", "a waiver ends after today, and after it begins", { pointer: "/proposed/until", offending: until }),
  ]);
  return [{ change: "add-waiver", waiver: { id: `waiver:${randomUUID()}`, use, asset, kind: finding, reason, by, from, until } }];
}
