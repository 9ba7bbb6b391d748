import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provesConsistency, provesInclusion, provesSubtree } from "@cleartitle/ledger";
import { expect, test } from "vitest";

interface Case {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const folder = fileURLToPath(new URL("../../../shared/data/ledger/testdata", import.meta.url));
const casesOf = (kind: string): [string, Case][] =>
  readdirSync(`${folder}/${kind}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, JSON.parse(readFileSync(`${folder}/${kind}/${name}`, "utf8")) as Case]);
const bytes = (text: string): Uint8Array => Buffer.from(text, "base64");
const proofOf = ({ proof }: Case): Uint8Array[] => (proof ?? []).map(bytes);

const proves: Readonly<Record<string, readonly [number, (each: Case) => boolean]>> = {
  inclusion: [98, (each) => provesInclusion({ index: each.leafIdx, size: each.treeSize, leaf: bytes(each.leafHash), root: bytes(each.root), proof: proofOf(each) })],
  consistency: [98, (each) => provesConsistency({ from: each.size1, fromRoot: bytes(each.root1), size: each.size2, root: bytes(each.root2), proof: proofOf(each) })],
  subtreeinclusion: [204, (each) => provesInclusion({ index: each.leafIdx, start: each.start, size: each.end, leaf: bytes(each.leafHash), root: bytes(each.root), proof: proofOf(each) })],
  subtreeconsistency: [118, (each) => provesSubtree({ start: each.start, end: each.end, subtreeRoot: bytes(each.root1), size: each.size, root: bytes(each.root2), proof: proofOf(each) })],
};

test.each(Object.entries(proves))("the cases of %s are judged as they say", (kind, [count, holds]) => {
  const cases = casesOf(kind);
  expect(cases).toHaveLength(count);
  const judged = cases.map(([name, each]) => ({ name, accepted: holds(each) }));
  expect(judged).toEqual(cases.map(([name, each]) => ({ name, accepted: !each.wantErr })));
});
