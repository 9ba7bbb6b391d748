import { pushAll } from "@cleartitle/norms";
import type { YamlValue } from "../foreign-yaml.js";
import type { End } from "./element.js";

/** What went in and came out of it, by way of a build; `null` for what is named and cannot be read. */
export interface Flow {
  readonly from: string | null;
  readonly to: string;
  readonly at: YamlValue;
}

/** A relationship with what its ends name. */
export interface Related {
  readonly type: string | null;
  readonly from: End;
  readonly to: End;
  readonly at: YamlValue;
}

interface Build {
  readonly inputs: { readonly name: string | null; readonly at: YamlValue }[];
  readonly outputs: string[];
  /** Builds that this one set off, and builds that are related to it in any way. */
  readonly children: string[];
  readonly kin: string[];
}

/** How much of the builds of a document is looked at. */
const maxFlows = 250_000;
/** How much they may name that they take in and give out: each end of a relationship may be a list. */
const maxNamed = 1_000_000;

/** What is met from a build by way of others. */
function around(key: string, next: (build: Build) => readonly string[], builds: ReadonlyMap<string, Build>): Build[] {
  const [met, found] = [new Set([key]), [] as Build[]];
  for (const each of met) {
    const build = builds.get(each);
    if (build === undefined) continue;
    found.push(build);
    for (const other of next(build)) met.add(other);
  }
  return found;
}

/**
 * A build takes some things in and gives others out, and no relationship connects the two. Steps hand on in their workspace what has no name in a document: what a build takes in went also into what the builds that it set off give out, and where none of these gives anything out, into whatever comes of the builds that are related to it. `isThing`: what is no build, in the place of one. Returns `null` where this is too much.
 */
export function flowsIn(related: readonly Related[], isThing: (key: string) => boolean, isBuild: (key: string) => boolean): Flow[] | null {
  const [builds, flows] = [new Map<string, Build>(), [] as Flow[]];
  const buildOf = (key: string): Build => {
    const known = builds.get(key) ?? { inputs: [], outputs: [], children: [], kin: [] };
    builds.set(key, known);
    return known;
  };
  let held = 0;
  for (const { at, type, from, to } of related) {
    const others = [...to.names, ...(to.unread.length > 0 ? [null] : [])];
    if (type !== "hasInput" && type !== "hasOutput") continue;
    held += from.names.length * others.length;
    if (held > maxNamed) return null;
    for (const key of from.names) {
      if (isThing(key)) for (const other of others) pushAll(flows, type === "hasInput" ? [{ from: other, to: key, at }] : other === null ? [] : [{ from: key, to: other, at }]);
      else if (type === "hasInput") pushAll(buildOf(key).inputs, others.map((name) => ({ name, at })));
      else pushAll(buildOf(key).outputs, to.names);
    }
    // What a build gave out that cannot be read came of something.
    if (type === "hasOutput" && from.unread.length > 0) pushAll(flows, to.names.map((name) => ({ from: null, to: name, at })));
  }
  const isOne = (key: string): boolean => builds.has(key) || isBuild(key);
  let size = flows.length;
  for (const { type, from, to } of related) {
    const [ours, others] = [from.names.filter(isOne), to.names.filter(isOne)];
    size += ours.length * others.length;
    if (size > maxFlows) return null;
    for (const a of ours) {
      for (const b of others) {
        buildOf(a).kin.push(b);
        buildOf(b).kin.push(a);
        if (type === "ancestorOf") buildOf(a).children.push(b);
        if (type === "descendantOf") buildOf(b).children.push(a);
      }
    }
  }
  for (const [key, { inputs }] of builds) {
    if (inputs.length === 0) continue;
    const down = around(key, ({ children }) => children, builds);
    const near = down.some(({ outputs }) => outputs.length > 0) ? down : around(key, ({ kin }) => kin, builds);
    const outputs = near.flatMap((each) => each.outputs);
    size += near.length + inputs.length * outputs.length;
    if (size > maxFlows) return null;
    for (const { name, at } of inputs) for (const to of outputs) if (to !== name) flows.push({ from: name, to, at });
  }
  return flows;
}
