import type { Instrument } from "@cleartitle/norms";
import { publisherOf } from "./licensor.js";
import { isPlatformOf } from "./party.js";
import { groupOf } from "./quantities.js";
import type { Scene } from "./scene.js";

/** Whether who acts offers the text, and somebody else published the thing under it: what that one contributed is then asked for. */
export function receives(scene: Scene, instrument: Instrument): boolean {
  const { env, act } = scene;
  const publisher = publisherOf(scene);
  return isPlatformOf(env, instrument, act.actor, act.date) && (publisher === null || !groupOf(env, act.actor, act.date).has(publisher));
}
