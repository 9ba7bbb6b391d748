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
  readonly code: "bad-value" | "not-allowed";
  readonly topic: string;
  readonly message: string;
}

/** Assets of one kind, licensed in the same layers. */
type Group = Pick<DealAsset, "kind" | "layers" | "scope">;

const groupsOf = (deal: Deal): readonly Group[] => [...new Map(deal.assets.map((asset) => [asset.kind, asset])).values()];

export const citeOf = (topic: Topic, at: number): string => `${topic.number}.${at}`;

function draftsOf(takings: readonly Taking[], groups: readonly Group[]): Draft[] {
  return takings.flatMap((taking) => (taking.clause.norms ?? []).map((raw): Draft => {
    const id = `${taking.topic.id}.${raw.id}`;
    const several = raw["permit"] !== undefined && groups.length > 1;
    return { taking, raw, ids: several ? groups.map((group) => `${id}.${group.kind}`) : [id] };
  }));
}

const rolesOf = (raw: Raw): readonly unknown[] => (Array.isArray(raw["on"]) ? raw["on"] : ["materials"]);

/** Ids of the deal's permits for things in a role: what goes on after the end is named by what it is, whichever clause grants it. */
const permitsOn = (drafts: readonly Draft[], role: Role): string[] | null => {
  const found = drafts.filter(({ raw }) => raw["permit"] !== undefined && rolesOf(raw).includes(role)).flatMap(({ ids }) => ids);
  return found.length === 0 ? null : found;
};

/** Ids that a norm gives to neighbors in its own clause become what these are called in the deal. */
function named(body: Record<string, unknown>, topic: string, drafts: readonly Draft[]): Record<string, unknown> {
  const full = (id: unknown): readonly unknown[] => drafts.find((draft) => draft.taking.topic.id === topic && draft.raw.id === id)?.ids ?? [id];
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
    const values: Values = new Map([...taking.values, ...(["materials", "derivative", "output"] as const).map((role) => [`permits.${role}`, permitsOn(this.#drafts, role)] as const)]);
    const cite = citeOf(topic, raw.at);
    const sentence = text[raw.at - 1]!;
    const missing = [...parametersIn(raw)].filter((name) => (values.get(name) ?? null) === null);
    if (missing.length > 0) {
      this.blank.push({ topic: topic.id, cite, text: sentence, why: `the deal says nothing of ${missing.map((name) => `\`${name}\``).join(", ")}, on which \`${raw.id}\` rests`, touches: raw["prohibit"] === undefined ? null : "all" });
      return;
    }
    const { at: _at, id: _id, ...filled } = fill(raw, values, say) as Record<string, unknown>;
    for (const [index, id] of ids.entries()) {
      const written = this.#written(filled, { id, cite, ...(sentence.length > longest ? {} : { quote: sentence }) }, topic.id, ids.length > 1 ? this.#groups[index]! : null);
      const { data, error } = Norm.safeParse(written);
      if (data !== undefined && lawOnly.has(data.kind)) this.faults.push({ code: "not-allowed", topic: topic.id, message: `the norm \`${raw.id}\` may not \`${data.kind}\`: only a rule of law can` });
      else if (data !== undefined) this.norms.push({ topic: topic.id, norm: data });
      else for (const issue of error.issues) this.faults.push({ code: "bad-value", topic: topic.id, message: `the norm \`${raw.id}\` is none: ${[issue.path.join("."), issue.message].filter((part) => part !== "").join(": ")}` });
    }
  }

  #written(filled: Record<string, unknown>, head: { readonly id: string; readonly cite: string }, topic: string, group: Group | null): object {
    const bodies = Object.fromEntries(Object.entries(filled).map(([key, body]) => [key, body !== null && typeof body === "object" && !Array.isArray(body) && key !== "if" ? named(body as Record<string, unknown>, topic, this.#drafts) : body]));
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
