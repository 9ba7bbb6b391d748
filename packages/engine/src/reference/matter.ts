import type { Instrument, Layer, Role, Scope } from "@cleartitle/norms";
import type { Matter } from "../judgment/matter.js";
import type { Played } from "./roles.js";
import type { Env } from "./scene.js";

const kindOf = (env: Env, asset: string) => env.world.catalogue.taxonomies.assetKinds.get(env.lines.assets.get(asset)?.kind ?? "");

/** An asset as a whole: the weights of a model, the database of a data set. */
export const wholeOf = (env: Env, asset: string): Matter => ({ part: null, scope: kindOf(env, asset)?.scope ?? null });

/** Other matter in an asset that has rights of its own in a layer: the contents of a data set. */
export const heldIn = (env: Env, asset: string, layer: Layer): Matter[] => (kindOf(env, asset)?.holds?.[layer] ?? []).map((scope) => ({ part: null, scope }));

/** A recorded part; what it is of is what it says, else what the whole is. */
export const partOf = (env: Env, asset: string, part: { readonly id: string; readonly scope: Scope | null }): Matter => ({ part: part.id, scope: part.scope ?? wholeOf(env, asset).scope });

/** All the matter of which anything may be recorded. */
export function mattersOf(env: Env, asset: string): Matter[] {
  const held = [...new Set(Object.values(kindOf(env, asset)?.holds ?? {}).flat())].map((scope) => ({ part: null, scope }));
  return [wholeOf(env, asset), ...held, ...(env.lines.assets.get(asset)?.parts ?? []).map((part) => partOf(env, asset, part))];
}

/** What came out of a thing is output besides, whatever the thing is. */
const outputs: ReadonlySet<Role | "silent"> = new Set<Role | "silent">(["output", "output-set"]);

/** A grant covers the scopes that it names, and no other; one that names none speaks of the thing as it is licensed. */
export function covers(named: readonly Scope[] | undefined, scope: Scope | null, played: readonly Played[]): boolean {
  if (named === undefined || scope === null || named.includes(scope)) return true;
  return named.includes("output") && played.length > 0 && played.every((p) => outputs.has(p.role));
}

/** Whether a text speaks of such matter at all: one that grants nothing, or names no scope, is said of whatever it is attached to. */
export function isSaidOf(instrument: Instrument, scope: Scope | null, played: readonly Played[]): boolean {
  const permits = instrument.norms.filter((n) => n.kind === "permit");
  return permits.length === 0 || permits.some((n) => covers(n.permit.scope, scope, played));
}
