export type Side = "sources" | "results";

/** One side of a thing that was opened, and how many of its steps are asked for. */
export interface Opening {
  readonly id: string;
  readonly side: Side;
  readonly shown: number;
}

/** Steps that one click brings. */
export const stepsAtOnce = 12;
/** Steps of one side that are drawn at most; the page of the asset has them all, by pages. */
export const mostOfSide = 200;
/** Sides that one address opens at most. */
const mostOpenings = 400;

const letters: Readonly<Record<Side, string>> = { sources: "s", results: "r" };

/** What is open before anything was chosen: one step each way. */
const begun = (center: string): readonly Opening[] => [{ id: center, side: "sources", shown: stepsAtOnce }, { id: center, side: "results", shown: stepsAtOnce }];

/** An address may have been cut, or written by hand: what is no opening is left out. */
export function readOpened(text: string | undefined, center: string): readonly Opening[] {
  if (text === undefined) return begun(center);
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return begun(center);
  }
  if (!Array.isArray(told)) return begun(center);
  return told.slice(0, mostOpenings).flatMap((each: unknown): readonly Opening[] => {
    const [id, letter, shown] = Array.isArray(each) ? (each as unknown[]) : [];
    const side = letter === "s" ? "sources" : letter === "r" ? "results" : null;
    return typeof id === "string" && side !== null && typeof shown === "number" && Number.isInteger(shown) && shown > 0 ? [{ id, side, shown: Math.min(shown, mostOfSide) }] : [];
  });
}

export const writeOpened = (openings: readonly Opening[]): string => JSON.stringify(openings.map(({ id, side, shown }) => [id, letters[side], shown]));

const isOf = (id: string, side: Side) => (each: Opening): boolean => each.id === id && each.side === side;

export const openingOf = (openings: readonly Opening[], id: string, side: Side): Opening | undefined => openings.find(isOf(id, side));

/** One hop: the next steps of a side. */
export function openMore(openings: readonly Opening[], id: string, side: Side): readonly Opening[] {
  const shown = Math.min(mostOfSide, (openingOf(openings, id, side)?.shown ?? 0) + stepsAtOnce);
  return [...openings.filter((each) => !isOf(id, side)(each)), { id, side, shown }];
}

/** The hop back. What was open beyond it stays in mind, for when it is opened again. */
export const close = (openings: readonly Opening[], id: string, side: Side): readonly Opening[] => openings.filter((each) => !isOf(id, side)(each));
