import { canonicalJson, sha256 } from "@cleartitle/norms";
import { describe, expect, it } from "vitest";
import { bothKinds, refusal, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { at, drafted, party, prepared, recording, small } from "./small-title.js";

const server = serverOfFile();

describe.each(bothKinds(server))("steps: $name", ({ open }) => {
  const { fresh, anew } = keptStore(open);

  it("keeps steps of an agreement with what they change of the records: both or neither, once under a name, and in the ledger", async () => {
    const workspace = await fresh();
    await workspace.write(small(), recording);
    expect(await workspace.takeStep(drafted, null, 1, { ...recording, request: "a1" })).toEqual({ step: 1, changeSet: null });
    expect(await workspace.takeStep({ ...drafted, text: "another" }, null, 1, { ...recording, request: "a1" })).toEqual({ step: 1, changeSet: null });
    expect(await refusal(workspace.takeStep(drafted, null, 1, recording))).toMatchObject({ code: "conflict" });
    const signed = { ...drafted, after: 1, text: null, content: { step: "sign", evidence: sha256("copy") } };
    expect(await refusal(workspace.takeStep(signed, party("p1"), 0, recording))).toMatchObject({ code: "conflict" });
    expect(await refusal(workspace.takeStep({ ...signed, after: 7 }, party("p1"), 1, recording))).toMatchObject({ code: "conflict" });
    expect([(await workspace.graph()).number, (await workspace.agreementSteps()).length]).toEqual([1, 1]);
    expect(await workspace.takeStep(signed, party("p1"), 1, recording)).toEqual({ step: 2, changeSet: 2 });
    expect(await (await anew(workspace.id)).agreementSteps("deal")).toMatchObject([{ number: 1, text: "the deal", content: drafted.content, by: "jane", at, changeSet: null }, { number: 2, text: null, changeSet: 2 }]);
    expect([(await workspace.graph()).graph!.parties.has("p1"), await workspace.agreementSteps("other")]).toEqual([true, []]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "agreement").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toMatchObject([{ id: "deal", step: 1, text: sha256("the deal"), parties: ["a", "b"] }, { step: 2, changeSet: 2, evidence: [sha256("copy")] }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("keeps steps of a negotiation once under a name, and tells the ledger their digests alone", async () => {
    const workspace = await fresh();
    expect(await workspace.negotiate(prepared, { ...recording, request: "n1" })).toBe(1);
    expect(await workspace.negotiate({ ...prepared, text: "another" }, { ...recording, request: "n1" })).toBe(1);
    expect(await refusal(workspace.negotiate(prepared, recording))).toMatchObject({ code: "conflict" });
    expect(await refusal(workspace.negotiate({ ...prepared, after: 7 }, recording))).toMatchObject({ code: "conflict" });
    const move = { ...prepared, after: 1, text: null, content: { settled: { fee: "low" } } };
    expect(await workspace.negotiate(move, recording)).toBe(2);
    expect(await (await anew(workspace.id)).negotiationSteps("talks")).toMatchObject([{ number: 1, text: "points: 45", content: prepared.content, by: "jane", at }, { number: 2, text: null, content: move.content }]);
    expect(await workspace.negotiationSteps("other")).toEqual([]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "negotiation").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toEqual([{ by: "jane", id: "talks", step: 1, content: sha256(canonicalJson(prepared.content)), text: sha256("points: 45") }, { by: "jane", id: "talks", step: 2, content: sha256(canonicalJson(move.content)) }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });

  it("keeps steps of a reading with the files that they bring, once under a name, and in the ledger", async () => {
    const workspace = await fresh();
    const found = { content: Buffer.from("what was read"), mediaType: "application/json" };
    const read = { reading: null, after: 0, content: { step: "read", found: sha256(found.content) }, evidence: [sha256(found.content)] };
    expect(await workspace.takeReadingStep(read, [found], { ...recording, request: "d1" })).toEqual({ reading: 1, step: 1 });
    expect(await workspace.takeReadingStep({ ...read, content: {} }, [], { ...recording, request: "d1" })).toEqual({ reading: 1, step: 1 });
    expect(await workspace.takeReadingStep(read, [found], recording)).toEqual({ reading: 2, step: 1 });
    const said = { reading: 1, after: 1, content: { step: "reviewed" }, evidence: [] };
    const other = { content: Buffer.from("kept with nothing"), mediaType: null };
    for (const [step, code] of [[{ ...said, after: 2 }, "conflict"], [{ ...said, reading: 3 }, "not-found"]] as const) expect(await refusal(workspace.takeReadingStep(step, [other], recording))).toMatchObject({ code });
    expect(await workspace.takeReadingStep(said, [], recording)).toEqual({ reading: 1, step: 2 });
    expect(await (await anew(workspace.id)).readingSteps(1)).toEqual([{ reading: 1, number: 1, content: read.content, by: "jane", at }, { reading: 1, number: 2, content: said.content, by: "jane", at }]);
    expect((await workspace.files()).map((file) => file.sha256)).toEqual([sha256(found.content)]);
    const entries = (await workspace.ledger.entries()).filter(({ event }) => event.kind === "reading").map(({ open: told }) => Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value])));
    expect(entries).toMatchObject([{ number: 1, step: 1, evidence: [sha256(found.content)] }, { number: 2, step: 1 }, { number: 1, step: 2, content: said.content }]);
    expect(await workspace.ledger.check()).toEqual([]);
  });
});
