import type { Place } from "../document/place.js";
import type { Family } from "../family/family.js";
import { finding, type FindingKind, type PortfolioFinding } from "./finding.js";

/** What comes of holding one agreement against another. */
export interface PairFinding {
  readonly kind: FindingKind;
  readonly severity: PortfolioFinding["severity"];
  /** In the order in which they are told. */
  readonly families: readonly [Family, Family];
  /** In words, and what it rests on: asked for of those alone that are told alone, since most are told with others. */
  readonly message: () => string;
  readonly places: () => readonly (Place | null)[];
  /** The same without names, of `one` and `another`: by it many are told together. */
  readonly alike: string;
  /** The one whose promise, or grant, the other is held against; or what both have in common. */
  readonly under: Family | string;
}

/** As a finding of its own. */
export const toldAlone = ({ kind, severity, families: [a, b], message, places }: PairFinding): PortfolioFinding => finding(kind, severity, [a.id, b.id], message(), places());
