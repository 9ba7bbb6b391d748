import { GraphBuilder } from "@cleartitle/title";
import type { Asset, TitleGraph } from "@cleartitle/title";
import { cut } from "./evidence.js";
import type { AssetEntry, Evidence } from "./evidence.js";
import { withoutPersons } from "./personal.js";

const ever = { from: null, to: null };

/**
 * Puts what the readers recorded together as a title graph, the same for the same evidence in whatever order it came; adds to a builder if one is given. What was handed
 * on is let go, so that nothing is held twice: of the evidence only what was read, skipped and wrong is left.
 */
export function assemble(into: Evidence, given?: GraphBuilder): TitleGraph {
  const builder = given ?? new GraphBuilder(into.us);
  const mixed = mixedDigests(into);
  for (const entry of into.assets.values()) {
    into.mentions.delete(entry.id);
    builder.addAsset(asset(entry.digest != null && mixed.has(entry.digest) ? { ...entry, digest: null } : entry, false));
    if (entry.licensor != null) builder.addParty({ id: entry.licensor });
    into.assets.delete(entry.id);
  }
  for (const [id, kind] of into.mentions) builder.addAsset(asset({ id, kind, source: id }, true));
  into.mentions.clear();
  addDerivations(into, builder);
  for (const [id, each] of into.statements) {
    builder.addStatement(each);
    into.statements.delete(id);
  }
  for (const each of into.findings) builder.addFinding(each);
  into.clear();
  return given === undefined ? builder.finish() : builder.build();
}

/** Digests that records give to things of different kinds. Equal bytes are of one kind, so that one record errs: none of them is believed. */
function mixedDigests(into: Evidence): ReadonlySet<string> {
  const kinds = new Map<string, AssetEntry>();
  const mixed = new Set<string>();
  const known = [...into.assets.values()].filter((entry) => entry.digest != null) as (AssetEntry & { readonly digest: string })[];
  for (const entry of known.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const first = kinds.get(entry.digest);
    if (first === undefined) kinds.set(entry.digest, entry);
    else if (first.kind !== entry.kind) {
      mixed.add(entry.digest);
      into.finding("same-bytes-of-two-kinds", entry.id, `it has the digest of \`${first.id}\`, which is a ${first.kind} and not a ${entry.kind}`, "see which record is right, and correct the other");
    }
  }
  return mixed;
}

/** One for all records that have nothing in a list: of many, the empty lists would be a fifth. */
const nothing: readonly never[] = [];

function asset(entry: AssetEntry, placeholder: boolean): Asset {
  return {
    id: entry.id, kind: entry.kind, version: entry.version ?? null, digest: entry.digest ?? null, licensor: entry.licensor ?? null, source: entry.source ?? null,
    modality: entry.modality === undefined || entry.modality.length === 0 ? nothing : entry.modality, upstream: entry.upstream ?? null, published: null, acquired: nothing, parts: nothing, placeholder,
  };
}

/** An act is named by what it made and by its own id, which are two ids long together. */
const maxNamed = 900;

/** Stated links as they are; of the assumed ones those that nobody states, each with a finding that says on what ground. */
function addDerivations(into: Evidence, builder: GraphBuilder): void {
  const stated = statedOfAssumed(into);
  for (const [key, { from, entry }] of into.links) {
    into.links.delete(key);
    const kept = [...from].filter((source) => entry.assumed === undefined || entry.to === null || stated.get(entry.to)?.has(source) !== true).toSorted();
    if (kept.length === 0) continue;
    // An assumed link keeps apart from a stated one of the same kind: only the second is evidence of it.
    const named = [entry.to, entry.activity].filter((each) => each != null).join("@");
    const id = `${entry.by}${entry.assumed === undefined ? "" : "-assumed"}:${cut(named, maxNamed)}`;
    builder.addDerivation({ id, from: kept, to: entry.to, by: entry.by, who: entry.who, during: entry.during ?? ever, in: nothing, purpose: nothing, field: nothing, facts: nothing, acts: nothing });
    if (entry.assumed !== undefined) builder.addFinding({ kind: "derivation-kind-assumed", asset: entry.to, detail: withoutPersons(`taken as \`${entry.by}\` of ${some(kept)}: ${entry.assumed}`), settle: "state how it came from its source" });
  }
}

/** Of what something is assumed to come of, all that somebody states it came of. */
function statedOfAssumed(into: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { entry } of into.links.values()) if (entry.assumed !== undefined && entry.to !== null) found.set(entry.to, none);
  for (const { from, entry } of into.links.values()) {
    if (entry.assumed !== undefined || entry.to === null) continue;
    const known = found.get(entry.to);
    if (known === undefined) continue;
    if (known === none) found.set(entry.to, new Set(from));
    else for (const source of from) known.add(source);
  }
  return found;
}

/** One for all of which nobody states anything. */
const none = new Set<string>();

const some = (ids: readonly string[]): string => ids.slice(0, 3).map((id) => `\`${id}\``).join(", ") + (ids.length > 3 ? ` and ${ids.length - 3} more` : "");
