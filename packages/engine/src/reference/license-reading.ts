import { addDuration, options as expressionOptions, parseExpression, resolveLicense, type Instrument } from "@cleartitle/norms";
import { currentStatements, isBy, licenseExpressions } from "@cleartitle/title";
import type { LicenseReading, Named } from "../judgment/license-reading.js";
import type { Matter } from "../judgment/matter.js";
import type { World } from "../world.js";
import { publishedOn } from "./anchor.js";
import { indexOf } from "./graph-index.js";
import { withIncorporated } from "./incorporated.js";
import { mattersOf, wholeOf } from "./matter.js";
import type { Env } from "./scene.js";

const cache = new WeakMap<World, Map<string, readonly LicenseReading[]>>();

/**
 * Every way to read the license of an asset, or of some matter in it, on a date: one per differing candidate, two for a list with no operator.
 * No license recorded is unknown; `NONE` is no grant. Bespoke instruments that cover the asset are further options of each reading.
 */
export function readingsOf(env: Env, asset: string, matter: Matter, date: string | null): readonly LicenseReading[] {
  let kept = cache.get(env.world);
  if (kept === undefined) cache.set(env.world, (kept = new Map()));
  const key = `${asset}\u0000${matter.part ?? ""}\u0000${matter.scope ?? ""}\u0000${dayOf(env, date)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const readings = read(env, asset, matter, date);
  kept.set(key, readings);
  return readings;
}

/** By what a license is read besides the records: the day, today, and what was known. */
const dayOf = (env: Env, date: string | null): string => `${date ?? ""}\u0000${env.asOf}\u0000${env.knownAt}`;

const recorded = new WeakMap<World, Map<string, readonly Instrument[]>>();

/** Every instrument that is recorded of an asset on a date: of the whole, of what it holds and of its parts. */
export function instrumentsAt(env: Env, asset: string, date: string | null): readonly Instrument[] {
  let kept = recorded.get(env.world);
  if (kept === undefined) recorded.set(env.world, (kept = new Map()));
  const key = `${asset}\u0000${dayOf(env, date)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = recordedOf(env, asset, date);
  kept.set(key, found);
  return found;
}

function recordedOf(env: Env, asset: string, date: string | null): readonly Instrument[] {
  const all = mattersOf(env, asset).flatMap((matter) => readingsOf(env, asset, matter, date)).flatMap((r) => r.options.flat());
  return [...new Map(all.flatMap((n) => (n.instrument === null ? [] : [[n.instrument.id, n.instrument] as const]))).values()];
}

/** Whether an asset as a whole surely stands under an instrument on a date: by every way to read its license. */
export const isUnder = (env: Env, asset: string, id: string, date: string | null): boolean =>
  readingsOf(env, asset, wholeOf(env, asset), date).every((r) => r.options.some((option) => option.some((n) => n.instrument?.id === id)));

function read(env: Env, asset: string, { part, scope }: Matter, date: string | null): LicenseReading[] {
  const { concluded, candidates } = currentStatements(env.world.graph, {
    about: { kind: "asset", id: asset }, what: "license", part, scope, asOf: date ?? env.asOf, knownAt: env.knownAt,
  });
  const statements = concluded === null ? candidates : [concluded];
  const bespoke = (indexOf(env.world.graph).coveredBy.get(asset) ?? []).map((instrument) => [named(env, instrument, date)]);
  const values = [...new Set(statements.map((s) => (s.value === null ? "" : String(s.value))))].toSorted();
  const readings = values.length === 0 ? [unrecorded] : values.flatMap((v) => readValue(env, v, date));
  return readings.map((r) => ({ ...r, options: [...withConversions(env, asset, r.options, date), ...bespoke] }));
}

const unrecorded: LicenseReading = { kind: "unrecorded", says: "no license recorded", options: [] };

function readValue(env: Env, value: string, date: string | null): LicenseReading[] {
  const expressions = licenseExpressions(value);
  if (expressions.length === 0) return [unrecorded];
  const each = expressions.map((e) => readExpression(env, e, date));
  if (each.length === 1) return [each[0]!];
  // A list with no operator: all of them apply, or any may be chosen. Both are decided.
  const all: LicenseReading = {
    kind: each.some((r) => r.kind === "none") ? "none" : "terms",
    says: `${value} (all apply)`,
    options: allOf(each.map((r) => r.options)) ?? [[{ name: value, instrument: null }]],
  };
  return [all, { kind: "terms", says: `${value} (any may be chosen)`, options: each.flatMap((r) => r.options) }];
}

const mostWays = 4096;

/** Ways to take one option of each, by the sets of licenses they come to; null: more ways than are decided, so that the terms are unknown. */
function allOf(lists: readonly (readonly (readonly Named[])[])[]): (readonly Named[])[] | null {
  let ways: (readonly Named[])[] = [[]];
  for (const options of lists) {
    if (ways.length * options.length > mostWays * 4) return null;
    const joined = ways.flatMap((a) => options.map((b) => [...a, ...b.filter((n) => !a.some((m) => m.name === n.name))]));
    ways = [...new Map(joined.map((w) => [w.map((n) => n.name).toSorted().join("\u0000"), w] as const)).values()];
    if (ways.length > mostWays) return null;
  }
  return ways;
}

function readExpression(env: Env, text: string, date: string | null): LicenseReading {
  if (text.toUpperCase() === "NONE") return { kind: "none", says: "no license (concluded)", options: [] };
  const direct = orLater(env, text, date);
  if (direct.instrument !== null) return { kind: "terms", says: text, options: [[direct]] };
  const { expression } = parseExpression(text);
  const options = expression === null ? null : expressionOptions(expression).options;
  if (options === null) return { kind: "terms", says: text, options: [[direct]] };
  return { kind: "terms", says: text, options: options.map((o) => o.map((name) => orLater(env, name, date))) };
}

/** "or later" leaves the choice of version to the licensee: the named version is one that may be taken. */
function orLater(env: Env, name: string, date: string | null): Named {
  const found = named(env, name, date);
  if (found.instrument !== null) return found;
  const base = name.replace(/\+$/, "").replace(/-or-later$/, "");
  return base === name ? found : { name, instrument: named(env, `${base}-only`, date).instrument ?? named(env, base, date).instrument };
}

const ids = new WeakMap<object, ReadonlySet<string>>();

function idsOf(catalogue: Env["world"]["catalogue"]): ReadonlySet<string> {
  let known = ids.get(catalogue);
  if (known === undefined) ids.set(catalogue, (known = new Set(catalogue.instruments.keys())));
  return known;
}

function named(env: Env, name: string, date: string | null): Named {
  const { catalogue, graph } = env.world;
  const whole = (instrument: Instrument): Instrument => withIncorporated(env, instrument, date);
  const bespoke = graph.instruments.get(name);
  if (bespoke !== undefined) return { name, instrument: whole(bespoke) };
  const exact = catalogue.instruments.get(name);
  if (exact !== undefined) return { name, instrument: whole(exact) };
  const resolved = resolveLicense(name, catalogue.aliases, idsOf(catalogue));
  if (resolved.kind !== "id") return { name, instrument: null };
  const instrument = catalogue.instruments.get(resolved.id);
  return { name: resolved.id, instrument: instrument === undefined ? null : whole(instrument) };
}

/** Days on which it is recorded that the license of an asset, or a license altogether, has turned into the other. */
const convertedOn = (env: Env, asset: string, license: string): string[] =>
  [asset, license].flatMap((of) => indexOf(env.world.graph).eventsOf.get(of) ?? []).filter((e) => e.kind === "converted" && isBy(e.recordedAt, env.knownAt)).map((e) => e.on);

/** A text that converts by its own words (a change date) offers the other license from then on. */
function withConversions(env: Env, asset: string, options: readonly (readonly Named[])[], date: string | null): readonly (readonly Named[])[] {
  const published = publishedOn(env, asset);
  const converted = options.flatMap((option) => option.flatMap((license) => {
    const norm = license.instrument?.norms.find((n) => n.kind === "convert");
    if (norm === undefined || norm.kind !== "convert") return [];
    const dates = [norm.convert.on, norm.convert.after !== undefined && published !== null ? addDuration(published, norm.convert.after) : null, ...convertedOn(env, asset, license.instrument!.id)];
    const at = dates.filter((d): d is string => typeof d === "string").toSorted()[0];
    if (at === undefined || date === null || date < at) return [];
    return [[named(env, license.instrument?.parameters?.[norm.convert.to] ?? norm.convert.to, date)]];
  }));
  return [...options, ...converted];
}
