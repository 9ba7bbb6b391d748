import { pushAll } from "@cleartitle/norms";
import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";

/** What a component is related to, as its pedigree has it. */
export interface Kin {
  /**
   * `ancestor` is where the component comes from, `descendant` what came of it, and of a `variant` nobody knows which of the two it is. A `patch` changed it. `unsaid`: there is an
   * original, and the document does not say which. `unread`: a pedigree that is no object.
   */
  readonly as: "ancestor" | "descendant" | "variant" | "patch" | "unsaid" | "unread";
  /** Why the link is assumed. */
  readonly ground: string;
  /** Of its kind, from 1. */
  readonly number: number;
  readonly at: YamlValue;
}

const descends = "a pedigree does not say what was done";
const akin = "of a variant nobody knows whether it came of this one, or this one of it";
const differs = "a pedigree tells of a patch that it differs by it, and neither whose it is nor under which license: the format has no place for them, and no type of patch says either";
const modified = "the component is marked as modified from an original, and which is not said";

/** Commits are the history of the component itself, and notes are words. Neither is another thing. */
const lists = [["ancestors", "ancestor", descends], ["descendants", "descendant", descends], ["variants", "variant", akin], ["patches", "patch", differs]] as const;

/** What a component names as kin, and what it says it has and does not name. */
export function kinOf(component: YamlValue): Kin[] {
  const pedigrees = placedAt(component, "pedigree");
  const found: Kin[] = pedigrees.filter((each) => each.entries === null).map((at) => ({ as: "unread", ground: descends, number: 1, at }));
  for (const [key, as, ground] of lists) pushAll(found, pedigrees.flatMap((each) => placedAt(each, key)).map((at, index) => ({ as, ground, number: index + 1, at })));
  const isModified = ["true", "1"].includes(textAt(component, "modified") ?? "") && found.every(({ as }) => as === "descendant");
  return isModified ? [...found, { as: "unsaid", ground: modified, number: 1, at: component }] : found;
}
