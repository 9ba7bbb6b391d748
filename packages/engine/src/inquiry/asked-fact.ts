import { placeIndex } from "@cleartitle/catalogue";
import type { FactDefinition } from "@cleartitle/norms";
import { bearerOf, isWordOnAsset, type Bearer } from "@cleartitle/title";
import type { Decision, OptionReport, Premise, Reason } from "../decision.js";
import type { World } from "../world.js";
import { possibleAnswers } from "./possible-answer.js";
import type { AskedFact, FactNeed } from "./inquiry.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));

/** One unknown premise with where it stands. */
interface Lack {
  readonly premise: Premise;
  readonly settles: string | null;
  readonly need: Omit<FactNeed, "title" | "needs">;
}

const ofNoRule = { instrument: null, norm: null, cite: null } as const;

const reasonAs = (reason: Reason): FactNeed["as"] => {
  if (/\bduty\b/.test(reason.outcome)) return "duty";
  if (reason.outcome.includes("prohibit")) return "ban";
  return reason.instrument === null ? "presence" : "granted";
};

/** Of the places of a reason those in which the rule is law at all; a license is asked in all of them. */
function placesOf(territories: readonly string[], instrument: string | null, { catalogue }: World, on: string): readonly string[] {
  const law = instrument === null ? undefined : catalogue.laws.get(instrument);
  if (law === undefined) return territories;
  let index = indexes.get(catalogue);
  if (index === undefined) indexes.set(catalogue, (index = placeIndex(catalogue)));
  return territories.filter((place) => index.contains(law.jurisdiction, place, on) === "true");
}

const indexes = new WeakMap<World["catalogue"], ReturnType<typeof placeIndex>>();

function lacksOfOption(reason: Reason, option: OptionReport, settles: string | null, world: World, on: string): Lack[] {
  const { instrument, norm, cite } = option;
  const need = { instrument, norm, cite, as: option.kind, asset: reason.asset, action: reason.action, act: reason.act, territories: placesOf(reason.territories, instrument, world, on) };
  return option.premises.map((premise) => ({ premise, settles, need }));
}

/** The premises of a reason that no option of it has: whether its matter is there, whether a layer is raised, bans and duties. */
function lacksOfReason(reason: Reason, settles: string | null): Lack[] {
  const { instrument, norm, cite, asset, action, act, territories } = reason;
  const inOptions = new Set(reason.options.flatMap((o) => o.premises).map((p) => JSON.stringify(p)));
  const past = reason.tense === "past";
  const need = past ? { ...ofNoRule, as: "past" as const, asset, action, act, territories: [] } : { instrument, norm, cite, as: reasonAs(reason), asset, action, act, territories };
  return reason.premises.filter((p) => !inOptions.has(JSON.stringify(p))).map((premise) => ({ premise, settles, need }));
}

/** Every unknown on which a reason that is not cleared, or a past act of unknown state, hangs. An option that fails anyway asks nothing. */
function lacksOf({ reasons, exposure, use }: Decision, world: World): Lack[] {
  const ofReasons = reasons.filter((r) => r.decision !== "cleared").flatMap((reason) => {
    const settles = reason.decision === "unresolved" ? reason.id : null;
    const options = reason.decision === "blocked" ? [] : reason.options.filter((o) => o.interval.best !== "blocked");
    return [...options.flatMap((o) => lacksOfOption(reason, o, settles, world, use.on)), ...lacksOfReason(reason, settles)];
  });
  const ofPast = exposure.filter((e) => e.state === "unknown").flatMap((e) => {
    const need = { ...ofNoRule, as: "past" as const, asset: e.asset, action: e.action, act: e.act, territories: [] };
    return e.premises.map((premise): Lack => ({ premise, settles: null, need }));
  });
  return [...ofReasons, ...ofPast].filter((lack) => lack.premise.result === "unknown");
}

type Kind = AskedFact["type"];

function kindOf(reads: string, { catalogue }: World): { readonly type: Kind; readonly definition: FactDefinition | null } | null {
  const definition = catalogue.taxonomies.facts.get(reads);
  if (definition !== undefined) return { type: definition.type, definition };
  if (catalogue.taxonomies.quantities.has(reads)) return { type: "quantity", definition: null };
  if (reads === "license") return { type: "license", definition: null };
  if (reads === "licensor") return { type: "text", definition: null };
  return reads.startsWith("verification of ") ? { type: "verification", definition: null } : null;
}

