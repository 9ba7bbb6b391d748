import { decide, type World } from "@cleartitle/engine";
import { openCatalogue } from "@cleartitle/catalogue";
import type { Instrument } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { actionIri, evaluate, profileVocabulary, readPolicies, readState, readTurtle, termIri, writeInstrument, type OdrlDecision, type Policy, type StateOfWorld, type Value } from "../index.js";

/** The catalogue without law: what is compared is what the license itself grants and refuses. */
const { catalogue } = openCatalogue();
const world = { ...catalogue!, laws: new Map<string, never>() };
const { taxonomies } = world;
const vocabularies = [profileVocabulary(taxonomies)];
const licenses = [...world.instruments.values()].filter((each) => each.kind === "license");
const acts = ["reproduce", "adapt", "distribute", "make-available"];
const purposes = ["commercial", "non-commercial"];

const state = readState(readTurtle(`<urn:asset> <http://www.w3.org/ns/odrl/2/partOf> <${termIri("role", "materials")}> .
<urn:x/currentTime> <http://purl.org/dc/terms/issued> "2026-12-01"^^<http://www.w3.org/2001/XMLSchema#date> .`, "state").graph!);
const term = (iri: string): readonly Value[] => [{ kind: "term", iri }];
const kindOf = (license: Instrument): string => (license.speaksOf.weights ? "model" : "dataset");

const useOf = (license: Instrument, action: string, purpose: string): string => `${license.id} ${action} ${purpose}`;

/** One title file that has something under each license, asked for each act and purpose. */
function everythingAsked(): World {
  const title = {
    us: "acme", parties: [{ id: "acme" }], assets: licenses.map((license) => ({ id: license.id, kind: kindOf(license), license: license.id, source: `hf:x/${license.id}` })),
    uses: Object.fromEntries(licenses.flatMap((license) => acts.flatMap((action) => purposes.map((purpose) => [useOf(license, action, purpose), { of: license.id, actions: [action], purpose, field: "general", in: ["DE"], on: "2026-12-01" }])))),
  };
  const { graph, problems } = readTitleValue(title, { file: "title", taxonomies });
  expect(problems).toEqual([]);
  return { graph: graph!, catalogue: world };
}

const isGranted = (asked: World, use: string): boolean => ["cleared", "conditional"].includes(decide(asked, use, { withoutRange: true }).decision);

const rank: readonly OdrlDecision[] = ["permit", "undetermined", "deny"];

/** The acts that law asks for are asked one by one; a condition that we keep counts as kept, as it does in `conditional`. */
function byOdrl(license: Instrument, policies: readonly Policy[], action: string, purpose: string): { readonly decision: OdrlDecision; readonly missing: readonly string[] } {
  const duties = new Map(policies.flatMap((policy) => policy.rules).flatMap((rule) => [rule, ...rule.duties]).map((rule) => [rule.id, { state: "Fulfilled" as const, report: "urn:report" }]));
  const kept: StateOfWorld = { ...state, duties };
  const kind = kindOf(license);
  const { scope: own, holds } = taxonomies.assetKinds.get(kind)!;
  const features = (scope: string) => new Map<string, readonly Value[]>([
    ["urn:cleartitle:odrl:layer", term(termIri("layer", "copyright"))], ["urn:cleartitle:odrl:scope", term(termIri("scope", scope))],
    ["urn:cleartitle:odrl:kind", term(termIri("kind", kind))], ["urn:cleartitle:odrl:kind.object", term(termIri("kind", kind))],
    ["http://www.w3.org/ns/odrl/2/purpose", term(termIri("purpose", purpose))], ["http://www.w3.org/ns/odrl/2/industry", term(termIri("field", "general"))], ["http://www.w3.org/ns/odrl/2/spatial", term(termIri("place", "DE"))],
  ]);
  const needs = taxonomies.actions.get(action)!.needs!.copyright!;
  // A data set is asked as a database and for its contents.
  const answers = [own, ...(holds?.copyright ?? [])].flatMap((scope) => needs.map((each) =>
    evaluate(policies, { id: "urn:request", ruleId: null, action: actionIri(each, taxonomies), party: "urn:acme", target: "urn:asset", features: features(scope) }, kept, { vocabularies })));
  return { decision: rank[Math.max(...answers.map((each) => rank.indexOf(each.decision)))]!, missing: [...new Set(answers.flatMap((each) => each.missing))] };
}

const standsOnAnother = (license: Instrument): boolean => license.norms.some((norm) => norm.kind === "modify" || norm.kind === "incorporate");

describe("a license of the catalogue as ODRL permits what the engine grants", () => {
  test("on every license, four acts and two purposes", async () => {
    const more: string[] = [];
    const less: string[] = [];
    let [permitted, waiting] = [0, 0];
    const asked = everythingAsked();
    for (const license of licenses) {
      const { policies } = await readPolicies(writeInstrument(license, taxonomies), { file: license.id });
      for (const action of acts) {
        for (const purpose of purposes) {
          const granted = isGranted(asked, useOf(license, action, purpose));
          const { decision, missing } = byOdrl(license, policies, action, purpose);
          if (decision === "permit") permitted += 1;
          // A text that changes another or takes one in is not whole without it: no permit by itself.
          const alone = !standsOnAnother(license);
          if (decision === "permit" && (!granted || !alone)) more.push(useOf(license, action, purpose));
          // The engine asks us what we will do and answers `conditional`; ODRL has no such word and waits for the fact that it names.
          if (!alone) continue;
          if (granted && decision === "undetermined" && missing.length > 0) waiting += 1;
          else if (granted && decision !== "permit") less.push(`${useOf(license, action, purpose)}: ${missing.join(" ")}`);
        }
      }
    }
    expect(permitted).toBeGreaterThan(200);
    expect(more).toEqual([]);
    expect(less).toEqual([]);
    expect(waiting).toBeLessThan(permitted / 20);
  }, 600_000);
});
