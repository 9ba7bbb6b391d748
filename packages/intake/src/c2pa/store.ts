import type { YamlValue } from "../foreign-yaml.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";

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

export function actionsOf(manifest: YamlValue): Action[] {
  return assertionsOf(manifest, "c2pa.actions", "c2pa.actions.v2").flatMap(({ data }) => itemsAt(data, "actions").flatMap((each) => {
    const name = textAt(each, "action");
    const listed = itemsAt(data, "softwareAgents")[Number(textAt(each, "softwareAgentIndex") ?? "NaN")];
    const on = /^\d{4}-\d{2}-\d{2}/.exec(textAt(each, "when") ?? "")?.[0] ?? null;
    return name === null ? [] : [{ name, source: textAt(each, "digitalSourceType"), agent: agentOf(valueAt(each, "softwareAgent")) ?? agentOf(listed), on }];
  }));
}

/** The program that made the claim: the first of those that it names, or the first word of an old text. */
export const generatorOf = (manifest: YamlValue): string | null => textAt(itemsAt(manifest, "claim_generator_info")[0], "name") ?? textAt(manifest, "claim_generator")?.split(/[ /]/)[0] ?? null;
