import { Norm, type NormKind, type Role } from "@cleartitle/norms";
import { fill, parametersIn, type SayValue, type Values } from "../clause/template.js";
import type { Topic, Version } from "../clause/topic.js";
import type { Deal, DealAsset, OwnClause } from "../deal/deal.js";

/** A clause as it stands in a deal. */
export interface Taking {
  readonly topic: Topic;
  readonly clause: Version | OwnClause;
  readonly text: readonly string[];
  readonly values: Values;
  readonly say: SayValue;
}

/** A sentence that became no norm, duty or date. */
export interface NotCompiled {
  readonly topic: string;
  readonly cite: string;
  readonly text: string;
  readonly why: string;
  /** Acts that it could forbid, which makes them unknown to the engine; `all`: any; null: none. */
  readonly touches: readonly string[] | "all" | null;
}

type Raw = Readonly<Record<string, unknown>> & { readonly id: string; readonly at: number };

interface Draft {
  readonly taking: Taking;
  readonly raw: Raw;
  /** Ids that it became: one for each group of assets that is licensed alike. */
  readonly ids: readonly string[];
}

/** Norms that one sentence said anew, to tell which clause a fault is of. */
export interface CompiledNorm {
  readonly topic: string;
  readonly norm: Norm;
}

/** A norm that is none once it is filled in: of a clause in own words, or a value that does not fit there. */
export interface NormFault {
  readonly code: "bad-value" | "not-allowed" | "dangling-reference";
  readonly topic: string;
  readonly message: string;
}

/** Assets of one kind, licensed in the same layers. */
type Group = Pick<DealAsset, "kind" | "layers" | "scope">;

const groupsOf = (deal: Deal): readonly Group[] => [...new Map(deal.assets.map((asset) => [asset.kind, asset])).values()];

export const citeOf = (topic: Topic, at: number): string => `${topic.number}.${at}`;

const rolesOf = (raw: Raw): readonly unknown[] => (Array.isArray(raw["on"]) ? raw["on"] : ["materials"]);

/** The parts that a text speaks of when it says what goes on, and the roles in each. */
const parts = {
  materials: ["materials", "modification"],
  derivative: ["derivative", "extracted"],
  output: ["output", "output-set", "extracted"],
} as const satisfies Partial<Record<Role, readonly Role[]>>;
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

const within = (part: Part, role: unknown): boolean => (parts[part] as readonly unknown[]).includes(role);

/** An offer gives nothing that could outlast anything. */
const isGrant = ({ permit }: Raw): boolean => permit !== undefined && (permit as { readonly offer?: unknown }).offer !== true;

function draftsOf(takings: readonly Taking[], groups: readonly Group[]): Draft[] {
  const raws = takings.flatMap((taking) => (taking.clause.norms ?? []).map((raw: Raw) => ({ taking, raw })));
  const survive = parametersIn(raws.map(({ raw }) => raw["survive"]));
  return raws.flatMap(({ taking, raw }): Draft[] => {
    const idsOf = (id: string): string[] => (raw["permit"] !== undefined && groups.length > 1 ? groups.map((group) => `${id}.${group.kind}`) : [id]);
    const id = `${taking.topic.id}.${raw.id}`;
    const roles = rolesOf(raw);
    // What survives for one part must not carry the others along: a permit for several says it of that one once more.
    const apart = !isGrant(raw) ? [] : partNames.filter((part) => survive.has(`permits.${part}`) && roles.includes(part) && !roles.every((role) => within(part, role)));
    return [{ taking, raw, ids: idsOf(id) }, ...apart.map((part): Draft => ({ taking, raw: { ...raw, on: roles.filter((role) => within(part, role)) }, ids: idsOf(`${id}.${part}`) }))];
  });
}

/** Ids of the deal's permits for things in a part, whichever clause grants them; `alone`: without those that speak of other parts too. */
const permitsOn = (drafts: readonly Draft[], part: Part, alone: boolean): string[] | null => {
  const found = drafts.filter(({ raw }) => raw["permit"] !== undefined && rolesOf(raw).includes(part) && (!alone || rolesOf(raw).every((role) => within(part, role)))).flatMap(({ ids }) => ids);
  return found.length === 0 ? null : found;
};

/** Ids that a norm gives to others of the deal, those of its own clause in short, become what these are called in it. */
function named(body: Record<string, unknown>, topic: string, drafts: readonly Draft[]): Record<string, unknown> {
  const full = (id: unknown): readonly unknown[] => {
    const found = drafts.filter(({ taking, raw }) => (taking.topic.id === topic && raw.id === id) || `${taking.topic.id}.${raw.id}` === id);
    return found.length === 0 ? [id] : found.flatMap((draft) => draft.ids);
  };
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, (key === "from" || key === "norms" || key === "duties") && Array.isArray(value) ? value.flatMap(full) : value]));
}

interface Limit {
  readonly if: unknown;
  readonly cite: string;
}

const limitsOf = (takings: readonly Taking[]): Limit[] =>
  takings.flatMap(({ topic, clause, values, say }) => (clause.limits ?? []).map((limit) => ({ if: fill(limit.if, values, say), cite: citeOf(topic, limit.at) })));

/** The longest quotation that a norm carries. */
const longest = 300;

/** Norms that give. Any other that rests on what is not said may be a bar. */
const giving = ["permit", "survive", "release", "waive", "convert"] as const satisfies readonly NormKind[];

