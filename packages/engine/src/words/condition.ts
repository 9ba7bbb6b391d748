import type { Condition, FactValue } from "@cleartitle/norms";
import { sayAmount } from "./amount.js";
import { sayList, sayPlaces } from "./list.js";
import { plainWords, sayFact, sayPosition, sayQuantity, sayStand, type Wording } from "./names.js";

type Titles = ReadonlyMap<string, { readonly title: string }> | undefined;
type Test<K extends string> = Extract<Exclude<Condition, boolean | "unknown">, { readonly [P in K]: unknown }>;

const titled = (ids: readonly string[], titles: Titles): string => sayList(ids.map((id) => titles?.get(id)?.title ?? plainWords(id)), "or");

const bearers: Readonly<Record<string, string>> = {
  act: "of the act", source: "of the thing itself", object: "of what is acted on", actor: "of who acts", group: "of who acts with its group", use: "of the use", licensor: "of the licensor", recipient: "of who receives it",
};
const anchors: Readonly<Record<string, string>> = {
  act: "at the act", acquisition: "when it was acquired", generation: "when the output was made", training: "when the model was trained", acceptance: "when the terms were accepted", publication: "when it was published",
  release: "at the release", use: "at the use", continuously: "at any time",
};
const whose: Readonly<Record<string, string>> = {
  act: "it is done or offered in", offered: "it is offered in", hosted: "it is hosted in", used: "it is used in", "output-shown": "its output is shown in", domicile: "who acts is at home in", headquarters: "who acts has its seat in",
};

const sayValue = (value: FactValue): string => (value === true ? "yes" : value === false ? "no" : typeof value === "number" ? String(value) : value.replaceAll("_", " "));

function sayQuantityTest(test: Test<"quantity">, wording: Wording): string {
  const bound = ([["at most", test.atMost], ["less than", test.below], ["more than", test.above], ["at least", test.atLeast]] as const).find(([, amount]) => amount !== undefined)!;
  const unit = `${test.unit === undefined ? "" : ` ${test.unit}`}${test.per === undefined ? "" : ` per ${test.per}`}`;
  const at = test.at === undefined ? "" : `, ${anchors[test.at]}`;
  return `${sayQuantity(test.quantity, wording) ?? plainWords(test.quantity)} ${bearers[test.of]}${at}: ${bound[0]} ${sayAmount(`${bound[1]!}..${bound[1]!}`)}${unit}${test.sticky === true ? " (once crossed, for good)" : ""}`;
}

function sayFactTest(test: Test<"fact">, wording: Wording): string {
  const values = (test.oneOf ?? [test.is!]).map(sayValue);
  return `${sayFact(test.fact, wording) ?? `${plainWords(test.fact)}:`} ${sayList(values, "or")}${test.recorded === true ? " (only if it is recorded)" : ""}`;
}

function sayDateTest(test: Test<"date">): string {
  const when = anchors[test.date]!;
  if (test.from === undefined) return `${when}: up to ${test.to ?? "any day"}`;
  return test.to === undefined ? `${when}: from ${test.from} on` : `${when}: from ${test.from} to ${test.to}`;
}

function sayTest(test: Exclude<Condition, boolean | "unknown" | { all: Condition[] } | { any: Condition[] } | { none: Condition[] } | { position: string; options: Record<string, Condition> }>, wording: Wording): string {
  const terms = wording.names?.taxonomies;
  if ("purpose" in test) return `the purpose is: ${titled(test.purpose, terms?.purposes)}`;
  if ("field" in test) return `the field of use is: ${titled(test.field, terms?.fields)}`;
  if ("recipient" in test) return `it goes to: ${titled(test.recipient, terms?.recipients)}`;
  if ("actor" in test) return `who acts is: ${titled(test.actor, terms?.partyKinds)}`;
  if ("place" in test) return `${whose[test.of ?? "act"]} ${sayPlaces(test.place)}${test.members === "at-signature" ? " (members as at signature)" : ""}`;
  if ("quantity" in test) return sayQuantityTest(test, wording);
  if ("fact" in test) return sayFactTest(test, wording);
  if ("date" in test) return sayDateTest(test);
  if ("kind" in test) return `${test.of === "object" ? "what is acted on" : "the thing itself"} is: ${titled(test.kind, terms?.assetKinds)}`;
  if ("derivation" in test) return `it is done to ${titled(test.derivation, terms?.derivationKinds)}`;
  if ("asserted" in test) return `somebody speaks of ${plainWords(test.asserted)}`;
  return `earlier acts on the same copy (${plainWords(test.exposure)}) are ${sayList(test.oneOf, "or")}`;
}

const inner = (condition: Condition, wording: Wording): string => {
  const said = sayCondition(condition, wording);
  const compound = typeof condition === "object" && ("all" in condition || "any" in condition || "position" in condition);
  return compound ? `(${said})` : said;
};

/** A condition in words: tests joined by `and` and `or`, a contested question with what each of its answers asks for. */
export function sayCondition(condition: Condition, wording: Wording = {}): string {
  if (condition === true) return "in any case";
  if (condition === false) return "never";
  if (condition === "unknown") return "nobody has settled it";
  if ("all" in condition) return condition.all.map((each) => inner(each, wording)).join("; and ");
  if ("any" in condition) return condition.any.map((each) => inner(each, wording)).join("; or ");
  if ("none" in condition) return `not: ${condition.none.map((each) => inner(each, wording)).join("; nor: ")}`;
  if ("position" in condition) {
    const options = Object.entries(condition.options).map(([id, each]) => `“${sayStand(condition.position, id, wording)}”: ${inner(each, wording)}`);
    return `by the position on ${sayPosition(condition.position, wording)} — ${options.join("; ")}`;
  }
  return sayTest(condition, wording);
}
