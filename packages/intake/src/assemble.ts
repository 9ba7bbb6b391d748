import { GraphBuilder } from "@cleartitle/title";
import type { Asset, Derivation, TitleGraph } from "@cleartitle/title";
import type { AssetEntry, Evidence } from "./evidence.js";

const ever = { from: null, to: null };

/**
 * Puts what the readers recorded together as a title graph, the same for the same evidence in whatever order it came; adds to a builder if one is given. What was handed
 * on is let go, so that nothing is held twice: of the evidence only what was read, skipped and wrong is left.
 */
export function assemble(into: Evidence, builder: GraphBuilder = new GraphBuilder(into.us)): TitleGraph {
  const mixed = mixedDigests(into);
  const found = derivations(into);
  into.links.clear();
  for (const entry of into.assets.values()) {
    builder.addAsset(asset(entry.digest != null && mixed.has(entry.digest) ? { ...entry, digest: null } : entry, false));
    if (entry.licensor != null) builder.addParty({ id: entry.licensor });
  }
  for (const [id, kind] of into.mentions) if (!into.assets.has(id)) builder.addAsset(asset({ id, kind, source: id }, true));
  into.assets.clear();
  into.mentions.clear();
  for (const each of found) builder.addDerivation(each);
  for (const each of into.statements.values()) builder.addStatement(each);
  into.statements.clear();
  for (const each of into.findings.values()) builder.addFinding(each);
  into.clear();
  return builder.build();
}

/** Digests that records give to things of different kinds. Equal bytes are of one kind, so that one record errs: none of them is believed. */
function mixedDigests(into: Evidence): ReadonlySet<string> {
  const kinds = new Map<string, AssetEntry>();
  const mixed = new Set<string>();
  for (const entry of [...into.assets.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (entry.digest == null) continue;
    const first = kinds.get(entry.digest);
    if (first === undefined) kinds.set(entry.digest, entry);
    else if (first.kind !== entry.kind) {
      mixed.add(entry.digest);
      into.finding("same-bytes-of-two-kinds", entry.id, `it has the digest of \`${first.id}\`, which is a ${first.kind} and not a ${entry.kind}`, "see which record is right, and correct the other");
    }
  }
  return mixed;
}

function asset(entry: AssetEntry, placeholder: boolean): Asset {
  return {
    id: entry.id, kind: entry.kind, version: entry.version ?? null, digest: entry.digest ?? null, licensor: entry.licensor ?? null, source: entry.source ?? null,
    modality: entry.modality ?? [], upstream: entry.upstream ?? null, published: null, acquired: [], parts: [], placeholder,
  };
}

/** Stated links as they are; of the assumed ones those that nobody states, each with a finding that says on what ground. */
function derivations(into: Evidence): Derivation[] {
  const stated = new Set<string>();
  for (const { from, entry } of into.links.values()) if (entry.assumed === undefined && entry.to !== null) for (const source of from) stated.add(`${source}\n${entry.to}`);
  const found: Derivation[] = [];
  for (const { from, entry } of into.links.values()) {
    const kept = [...from].filter((source) => entry.assumed === undefined || !stated.has(`${source}\n${entry.to}`)).toSorted();
    if (kept.length === 0) continue;
    // An assumed link keeps apart from a stated one of the same kind: only the second is evidence of it.
    const named = [entry.to, entry.activity].filter((each) => each != null).join("@");
    const id = `${entry.by}${entry.assumed === undefined ? "" : "-assumed"}:${named}`;
    found.push({ id, from: kept, to: entry.to, by: entry.by, who: entry.who, during: entry.during ?? ever, in: [], purpose: [], field: [], facts: [], acts: [] });
    if (entry.assumed !== undefined) into.finding("derivation-kind-assumed", entry.to, `taken as \`${entry.by}\` of ${some(kept)}: ${entry.assumed}`, "state how it came from its source");
  }
  return found;
}

const some = (ids: readonly string[]): string => ids.slice(0, 3).map((id) => `\`${id}\``).join(", ") + (ids.length > 3 ? ` and ${ids.length - 3} more` : "");
