import { hashOf } from "./spelling.js";

interface Omittable {
  readonly ids: RegExp;
  /** The text is the license from these words on; what stands before may be missing. */
  readonly startsAt?: string;
  /** What starts with these words may be missing to the end. */
  readonly endsBefore?: string;
  /** The words are looked for near the end alone, since the text names the part earlier. */
  readonly late?: true;
}

/** Parts that the SPDX templates mark as optional: prefaces and instructions beside the terms themselves (B.12, B.13). */
const parts: readonly Omittable[] = [
  { ids: /./, endsBefore: "end of terms and conditions" },
  { ids: /^(?:A|L)?GPL-|^GFDL-/, startsAt: "everyone is permitted to copy and distribute verbatim copies" },
  { ids: /^LGPL-3\.0/, endsBefore: "gnu general public license" },
  { ids: /^GFDL-/, endsBefore: "addendum how to use this license for your documents" },
  { ids: /^(?:CC-BY.*-4\.0|CC-BY-4\.0)/, startsAt: "by exercising the licensed rights" },
  { ids: /^CC-BY/, endsBefore: "creative commons is not a party to" },
  { ids: /^CC-BY/, endsBefore: "creative commons notice" },
  { ids: /^CC0-/, startsAt: "the laws of most jurisdictions throughout the world" },
  { ids: /^(?:MPL|CDDL)-/, endsBefore: "exhibit a", late: true },
  { ids: /^OFL-/, startsAt: "preamble the goals of the open font license" },
  { ids: /^EUPL-/, endsBefore: "appendix compatible licences" },
  { ids: /^Unlicense$/, endsBefore: "for more information please refer to" },
];

const placeOf = (hash: Uint32Array, phrase: string): { from: number; to: number } | null => {
  const words = phrase.split(" ").map(hashOf);
  for (let at = 0; at + words.length <= hash.length; at++) if (hash[at] === words[0] && words.every((word, i) => hash[at + i] === word)) return { from: at, to: at + words.length };
  return null;
};

/** The stretches of a text that may be missing from a copy, for the ids it goes by. */
export function omittableOf(ids: readonly string[], hash: Uint32Array): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const part of parts) {
    if (!ids.some((id) => part.ids.test(id))) continue;
    if (part.startsAt !== undefined) {
      const place = placeOf(hash, part.startsAt);
      if (place !== null) found.push({ from: 0, to: place.from });
    }
    if (part.endsBefore !== undefined) {
      const skip = Math.floor(hash.length * (part.late === true ? 0.7 : 0.1));
      const place = placeOf(hash.subarray(skip), part.endsBefore);
      if (place !== null) found.push({ from: place.from + skip, to: hash.length });
    }
  }
  return found.filter(({ from, to }) => to > from && to - from < hash.length * 0.95);
}
