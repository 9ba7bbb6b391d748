import type { DerivationEntry, Evidence, Place } from "../evidence.js";
import { itemsAt, textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { unreadAt, unreadSource } from "../unread-source.js";
import type { Claim } from "./claim.js";
import type { Action } from "./store.js";
import { failedAtUnsigned } from "./trust.js";

type Link = Pick<DerivationEntry, "by" | "assumed">;

/** Acts that leave what is shown or heard as it was. */
const unchanging = new Set(["c2pa.opened", "c2pa.published", "c2pa.repackaged", "c2pa.edited.metadata"]);
const converting = new Set(["c2pa.converted", "c2pa.transcoded", "c2pa.resized", "c2pa.resized.proportional"]);

/** An edited version of its parent: a copy where nothing was done, else another form of it; edits may be more than that. */
function fromParent(actions: readonly Action[]): Link {
  const done = actions.map((each) => each.name).filter((name) => !unchanging.has(name));
  if (actions.length > 0 && done.length === 0) return { by: "copy" };
  return done.length > 0 && done.every((name) => converting.has(name)) ? { by: "convert" } : { by: "convert", assumed: done.length === 0 ? "the manifest does not say what was done" : "it was edited, which may be more than another form of it" };
}

function linkOf(relationship: string | null, kind: string, actions: readonly Action[], generated: boolean): Link {
  if (kind === "prompt") return { by: "prompt" };
  if (relationship === "componentOf") return { by: "include" };
  if (relationship === "parentOf") return fromParent(actions);
  if (relationship === "inputTo" && generated) return { by: "generate" };
  return { by: kind === "model" ? "generate" : "convert", assumed: relationship === "inputTo" ? "the manifest names it as an input and does not say of what" : "the manifest does not say what part it had" };
}

/** What an ingredient is by the types that are told of its bytes; a work in all other cases. */
function kindOf(ingredient: YamlValue): string {
  const types = [...itemsAt(ingredient, "data_types"), ...itemsAt(ingredient, "data", "data_types")].map((each) => textAt(each, "type") ?? "");
  if (types.some((each) => each.includes("generator.prompt"))) return "prompt";
  return types.some((each) => each.includes("types.model")) ? "model" : types.some((each) => each.includes("types.dataset")) ? "dataset" : "document";
}

/**
 * Records what an asset was made from. An ingredient with a manifest is the asset of that; one without is known by the id of its instance, which tools
 * give to each saved file, and else only within this manifest. Titles are names of somebody's files, and are not read.
 */
export function recordIngredients({ asset, assetOf, at }: Claim, ingredients: readonly YamlValue[], actions: readonly Action[], generated: boolean, into: Evidence): number {
  for (const [index, ingredient] of ingredients.entries()) {
    if (ingredient.entries === null) {
      recordUnread(asset, ingredient, at(ingredient, "ingredient"), into);
      continue;
    }
    const kind = kindOf(ingredient);
    const [label, instance] = [textAt(ingredient, "active_manifest"), textAt(ingredient, "instance_id")];
    const id = label !== null ? assetOf(label) : instance !== null && kind !== "prompt" ? `c2pa:${instance}` : `${asset}#ingredient/${index}`;
    const failed = failedAtUnsigned(ingredient);
    if (failed.length > 0) into.finding("manifest-invalid", asset, `of what went into it, \`${id}\` had a manifest that did not hold (${failed.join(", ")}), and that is not there`, "record what is known of it from elsewhere");
    into.derivation({ from: [into.mention(id, kind)], to: asset, who: makerOf(asset), ...linkOf(textAt(ingredient, "relationship"), kind, actions, generated) });
  }
  return ingredients.length;
}

/** Records that something may have gone into an asset which its manifest names in a way that cannot be read. */
export function recordUnread(asset: string, value: YamlValue, at: Place, into: Evidence): void {
  // Of a file's own manifests the place is the file.
  const place = { line: at.line, column: at.line === value.line ? value.column : 1 };
  unreadAt(place, at.file, "an ingredient, assertion or action of a manifest that cannot be read", "document", asset, into);
  recordLost(asset, into);
}

/** The same, where the problem is told. */
export function recordLost(asset: string, into: Evidence): void {
  into.derivation({ from: [unreadSource(asset, "document", into)], to: asset, who: makerOf(asset), by: "convert", assumed: "the manifest cannot be read for what part it had" });
}
