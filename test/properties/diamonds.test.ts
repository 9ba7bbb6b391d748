import { decide } from "@cleartitle/engine";
import { expect, test } from "vitest";
import { textOver } from "./change.js";
import { catalogueWith, ground } from "../worlds/catalogue-arbitrary.js";
import { asked, graphOf, type TitleText } from "../worlds/world-arbitrary.js";

const layers = 60;

/** Sixty layers of two assets, each made of both above it: 2^60 ways from the last to the first. */
function diamonds(license: string): TitleText {
  const names = (layer: number): string[] => (layer === 0 || layer === layers ? [`l${layer}-a`] : [`l${layer}-a`, `l${layer}-b`]);
  const assets = Array.from({ length: layers + 1 }, (_, layer) => names(layer)).flat().map((id) => ({ id, kind: "dataset", ...(id === "l0-a" ? { license, upstream: "complete", licensor: "maker" } : {}) }));
  const derivations = Array.from({ length: layers }, (_, layer) => names(layer + 1).map((to) => ({ id: `d-${to}`, from: names(layer), to, by: "merge", in: ["US"], field: ["general"], purpose: ["commercial"] }))).flat();
  const share = { id: "sa", cite: "s. 2", oblige: { do: "attribute" }, when: ["distribute"] };
  const text = textOver("LicenseRef-free", "license", [{ id: "p", cite: "s. 1", permit: { actions: ["reproduce", "adapt", "distribute"] } }, share], []);
  return {
    us: "us", profile: "cautious", parties: [{ id: "us", kind: "company" }], assets, derivations, statements: [], instruments: [text], title: [], claims: [], acceptances: [], events: [], observations: [], positions: {},
    uses: { [asked]: { of: `l${layers}-a`, actions: ["distribute"], purpose: ["commercial"], field: ["general"], in: ["US"], on: "2026-12-01" } },
  };
}

test.each([["LicenseRef-free", "conditional", ["attribute"]], ["NONE", "blocked", []], ["LicenseRef-nobody-knows-it", "unresolved", []]])("what lies at the end of 2^60 ways under %s makes the answer %s", { timeout: 60_000 }, (license, expected, duties) => {
  const decision = decide({ graph: graphOf(diamonds(license)), catalogue: catalogueWith(ground) }, asked, { fullProof: true });
  expect(decision.decision).toBe(expected);
  const reason = decision.reasons.find((r) => r.asset === "l0-a");
  expect(reason?.path.length).toBe(layers + 1);
  expect(decision.obligations.filter((o) => o.object === `l${layers}-a`).map((o) => o.do)).toEqual(duties);
});
