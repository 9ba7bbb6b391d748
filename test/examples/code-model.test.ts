import { deviationsOf, effectOf, readDeal, readPlaybook, type DealFile, type Effect } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import { expect, test } from "vitest";
import { catalogue, library } from "../cases/clause-house.js";
import { exampleText, readText } from "./example.js";

const { taxonomies } = catalogue;
const graph = readText(exampleText("code-model/cleartitle.yaml"), "cleartitle.yaml");

function dealIn(file: string): DealFile {
  const { file: read, problems } = readDeal(exampleText(`code-model/deal/${file}`), { file, library, taxonomies });
  expect(problems).toEqual([]);
  return read!;
}

const [vendor, ours] = [dealIn("vendor.yaml"), dealIn("ours.yaml")];

function effect(before: DealFile, after: DealFile): Effect {
  const found = effectOf(before, after, { graph, catalogue }, { library, file: "cleartitle.yaml", decide });
  expect(found.problems).toEqual([]);
  return found.effect!;
}

const answers = ({ uses }: Effect): object => Object.fromEntries(uses.flatMap((use) => use.places.map((place) => [`${use.use} ${place.territories.join(" ")}`, place.after] as const)));
const duties = ({ uses }: Effect): string[] => uses.flatMap((use) => use.obligations.map((each) => `${use.use}: ${each.change} ${each.do}`));
const withVersion = (topic: string, version: string): DealFile => ({ ...ours, deal: { ...ours.deal, topics: { ...ours.deal.topics, [topic]: { ...ours.deal.topics[topic], version: version as "licensor" } } } });

const everywhere = "IE US US-CA US-NY";

test("from the vendor's paper to ours: what is won, and which clauses win it", () => {
  const found = effect(vendor, ours);
  expect(found.asIfSigned).toEqual({ before: true, after: true });
  expect(answers(found)).toEqual({ "keep-serving IE": "conditional", [`launch ${everywhere}`]: "conditional", [`suggest ${everywhere}`]: "cleared", "train-a-successor IE": "cleared" });
  const because = Object.fromEntries(found.uses.flatMap((use) => use.places.map((place) => [use.use, place.because.together] as const)));
  expect(because).toEqual({ "keep-serving": ["outputs", "improvements", "model-after-term"], launch: ["outputs", "improvements"], suggest: ["outputs", "improvements"], "train-a-successor": ["model-scope", "improvements"] });
  const launch = found.uses.find((use) => use.use === "launch")!;
  expect(launch.places[0]!.because.sentences.map((each) => each.cite)).toEqual(expect.arrayContaining(["3.1", "11.1"]));
  expect(launch.obligations).toMatchObject([{ change: "new", do: "keep-guardrails", cite: "22.1" }]);
  expect(found.terms.duties.map((each) => `${each.change} ${each.what}`)).toEqual(["gone licensee: delete-derivatives", "new licensor: no-reidentification", "new licensee: certify-deletion", "new licensor: indemnify"]);
  expect(found.worsened).toBeNull();
});

/** Each clause in both other versions, all else as in ours: answers that become others, and duties of uses. */
const choices: readonly (readonly [topic: string, version: string, answers: object, duties: readonly string[]])[] = [
  ["output-ownership", "licensor", {}, []],
  ["improvements", "licensor", { "keep-serving IE": "unresolved", [`launch ${everywhere}`]: "unresolved", [`suggest ${everywhere}`]: "conditional", "train-a-successor IE": "unresolved" }, ["train-a-successor: new grant-back"]],
  ["improvements", "licensee", {}, []],
  ["outputs", "licensor", { "keep-serving IE": "blocked", [`launch ${everywhere}`]: "blocked", [`suggest ${everywhere}`]: "blocked" }, []],
  ["outputs", "licensee", {}, []],
  ["output-indemnity", "licensor", { "launch US US-NY": "cleared" }, ["keep-serving: gone keep-guardrails", "launch: gone keep-guardrails"]],
  ["output-indemnity", "licensee", { "launch US US-NY": "cleared" }, ["keep-serving: gone keep-guardrails", "launch: gone keep-guardrails"]],
  ["model-scope", "licensor", { "train-a-successor IE": "blocked" }, []],
  ["model-scope", "licensee", {}, []],
  ["permitted-acts", "licensor", {}, []],
  ["permitted-acts", "licensee", { "hand-to-a-customer US US-NY": "cleared", "hand-to-a-customer US-CA": "conditional" }, []],
  ["confidentiality", "licensor", {}, ["hand-to-a-customer: new secrecy"]],
  ["confidentiality", "licensee", {}, []],
  ["model-after-term", "licensor", { "keep-serving IE": "blocked" }, ["keep-serving: gone keep-guardrails"]],
];

test.each(choices)("%s in the version of the %s: what the choice is made by", (topic, version, becomes, brings) => {
  const found = effect(ours, withVersion(topic, version));
  expect(answers(found)).toEqual(becomes);
  expect(duties(found)).toEqual(brings);
});

test("against the playbook ours is all fallbacks, and the vendor's paper stops", () => {
  const { playbook, problems } = readPlaybook(exampleText("code-model/deal/playbook.yaml"), { file: "playbook.yaml", library, taxonomies });
  expect(problems).toEqual([]);
  const told = (deal: DealFile): string[] => deviationsOf(deal.deal, { playbook: playbook!, library, taxonomies }).map((each) => `${each.severity} ${each.topic}`);
  expect(told(ours)).toEqual(["fallback outputs", "fallback improvements", "fallback supplier-training", "fallback model-after-term", "fallback confidentiality", "fallback output-indemnity"]);
  expect(told(vendor)).toEqual(["stop outputs", "stop improvements", "stop supplier-training", "ask output-ownership", "ask model-after-term", "ask confidentiality", "ask output-indemnity"]);
});
