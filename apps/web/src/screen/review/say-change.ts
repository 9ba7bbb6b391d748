import { plainWords } from "@cleartitle/engine";
import type { CatalogueNames } from "../../api/names.js";
import { type Profile, profileWords } from "../../api/profile.js";
import { placeIn } from "../../api/place-in.js";

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (value !== null && typeof value === "object" ? (value as Json) : {});
const word = (value: unknown): string => (typeof value === "string" ? value : value === null || value === undefined ? "" : JSON.stringify(value));

function sayScope(asset: unknown, use: unknown): string {
  const parts = [asset === null ? "" : `of ${word(asset)}`, use === null ? "for every use" : `for the use ${word(use)}`].filter((part) => part !== "");
  return parts.join(", ");
}

function saySpan(from: unknown, to: unknown): string {
  return `${word(from) === "" ? "" : ` from ${word(from)}`}${word(to) === "" ? "" : ` until ${word(to)}`}`;
}

/** One change that is proposed, in words. */
export function sayChange(change: unknown, names: Pick<CatalogueNames, "positions" | "places" | "groups">): string {
  const told = record(change);
  const place = (id: unknown): string => (id === "WORLD" ? "everywhere" : `in ${placeIn(names, word(id))}`);
  const position = (id: unknown): string => (names.positions[word(id)] as { readonly question?: string } | undefined)?.question ?? plainWords(word(id));
  switch (told["change"]) {
    case "add-position": {
      const { position: id, territory, option, on } = record(told["position"]);
      return `Position “${position(id)}”: ${plainWords(word(option))}, ${place(territory)}${saySpan(on, null)}`;
    }
    case "remove-position": return `The position “${position(told["position"])}” is taken back, ${place(told["territory"] ?? "WORLD")}`;
    case "set-profile": return `Where no position is taken, a contested question gets ${profileWords[word(told["profile"]) as Profile] ?? word(told["profile"])}`;
    case "add-statement": {
      const { about, what, value, part, scope, valid } = record(told["statement"]);
      const { id } = record(about);
      const of = [word(part), word(scope)].filter((each) => each !== "").join(", ");
      return `Concluded: ${plainWords(word(what))} of ${word(id)}${of === "" ? "" : ` (${of})`} is ${word(value)}${saySpan(record(valid)["from"], record(valid)["to"])}`;
    }
    case "remove-statement": return `The conclusion ${word(told["statement"])} is taken back`;
    case "add-waiver": {
      const { kind, asset, use, reason, from, until } = record(told["waiver"]);
      return `Waiver of ${kind === "any" ? "any finding" : plainWords(word(kind))} ${sayScope(asset, use)}${saySpan(from, until)}: ${word(reason)}`;
    }
    case "remove-waiver": return `The waiver ${word(told["waiver"])} ends`;
    default: return `${plainWords(word(told["change"]))}: ${JSON.stringify(change)}`;
  }
}