/** Whether nothing is permitted by leaving a norm out: it gives, or takes back of what the deal does not give. */
const isHarmless = (raw: Raw, missing: readonly string[]): boolean => giving.some((kind) => raw[kind] !== undefined) || (raw["except"] !== undefined && missing.every((name) => name.startsWith("permits.")));

/** Norms of the same deal that a norm rests on: one that is not there would be no exception, and no survival, of anything. */
const namedBy = (norm: Norm): readonly string[] => (norm.kind === "except" ? norm.except.from : norm.kind === "survive" ? norm.survive.norms : norm.kind === "permit" ? (norm.permit.duties ?? []) : []);

/** Law makes demands, and says what is free; a text of parties answers demands, or binds. */
const lawOnly: ReadonlySet<NormKind> = new Set<NormKind>(["raise", "unprotect", "override", "presume", "taint"]);

class NormWriter {
  readonly norms: CompiledNorm[] = [];
  readonly blank: NotCompiled[] = [];
  readonly faults: NormFault[] = [];
  readonly #drafts: readonly Draft[];
  readonly #groups: readonly Group[];
  readonly #limits: readonly Limit[];
  constructor(takings: readonly Taking[], deal: Deal) {
    this.#groups = groupsOf(deal);
    this.#drafts = draftsOf(takings, this.#groups);
    this.#limits = limitsOf(takings);
    for (const draft of this.#drafts) this.#write(draft);
  }

  #write({ taking, raw, ids }: Draft): void {
    const { topic, text, say } = taking;
    const values: Values = new Map([...taking.values, ...partNames.map((part) => [`permits.${part}`, permitsOn(this.#drafts, part, raw["survive"] !== undefined)] as const)]);
    const cite = citeOf(topic, raw.at);
    const sentence = text[raw.at - 1]!;
    const missing = [...parametersIn(raw)].filter((name) => (values.get(name) ?? null) === null);
    if (missing.length > 0) {
      this.blank.push({ topic: topic.id, cite, text: sentence, why: `the deal says nothing of ${missing.map((name) => `\`${name}\``).join(", ")}, on which \`${raw.id}\` rests`, touches: isHarmless(raw, missing) ? null : "all" });
      return;
    }
    const { at: _at, id: _id, ...filled } = fill(raw, values, say) as Record<string, unknown>;
    for (const [index, id] of ids.entries()) {
      const written = this.#written(filled, { id, cite, ...(sentence.length > longest ? {} : { quote: sentence }) }, topic.id, ids.length > 1 ? this.#groups[index]! : null);
      const { data, error } = Norm.safeParse(written);
      if (data !== undefined && lawOnly.has(data.kind)) this.faults.push({ code: "not-allowed", topic: topic.id, message: `the norm \`${raw.id}\` may not \`${data.kind}\`: only a rule of law can` });
      else if (data !== undefined) this.#take(data, topic.id, raw, this.#groups[ids.length > 1 ? index : 0]!);
      else for (const issue of error.issues) this.faults.push({ code: "bad-value", topic: topic.id, message: `the norm \`${raw.id}\` is none: ${[issue.path.join("."), issue.message].filter((part) => part !== "").join(": ")}` });
    }
  }

  #take(norm: Norm, topic: string, raw: Raw, group: Group): void {
    const known = this.#drafts.flatMap((draft) => draft.ids);
    for (const id of namedBy(norm).filter((each) => !known.includes(each))) this.faults.push({ code: "dangling-reference", topic, message: `the norm \`${raw.id}\` names \`${id}\`, and the deal has no such norm` });
    const { layers = [], scope = [] } = norm.kind === "permit" ? norm.permit : {};
    const beyond = [...layers.filter((each) => !group.layers.includes(each)), ...scope.filter((each) => group.scope !== undefined && !group.scope.includes(each))];
    if (beyond.length > 0) this.faults.push({ code: "not-allowed", topic, message: `the norm \`${raw.id}\` permits in ${beyond.map((each) => `\`${each}\``).join(", ")}, in which the deal licenses no ${group.kind}` });
    this.norms.push({ topic, norm });
  }

  #written(filled: Record<string, unknown>, head: { readonly id: string; readonly cite: string }, topic: string, group: Group | null): object {
    const bodies = Object.fromEntries(Object.entries(filled).map(([key, body]) => [key, body !== null && typeof body === "object" && !Array.isArray(body) && key !== "if" && key !== "waive" ? named(body as Record<string, unknown>, topic, this.#drafts) : body]));
    if (filled["permit"] === undefined) return { ...bodies, ...head };
    const { layers, scope, kind } = group ?? this.#groups[0]!;
    const tests = [filled["if"], group === null ? undefined : { kind: [kind] }, ...this.#limits.map((limit) => limit.if)].filter((test) => test !== undefined);
    const cites = [head.cite, ...this.#limits.map((limit) => limit.cite)].filter((each, index, all) => all.indexOf(each) === index);
    return {
      ...bodies, ...head, cite: cites.join("; "),
      permit: { layers, ...(scope === undefined ? {} : { scope }), ...(bodies["permit"] as object) },
      ...(tests.length === 0 ? {} : { if: tests.length === 1 ? tests[0] : { all: tests } }),
    };
  }
}

/** The norms of all clauses, each citing its sentence, and those that rest on what the deal does not say. */
export function normsOf(takings: readonly Taking[], deal: Deal): { readonly norms: readonly CompiledNorm[]; readonly blank: readonly NotCompiled[]; readonly faults: readonly NormFault[] } {
  const { norms, blank, faults } = new NormWriter(takings, deal);
  return { norms, blank, faults };
}
