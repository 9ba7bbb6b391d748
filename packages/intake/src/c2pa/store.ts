import type { YamlValue } from "../foreign-yaml.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";

/** An action as a manifest tells it. */
export interface Action {
  readonly name: string;
  readonly source: string | null;
  readonly agent: string | null;
  /** The day, where it is told. */
  readonly on: string | null;
}

/** Values of all assertions of some labels; a label may stand several times, with a number behind it. */
export const assertionsOf = (manifest: YamlValue, ...labels: readonly string[]): readonly { readonly label: string; readonly data: YamlValue }[] =>
  itemsAt(manifest, "assertions").flatMap((each) => {
    const label = textAt(each, "label") ?? "";
    const data = valueAt(each, "data");
    return data !== undefined && labels.includes(label.replace(/__\d+$/, "")) ? [{ label, data }] : [];
  });

/** A name, or an object with one; older tools write the version behind a slash. */
const agentOf = (value: YamlValue | undefined): string | null => (value?.entries == null ? value?.text.trim() || null : textAt(value, "name"));

const actionLabels = ["c2pa.actions", "c2pa.actions.v2"] as const;

/** Whether a value stands somewhere and is no object. */
const isNone = (value: YamlValue): boolean => value.entries === null;

/**
 * What stands in the places for assertions and actions and can be read as none: each may name something that went into the asset. So may a manifest in the form
 * of the box itself, which tools write for those who look for errors.
 */
export function unreadOf(manifest: YamlValue): YamlValue[] {
  const assertions = placedAt(manifest, "assertions");
  const acting = assertions.filter((each) => (actionLabels as readonly string[]).includes((textAt(each, "label") ?? "").replace(/__\d+$/, "")));
  const store = valueAt(manifest, "assertions") === undefined ? valueAt(manifest, "assertion_store") : undefined;
  return [...(store === undefined ? [] : [store]), ...assertions.filter(isNone), ...acting.flatMap((each) => (valueAt(each, "data")?.entries == null ? [each] : placedAt(valueAt(each, "data") ?? each, "actions").filter(isNone)))];
}

/** The name of an action that has none: it may have changed anything. */
const unnamed = "unnamed";

export function actionsOf(manifest: YamlValue): Action[] {
  return assertionsOf(manifest, ...actionLabels).flatMap(({ data }) => placedAt(data, "actions").filter((each) => !isNone(each)).map((each) => {
    const name = textAt(each, "action") ?? unnamed;
    const listed = itemsAt(data, "softwareAgents")[Number(textAt(each, "softwareAgentIndex") ?? "NaN")];
    const on = /^\d{4}-\d{2}-\d{2}/.exec(textAt(each, "when") ?? "")?.[0] ?? null;
    return { name, source: textAt(each, "digitalSourceType"), agent: agentOf(valueAt(each, "softwareAgent")) ?? agentOf(listed), on };
  }));
}

/** The program that made the claim: the first of those that it names, or the first word of an old text. */
export const generatorOf = (manifest: YamlValue): string | null => textAt(itemsAt(manifest, "claim_generator_info")[0], "name") ?? textAt(manifest, "claim_generator")?.split(/[ /]/)[0] ?? null;
