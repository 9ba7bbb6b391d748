import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Decision, Reason } from "@cleartitle/engine";
import { describe, expect, it } from "vitest";
import { decideCase, realCatalogue } from "../cases/case-file.js";
import { licenseIds, titleOf, type PeerCase } from "./modelgo-title.js";

const file = fileURLToPath(new URL("../../../shared/data/modelgo/cases.json", import.meta.url));
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly PeerCase[] };
const docs = readFileSync(fileURLToPath(new URL("../../docs/modelgo.md", import.meta.url)), "utf8");

/** The peer takes embeddings and translations for the work itself. For us that is a fact: recorded so, recorded otherwise, or unknown. */
const kept = { "index.stores-expression": true, "output.recognizable-elements": true };
const gone = { "index.stores-expression": false, "output.recognizable-elements": false };
const worlds = [{}, kept, gone];

const decided = (title: Record<string, unknown>): Decision => decideCase(realCatalogue(), { case: "", title, expect: {} });
const release = (peer: PeerCase, facts: Readonly<Record<string, unknown>> = {}): Decision => decided(titleOf(peer, facts));

/** The work that a step's output is the embedded form of, and the output on the way to it. */
function workOf(peer: PeerCase, name: string): { work: string; through: string | null } {
  const step = peer.steps.find((each) => each.output === name && each.inputs.length === 1);
  return step === undefined ? { work: name, through: null } : { work: step.inputs[0]!, through: name };
}

const licenseOf = (peer: PeerCase, work: string): string => licenseIds[peer.works.find((each) => each.name === work)!.license]!;

/** Why the license of a work does not serve, over the reasons that hold back an answer. */
function failuresOf(decision: Decision, license: string, only: (reason: Reason) => boolean): string[] {
  return decision.reasons.filter((r) => r.tense === "present" && (r.decision === "blocked" || r.decision === "unresolved") && only(r)).flatMap((r) => r.options.flatMap((o) => (o.instrument === license && o.fails !== null ? [o.fails] : [])));
}

/** Whether our answer says what a message of the peer says. */
function met(peer: PeerCase, message: string): boolean {
  const relicense = /^Work (\S+) under \S+ CONNOT BE RELICENSED/.exec(message)?.[1];
  if (relicense !== undefined) {
    const answer = release(peer);
    return answer.decision === "blocked" && failuresOf(answer, licenseOf(peer, relicense), (r) => r.asset === relicense).includes("outbound license") && answer.findings.some((f) => f.kind === "license-drift");
  }
  const named = /^Work (\S+) (does NOT grant you the right to (\S+)|CONNOT BE SHARED)/.exec(message);
  if (named === null) return false;
  const { work, through } = workOf(peer, named[1]!);
  const license = licenseOf(peer, work);
  const answer = release(peer, kept);
  const here = (r: Reason): boolean => r.asset === work && (through === null || r.path.includes(through));
  if (named[3] !== "COMMERCIAL_USE") return answer.decision === "blocked" && failuresOf(answer, license, here).some((fails) => fails.startsWith("role"));
  // Of several tests that fail a reason tells the first; whether the purpose fails is asked of the work alone, and of the release that it is held back there.
  const alone = decided({ us: "us", assets: [{ id: work, kind: "dataset", license }], uses: { sale: { of: work, actions: ["sell"], purpose: "commercial", field: "general", in: ["DE", "US"], on: "2026-11-21" } } });
  return failuresOf(alone, license, () => true).includes("purpose") && failuresOf(answer, license, here).length > 0;
}

/** Messages that our answer does not repeat → the row of `docs/modelgo.md` that says why. */
const ours: Readonly<Record<string, string>> = {
  "Work Deep-sequoia does NOT grant you the right to COMMERCIAL_USE": "LGPL-LR and money",
  "Work E_Deep-sequoia does NOT grant you the right to COMMERCIAL_USE": "LGPL-LR and money",
  "Work C_Baize_BLOOM_T_BERT must remain OPEN SOURCE (raw) or provide a READABLE COPY of source code according to license GPL-3.0": "GPL and a service",
};

const messages = cases.flatMap((peer) => [...peer.reproduced.errors, ...peer.reproduced.warnings].map((message) => [peer.case, message, peer] as const));

