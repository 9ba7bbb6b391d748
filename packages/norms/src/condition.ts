import { z } from "zod";
import { IsoDate } from "./standing.js";

/** A moment in the life of a right at which a constraint is tested. */
export const Anchor = z.enum([
  "act", "acquisition", "generation", "training", "acceptance", "publication", "release", "use", "continuously",
]);
export type Anchor = z.infer<typeof Anchor>;

/** Whose fact or quantity a constraint reads. `object` is the thing acted on, `source` the asset under the norm. */
export const Bearer = z.enum(["act", "source", "object", "actor", "group", "use", "licensor", "recipient"]);
export type Bearer = z.infer<typeof Bearer>;

const Name = z.string().min(1).max(200);
const Names = z.array(Name).min(1);

export const FactValue = z.union([z.boolean(), z.number(), z.string().max(500)]);
export type FactValue = z.infer<typeof FactValue>;

/** Every purpose (field, recipient) of the use lies under one of the names, by `is-a` descent; in a prohibition: any does. */
const PurposeTest = z.strictObject({ purpose: Names });
const FieldTest = z.strictObject({ field: Names });
const RecipientTest = z.strictObject({ recipient: Names });
/** The kind of party that acts (company, individual, research_org, …). */
const ActorTest = z.strictObject({ actor: Names });

/** A place (default: where the act happens or the use is offered) lies in one of the groups or territories. */
const PlaceTest = z.strictObject({
  place: Names,
  of: z.enum(["act", "offered", "hosted", "used", "output-shown", "domicile", "headquarters"]).optional(),
  members: z.enum(["at-signature", "from-time-to-time"]).optional(),
});

/**
 * A bounded quantity of a party, its group or the use, as of an anchor. Exactly one bound.
 * `sticky`: once crossed it stays crossed until the text restores.
 */
const QuantityTest = z
  .strictObject({
    quantity: Name,
    of: Bearer,
    at: Anchor.optional(),
    atMost: z.number().optional(),
    below: z.number().optional(),
    above: z.number().optional(),
    atLeast: z.number().optional(),
    unit: Name.optional(),
    per: Name.optional(),
    sticky: z.boolean().optional(),
  })
  .refine((t) => [t.atMost, t.below, t.above, t.atLeast].filter((x) => x !== undefined).length === 1, {
    message: "a quantity test has exactly one of `atMost`, `below`, `above`, `atLeast`",
  });

/** A recorded fact. With `recorded: true` a fact that nobody recorded counts as not holding (used only to raise a layer). */
const FactTest = z
  .strictObject({
    fact: Name,
    of: Bearer.optional(),
    is: FactValue.optional(),
    oneOf: z.array(FactValue).min(1).optional(),
    recorded: z.boolean().optional(),
  })
  .refine((t) => (t.is === undefined) !== (t.oneOf === undefined), { message: "a fact test has exactly one of `is`, `oneOf`" });

/** The anchor's date lies in [from, to], both inclusive. */
const DateTest = z.strictObject({ date: Anchor, from: IsoDate.optional(), to: IsoDate.optional() });

/** The kinds of asset that the source (default) or the object is. */
const KindTest = z.strictObject({ kind: Names, of: z.enum(["source", "object"]).optional() });
/** The kind of the derivation in which the act happens. */
const DerivationTest = z.strictObject({ derivation: Names });
/** Somebody speaks of a layer: a claim, a statement or a recorded fact under that layer. */
const AssertedTest = z.strictObject({ asserted: Name });
/** State of earlier acts on the same copy of the source, in a layer. Reads only acts before this one. */
const ExposureTest = z.strictObject({ exposure: Name, oneOf: z.array(z.enum(["covered", "cured", "released", "open"])).min(1) });

export type Condition =
  | boolean
  | "unknown"
  | { all: Condition[] }
  | { any: Condition[] }
  | { none: Condition[] }
  | { position: string; options: Record<string, Condition> }
  | z.infer<typeof PurposeTest>
  | z.infer<typeof FieldTest>
  | z.infer<typeof RecipientTest>
  | z.infer<typeof ActorTest>
  | z.infer<typeof PlaceTest>
  | z.infer<typeof QuantityTest>
  | z.infer<typeof FactTest>
  | z.infer<typeof DateTest>
  | z.infer<typeof KindTest>
  | z.infer<typeof DerivationTest>
  | z.infer<typeof AssertedTest>
  | z.infer<typeof ExposureTest>;

/**
 * What must hold for a norm to apply: a tree of tests under `all`, `any`, `none`, evaluated in three values.
 * A `position` leaf maps every option of a contested question to the condition it stands for.
 */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.literal("unknown"),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ none: z.array(Condition).min(1) }),
    z.strictObject({ position: Name, options: z.record(Name, Condition) }),
    PurposeTest, FieldTest, RecipientTest, ActorTest, PlaceTest, QuantityTest, FactTest, DateTest,
    KindTest, DerivationTest, AssertedTest, ExposureTest,
  ]),
);

type Leaf<C> = C extends { all: Condition[] } | { any: Condition[] } | { none: Condition[] } | { position: string } ? never : C;
/** A single test of a condition. */
export type Test = Leaf<Exclude<Condition, boolean | "unknown">>;

/** The single tests of a condition in the order in which it names them, also those behind a position. */
export function testsIn(condition: Condition | undefined): Test[] {
  if (condition === undefined || typeof condition !== "object") return [];
  if ("all" in condition) return condition.all.flatMap(testsIn);
  if ("any" in condition) return condition.any.flatMap(testsIn);
  if ("none" in condition) return condition.none.flatMap(testsIn);
  return "position" in condition ? Object.values(condition.options).flatMap(testsIn) : [condition];
}

/** Facts that a condition reads, whatever comes of it. */
export const factsRead = (condition: Condition | undefined): Set<string> => new Set(testsIn(condition).flatMap((test) => ("fact" in test ? [test.fact] : [])));

/** Places and groups that a condition names, whatever comes of it. */
export const placesRead = (condition: Condition | undefined): string[] => testsIn(condition).flatMap((test) => ("place" in test ? test.place : []));

/** Whether a condition can hold only through an answer to a contested question. */
export function restsOnPosition(condition: Condition | undefined): boolean {
  if (condition === undefined || typeof condition !== "object") return false;
  if ("position" in condition) return true;
  if ("all" in condition) return condition.all.some((each) => restsOnPosition(each));
  return "any" in condition && condition.any.every((each) => restsOnPosition(each));
}
