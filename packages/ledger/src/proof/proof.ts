import { canonicalJson, problem, type Problem } from "@cleartitle/norms";
import { z } from "zod";
import { commitmentTo, Entry, leafBytes, leafOf, leafText, maxDepth } from "../entry/entry.js";
import { depthOf } from "../entry/json.js";
import { type Head, isSignedBy, readHead } from "../head/head.js";
import type { VerifierKey } from "../head/key.js";
import type { Hash } from "../merkle/hash.js";
import { consistencyPath, inclusionPath, proofAlong } from "../merkle/path.js";
import { provesConsistency, provesInclusion } from "../merkle/proves.js";
import { appendLeaves, emptyTree, type NodeAddress } from "../merkle/tree.js";

const Path = z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/)).max(64);
const schema = "urn:cleartitle:schema:ledger-proof:1";

/** One entry and what shows that it is in the ledger whose head is signed; or two heads and what shows that the later goes on from the earlier. */
const ProofFile = z.union([
  z.strictObject({ $schema: z.literal(schema), version: z.literal(1), entry: Entry, proof: Path, head: z.string() }),
  z.strictObject({ $schema: z.literal(schema), version: z.literal(1), from: z.string(), proof: Path, head: z.string() }),
]);
export type ProofFile = z.infer<typeof ProofFile>;

const textOf = (hashes: readonly Hash[]): string[] => hashes.map((hash) => Buffer.from(hash).toString("base64"));

/** Hashes by place, from the leaves of a ledger. */
function hashesOf(leaves: readonly Hash[]): (address: NodeAddress) => Hash {
  const nodes = new Map(appendLeaves(emptyTree, leaves).nodes.map((node) => [`${node.level}/${node.index}`, node.hash]));
  return ({ level, index }) => nodes.get(`${level}/${index}`)!;
}

/** A proof that an entry is under a head, of the hashes along the entry's path. */
export const entryProof = (entry: Entry, proof: readonly Hash[], head: string): ProofFile => ({ $schema: schema, version: 1, entry, proof: textOf(proof), head });

/** A proof that a ledger goes on from an earlier head, of the hashes along the path between the two. */
export const sinceProof = (from: string, proof: readonly Hash[], head: string): ProofFile => ({ $schema: schema, version: 1, from, proof: textOf(proof), head });

/** Shows that an entry is under a head. */
export const proveEntry = (entry: Entry, leaves: readonly Hash[], head: string): ProofFile => entryProof(entry, proofAlong(inclusionPath(entry.event.index, leaves.length), hashesOf(leaves)), head);

/** Shows that a ledger goes on from an earlier head. */
export const proveSince = (from: string, earlier: number, leaves: readonly Hash[], head: string): ProofFile => sinceProof(from, proofAlong(consistencyPath(earlier, leaves.length), hashesOf(leaves)), head);

const faultIn = (message: string, hint: string): Problem => problem("unproven", message, { hint });

function faultsOfEntry(entry: Entry, proof: readonly Hash[], head: Head): Problem[] {
  const leaf = leafOf(canonicalJson(entry.event));
  const told = Object.entries(entry.open).filter(([name, { salt, value }]) => entry.event.fields[name] !== commitmentTo(name, salt, canonicalJson(value)));
  return [
    ...(entry.event.ledger === head.ledger ? [] : [faultIn(`the entry is of the ledger \`${entry.event.ledger}\`, and the head of \`${head.ledger}\``, "they were put together")]),
    ...told.map(([name]) => faultIn(`\`${name}\` does not say what was recorded`, "the value was altered after it was recorded")),
    ...(leafText(leaf) === entry.leaf && provesInclusion({ index: entry.event.index, size: head.size, leaf: leafBytes(entry.leaf), root: head.root, proof }) ? [] : [faultIn(`entry ${entry.event.index} is not shown to be in the ledger`, "the entry, the proof or the head was altered")]),
  ];
}

/** What a proof shows, in words, or why it shows nothing. It needs nothing but itself and a key that the verifier trusts. */
export function checkProof(text: string, keys: readonly VerifierKey[], file: string): { readonly shows: string; readonly problems: readonly [] } | { readonly shows: null; readonly problems: readonly Problem[] } {
  const none = (code: Problem["code"], message: string, hint: string): { readonly shows: null; readonly problems: readonly Problem[] } => ({ shows: null, problems: [problem(code, message, { file, hint })] });
  if (depthOf(text) > maxDepth + 2) return none("too-deep", `nested deeper than ${maxDepth} levels`, "a proof is what `ledger prove` wrote");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return none("json-syntax", "the file is no JSON, or ends in the middle", "a proof is what `ledger prove` wrote");
  }
  const { data } = ProofFile.safeParse(value);
  if (data === undefined || canonicalJson(data) !== canonicalJson(value)) return none("bad-value", "the file is no proof", "a proof is what `ledger prove` wrote");
  const [head, from] = [readHead(data.head), "from" in data ? readHead(data.from) : null];
  if (head === null || ("from" in data && from === null)) return none("bad-value", "the head is none", "a head is written by `ledger head`");
  const unsigned = [head, ...(from === null ? [] : [from])].filter((each) => !keys.some((key) => isSignedBy(each, key)));
  const proof = data.proof.map((hash) => leafBytes(hash));
  const faults = unsigned.map((each) => faultIn(`the head of size ${each.size} is not signed by a key that you trust`, "after a change of keys, name both"));
  if ("entry" in data) faults.push(...faultsOfEntry(data.entry, proof, head));
  else if (from === null || from.ledger !== head.ledger || !provesConsistency({ from: from.size, fromRoot: from.root, size: head.size, root: head.root, proof })) faults.push(faultIn("the later head is not shown to go on from the earlier", "the proof or a head was altered, or history was written anew"));
  if (faults.length > 0) return { shows: null, problems: faults.map((each) => ({ ...each, file })) };
  return { shows: "entry" in data ? `entry ${data.entry.event.index} (\`${data.entry.event.kind}\`, ${data.entry.event.at}) is in \`${head.ledger}\`, under the head of size ${head.size}` : `\`${head.ledger}\` of ${head.size} entries begins with all ${from?.size} of the earlier head`, problems: [] };
}
