import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

/**
 * What is known of a manifest's signature. `trusted`: signed by somebody on the list that the user names, at a time that is vouched for. `valid`: signed, and changed since in
 * nothing, by somebody for whom nobody vouches. `not-bound`: the same, where the bytes it is about are not at hand or cannot be checked.
 * `unverified`: a report that others made of it. `unsigned`: what is yet to be signed.
 */
type Trust = "trusted" | "valid" | "invalid" | "not-bound" | "unverified" | "unsigned";

/** How the manifests of a store were come by. */
export type Origin = "checked" | "not-bound" | "reported";

/** Failures that tell of a list of signers, or of the day on which one looks, and not of the manifest. */
const ofNoWeight = /^(?:signingCredential\.(?:untrusted|expired)|timeStamp\.untrusted|cawg\.)/;
const ofBytes = /^assertion\.(?:dataHash|boxesHash|bmffHash|collectionHash|multiAssetHash)\./;

/** The codes of checks, each with the address of what was checked. */
interface Checks {
  readonly success: readonly (readonly [code: string, about: string])[];
  readonly failure: readonly (readonly [code: string, about: string])[];
  /** Failures that are told of the store as such. */
  readonly whole: readonly (readonly [code: string, about: string])[];
}

const codesIn = (list: readonly YamlValue[]): (readonly [string, string])[] => list.map((each) => [textAt(each, "code") ?? "", textAt(each, "url") ?? ""] as const);

/** Everything that was checked in a store, wherever it is told: newer tools group it, older ones list failures. */
function checksIn(store: YamlValue): Checks {
  const results = valueAt(store, "validation_results");
  const groups = [valueAt(results, "activeManifest"), ...itemsAt(results, "ingredientDeltas").map((each) => valueAt(each, "validationDeltas"))];
  const whole = [...codesIn(itemsAt(groups[0], "failure")), ...codesIn(itemsAt(store, "validation_status"))];
  const ingredients = (valueAt(store, "manifests")?.entries ?? []).flatMap(([, manifest]) => itemsAt(manifest, "ingredients"));
  return {
    success: groups.flatMap((each) => codesIn(itemsAt(each, "success"))),
    whole,
    failure: [...whole, ...groups.slice(1).flatMap((each) => codesIn(itemsAt(each, "failure"))), ...ingredients.flatMap((each) => codesIn(itemsAt(each, "validation_status")))],
  };
}

export interface Judged {
  readonly trust: Trust;
  /** The codes of what failed. */
  readonly failed: readonly string[];
}

/** Judges each manifest of a store by its label. Without a list of signers nothing is more than valid; nothing is judged by the day of the import. */
export function judged(store: YamlValue, origin: Origin, active: string): (label: string) => Judged {
  const { success, failure, whole } = checksIn(store);
  const labels = new Set((valueAt(store, "manifests")?.entries ?? []).map(([each]) => each));
  // What failed at no place, or at one that names no manifest, failed at the active one.
  const placeless = new Set(whole.filter(([, about]) => !about.split("/").some((step) => labels.has(step))));
  return (label) => {
    const of = (list: Checks["failure"]): string[] => [...new Set(list.filter((each) => `${each[1]}/`.includes(`/${label}/`) || (label === active && placeless.has(each))).map(([code]) => code))].toSorted();
    const failed = of(failure).filter((code) => !ofNoWeight.test(code) && !(origin === "not-bound" && ofBytes.test(code)));
    if (failed.length > 0) return { trust: "invalid", failed };
    if (origin === "reported") return { trust: "unverified", failed };
    const matched = of(success);
    // Of what went into it, the bytes are not at hand: that nothing failed is all there is.
    if (label !== active) return { trust: origin === "checked" ? "valid" : "not-bound", failed };
    if (!matched.includes("claimSignature.validated")) return { trust: "invalid", failed: ["no signature that was checked"] };
    if (origin === "not-bound") return { trust: "not-bound", failed };
    if (!matched.some((code) => ofBytes.test(code))) return { trust: "invalid", failed: ["no hash of the file that was checked"] };
    // Who signed at a time that nobody vouches for is trusted today, and not after the certificate ends.
    return { trust: matched.includes("signingCredential.trusted") && matched.includes("timeStamp.trusted") ? "trusted" : "valid", failed };
  };
}
