import { unsaid } from "@cleartitle/title";
import type { Evidence, Place } from "../evidence.js";
import { textAt, textsOf, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { licenseByItself } from "../known-license.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { licensesIn } from "../unread-license.js";

/** A card and where its statements come from. */
export interface Card {
  readonly id: string;
  readonly root: YamlValue;
  readonly file: string;
  readonly sha256: string;
}

export const placeOf = (card: Card, value: YamlValue): Place => ({ file: card.file, line: value.line, sha256: card.sha256 });

const keys = ["license", "licence", "licenses"];

/**
 * Records what a card says of its license. Each key that stands is a statement of its own, also one that stands twice. A key
 * without a value says nothing, and is kept as that: the license stays unknown. `license: other` with a `license_name` is read as that name.
 * The hub has no keys for parts, but authors write them (`code_license`).
 */
export function recordLicense(card: Card, into: Evidence): void {
  const name = textAt(card.root, "license_name");
  for (const key of keys) for (const value of valuesOf(card.root, key)) recordOne(card, key, value, name, into);
  for (const [key, value] of card.root.entries ?? []) {
    const part = partOfLicenseKey(key);
    if (part === null || part === "") continue;
    const { names, whole } = licensesIn(value, card.file, key, into);
    into.license({ asset: card.id, names, raw: whole ?? (value.items === null ? value.text : JSON.stringify(names)), scope: scopeOfWord(part, into.assets.get(card.id)?.kind ?? "model"), at: placeOf(card, value) });
  }
  const said = keys.flatMap((key) => valuesOf(card.root, key)).flatMap((value) => (textsOf(value) ?? []).map((each) => each.text.trim()));
  // The hub reads the name beside `other` alone; a card that gives it beside another license says two things.
  if (name !== null && said.every((each) => each.toLowerCase() !== "other" && !isOneName(each, name))) {
    for (const value of valuesOf(card.root, "license_name").slice(-1)) state(card, value, value.text, [name], into);
  }
  if (unsaid(said) === null) recordLinked(card, said.flatMap((each) => (each.toLowerCase() === "other" && name !== null ? [name] : [each])), into);
  for (const value of valuesOf(card.root, "license_name").filter((each) => each.items !== null || each.entries !== null)) {
    const { names, whole } = licensesIn(value, card.file, "license_name", into);
    state(card, value, whole ?? JSON.stringify(names), names, into);
  }
  for (const [key, what] of [["license_name", "license-name"], ["license_link", "license-link"], ["license_details", "license-details"]] as const) {
    for (const value of valuesOf(card.root, key)) if (value.text.trim() !== "") into.statement({ asset: card.id, what, raw: value.text, value: value.text.trim(), at: placeOf(card, value) });
  }
}

/** A link to the page of another license than the card names says another thing. Where it names none, or one of its own, the link is no word on a license by itself. */
function recordLinked(card: Card, said: readonly string[], into: Evidence): void {
  for (const value of valuesOf(card.root, "license_link")) {
    const linked = value.text.includes("/") ? licenseByItself(value.text.trim()) : null;
    if (linked !== null && said.every((each) => licenseByItself(each) !== linked && !isOneName(each, linked))) state(card, value, value.text, [linked], into);
  }
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, "");

/** What one spelling of a name has beyond another: a version that ends in `.0`, the word for a license. More than that may be other terms, as `-nc` is. */
const longer = /^(?:\d0)?(?:licen[cs]e)?$/;

/** Whether two names are spellings of one: `cc0-1.0` and `CC-0`, `apache-2.0` and `Apache 2.0`. */
function isOneName(one: string, other: string): boolean {
  const [short = "", long = ""] = [letters(one), letters(other)].toSorted((a, b) => a.length - b.length);
  return short !== "" && long.startsWith(short) && longer.test(long.slice(short.length));
}

function recordOne(card: Card, key: string, value: YamlValue, name: string | null, into: Evidence): void {
  const { names, whole } = licensesIn(value, card.file, key, into);
  // A template of a training library writes the key's own name where the license should stand.
  if (key === "licence" && names.length > 0 && names.every((each) => each === "license")) {
    into.finding("license-not-filled-in", card.id, `its card has \`licence: license\`, which a template wrote`, "ask the publisher which license is meant");
    return;
  }
  const meant = names.length === 1 && names[0]?.toLowerCase() === "other" && name !== null ? [name] : names;
  state(card, value, whole ?? (value.items === null ? value.text : JSON.stringify(names)), meant, into);
}

function state(card: Card, value: YamlValue, raw: string, names: readonly string[], into: Evidence): void {
  into.license({ asset: card.id, raw, names, at: placeOf(card, value) });
}
