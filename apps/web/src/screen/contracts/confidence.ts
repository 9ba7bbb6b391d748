/** How sure the program was, in percent, never wholly. */
export const sure = (confidence: number): number => Math.min(99, Math.round(confidence * 100));

/** The same in words; what a person found nobody had to guess. */
export const saySure = (confidence: number | null): string => (confidence === null ? "found by a person" : `${sure(confidence)} % sure`);
