import type { Instrument, Layer } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Ownership } from "../../judgment/ownership.js";
import { contested, contestedFinding, heldBy, isAll } from "../state/ownership.js";
import type { Spot } from "./spot.js";

/** Why a licensor may not have, or surely has not, what it gives; null: nothing recorded speaks against it. */
export interface Lack {
  readonly isSure: boolean;
  readonly why: string;
  readonly premises: readonly Premise[];
  readonly findings: Ownership["findings"];
}

const none: readonly never[] = [];
const noHolder: Lack = { isSure: true, why: "its licensor is no recorded holder", premises: none, findings: none };
const doubt = (why: string, premise: Omit<Premise, "result">, findings: Lack["findings"] = none): Lack => ({ isSure: false, why, premises: [{ ...premise, result: "unknown" }], findings });

const nobody: ReadonlySet<string> = new Set();
const holder = "a recorded holder";

/** Layers of which who publishes a thing is taken to have the right. */
const published: readonly Layer[] = ["copyright", "related"];

/** What is recorded against the licensor of a text: of a text that names none it is whoever publishes the thing, where sources differ any of them, and where nobody is recorded somebody unknown. */
export function lackOf(spot: Spot, text: Instrument, layer: Layer): Lack | null {
  // Of most things neither title nor claims are recorded, and they are under what their publisher put them under.
  if (!spot.core.state.titles.isSpokenOf(spot.source) && (text.licensor === undefined || !isOwnWord(text, spot))) return null;
  const publishers = spot.core.state.licensors.of(spot.node, spot.at);
  if (text.licensor !== undefined || publishers.length === 0) return lackBy(text.licensor ?? null, text, layer, publishers, spot);
  const lacks = publishers.map((party) => lackBy(party, text, layer, publishers, spot));
  const lacking = lacks.filter((lack) => lack !== null);
  if (lacking.length === 0) return null;
  if (lacks.every((lack) => lack?.isSure === true)) return noHolder;
  return lacking.find(({ isSure }) => !isSure) ?? doubt("not recorded which of them licenses it", { reads: "licensor", of: spot.source, is: publishers.join(" or "), needs: holder });
}

/** A license is what the publisher put a thing under, whoever wrote it; an agreement about the thing, or a text that names it, is its own licensor's word. */
const isOwnWord = ({ kind, id }: Instrument, { core: { state }, node }: Spot): boolean => kind !== "license" || state.licenses.isCoveredBy(node, id);

function lackBy(licensor: string | null, text: Instrument, layer: Layer, publishers: readonly string[], spot: Spot): Lack | null {
  const { core: { state }, source, atom, at } = spot;
  const group = licensor === null ? nobody : state.groups.of(licensor, at.date);
  const chain = state.titles.chainOf({ asset: source, layer, atom, date: at.date });
  if (chain.length > 0 && licensor !== null && !chain.some(({ to }) => group.has(to))) return noHolder;
  if (state.titles.isContested(source, layer, group)) return { isSure: false, why: contestedFinding.detail, premises: [contested(source)], findings: [contestedFinding] };
  if (chain.length > 0 && licensor === null) return doubt("not recorded who licenses it", { reads: "licensor", of: source, is: null, needs: holder });
  if (chain.length > 0) {
    const { most, faults } = heldBy(chain, group);
    if (faults.length === 0 && isAll(most)) return null;
    const premise = { reads: "chain of title", of: source, is: `${licensor} held a share of ${most}`, needs: "the whole right, without a gap" };
    return doubt("the title of its licensor is open", premise, faults.map((detail) => ({ kind: "title-gap", detail })));
  }
  if (licensor === null || !published.includes(layer) || publishers.every((party) => group.has(party))) return null;
  if (!isOwnWord(text, spot)) return null;
  return doubt("not recorded that its licensor has the right", { reads: "licensor", of: source, is: "another", needs: licensor });
}
