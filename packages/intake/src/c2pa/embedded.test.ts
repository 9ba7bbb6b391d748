import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { storeOf } from "./library.js";
import { anchors, smallest, withManifest } from "./made-manifest.fixture.js";

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
    expect([cut.graph.assets.size === 0 || said(cut).includes("signature invalid"), cut.problems.length + said(cut).length > 0]).toEqual([true, true]);
  });
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

  it("does not make what was signed at a time that nobody vouches for more than valid", async () => {
    const [name, format, file] = smallest[0]!;
    expect(said(await importOf(name, await withManifest(format, file), { trustAnchors: anchors }))).toContain("signature valid");
  });
});
