import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Condition, type Law, type Norm, type Verified } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { realCatalogue } from "../cases/case-file.js";

/** Each compiled rule of law and each position against the record that carries it, field by field, or the reason why not. */
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
interface Rule {
  readonly id: string;
  readonly jurisdiction: string;
  readonly conditions: Readonly<Record<string, readonly string[]>>;
  readonly effect_class: string;
  readonly confidence: string;
  readonly authority: readonly string[];
  readonly verification: string;
  readonly from_memory: string | null;
  readonly confirm_first: boolean;
  readonly position: string | null;
  readonly status_as_of: string;
  readonly watch: string | null;
  readonly sources: readonly { readonly url: string }[];
}
const { rules } = parse(read("../../../shared/facts/law/rules.yaml")) as { readonly rules: readonly Rule[] };
const { positions } = parse(read("../../../shared/facts/law/positions.yaml")) as { readonly positions: Readonly<Record<string, { readonly options: Readonly<Record<string, string>>; readonly default_cautious: string; readonly review_trigger: string }>> };
const carried = parse(read("./law-carried.yaml")) as Readonly<Record<string, { readonly by?: readonly string[]; readonly why?: string }>>;
const catalogue = realCatalogue();
const lawOf = (id: string): Law => catalogue.laws.get(id)!;

/** Places are written by their codes; database rights reach the whole economic area. */
const places: Readonly<Record<string, string>> = { UK: "GB", INT: "WORLD", "EU-DE": "DE", "EU-FR": "FR", "EU-IT": "IT", "EU-NL": "NL", "EU-CZ": "CZ" };
const wider = new Set(["eu.db.art7", "eu.db.art9", "eu.db.art10", "eu.db.art11"]);
/** What rests on memory, or on notes without an address, is to be confirmed and is never `primary`. */
const standing = ({ verification, confirm_first }: Rule): Verified => (verification === "memory" ? "memory" : verification === "primary-read" && !confirm_first ? "primary" : "secondary");
/** Records of more than their rule names: the position through which others read them, or a doubt that the rule itself tells of. */
const positionToo: Readonly<Record<string, string>> = {
  "jp.cases.perplexity": "jp.proviso_scope", "us.case.nyt": "us.fair_use_training", "us.case.andersen": "model_weights_as_copy", "us.case.warhol": "us.fair_use_training", "us.output.human_author": "us.prompts_as_authorship",
  "us.output.zarya": "us.prompts_as_authorship", "us.output.cheese": "us.prompts_as_authorship",
  // The rule names the position on weights, which the table of what persists reads; the record reads the one on what comes of outputs.
  "us.output.derivative": "synthetic_taint",
};
/** Fair dealing for training is argued and no court has ruled: watched, never a permit. */
const confidenceToo: Readonly<Record<string, string>> = { "ca.training": "unsettled" };
/** Weights as a copy without a further fact is what the profile `cautious` takes: the project's own option, more careful than the compiled ones. */
const optionsToo: Readonly<Record<string, readonly string[]>> = { model_weights_as_copy: ["yes"] };
const facts: Readonly<Record<string, string>> = { "output.recognisable_elements": "output.recognizable-elements" };

function readBy(condition: Condition | undefined, into: Set<string>): void {
  if (condition === undefined || typeof condition !== "object") return;
  if ("fact" in condition) into.add(condition.fact);
  if ("actor" in condition) into.add("actor.kind");
  if ("position" in condition) for (const each of Object.values(condition.options)) readBy(each, into);
  for (const key of ["all", "any", "none"] as const) if (key in condition) for (const each of (condition as Record<string, Condition[]>)[key]!) readBy(each, into);
}
function factsOf(norms: readonly Pick<Norm, "if">[]): Set<string> {
  const found = new Set<string>();
  for (const norm of norms) readBy(norm.if, found);
  return found;
}
const readIn = (id: string): Set<string> => factsOf(id === "persistence" ? catalogue.taxonomies.persistence.map(({ persists }) => ({ if: persists })) : lawOf(id).norms);
const predicates = ({ conditions }: Rule): string[] => [...new Set(Object.values(conditions).flat().map((each) => each.split(" ")[0]!))].map((fact) => facts[fact] ?? fact);

