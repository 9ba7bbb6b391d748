import { appendLeaves, emptyTree, leafBytes, newSigningKey, printEntry, readSigningKey, type Sealed, sealEvent, signHead, type Tree } from "@cleartitle/ledger";
import { describe, expect, it } from "vitest";
import { readKey } from "../../apps/web/src/screen/history/verify/key.js";
import { type Outcome, verifyExport } from "../../apps/web/src/screen/history/verify/verify-export.js";

const keyOf = (name: string) => readSigningKey(newSigningKey(name).secret)!;
const key = keyOf("acme-ledger");

const texts = ["opened", ...Array.from({ length: 12 }, () => "approval")];
const sealed = texts.map((kind, index): Sealed => sealEvent({ kind: kind as "approval", at: "2026-03-01T09:00:00Z", fields: kind === "opened" ? { by: "jane", key: key.verifier.text } : { by: "jane", of: "release", note: `seen ${index} ‮<b>` } }, { ledger: "acme-ledger", index, salt: () => Buffer.alloc(16, index) }).sealed!);
const entries = sealed.map(({ entry }) => printEntry(entry));

/** The tree after some of the entries. */
const treeOf = (size: number): Tree => appendLeaves(emptyTree, sealed.slice(0, size).map(({ entry }) => leafBytes(entry.leaf))).tree;
const head = (size: number, by = key): string => JSON.stringify(signHead("acme-ledger", treeOf(size), by));
const heads = [head(1), head(8), head(13)];

const verified = async (given: { readonly entries?: readonly string[]; readonly heads?: readonly string[] }, by: string | null = key.verifier.text): Promise<Outcome> =>
  verifyExport({ entries: given.entries ?? entries, heads: given.heads ?? heads }, by === null ? null : await readKey(by), () => undefined);

describe("a ledger that this program wrote, verified by what the browser computes", () => {
  it("holds, and the key signed for all of it", async () => {
    const outcome = await verified({});
    expect(outcome).toMatchObject({ ledger: "acme-ledger", entries: 13, heads: 3, redacted: 0, vouched: 13, firstBad: null, problems: [] });
    expect(JSON.parse(heads[2]!)).toContain(outcome.root);
  });

  it("holds with a redacted value, whose commitment stays", async () => {
    const { open, ...rest } = sealed[4]!.entry;
    const { note, ...told } = open;
    expect(note).toBeDefined();
    expect(await verified({ entries: entries.with(4, printEntry({ ...rest, open: told })) })).toMatchObject({ redacted: 1, vouched: 13, problems: [] });
  });

  it("is vouched for by nobody where the key is another's, or there is none", async () => {
    expect(await verified({}, keyOf("acme-ledger").verifier.text)).toMatchObject({ vouched: 0, problems: [] });
    expect(await verified({}, null)).toMatchObject({ vouched: 0, problems: [] });
    expect(await verified({ heads: [...heads.slice(0, 2), head(13, keyOf("acme-ledger"))] })).toMatchObject({ vouched: 8, problems: [] });
  });

  const { event, leaf, open } = sealed[5]!.entry;
  const other = { ...open, note: { ...open["note"]!, value: "seen nothing" } };
  it.each<[what: string, given: { readonly entries?: readonly string[]; readonly heads?: readonly string[] }, firstBad: number | null, says: RegExp]>([
    ["a value was changed", { entries: entries.with(5, printEntry({ event, leaf, open: other })) }, 5, /tells another note/],
    ["an event was changed", { entries: entries.with(5, printEntry({ event: { ...event, at: "2026-03-02T09:00:00Z" }, leaf, open })) }, 5, /was changed/],
    ["one was left out", { entries: entries.toSpliced(5, 1) }, 5, /says that it is entry 6/],
    ["two were swapped", { entries: entries.with(5, entries[6]!).with(6, entries[5]!) }, 5, /says that it is entry 6/],
    ["one is written otherwise", { entries: entries.with(5, ` ${entries[5]!}`) }, 5, /written otherwise/],
    ["one is no entry", { entries: entries.with(5, "{") }, 5, /cannot be read/],
    ["the first is missing", { entries: [] }, null, /there is no entry/],
    ["the end is missing", { entries: entries.slice(0, 9) }, null, /the end of the ledger is missing/],
    ["a head is of another history", { heads: [heads[0]!, JSON.stringify(signHead("acme-ledger", appendLeaves(emptyTree, sealed.slice(1, 9).map((each) => leafBytes(each.entry.leaf))).tree, key))] }, null, /is not over these 8 entries/],
    ["heads stand out of order", { heads: [heads[1]!, heads[0]!] }, null, /out of its order/],
    ["a head is none", { heads: ["\"nothing\""] }, null, /cannot be read/],
  ])("does not hold where %s", async (_, given, firstBad, says) => {
    const outcome = await verified(given);
    expect(outcome).toMatchObject({ firstBad, vouched: 0 });
    expect(outcome.problems.join("; ")).toMatch(says);
  });

  it.each(["", "nothing", key.verifier.text.replace(/\+[0-9a-f]{8}\+/, "+00000000+"), `${key.verifier.text}x`])("reads no key in %j", async (text) => {
    expect(await readKey(text)).toBeNull();
  });
});
