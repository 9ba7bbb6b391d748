import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consistencyPath, inclusionPath, proofAlong } from "./path.js";
import { provesConsistency, provesInclusion, provesSubtree } from "./proves.js";
import { appendLeaves, emptyTree, peaksOf, rootOf, type NodeAddress, type Tree } from "./tree.js";

// RFC 9162, section 2.1, written down as it is defined and not as it is computed here.
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafOf = (entry: string): Buffer => sha256("\u0000", entry);
const k = (n: number): number => {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
};
function mth(d: readonly string[]): Buffer {
  if (d.length === 0) return sha256();
  if (d.length === 1) return leafOf(d[0]!);
  return sha256("\u0001", mth(d.slice(0, k(d.length))), mth(d.slice(k(d.length))));
}
function path(m: number, d: readonly string[]): Buffer[] {
  if (d.length === 1) return [];
  const [left, right] = [d.slice(0, k(d.length)), d.slice(k(d.length))];
  return m < left.length ? [...path(m, left), mth(right)] : [...path(m - left.length, right), mth(left)];
}
function subproof(m: number, d: readonly string[], b: boolean): Buffer[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const [left, right] = [d.slice(0, k(d.length)), d.slice(k(d.length))];
  return m <= left.length ? [...subproof(m, left, b), mth(right)] : [...subproof(m - left.length, right, false), mth(left)];
}
function mthOf(d: readonly string[], start: number, end: number): Buffer {
  return mth(d.slice(start, end));
}

/** Appended in parts, as a store does; between them only size and nodes are kept. */
function grown(entries: readonly string[], parts: readonly number[]): { readonly tree: Tree; readonly hashAt: (address: NodeAddress) => Uint8Array } {
  const stored = new Map<string, Uint8Array>();
  const hashAt = ({ level, index }: NodeAddress): Uint8Array => stored.get(`${level}/${index}`)!;
  let tree = emptyTree;
  for (const end of [...parts.map((part) => part % (entries.length + 1)).toSorted((a, b) => a - b), entries.length]) {
    const kept: Tree = { size: tree.size, peaks: peaksOf(tree.size).map(hashAt) };
    const appended = appendLeaves(kept, entries.slice(tree.size, end).map(leafOf));
    for (const node of appended.nodes) {
      expect(stored.has(`${node.level}/${node.index}`)).toBe(false);
      stored.set(`${node.level}/${node.index}`, node.hash);
    }
    tree = appended.tree;
  }
  return { tree, hashAt };
}

const entriesOf = fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 70 });
const partsOf = fc.array(fc.nat(200), { maxLength: 6 });
const plain = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => Buffer.from(hash).toString("hex"));

describe("against the definition", () => {
  test("roots and proofs are those of RFC 9162, however the leaves were appended", () => {
    fc.assert(
      fc.property(entriesOf, partsOf, fc.nat(), fc.nat(), (entries, parts, a, b) => {
        const { tree, hashAt } = grown(entries, parts);
        const [index, size] = [a % entries.length, 1 + (b % entries.length)];
        expect(plain([rootOf(tree)])).toEqual(plain([mth(entries)]));
        expect(plain(proofAlong(inclusionPath(index, entries.length), hashAt))).toEqual(plain(path(index, entries)));
        expect(plain(proofAlong(consistencyPath(size, entries.length), hashAt))).toEqual(plain(subproof(size, entries, true)));
      }),
      { numRuns: 150, seed: 9162 },
    );
  });
  test("of every small tree every leaf is included, every earlier tree consistent, every subtree a part", () => {
    for (let size = 1; size <= 33; size++) {
      const entries = Array.from({ length: size }, (_, at) => `entry ${at}`);
      const { tree, hashAt } = grown(entries, []);
      const root = rootOf(tree);
      for (let index = 0; index < size; index++) expect(provesInclusion({ index, size, leaf: leafOf(entries[index]!), root, proof: proofAlong(inclusionPath(index, size), hashAt) })).toBe(true);
      for (let from = 1; from <= size; from++) expect(provesConsistency({ from, fromRoot: mthOf(entries, 0, from), size, root, proof: proofAlong(consistencyPath(from, size), hashAt) })).toBe(true);
    }
  });
});