test("168 rules and 21 positions, each with a record of its name", () => {
  expect([rules.length, Object.keys(positions).length]).toEqual([168, 21]);
  expect(rules.filter((rule) => !catalogue.laws.has(rule.id)).map((rule) => rule.id)).toEqual([]);
  expect([...catalogue.laws.keys()].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  expect(Object.keys(positions).filter((id) => !catalogue.positions.has(id))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const law = lawOf(id);
  test("stands as it was compiled", () => {
    expect({
      jurisdiction: law.jurisdiction, confidence: law.confidence, authority: law.authority, verified: law.verified, confirmFirst: law.confirmFirst ?? false, position: law.position ?? null,
    }).toEqual({
      jurisdiction: wider.has(id) ? "EEA" : (places[rule.jurisdiction] ?? rule.jurisdiction), confidence: confidenceToo[id] ?? rule.confidence, authority: rule.authority,
      verified: standing(rule), confirmFirst: rule.confirm_first, position: positionToo[id] ?? rule.position,
    });
    // Where the state of the law is from memory, or of no month, there is no date to be later than.
    expect([/^\d{4}(-\d|$)/.test(rule.status_as_of) && law.reviewed < rule.status_as_of, law.reviewBy! > law.reviewed]).toEqual([false, true]);
  });

  test("names its sources, its doubts from memory, and what to watch", () => {
    const where = new Set(law.source.map((source) => source.where));
    expect(rule.sources.map((source) => source.url).filter((url) => url.startsWith("http") && !where.has(url))).toEqual([]);
    expect(law.watch === undefined && rule.watch !== null).toBe(false);
    expect(law.fromMemory !== undefined || law.verified === "memory").toBe(rule.from_memory !== null || law.verified === "memory");
  });

  test("reads what it turns on, or says who does, or why nobody", () => {
    const own = factsOf(law.norms);
    const missing = predicates(rule).filter((fact) => !own.has(fact));
    const elsewhere = new Set((carried[id]?.by ?? []).flatMap((other) => [...readIn(other)]));
    const left = missing.filter((fact) => !elsewhere.has(fact));
    expect(carried[id]?.why === undefined ? left : []).toEqual([]);
    // A rule that is never read says in its own record how it counts.
    expect(law.norms.length > 0 || (carried[id] !== undefined && (law.note !== undefined || law.watch !== undefined))).toBe(true);
  });
});

test("nothing is explained that needs no explanation", () => {
  const idle = Object.entries(carried).filter(([id, { by = [] }]) => {
    const rule = rules.find((each) => each.id === id);
    if (rule === undefined) return true;
    const own = factsOf(lawOf(id).norms);
    const missing = predicates(rule).filter((fact) => !own.has(fact));
    return (missing.length === 0 && lawOf(id).norms.length > 0) || by.some((other) => other !== "persistence" && !catalogue.laws.has(other));
  });
  expect(idle.map(([id]) => id)).toEqual([]);
});

describe.each(Object.entries(positions))("position %s", (id, position) => {
  const record = catalogue.positions.get(id)!;
  test("has the same options, the same careful one, and a word on when it is taken anew", () => {
    expect(record.options.map((o) => o.id).toSorted()).toEqual([...Object.keys(position.options), ...(optionsToo[id] ?? [])].toSorted());
    expect([position.default_cautious, ...(optionsToo[id] ?? [])]).toContain(record.cautious);
    expect(record.review !== undefined && record.reviewBy! > record.reviewed).toBe(true);
    expect(record.options.every((o) => o.says.length > 10)).toBe(true);
  });

  test("is read: every option has an effect in some rule, or in the table of what persists", () => {
    const conditions = [...[...catalogue.laws.values()].flatMap((law) => law.norms.map((n) => n.if)), ...catalogue.taxonomies.persistence.map((row) => row.persists)];
    const mapped = conditions.flatMap(function options(c): string[][] {
      if (c === undefined || typeof c !== "object") return [];
      if ("position" in c) return [...(c.position === id ? [Object.keys(c.options)] : []), ...Object.values(c.options).flatMap(options)];
      return (["all", "any", "none"] as const).flatMap((key) => (key in c ? (c as Record<string, Condition[]>)[key]!.flatMap(options) : []));
    });
    expect(mapped.length).toBeGreaterThan(0);
    for (const each of mapped) expect(each.toSorted()).toEqual(record.options.map((o) => o.id).toSorted());
  });
});
