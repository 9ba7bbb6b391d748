import { licensorsOf, soleOf, upstreamOf, type ThingAsked, type Upstream } from "@cleartitle/title";
import type { Env, Scene } from "./scene.js";

const asked = ({ asOf, knownAt }: Env, asset: string, date: string | null): ThingAsked => ({ asset, asOf: date ?? asOf, knownAt });

/** Parties that are recorded as licensing a thing on a date; of the middle of a composed derivation nobody is. */
export const licensorsOn = (env: Env, asset: string, date: string | null): readonly string[] => (env.lines.virtual.has(asset) ? [] : licensorsOf(env.world.graph, asked(env, asset, date)));

/** The one who licenses a thing; null: nobody is recorded, or several are and nobody concluded which. */
export const publisherOn = (env: Env, asset: string, date: string | null): string | null => soleOf(licensorsOn(env, asset, date));

/** Who published what is in question at a scene. */
export const publisherOf = ({ env, source, act }: Pick<Scene, "env" | "source" | "act">): string | null => publisherOn(env, source, act.date);

/** How much of what went into a thing is recorded. */
export const upstreamOn = (env: Env, asset: string, date: string | null): Upstream | null => upstreamOf(env.world.graph, asked(env, asset, date));
