import { z } from "zod";

const Id = z.string().regex(/^[a-zA-Z0-9][\w.-]*$/, "an id is letters, digits, `.`, `_`, `-`").max(100);
const Text = z.string().min(1).max(500);
/** Points are whole, or have two digits behind the point at most: sums stay exact. */
const Points = z.number().min(0).max(1_000_000).refine((points) => Number.isInteger(Math.round(points * 100)) && Math.abs(points * 100 - Math.round(points * 100)) < 1e-6, { message: "points have two digits behind the point at most" });

/** One way to settle an issue: a clause on its topic, or what is agreed in words. */
const Option = z
  .strictObject({
    is: Text.optional(),
    version: z.enum(["licensor", "neutral", "licensee"]).optional(),
    with: z.record(z.string(), z.unknown()).optional(),
    own: z.unknown().optional(),
    /** The deal says nothing on the topic. */
    silent: z.literal(true).optional(),
  })
  .refine((option) => [option.version, option.own, option.silent].filter((each) => each !== undefined).length <= 1, { message: "an option is one of `version`, `own` and `silent`" });
export type Option = z.infer<typeof Option>;

const Issue = z.strictObject({
  id: Id,
  /** Topic of the clauses of the house on which the options are clauses; absent: nothing of the deal. */
  topic: z.string().optional(),
  is: Text.optional(),
  options: z.record(Id, Option).refine((options) => Object.keys(options).length >= 2, { message: "an issue has two options at least" }).refine((options) => Object.keys(options).length <= 50, { message: "an issue has 50 options at most" }),
});
export type Issue = z.infer<typeof Issue>;

export const tactics = ["boulware", "linear", "conceder", "mirror"] as const;

const Party = z.strictObject({
  id: Id,
  interests: z.array(Text).max(100).optional(),
  /** What each issue weighs, and what each option of it is worth of that weight, in hundredths. */
  values: z.record(Id, z.strictObject({ weight: z.number().int().min(0).max(1000), of: z.record(Id, z.number().int().min(0).max(100)) })),
  /** Points for each use of the title file that is cleared or conditional under the deal. */
  releases: z.record(z.string(), z.number().int().min(0).max(1000)).optional(),
  /** Points that each obligation of such a use costs. */
  duty: z.number().int().min(0).max(100).optional(),
  /** The least that is taken. */
  reservation: Points,
  /** What there is without an agreement. */
  batna: z.strictObject({ is: Text, value: Points }),
  /** How it concedes where it is simulated. */
  tactic: z.enum(tactics).default("linear"),
});
export type Party = z.infer<typeof Party>;

/** Two parties and what they negotiate. */
export const Negotiation = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  title: z.string().min(1).max(200),
  /** Deal file in which clauses are put, beside this file. */
  deal: z.string().min(1).max(1000).optional(),
  /** Title file of whose uses the engine is asked, beside this file. */
  "title-file": z.string().min(1).max(1000).optional(),
  /** Offers that each side may make. */
  rounds: z.number().int().min(1).max(200).default(10),
  issues: z.array(Issue).min(1).max(40),
  parties: z.array(Party).length(2),
});
export type Negotiation = z.infer<typeof Negotiation>;

/** Which option each issue is settled in, in the order of the issues. */
export type Package = readonly string[];

export const packageText = ({ issues }: Pick<Negotiation, "issues">, settled: Package): string => issues.map(({ id }, index) => `${id}=${settled[index]!}`).join(", ");
