import { z } from "zod";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is small letters, digits and `-`").max(60);
/** `topic.field`: what was agreed there. */
const Place = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "a field is written `topic.field`");
const Pair = z.tuple([Place, Place]);

/** One test of a deal as it is put together. A comparison of what was not agreed, or of unlike units, does not hold. */
const Test = z.union([
  z.strictObject({ says: Id }),
  z.strictObject({ lacks: z.array(Id).min(1) }),
  /** Some permit of the deal names one of the acts. */
  z.strictObject({ permits: z.array(z.string()).min(1) }),
  z.strictObject({ more: Pair }),
  z.strictObject({ differ: Pair }),
  /** Two lists share an entry. */
  z.strictObject({ share: Pair }),
  /** A day of the deal lies before the day of the check. */
  z.strictObject({ past: Place }),
]);
export type RuleTest = z.infer<typeof Test>;

/** A way in which clauses that are each in order do not fit together. */
export const Rule = z.strictObject({
  number: z.number().int().min(1).max(99),
  id: Id,
  severity: z.enum(["contradiction", "look"]),
  title: z.string().min(5),
  remedy: z.string().min(5),
  /** The rule is met when all tests of one of the lists hold. */
  when: z.array(z.array(Test).min(1)).min(1).optional(),
  /** What nobody can say while it is met: whether anything outlasts the deal. */
  unsettles: z.literal("survival").optional(),
  /** Why it cannot be asked of a deal alone. */
  needs: z.string().min(10).optional(),
}).refine((rule) => (rule.when === undefined) !== (rule.needs === undefined), { message: "a rule says `when` it is met, or what it `needs` that a deal alone does not have" })
  .refine((rule) => rule.unsettles === undefined || rule.when?.flat().every((test) => "says" in test) === true, { message: "what unsettles a right is told by what clauses say of themselves" });
export type Rule = z.infer<typeof Rule>;

/** Whether clauses contradict each other on what outlasts the deal. */
export const unsettlesSurvival = (rules: readonly Rule[], says: ReadonlySet<string>): boolean =>
  rules.some((rule) => rule.unsettles === "survival" && rule.when?.some((tests) => tests.every((test) => "says" in test && says.has(test.says))) === true);

export const RuleFile = z.strictObject({ rules: z.array(Rule).min(1) });
export type RuleFile = z.infer<typeof RuleFile>;
