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
  expect(found.terms.duties.map((each) => `${each.change} ${each.what}`)).toEqual(["gone licensee: inform", "gone licensee: delete-derivatives", "new licensee: cease", "new licensor: document", "new licensor: no-reidentification", "new licensee: certify-deletion", "new licensor: indemnify"]);
  expect(found.worsened).toBeNull();
});

test("against the playbook ours is all fallbacks, and the vendor's paper stops", () => {
  const { playbook, problems } = readPlaybook(exampleText("code-model/deal/playbook.yaml"), { file: "playbook.yaml", library, taxonomies });
  expect(problems).toEqual([]);
  const told = (deal: DealFile): string[] => deviationsOf(deal.deal, { playbook: playbook!, library, taxonomies }).map((each) => `${each.severity} ${each.topic}`);
  expect(told(ours)).toEqual(["fallback outputs", "fallback improvements", "fallback supplier-training", "fallback model-after-term", "fallback confidentiality", "fallback output-indemnity"]);
  expect(told(vendor)).toEqual(["stop outputs", "stop improvements", "stop supplier-training", "ask output-ownership", "ask model-after-term", "ask confidentiality", "ask output-indemnity"]);
});
