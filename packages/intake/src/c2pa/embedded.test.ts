import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { storeOf } from "./library.js";
import { anchors, smallest, withManifest } from "./made-manifest.fixture.js";
import { anchorsOfTime } from "./made-time.fixture.js";

const importOf = (name: string, bytes: Uint8Array, more: object = {}) => importFrom([memoryFile(name, bytes)], { us: "acme", ...more });
const said = ({ graph }: Awaited<ReturnType<typeof importOf>>) => graph.statements.map((each) => `${each.what} ${String(each.value)}`);

describe.each(smallest)("%s", (name, format, file) => {
  it("has its manifest read, bound to its bytes, with what it reserves", async () => {
    const bytes = await withManifest(format, file);
    const found = await importOf(name, bytes);
    expect([found.problems, found.read.length]).toEqual([[], 1]);
    expect(said(found)).toEqual(expect.arrayContaining(["signature valid", "fact:reservation.expressed true", "training-mining ai_generative_training: notAllowed", "digital-source-type trainedAlgorithmicMedia"]));
  });

  it("without a manifest is of no format that is read, and one that is cut off is told", async () => {
    expect((await importOf(name, file)).skipped).toEqual([{ file: name, why: "of no format that is read" }]);
    const bytes = await withManifest(format, file);
    const cut = await importOf(name, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    expect([said(cut).length === 0 || said(cut).includes("signature invalid"), cut.problems.length + said(cut).length > 0]).toEqual([true, true]);
  });
});

it("tells of a document that is too large to be looked through, and of one that may be read says nothing", async () => {
  const document = memoryFile("a.pdf", "%PDF-1.7\n");
  const found = async (size: number) => {
    const { problems, skipped } = await importFrom([{ ...document, size }], { us: "acme", reader: "c2pa" });
    return [problems.map((each) => each.code), skipped.map((each) => each.why)];
  };
  expect(await found(67_108_865)).toEqual([["too-large"], ["its manifests cannot be read"]]);
  expect(await found(67_108_864)).toEqual([[], ["of no format that is read"]]);
});

it("holds a file open whose manifests are damaged, since something went into it", async () => {
  const [name, format, file] = smallest[0]!;
  const bytes = Buffer.from(await withManifest(format, file));
  bytes.fill(0, bytes.indexOf("jumb"), bytes.indexOf("jumb") + 40);
  const { graph, problems } = await importOf(name, bytes, { reader: "c2pa" });
  expect(problems.map((each) => each.code)).toEqual(["format-syntax"]);
  expect([...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to}`)).toEqual([`convert image:${name}#document/unreadable > image:${name}`]);
});

it("holds nothing open of a box of manifests that is damaged and bound to no file", async () => {
  const { graph, problems } = await importOf("b.c2pa", Buffer.concat([Buffer.from([0, 0, 0, 60]), Buffer.from("jumb"), Buffer.alloc(52)]), { reader: "c2pa" });
  expect([problems.map((each) => each.code), graph.derivations.size]).toEqual([["format-syntax"], 0]);
});

const codes = async (list: string | null): Promise<string[]> => {
  const [, format, file] = smallest[0]!;
  const found = await storeOf(await withManifest(format, file), format, list);
  if (!("store" in found)) throw new Error("no manifests");
  return [...found.store.matchAll(/"code":\s*"(signingCredential\.[a-z]+)"/g)].map(([, code]) => code ?? "");
};

describe("a list of signers that the user names", () => {
  it("says who is trusted, and nobody else does", async () => {
    expect([...new Set(await codes(anchors))]).toEqual(["signingCredential.trusted"]);
    expect([...new Set(await codes(null))]).toEqual(["signingCredential.untrusted"]);
  });

  it.each([
    ["a time that nobody vouches for", false, anchors + anchorsOfTime, "valid"],
    ["a time for which somebody vouches whom the user does not name", true, anchors, "valid"],
    ["a time for which somebody vouches whom the user names, by a signer who is not named", true, anchorsOfTime, "valid"],
    ["a time for which somebody vouches, and nobody is named", true, undefined, "valid"],
    ["a time for which somebody vouches, and both are named", true, anchors + anchorsOfTime, "trusted"],
  ])("makes what was signed at %s no more than it is", async (_, timed, trustAnchors, state) => {
    const [name, format, file] = smallest[0]!;
    const { graph } = await importOf(name, await withManifest(format, file, timed), trustAnchors === undefined ? {} : { trustAnchors });
    expect(graph.statements.filter((each) => each.what === "signature").map((each) => [each.value, each.by])).toEqual([[state, state === "trusted" ? "Made for tests" : null]]);
  });

  it("trusts nothing of a file that was changed after it was signed, and no time that was vouched for other bytes", async () => {
    const [name, format, file] = smallest[0]!;
    const whole = await withManifest(format, file, true);
    // The height in the head of the picture, and the last byte of what the authority of time signed.
    const [pixels, time] = [Buffer.from(whole), Buffer.from(whole)];
    pixels[8] = 2;
    const noon = time.indexOf("20261128120000Z") + 13;
    time[noon] = 0x31;
    for (const [bytes, state] of [[pixels, "invalid"], [time, "valid"]] as const) expect(said(await importOf(name, bytes, { trustAnchors: anchors + anchorsOfTime }))).toContain(`signature ${state}`);
  });
});