/**
 * What bears the answer. A fact of an asset that is asked at an act is the asset's all the same: said of the act, it would speak for everything
 * that goes into the act.
 */
function bearerFor({ premise, need }: Lack, definition: FactDefinition | null, { graph }: World, use: string): { readonly of: string; readonly bearer: Bearer | null } {
  const named = premise.of ?? use;
  const bearer = bearerOf(graph, named, definition?.of ?? (isWordOnAsset(premise.reads) ? "asset" : "actor"));
  const isAct = bearer !== null && bearer.kind !== "asset" && bearer.kind !== "party";
  if (definition?.of !== "asset" || !isAct) return { of: named, bearer };
  return { of: need.asset, bearer: bearerOf(graph, need.asset, "asset") };
}

function askOf(reads: string, of: string, definition: FactDefinition | null, bearer: Bearer | null, world: World): string {
  if (reads.startsWith("verification of ")) return `How does the text of ${reads.slice("verification of ".length)} read? The record of the catalogue rests on less than the text.`;
  const ask = definition?.ask ?? (reads === "license" ? "Under which license is it?" : reads === "licensor" ? "Who has the right to license it?" : `How many or how much: ${world.catalogue.taxonomies.quantities.get(reads)?.title ?? reads}?`);
  return bearer === null ? `${ask} Nothing in the file can hold the answer: draw \`${of}\` out as a record of its own.` : ask;
}

const titleOf = (id: string | null, { catalogue, graph }: World): string | null => (id === null ? null : (catalogue.laws.get(id) ?? catalogue.instruments.get(id) ?? graph.instruments.get(id))?.title ?? null);

interface Gathered {
  readonly lack: Lack;
  readonly of: string;
  readonly bearer: Bearer | null;
  readonly type: Kind;
  readonly definition: FactDefinition | null;
  readonly settles: Set<string>;
  readonly needs: Map<string, FactNeed>;
}

/** The facts that a decision lacks, those that touch most unresolved reasons first; each asked once of what bears it. */
export function askedFacts(world: World, decision: Decision): AskedFact[] {
  const found = new Map<string, Gathered>();
  for (const lack of lacksOf(decision, world)) {
    const kind = kindOf(lack.premise.reads, world);
    if (kind === null) continue;
    const { of, bearer } = bearerFor(lack, kind.definition, world, decision.use.name);
    const key = JSON.stringify([lack.premise.reads, of]);
    const entry = found.get(key) ?? { lack, of, bearer, ...kind, settles: new Set<string>(), needs: new Map<string, FactNeed>() };
    if (lack.settles !== null) entry.settles.add(lack.settles);
    const need: FactNeed = { ...lack.need, title: titleOf(lack.need.instrument, world), needs: lack.premise.needs };
    const same = JSON.stringify({ ...need, territories: [] });
    const known = entry.needs.get(same);
    entry.needs.set(same, known === undefined ? need : { ...known, territories: [...new Set([...known.territories, ...need.territories])].toSorted() });
    found.set(key, entry);
  }
  return [...found.values()].map((entry) => asked(entry, world)).toSorted((a, b) => b.settles.length - a.settles.length || compare(a.fact, b.fact) || compare(a.of, b.of));
}

function asked({ lack, of, bearer, type, definition, settles, needs }: Gathered, world: World): AskedFact {
  const fact = lack.premise.reads;
  const told = [...needs.values()].toSorted((a, b) => compare(a.instrument ?? "", b.instrument ?? "") || compare(a.norm ?? "", b.norm ?? "") || compare(JSON.stringify(a), JSON.stringify(b)));
  return {
    fact, of, bearer: type === "verification" ? null : (bearer?.kind ?? null), control: definition?.control ?? "circumstance", type,
    ask: askOf(fact, of, definition, bearer, world), help: definition?.help ?? null, settles: [...settles].toSorted(byNumber), needs: told,
    answers: bearer === null ? [] : possibleAnswers({ fact, of, type, values: definition?.values ?? null }, told, world),
  };
}