describe("what a peer reports of three workflows", () => {
  it("has them all", () => {
    expect([cases.length, messages.length]).toEqual([3, 9]);
  });
  it.each(messages)("%s: %s", (_, message, peer) => {
    const row = ours[message];
    expect({ met: met(peer, message), explained: row !== undefined && docs.includes(`| ${row} |`) }).toEqual({ met: row === undefined, explained: row !== undefined });
  });
  it("says why no table row is without a message", () => {
    expect(Object.keys(ours).filter((message) => !messages.some(([, known]) => known === message))).toEqual([]);
  });
  it.each(cases.map((peer) => [peer.case, peer] as const))("%s is never free to sell, whatever is known of what the embeddings and outputs keep", (_, peer) => {
    expect(worlds.map((facts) => release(peer, facts).decision)).not.toContain("cleared");
  });
  it("is blocked or open for each of them while nothing is recorded, though the peer finds nothing in the third", () => {
    expect(cases.map((peer) => [peer.case, release(peer).decision, release(peer, kept).decision])).toEqual([["I(b)", "unresolved", "blocked"], ["II(a)", "blocked", "blocked"], ["III", "unresolved", "blocked"]]);
  });
  it.each(cases.map((peer) => [peer.case, peer] as const))("%s: no work whose terms refuse is lost on the way, however deep it lies", (_, peer) => {
    const answer = release(peer, kept);
    const nonCommercial = peer.works.filter((work) => work.license.includes("-NC")).map((work) => work.name);
    for (const work of nonCommercial) expect(answer.reasons.some((r) => r.asset === work && r.decision === "blocked" && r.path.at(-1) === work)).toBe(true);
    const open = release(peer);
    for (const work of nonCommercial) expect(open.reasons.some((r) => r.asset === work && r.decision === "unresolved")).toBe(true);
  });
});

const made = (license: string, kind: string, by: string, as: string | null, facts: Readonly<Record<string, unknown>> = {}): Decision => decided({
  us: "us", assets: [{ id: "source", kind, license }, { id: "made", kind: "model" }], derivations: [{ from: "source", to: "made", by, in: "US", on: "2026-03-01", purpose: "commercial", field: "general", facts }],
  uses: { release: { of: "made", actions: ["distribute"], ...(as === null ? {} : { as }), purpose: "commercial", field: "general", in: ["DE", "US"], on: "2026-11-21" } },
});

describe("what the peer's rules let go free", () => {
  it.each([
    ["a GPL model fine-tuned and released as Apache-2.0", made("GPL-3.0-only", "model", "finetune", "Apache-2.0"), "blocked"],
    ["a GPL model fine-tuned, license left open", made("GPL-3.0-only", "model", "finetune", null), "conditional"],
    ["a model trained on CC-BY-NC-ND data", made("CC-BY-NC-ND-4.0", "dataset", "train", "Unlicense"), "blocked"],
    ["a model trained on CC-BY-NC-ND data, license left open", made("CC-BY-NC-ND-4.0", "dataset", "train", null), "blocked"],
    ["a model distilled from Llama 2", made("LicenseRef-Llama-2", "model", "distil", "MIT"), "unresolved"],
    ["a model distilled from Llama 2, license left open", made("LicenseRef-Llama-2", "model", "distil", null), "unresolved"],
  ])("%s is never cleared", (_, answer, expected) => {
    expect(answer.decision).not.toBe("cleared");
    expect(answer.decision).toBe(expected);
  });
  it("a fine-tuned GPL model carries its share-alike", () => {
    expect(made("GPL-3.0-only", "model", "finetune", null).obligations.map((o) => [o.do, o.instrument])).toContainEqual(["share-alike", "GPL-3.0-only"]);
  });
  it("a language model of another family distilled from Llama 2 is an open breach of its section 1.b.v, whatever else is known", () => {
    const answer = made("LicenseRef-Llama-2", "model", "distil", null, { "improves-llm": true, "improved-model-family": "other" });
    expect(answer.exposure.filter((e) => e.layer === "contract").map((e) => [e.action, e.state, e.why])).toEqual([["train-on", "open", "LicenseRef-Llama-2 s.1.b.v"]]);
    expect(answer.decision).not.toBe("cleared");
  });
  it("a refusal four derivations up is told with its path", () => {
    const chain = ["first", "tuned", "merged", "small"];
    const by = ["train", "finetune", "merge", "convert"];
    const answer = decided({
      us: "us", assets: [{ id: "notes", kind: "dataset", license: "CC-BY-NC-ND-4.0" }, ...chain.map((id) => ({ id, kind: "model", license: "MIT" }))],
      derivations: chain.map((to, i) => ({ from: chain[i - 1] ?? "notes", to, by: by[i], in: "US", on: `2026-0${i + 1}-01`, purpose: "commercial", field: "general" })),
      uses: { release: { of: "small", actions: ["sell"], as: "MIT", purpose: "commercial", field: "general", in: ["DE"], on: "2026-11-21" } },
    });
    expect(answer.decision).toBe("blocked");
    expect(answer.reasons.find((r) => r.asset === "notes" && r.decision === "blocked")?.path).toEqual([...chain.toReversed(), "notes"]);
  });
});
