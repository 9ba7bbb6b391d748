import type { Statement } from "./graph.js";

/** Uses of a work that train no model, less the prefix of the vocabulary. One that is not known may, and is taken for one that does. */
const noTraining = new Set(["ai_inference"]);

/** Whether an entry on training or mining reserves: what is not allowed, or allowed under terms, is reserved. `use`: without the prefix of its vocabulary. */
export const reservesTraining = (use: string, permission: string): boolean => !noTraining.has(use) && permission !== "allowed";

/** Whether a term of the vocabulary of PLUS for mining allows it, or says nothing. One that is not known is a word on mining all the same, and is taken for a reservation. */
export const allowsMining = (term: string): boolean => ["DMI-ALLOWED", "DMI-UNSPECIFIED"].includes(term);

/** What the protocol for reservations has in headers and files where somebody reserves. */
export const protocolReserves = "tdm-reservation: 1";

/** Signals of a site that reserve. */
export const reservingSignals: readonly string[] = ["x-robots-tag: noai", "x-robots-tag: noimageai", protocolReserves];

/** Where a machine can read a reservation. */
export type ReservationForm = "c2pa_or_iptc_metadata" | "http_header" | "tdmrep";

/** The facts that a reservation in a form sets. */
export const factsOfReservation = (form: ReservationForm): readonly (readonly [what: string, value: true | string])[] => [["fact:reservation.expressed", true], ["fact:reservation.machine_readable", true], ["fact:reservation.form", form]];

/** In which form a statement on mining or training reserves; `null` where it does not. What is allowed in one place lifts no reservation that is made in another. */
export function reservationIn({ what, raw, value }: Pick<Statement, "what" | "raw" | "value">): ReservationForm | null {
  if (what === "reservation-signals") return reservingSignals.some((each) => raw?.includes(JSON.stringify(each)) === true) ? "http_header" : null;
  if (typeof value !== "string") return null;
  const [, use, permission] = /^(.*): (\S+)$/s.exec(value) ?? [];
  if (what === "training-mining") return use !== undefined && permission !== undefined && reservesTraining(use, permission) ? "c2pa_or_iptc_metadata" : null;
  if (what !== "data-mining") return null;
  if (use === "tdm-reservation") return value === protocolReserves ? "tdmrep" : null;
  return value === "" || allowsMining(value) ? null : "c2pa_or_iptc_metadata";
}
