import { placeIndex, type Catalogue } from "@cleartitle/catalogue";
import type { FactValue, Questionnaire, QuestionnaireAnswer, QuestionnaireQuestion, Truth } from "@cleartitle/norms";
import { acquisitionName, printBounds, recordedFacts, recordWordId, type TitleGraph, type Use } from "@cleartitle/title";
import { countsAgainst } from "../check/row.js";
import type { DecideOptions, Decision, Reason } from "../decision.js";
import type { World } from "../world.js";
import { askedFacts } from "./asked-fact.js";
import type { AssessedAnswer, AssessedQuestion, Assessment, CitedRule, RecordedAnswer } from "./assessment.js";
import { type Cone, coneOf } from "./cone.js";
import type { AskedFact, Decide } from "./inquiry.js";
import { risksOf } from "./risk.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All that a question is told with. */
interface Setting {
  readonly world: World;
  readonly use: Use;
  readonly cone: Cone;
  readonly territories: readonly string[];
  readonly asked: readonly AskedFact[];
  readonly decision: Decision;
  readonly index: ReturnType<typeof placeIndex>;
}

function inCone({ world: { graph }, use, cone }: Setting, fact: string): RecordedAnswer[] {
  return recordedFacts(graph, fact)
    .filter(({ of }) => (of.kind === "asset" ? cone.assets.has(of.id) : of.kind === "acquisition" ? cone.assets.has(of.asset) : of.kind === "derivation" ? cone.derivations.has(of.id) : of.kind === "party" ? cone.parties.has(of.id) : of.id === use.name))
    .map(({ of, value, rung, by }) => ({ fact, of: of.id, value: typeof value === "object" ? printBounds(value) : String(value), rung, by }));
}

const told = (fact: string, of: string, value: string, by: string | null = null): RecordedAnswer => ({ fact, of, value, rung: "declared", by });

/** What decides a question besides facts, as it is recorded. */
function readFrom({ world: { graph }, use, cone }: Setting, reads: QuestionnaireQuestion["reads"]): RecordedAnswer[] {
  const derivations = [...cone.derivations].flatMap((id) => graph.derivations.get(id) ?? []);
  const assets = [...cone.assets].toSorted();
  if (reads === "actions") return [told("actions", use.name, use.actions.join(", ")), ...derivations.map((d) => told("derivation", d.id, d.by))];
  if (reads === "places") return [...derivations.filter((d) => d.in.length > 0).map((d) => told("in", d.id, d.in.join(", "))), ...assets.flatMap((id) => (graph.assets.get(id)?.acquired ?? []).flatMap((a, i) => (a.in === null ? [] : [told("in", acquisitionName(id, a, i), a.in)])))];
  if (reads === "license") return graph.statements.filter((s) => s.what === "license" && s.about.kind === "asset" && cone.assets.has(s.about.id)).map((s) => ({ fact: "license", of: s.about.id, value: String(s.value ?? s.raw), rung: s.rung, by: s.by }));
  if (reads === "title") return graph.title.filter((t) => cone.assets.has(t.asset)).map((t) => told("title", t.asset, `${t.how} to ${t.to}`, t.from));
  return [];
}

/** A kind of party stands with the party. */
function kindOfActor({ world: { graph }, use }: Setting): RecordedAnswer[] {
  const kind = graph.parties.get(use.actor)?.kind ?? null;
  const corrected = graph.statements.some((s) => s.supersedes === recordWordId(use.actor, "fact:actor.kind"));
  return kind === null || corrected ? [] : [{ fact: "actor.kind", of: use.actor, value: kind, rung: "declared", by: null }];
}

function recordedFor(setting: Setting, { facts, reads }: QuestionnaireQuestion): RecordedAnswer[] {
  const all = [...readFrom(setting, reads), ...(facts ?? []).flatMap((fact) => [...inCone(setting, fact), ...(fact === "actor.kind" ? kindOfActor(setting) : [])])];
  return all.toSorted((a, b) => compare(a.fact, b.fact) || compare(a.of, b.of) || compare(a.value, b.value));
}

