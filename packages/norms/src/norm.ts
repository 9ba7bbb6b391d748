import { z } from "zod";
import { Anchor, Condition } from "./condition.js";
import { Layer, Scope } from "./layer.js";
import { Role } from "./role.js";
import { IsoDate, Verified } from "./standing.js";

const Id = z.string().regex(/^[a-zA-Z0-9][\w.-]*$/, "an id is letters, digits, `.`, `_`, `-`");
const Ids = z.array(Id).min(1);
const Names = z.array(z.string().min(1)).min(1);
const Duration = z.string().regex(/^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, "a duration is written like P30D, P12M, P4Y");

/** Grants rights in the named layers and scopes, and in no other. */
const Permit = z.strictObject({
  actions: Names,
  layers: z.array(Layer).min(1).optional(),
  scope: z.array(Scope).min(1).optional(),
  /** Judged once at this anchor and kept; absent: must hold on. */
  vests: Anchor.optional(),
  /** Ids of `oblige` norms that this permit brings when it is relied on. Absent: all of the instrument that are triggered. */
  duties: Ids.optional(),
  /** Survives termination by its own words. */
  irrevocable: z.boolean().optional(),
  /** The grant needs another's consent, which is not given here: an offer, no right. */
  offer: z.boolean().optional(),
  /** The licensor promises not to assert its rights, and gives none: whether that serves is a contested question, behind which such a permit stands. */
  promise: z.boolean().optional(),
});

/** What its party puts in (posts, uploads, contributes) is licensed by it to the licensor of the text, for these acts. */
const Contribute = z.strictObject({ actions: Names, layers: z.array(Layer).min(1).optional(), scope: z.array(Scope).min(1).optional() });

const Prohibit = z.strictObject({
  actions: Names,
  layers: z.array(Layer).min(1).optional(),
  /** By its own words it does not forbid what an exception of the law of the place gives. */
  yieldsToLaw: z.boolean().optional(),
});

/** Constraints that a duty puts on the license under which the result goes out. */
export const Outbound = z.strictObject({
  /** The outbound license must be one of these (share-alike; later versions and compatible licenses are listed). */
  target: z.array(z.string()).min(1).optional(),
  /** The outbound license must impose these restriction sets. */
  mustImpose: Names.optional(),
  /** The outbound license must impose nothing beyond the target. */
  noFurtherRestrictions: z.boolean().optional(),
  /** The outbound license must permit these actions. */
  mustPermit: Names.optional(),
  /** `work`: the whole as released; `part`: the asset keeps its license inside (file, library, collection). */
  extent: z.enum(["work", "part"]).optional(),
});
export type Outbound = z.infer<typeof Outbound>;

const Oblige = z.strictObject({
  /** Kind of duty, from `catalogue/taxonomies/duties.yaml`. */
  do: z.string().min(1),
  text: z.string().optional(),
  token: z.string().optional(),
  /** Due relative to the triggering act. */
  due: z.union([z.enum(["before", "with", "on-request", "continuous"]), Duration]).optional(),
  /** ODRL reading: what the duty is to the permission. */
  reading: z.enum(["precondition", "concurrent", "after"]).optional(),
  /** `own`: we can do it alone; `consent`: it needs another's consent, so that the permit is no grant until it is had. */
  control: z.enum(["own", "consent"]).optional(),
  /** Whom it is owed to; default the licensor. */
  creditor: z.string().optional(),
  /** On which asset on the path it falls: what is acted on (default), the nearest one in a role of `on`, or the source. */
  object: z.enum(["acted", "inner", "source"]).optional(),
  evidence: Names.optional(),
  outbound: Outbound.optional(),
  /** Duties of other instruments (by kind and token) that cannot be kept with this one. */
  clashesWith: z.array(z.strictObject({ do: z.string(), token: z.string().optional() })).optional(),
});

/** Takes back part of the named permits, and nothing else: an un-grant is no ban. */
const Except = z.strictObject({ from: Ids, actions: Names.optional() });
const Assign = z.strictObject({
  what: z.enum(["output", "derivative", "improvement"]),
  to: z.enum(["licensee", "licensor"]),
  vests: Anchor.optional(),
  /** To the licensee only as long as no breach of the text is concluded: at the making where it vests, else also later. */
  ifCompliant: z.boolean().optional(),
});
/** Releases past acts in [from, to] from claims. */
const Release = z.strictObject({ actions: Names, from: IsoDate.optional(), to: IsoDate.optional() });
/** Terms that are given up: norms of the licensor's own texts, for a party to this one. */
const Waive = z.strictObject({ norms: Ids });
/** Whoever does the acts in `when` under the text gives up, toward its licensor, the bans of texts of its own (of these kinds) on these acts. */
const Reciprocate = z.strictObject({ texts: z.array(z.enum(["license", "agreement", "terms", "reservation"])).min(1), actions: Names });
/** On the date, or this long after publication, the asset is also under another license. */
const Convert = z.strictObject({ on: IsoDate.optional(), after: Duration.optional(), to: z.string() });
/** These norms go on after the end of the instrument. */
const Survive = z.strictObject({ norms: Ids, after: z.array(z.enum(["term", "termination", "withdrawal"])).min(1) });
/** `static`: the document named; `pinned`: as it stood at the snapshot; `dynamic`: as it stands on the day of the act. */
const Incorporate = z.strictObject({ document: z.string(), mode: z.enum(["static", "pinned", "dynamic"]), snapshot: IsoDate.optional() });
const Modify = z.strictObject({ base: z.string(), drop: Ids.optional() });
const Define = z.strictObject({ term: z.string(), means: z.string() });

