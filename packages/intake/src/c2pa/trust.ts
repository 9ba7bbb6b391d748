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

/** What a check found: its code, and the address of what was checked. `of`: the manifest that is meant where the address names none; `null` for one that is not there. */
interface Check {
  readonly code: string;
  readonly about: string;
  readonly of: string | null;
}

/** Codes of what held, which some tools list among the others. */
const held = /\.(?:validated|insideValidity|match|trusted|accessible|notRevoked)$/;

const checkOf = (value: YamlValue, of: string | null): Check => ({ code: textAt(value, "code") ?? "", about: textAt(value, "url") ?? "", of });
const failuresIn = (list: readonly YamlValue[], of: string | null): Check[] => list.map((each) => checkOf(each, of)).filter(({ code }) => !held.test(code));

/** What was found of an ingredient when it was put in, as older and newer tools keep it; of what went into that in turn, only what has an address is somebody's. */
const failuresOfIngredient = (ingredient: YamlValue): Check[] => {
  const of = textAt(ingredient, "active_manifest");
  const results = valueAt(ingredient, "validation_results");
  const deltas = itemsAt(results, "ingredientDeltas").flatMap((each) => itemsAt(each, "validationDeltas", "failure"));
  return [...failuresIn(itemsAt(ingredient, "validation_status"), of), ...failuresIn(itemsAt(results, "activeManifest", "failure"), of), ...failuresIn(deltas, of)];
};

/** The codes of what failed at an ingredient that has no manifest in its store, so that nobody else bears them. */
export const failedAtUnsigned = (ingredient: YamlValue): readonly string[] =>
  textAt(ingredient, "active_manifest") === null ? [...new Set(failuresOfIngredient(ingredient).map(({ code }) => code).filter((code) => !ofNoWeight.test(code)))].toSorted() : [];

interface Checks {
  readonly success: readonly Check[];
  readonly failure: readonly Check[];
}

/** Everything that was checked in a store, wherever it is told: newer tools group it, older ones list failures. */
function checksIn(store: YamlValue, active: string): Checks {
  const results = valueAt(store, "validation_results");
  const manifests = valueAt(store, "manifests")?.entries ?? [];
  const ingredients = manifests.flatMap(([label, manifest]) => itemsAt(manifest, "ingredients").map((each) => ({ label, each })));
  // What is found now of an ingredient names the ingredient by the manifest that holds it and its place in that.
  const deltas = itemsAt(results, "ingredientDeltas").map((delta) => {
    const [place, , holder] = (textAt(delta, "ingredientAssertionURI") ?? "").split("/").toReversed();
    const meant = ingredients.find(({ label, each }) => label === holder && textAt(each, "label") === place)?.each;
    return { checks: valueAt(delta, "validationDeltas"), of: (meant === undefined ? null : textAt(meant, "active_manifest")) ?? holder ?? active };
  });
  return {
    // What held at no place speaks for nobody.
    success: [...itemsAt(results, "activeManifest", "success"), ...deltas.flatMap(({ checks }) => itemsAt(checks, "success"))].map((each) => checkOf(each, null)),
    failure: [
      ...failuresIn([...itemsAt(results, "activeManifest", "failure"), ...itemsAt(store, "validation_status")], active),
      ...deltas.flatMap(({ checks, of }) => failuresIn(itemsAt(checks, "failure"), of)), ...ingredients.flatMap(({ each }) => failuresOfIngredient(each)),
    ],
  };
}

export interface Judged {
  readonly trust: Trust;
  /** The codes of what failed. */
  readonly failed: readonly string[];
}

/** Judges each manifest of a store by its label. Without a list of signers nothing is more than valid; nothing is judged by the day of the import. */
export function judged(store: YamlValue, origin: Origin, active: string): (label: string) => Judged {
  const { success, failure } = checksIn(store, active);
  const labels = new Set((valueAt(store, "manifests")?.entries ?? []).map(([each]) => each));
  const namesOne = ({ about }: Check): boolean => about.split("/").some((step) => labels.has(step));
  return (label) => {
    const of = (list: readonly Check[]): string[] => [...new Set(list.filter((each) => `${each.about}/`.includes(`/${label}/`) || (each.of === label && !namesOne(each))).map(({ code }) => code))].toSorted();
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
