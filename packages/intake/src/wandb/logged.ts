import type { Place } from "../evidence.js";
import { jsonOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { listedIn } from "../name-place.js";
import type { Logged } from "../telling.js";

/** What stands under a telling key of a configuration: a text, or each of a list. What is no text names something all the same; a number or a yes is a setting. */
export function loggedIn(key: string, value: YamlValue | null | undefined, at: (value: YamlValue) => Place): Logged[] {
  return (value == null ? [] : listedIn(value)).flatMap((each): Logged[] => {
    if (each.entries !== null || each.items !== null) return [{ key, value: JSON.stringify(jsonOf(each)), unread: true, at: at(each) }];
    return typeof each.scalar === "string" && each.text.trim() !== "" ? [{ key, value: each.text, at: at(each) }] : [];
  });
}
