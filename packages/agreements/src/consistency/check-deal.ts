import { isKind } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import { amountOf, type FieldValue } from "../clause/field.js";
import type { Rule, RuleTest } from "../clause/rule.js";
import { parametersIn } from "../clause/template.js";
import type { Compiled } from "../compile/compile.js";
import type { Deal } from "../deal/deal.js";
import type { AgreementDocument } from "../document/document.js";
import { documentFindings, ruleOfTerms } from "./document-findings.js";
import type { DealFinding } from "./finding.js";

export interface CheckedDeal {
  readonly findings: readonly DealFinding[];
  /** Rules that a deal alone cannot answer, each with what it needs. */
  readonly notChecked: readonly { readonly rule: number; readonly title: string; readonly needs: string }[];
  /** Topics of the library on which the deal says nothing. */
  readonly silentOn: readonly string[];
}

interface Asked {
  readonly deal: Deal;
  readonly library: ClauseLibrary;
  readonly compiled: Compiled;
  /** The day on which it is asked whether a day has passed. */
  readonly on: string;
  /** The document of the deal; left out: what only that answers is not checked. */
  readonly document?: AgreementDocument;
  /** What was found by rules that need more than the deal; a rule that is not here was not asked. */
  readonly beside?: readonly { readonly rule: number; readonly findings: readonly DealFinding[] }[];
}

function valueAt(place: string, { deal, library }: Asked): FieldValue | null {
  const [topic, field] = place.split(".") as [string, string];
  const taken = deal.topics[topic];
  // What the version taken does not speak of is no term of the deal, whatever its default.
  if (taken?.version === undefined || !parametersIn(library.topics.get(topic)!.versions[taken.version]).has(field)) return null;
  return taken.with?.[field] ?? library.topics.get(topic)!.fields[field]?.default ?? null;
}

/** Two values of which the first is more; unlike units, and what was not agreed, are not compared. */
function isMore(a: FieldValue | null, b: FieldValue | null): boolean {
  const [x, y] = [a === null ? null : amountOf(a), b === null ? null : amountOf(b)];
  return x !== null && y !== null && x.unit === y.unit && x.amount > y.amount;
}

const isShared = (a: FieldValue | null, b: FieldValue | null): boolean => Array.isArray(a) && Array.isArray(b) && a.some((each) => b.includes(each));

function holds(test: RuleTest, asked: Asked): boolean {
  const { compiled } = asked;
  const pair = ([a, b]: readonly [string, string]): readonly [FieldValue | null, FieldValue | null] => [valueAt(a, asked), valueAt(b, asked)];
  if ("says" in test) return compiled.says.has(test.says);
  if ("lacks" in test) return test.lacks.some((word) => !compiled.says.has(word));
  if ("permits" in test) return compiled.instrument.norms.filter(isKind("permit")).some((norm) => norm.permit.actions.some((act) => test.permits.includes(act)));
  if ("more" in test) return isMore(...pair(test.more));
  if ("share" in test) return isShared(...pair(test.share));
  if ("differ" in test) {
    const [a, b] = pair(test.differ);
    return a !== null && b !== null && JSON.stringify(a) !== JSON.stringify(b);
  }
  const [topic, id] = test.past.split(".") as [string, string];
  return compiled.dates.some((date) => date.topic === topic && date.id === id && date.on !== null && date.on < asked.on);
}

/** Topics of the deal that a rule speaks of. */
function topicsOf(tests: readonly RuleTest[], { deal, library, compiled }: Asked): string[] {
  const named = tests.flatMap((test) => ("more" in test ? test.more : "differ" in test ? test.differ : "share" in test ? test.share : "past" in test ? [test.past] : [])).map((place) => place.split(".")[0]!);
  const words = new Set(tests.flatMap((test) => ("says" in test ? [test.says] : [])));
  const saying = [...library.topics.values()].filter((topic) => {
    const taken = deal.topics[topic.id];
    const said = taken === undefined ? [] : ((taken.own ?? topic.versions[taken.version!]).says ?? []);
    return said.some((word) => words.has(word));
  });
  const acts = new Set(tests.flatMap((test) => ("permits" in test ? test.permits : [])));
  const permitting = compiled.instrument.norms.filter(isKind("permit")).filter((norm) => norm.permit.actions.some((act) => acts.has(act))).map((norm) => norm.id.split(".")[0]!);
  return [...new Set([...named, ...saying.map((topic) => topic.id), ...permitting])];
}

function findingsOf(rule: Rule, asked: Asked): DealFinding[] {
  const met = (rule.when ?? []).find((tests) => tests.every((test) => holds(test, asked)));
  if (met === undefined) return [];
  return [{ code: "inconsistent", rule: rule.number, severity: rule.severity, topics: topicsOf(met, asked), cite: null, message: rule.title, remedy: rule.remedy }];
}

/** Values for fields that the version taken does not speak of: what was agreed is in no clause. */
function unspoken({ deal, library, compiled }: Asked): DealFinding[] {
  const said = new Map(compiled.clauses.map((clause) => [clause.topic, clause]));
  return Object.entries(deal.topics).flatMap(([id, taken]) => {
    const topic = library.topics.get(id)!;
    const used = parametersIn(taken.version === undefined ? null : topic.versions[taken.version]);
    return Object.keys(taken.with ?? {}).filter((name) => !used.has(name)).map((name): DealFinding => ({
      code: "outside-version", rule: null, severity: "look", topics: [id], cite: String(said.get(id)!.number),
      message: `\`${name}\` is agreed, and the version \`${taken.version}\` of \`${id}\` does not speak of it`, remedy: "take another version, or leave the value out",
    }));
  });
}

const uncompiled = ({ compiled }: Asked): DealFinding[] =>
  compiled.notCompiled.map((note): DealFinding => ({
    code: "not-compiled", rule: null, severity: "look", topics: [note.topic], cite: note.cite, message: note.text,
    remedy: `${note.why}${note.touches === null ? "" : `; unknown for ${note.touches === "all" ? "every act" : note.touches.join(", ")}`}`,
  }));

/** Whether the clauses of a deal fit together, what of them no norm carries, and what could not be asked. */
export function checkDeal(asked: Asked): CheckedDeal {
  const { library, deal, document, beside = [] } = asked;
  const ofDocument = document === undefined ? [] : documentFindings(document, asked.compiled, library.document.words.attach);
  return {
    findings: [...library.rules.flatMap((rule) => findingsOf(rule, asked)), ...beside.flatMap(({ findings }) => findings), ...ofDocument, ...unspoken(asked), ...uncompiled(asked)],
    notChecked: library.rules.flatMap((rule) => (rule.needs === undefined || (document !== undefined && rule.number === ruleOfTerms) || beside.some((each) => each.rule === rule.number) ? [] : [{ rule: rule.number, title: rule.title, needs: rule.needs }])),
    silentOn: [...library.topics.keys()].filter((id) => deal.topics[id] === undefined),
  };
}
