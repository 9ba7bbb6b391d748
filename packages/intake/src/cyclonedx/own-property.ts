import { itemsAt, textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

/** The values of a property of ours on a component, an entry or a workflow. */
export const ownTexts = (value: YamlValue | undefined, word: string): string[] =>
  itemsAt(value, "properties").filter((each) => textAt(each, "name") === `cleartitle:${word}`).map((each) => textAt(each, "value")).filter((each) => each !== null);