describe("what does not hold", () => {
  test("a proof with anything changed proves nothing", () => {
    fc.assert(
      fc.property(entriesOf, fc.nat(), fc.nat(), fc.nat(), fc.nat(255), (entries, a, b, c, byte) => {
        const size = entries.length;
        const { tree, hashAt } = grown(entries, []);
        const [index, from] = [a % size, 1 + (b % size)];
        const inclusion = { index, size, leaf: leafOf(entries[index]!), root: rootOf(tree), proof: proofAlong(inclusionPath(index, size), hashAt) };
        const consistency = { from, fromRoot: mth(entries.slice(0, from)), size, root: rootOf(tree), proof: proofAlong(consistencyPath(from, size), hashAt) };
        const bent = (hash: Uint8Array): Uint8Array => Uint8Array.from(hash, (each, at) => (at === c % 32 ? each ^ (byte || 1) : each));
        const bentAt = (hashes: readonly Uint8Array[]): Uint8Array[] => hashes.map((hash, at) => (at === c % hashes.length ? bent(hash) : hash));
        const extra = [inclusion.root, new Uint8Array(32), new Uint8Array(0)];
        for (const changed of [
          { ...inclusion, leaf: bent(inclusion.leaf) }, { ...inclusion, root: bent(inclusion.root) }, { ...inclusion, index: size }, { ...inclusion, index: -1 }, { ...inclusion, index: 0.5 },
          ...extra.map((hash) => ({ ...inclusion, proof: [...inclusion.proof, hash] })), ...extra.map((hash) => ({ ...inclusion, proof: [hash, ...inclusion.proof] })),
          ...(inclusion.proof.length === 0 ? [] : [{ ...inclusion, proof: bentAt(inclusion.proof) }, { ...inclusion, proof: inclusion.proof.slice(1) }, { ...inclusion, proof: inclusion.proof.slice(0, -1) }]),
        ]) expect(provesInclusion(changed)).toBe(false);
        for (const changed of [
          { ...consistency, fromRoot: bent(consistency.fromRoot) }, { ...consistency, root: bent(consistency.root) }, { ...consistency, from: 0 }, { ...consistency, from: size + 1 }, { ...consistency, size: 0 },
          ...extra.map((hash) => ({ ...consistency, proof: [...consistency.proof, hash] })), ...extra.map((hash) => ({ ...consistency, proof: [hash, ...consistency.proof] })),
          ...(consistency.proof.length === 0 ? [] : [{ ...consistency, proof: bentAt(consistency.proof) }, { ...consistency, proof: consistency.proof.slice(1) }]),
        ]) expect(provesConsistency(changed)).toBe(false);
      }),
      { numRuns: 100, seed: 9162 },
    );
  });
  test.each([[0, 0], [3, 3], [-1, 4], [0.5, 4], [0, 2 ** 60]])("there is no path to leaf %d of %d", (index, size) => expect(() => inclusionPath(index, size)).toThrow(RangeError));
  test.each([[0, 4], [5, 4], [-1, 4]])("there is no path from %d to %d", (from, size) => expect(() => consistencyPath(from, size)).toThrow(RangeError));
  test("leaves that no subtree covers are part of nothing", () => {
    const entries = ["a", "b", "c", "d"];
    expect(provesSubtree({ start: 1, end: 3, subtreeRoot: mthOf(entries, 1, 3), size: 4, root: mth(entries), proof: [leafOf("a"), leafOf("d")] })).toBe(false);
    expect(provesSubtree({ start: 2, end: 4, subtreeRoot: mthOf(entries, 2, 4), size: 4, root: mth(entries), proof: [mthOf(entries, 0, 2)] })).toBe(true);
  });
});
