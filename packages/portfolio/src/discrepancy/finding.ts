import { digestOf } from "@cleartitle/norms";
import type { Place } from "../document/place.js";

const findingKinds = ["family", "inconsistent", "exclusivity", "most-favored", "wider-than-in", "law", "transfer", "notice-window", "unusual"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something that does not fit within an agreement or between two, or that could not be compared, with all that it rests on. */
export interface PortfolioFinding {
  /** The same for the same finding. */
  readonly id: string;
  readonly kind: FindingKind;
  /** `conflict`: both cannot be kept; `look`: a person has to look; `open`: it could not be compared, which is no word that it fits. */
  readonly severity: "conflict" | "look" | "open";
  readonly families: readonly string[];
  readonly message: string;
  readonly places: readonly Place[];
}

export const finding = (kind: FindingKind, severity: PortfolioFinding["severity"], families: readonly string[], message: string, places: readonly (Place | null)[]): PortfolioFinding => {
  const all = places.flatMap((place) => place ?? []);
  const rests = all.filter((place, index) => all.findIndex((each) => each.file === place.file && each.cite === place.cite && each.start === place.start && each.quote === place.quote) === index);
  return { id: digestOf([kind, families, message, rests.map(({ file, cite, start }) => [file, cite, start])]).slice(7, 23), kind, severity, families, message, places: rests };
};

const weight = { conflict: 0, look: 1, open: 2 } as const;

/** The gravest first, then by kind and by whom they are of. */
export const inOrder = (findings: readonly PortfolioFinding[]): PortfolioFinding[] =>
  findings.map((each) => ({ each, of: each.families.join(" ") })).toSorted((a, b) => weight[a.each.severity] - weight[b.each.severity] || findingKinds.indexOf(a.each.kind) - findingKinds.indexOf(b.each.kind) || (a.of < b.of ? -1 : a.of > b.of ? 1 : a.each.id < b.each.id ? -1 : 1)).map(({ each }) => each);