/** Whether what is recorded makes this the answer: every fact that it names is recorded so, everywhere; `unknown` where one is not, or differs. */
function holds(answer: QuestionnaireAnswer, recorded: readonly RecordedAnswer[]): Truth {
  if (answer.is === undefined) return "unknown";
  const each = Object.entries(answer.is).map(([fact, wanted]): Truth => {
    const values = (Array.isArray(wanted) ? wanted : [wanted]).map((value: FactValue) => String(value));
    const found = new Set(recorded.filter((r) => r.fact === fact).map((r) => values.includes(r.value)));
    return found.size !== 1 ? "unknown" : found.has(true) ? "true" : "false";
  });
  if (each.includes("false")) return "false";
  return each.includes("unknown") ? "unknown" : "true";
}

function cited({ laws }: Catalogue, ids: readonly string[] | undefined): CitedRule[] {
  return (ids ?? []).flatMap((id): CitedRule[] => {
    const law = laws.get(id);
    return law === undefined ? [] : [{ id, title: law.title, cite: law.authority[0]!, verified: law.verified, confidence: law.confidence }];
  });
}

/** Rules that are law in one of the places asked. */
const hereOnly = (rules: readonly CitedRule[], { world, territories, index, use }: Setting): CitedRule[] =>
  rules.filter(({ id }) => territories.some((place) => index.contains(world.catalogue.laws.get(id)!.jurisdiction, place, use.on) === "true"));

function answersOf(question: QuestionnaireQuestion, recorded: readonly RecordedAnswer[], setting: Setting): AssessedAnswer[] {
  const { territories, index, use, world } = setting;
  return question.answers.flatMap((answer): AssessedAnswer[] => {
    const places = answer.in === undefined ? null : territories.filter((place) => answer.in!.some((name) => index.contains(name, place, use.on) === "true"));
    if (places?.length === 0) return [];
    const rules = hereOnly(cited(world.catalogue, answer.rules), setting);
    return [{ says: answer.says, means: answer.means, territories: places === null || places.length === territories.length ? null : places, holds: holds(answer, recorded), rules }];
  });
}

/** What a position was taken to be where the decision asked for it. */
function positionsOf(ids: readonly string[] | undefined, { decision, world }: Setting): AssessedQuestion["positions"] {
  const premises = decision.reasons.flatMap((r) => [...r.premises, ...r.options.flatMap((o) => o.premises)]);
  return (ids ?? []).flatMap((id) => {
    const position = world.catalogue.positions.get(id);
    if (position === undefined) return [];
    const taken = new Map<string, Set<string>>();
    for (const { is, of } of premises.filter((premise) => premise.reads === `position ${id}`)) {
      if (is !== null && of !== null) taken.set(is, (taken.get(is) ?? new Set<string>()).add(of));
    }
    const options = [...taken].map(([option, places]) => ({ option, says: position.options.find((o) => o.id === option)?.says ?? option, territories: [...places].toSorted() }));
    return [{ id, question: position.question, taken: options.toSorted((a, b) => compare(a.option, b.option)) }];
  });
}

function stateOf(facts: readonly string[], recorded: readonly RecordedAnswer[], asked: readonly AskedFact[], reads: boolean): AssessedQuestion["state"] {
  const waiting = asked.some((a) => facts.includes(a.fact));
  const known = new Set(recorded.map((r) => r.fact));
  const answered = facts.filter((fact) => known.has(fact)).length;
  if (waiting) return answered === 0 ? "asked" : "partly";
  if (facts.length === 0) return recorded.length > 0 || !reads ? "answered" : "open";
  return answered === facts.length ? "answered" : answered === 0 ? "open" : "partly";
}