/** Law: the layer exists here, `reserved` (needs an option) or `free` (only a prohibition counts), and is in question when `if` holds. */
const Raise = z.strictObject({ layer: Layer, as: z.enum(["reserved", "free"]), actions: Names.optional() });
/** Law: no right of this layer in the asset here. */
const Unprotect = z.strictObject({ layer: Layer, actions: Names.optional() });
/** Law: contrary contract terms do not bind for these actions. */
const Override = z.strictObject({ instruments: z.array(z.enum(["license", "agreement", "terms", "reservation"])).min(1), actions: Names });
/** Law: stands in for an unknown fact, except at the conservative end; listed under `assumptions`. */
const Presume = z.strictObject({ fact: z.string(), is: z.union([z.boolean(), z.number(), z.string()]) });
/** Law or position: an open exposure of an act upstream reaches what came of it. */
const Taint = z.strictObject({ layer: Layer, through: Names });
/** An observation of an event ends the licensee's rights. */
const Terminate = z.strictObject({
  on: z.enum(["breach", "litigation", "cap", "withdrawal", "convenience"]),
  /** Of itself when the event happens, or once a notice is recorded after it (for convenience: by the notice alone). */
  how: z.enum(["automatic", "notice"]),
  /** Time to cure a breach, from the breach or from the notice. */
  cure: Duration.optional(),
  /** Time from the notice to the end. */
  after: Duration.optional(),
  /** Of a suit: the rights that it must be brought on; absent: any. */
  claims: z.array(Layer).min(1).optional(),
  /** Of a suit: against whom; absent: anyone. */
  against: z.enum(["licensor", "anyone"]).optional(),
  /** Of a suit: one brought in answer to another's ends nothing. */
  sparesDefense: z.boolean().optional(),
  /** Layers in which rights end; absent: all, with the instrument itself. */
  ends: z.array(Layer).min(1).optional(),
  /** What must cease or be deleted. */
  reaches: z.array(Role).min(1).optional(),
  reinstates: z.boolean().optional(),
});

export const normKinds = {
  permit: Permit, prohibit: Prohibit, oblige: Oblige, except: Except, assign: Assign, release: Release, waive: Waive, contribute: Contribute, reciprocate: Reciprocate,
  convert: Convert, survive: Survive, incorporate: Incorporate, modify: Modify, define: Define,
  raise: Raise, unprotect: Unprotect, override: Override, presume: Presume, taint: Taint, terminate: Terminate,
} as const;
export type NormKind = keyof typeof normKinds;

const Common = z.strictObject({
  id: Id,
  /** Roles of the object that the norm speaks of; absent: `materials` and what is silent of it. */
  on: z.array(Role).min(1).optional(),
  /** For an `oblige` or a `reciprocate`: the acts that trigger it. */
  when: Names.optional(),
  if: Condition.optional(),
  cite: z.string().min(1),
  quote: z.string().max(300).optional(),
  verified: Verified.optional(),
  inForce: z.strictObject({ from: IsoDate.optional(), to: IsoDate.optional() }).optional(),
  note: z.string().optional(),
});
export type NormCommon = z.infer<typeof Common>;

export type NormOf<K extends NormKind> = NormCommon & { kind: K } & { [P in K]: z.infer<(typeof normKinds)[K]> };
export type Norm = { [K in NormKind]: NormOf<K> }[NormKind];

const kindNames = Object.keys(normKinds) as NormKind[];
const optionalKinds = Object.fromEntries(kindNames.map((k) => [k, normKinds[k].optional()])) as unknown as {
  [K in NormKind]: z.ZodOptional<(typeof normKinds)[K]>;
};

/** One norm: common fields and exactly one of the kinds as a key. In memory `kind` names that key. */
export const Norm = z
  .strictObject({ ...Common.shape, ...optionalKinds })
  .transform((raw, context): Norm => {
    const present = kindNames.filter((k) => raw[k] !== undefined);
    if (present.length !== 1) {
      context.addIssue({ code: "custom", message: `a norm has exactly one of ${kindNames.map((k) => `\`${k}\``).join(", ")}; this one has ${present.length}` });
      return z.NEVER;
    }
    if ((present[0] === "oblige" || present[0] === "reciprocate") && raw.when === undefined) {
      context.addIssue({ code: "custom", path: ["when"], message: `${present[0] === "oblige" ? "an" : "a"} \`${present[0]}\` names the acts that trigger it in \`when\`` });
      return z.NEVER;
    }
    return { ...raw, kind: present[0] } as unknown as Norm;
  });

export const isKind = <K extends NormKind>(kind: K) => (norm: Norm): norm is NormOf<K> & Norm => norm.kind === kind;
