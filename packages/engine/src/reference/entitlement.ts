import type { Instrument, Layer, Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import type { Ownership } from "../judgment/ownership.js";
import { indexOf } from "./graph-index.js";
import { licensorsOn } from "./licensor.js";
import { followChain, isContested, isWhole, rivalClaim, rivalClaims, titleAt } from "./owned.js";
import { groupOf } from "./quantities.js";
import type { Scene } from "./scene.js";

/** Whether who gives a right has it to give. */
export interface Entitlement {
  readonly truth: Truth;
  /** Why it has not, or may not have; null where it has. */
  readonly fails: string | null;
  readonly premises: readonly Premise[];
  readonly findings: Ownership["findings"];
}

const entitled: Entitlement = { truth: "true", fails: null, premises: [], findings: [] };
const stranger: Entitlement = { truth: "false", fails: "its licensor is no recorded holder", premises: [], findings: [] };
const open = (fails: string, premise: Premise, findings: Entitlement["findings"] = []): Entitlement => ({ truth: "unknown", fails, premises: [premise], findings });

const nobody: ReadonlySet<string> = new Set();
const aHolder = "a recorded holder";

/** Layers in which who publishes a thing is presumed to have what it licenses, so that another licensor needs it from them. */
const ofPublishers: ReadonlySet<Layer> = new Set<Layer>(["copyright", "related"]);

/**
 * A grant answers only for what its licensor has. Where the chain of title knows holders and the licensor never was one, it has nothing; where the chain has a
 * gap, it held a share, or nobody recorded who the licensor is, that is open, and so it is where somebody else claims the right. Without a chain whoever publishes a thing is taken to have it, and
 * nobody else: whether a party to an agreement about it has anything from them, nobody recorded.
 */
export function entitlementOf(scene: Scene, instrument: Instrument, layer: Layer): Entitlement {
  const publishers = licensorsOn(scene.env, scene.source, scene.act.date);
  // Whose grant it is may be recorded nowhere: nobody is then known to have the right.
  const licensors = instrument.licensor !== undefined ? [instrument.licensor] : publishers.length > 0 ? publishers : [null];
  const each = licensors.map((licensor) => entitlementBy(licensor, instrument, layer, publishers, scene));
  if (each.every(({ truth }) => truth === "true")) return entitled;
  if (each.every(({ truth }) => truth === "false")) return stranger;
  const first = each.find(({ truth }) => truth === "unknown");
  return first ?? open("not recorded which of them licenses it", { reads: "licensor", of: scene.source, is: licensors.join(" or "), needs: aHolder, result: "unknown" });
}

function entitlementBy(licensor: string | null, instrument: Instrument, layer: Layer, publishers: readonly string[], scene: Scene): Entitlement {
  const { env, source, act } = scene;
  const group = licensor === null ? nobody : groupOf(env, licensor, act.date);
  const chain = titleAt(scene, layer);
  if (chain.length > 0 && licensor !== null && !chain.some((t) => group.has(t.to))) return stranger;
  if (isContested(scene, layer, group)) return open("somebody else claims this right", rivalClaims(source), [rivalClaim]);
  if (chain.length > 0 && licensor === null) return open("not recorded who licenses it", { reads: "licensor", of: source, is: null, needs: aHolder, result: "unknown" });
  if (chain.length > 0) {
    const { most, gaps } = followChain(chain, group);
    if (gaps.length === 0 && isWhole(most)) return entitled;
    const premise: Premise = { reads: "chain of title", of: source, is: `${licensor} held a share of ${most}`, needs: "the whole right, without a gap", result: "unknown" };
    return open("the title of its licensor is open", premise, gaps.map((detail) => ({ kind: "title-gap", detail })));
  }
  if (licensor === null || !ofPublishers.has(layer) || !isOnBehalf(scene, instrument) || publishers.every((each) => group.has(each))) return entitled;
  return open("not recorded that its licensor has the right", { reads: "licensor", of: source, is: "another", needs: licensor, result: "unknown" });
}

/** Whether a text is its licensor's own word on a thing, and not one that the publisher put it under. */
const isOnBehalf = ({ env, source }: Scene, instrument: Instrument): boolean =>
  instrument.kind !== "license" || indexOf(env.world.graph).coveredBy.get(source)?.includes(instrument.id) === true;