function assessed(question: QuestionnaireQuestion, setting: Setting): AssessedQuestion {
  const { catalogue } = setting.world;
  const recorded = recordedFor(setting, question);
  const facts = question.facts ?? [];
  return {
    id: question.id, ask: question.ask, help: question.help ?? null, reads: question.reads ?? null,
    facts: facts.map((fact) => ({ fact, ask: catalogue.taxonomies.facts.get(fact)?.ask ?? fact, help: catalogue.taxonomies.facts.get(fact)?.help ?? null, unread: question.unread?.[fact] ?? null })),
    recorded, state: stateOf(facts, recorded, setting.asked, question.reads !== undefined), answers: answersOf(question, recorded, setting),
    rules: hereOnly(cited(catalogue, question.rules), setting), positions: positionsOf(question.positions, setting),
  };
}

function because(reason: Reason): Assessment["because"][number] {
  const options = reason.options.filter((o) => o.interval.worst !== "blocked" || o.interval.best !== "blocked" || reason.decision === "blocked").map((o) => o.cite);
  const cites = [...new Set([reason.cite, ...options].filter((cite) => cite !== null))];
  return { reason: reason.id, decision: reason.decision, asset: reason.asset, action: reason.action, outcome: reason.outcome, instrument: reason.instrument, cites, territories: reason.territories };
}

/** The places of a use for which a questionnaire is meant, and the others; as atoms. */
export function scopeOf(questionnaire: Questionnaire, world: { readonly graph: TitleGraph; readonly catalogue: Catalogue }, use: Use): { readonly inside: readonly string[]; readonly outside: readonly string[] } {
  const index = placeIndex(world.catalogue);
  const atoms = [...new Set(use.in.flatMap((place) => [...(index.atomsOf(place, use.on) ?? [])]))].toSorted();
  const isIn = (place: string): boolean => questionnaire.in.some((name) => index.contains(name, place, use.on) === "true");
  return { inside: atoms.filter(isIn), outside: atoms.filter((place) => !isIn(place)) };
}

/**
 * Runs a questionnaire on a use: what is recorded for each of its questions, what each answer would mean under which rule, and the engine's
 * answer in the places for which the questionnaire is meant, which must not be none.
 */
export function assess(world: World, name: string, questionnaire: Questionnaire, decide: Decide, options: DecideOptions = {}): Assessment {
  const use = world.graph.uses.get(name);
  if (use === undefined) throw new RangeError(`no use \`${name}\``);
  const { inside, outside } = scopeOf(questionnaire, world, use);
  const here: World = { ...world, graph: { ...world.graph, uses: new Map(world.graph.uses).set(name, { ...use, in: inside }) } };
  const decision = decide(here, name, { ...options, withoutRange: true, fullProof: true });
  const asked = askedFacts(here, decision);
  const territories = decision.byTerritory.flatMap((t) => t.territories).toSorted();
  const setting: Setting = { world, use, cone: coneOf(world.graph, use), territories, asked, decision, index: placeIndex(world.catalogue) };
  const questions = questionnaire.questions.map((question) => assessed(question, setting));
  const home = (fact: string): string | null => questionnaire.questions.find((q) => q.facts?.includes(fact))?.id ?? null;
  const open = asked.filter((a) => a.settles.length > 0);
  const first = open.find((a) => home(a.fact) !== null) ?? open[0] ?? null;
  return {
    $schema: "urn:cleartitle:schema:assessment:1", version: 1,
    questionnaire: {
      id: questionnaire.id, title: questionnaire.title, note: questionnaire.note ?? null, verified: questionnaire.verified, reviewed: questionnaire.reviewed,
      overdue: questionnaire.reviewBy !== undefined && questionnaire.reviewBy < decision.basis.asOf,
    },
    use: name, decision: decision.decision, byTerritory: decision.byTerritory.map(({ territories: places, decision: status }) => ({ territories: places, decision: status })), outside, questions,
    next: first === null ? null : { question: home(first.fact), fact: first.fact, of: first.of, ask: first.ask },
    because: decision.reasons.filter((r) => r.tense === "present" || countsAgainst(r)).slice(0, 12).map(because), risks: risksOf(world, use, territories), watch: decision.watch, basis: decision.basis,
  };
}
