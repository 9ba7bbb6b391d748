import { factsOfReservation, type ReservationForm, reservesTraining } from "@cleartitle/title";
import type { Evidence, Place } from "./evidence.js";

/** What a file says of itself under the names that photographers, agencies and generators use. */
export interface MediaSaying {
  readonly asset: string;
  readonly at: Place;
}

/** Records that a right to mine or train is reserved where a machine can read it: in the file itself, or in what its site sent with it. */
export function recordReserved({ asset, at }: MediaSaying, raw: string, into: Evidence, form: ReservationForm = "c2pa_or_iptc_metadata"): void {
  for (const [what, value] of factsOfReservation(form)) into.statement({ asset, what, raw, value, at });
}

/**
 * Records one entry on training or mining, and returns it if it reserves. What is not allowed, or allowed under terms, is reserved; what is allowed in
 * one place lifts no reservation that is made in another, and is kept as what was said.
 */
export function recordTrainingUse(saying: MediaSaying, use: string, permission: string, terms: string | null, into: Evidence): string | null {
  const plain = use.replace(/^(?:c2pa|cawg)\./, "");
  const raw = `${use}: ${permission}${terms === null ? "" : ` (${terms})`}`;
  into.statement({ asset: saying.asset, what: "training-mining", raw, value: `${plain}: ${permission}`, at: saying.at });
  return reservesTraining(plain, permission) ? raw : null;
}

const sourceTypes = /(?:newscodes\/digitalsourcetype\/|c2pa\.org\/digitalsourcetype\/)([A-Za-z]{3,60})\/?$/;

/** The name of a type of digital source, of which the vocabulary has one address each; `null` for what is none of it. */
export const sourceTypeOf = (address: string | null): string | null => sourceTypes.exec(address?.trim() ?? "")?.[1] ?? null;

/** Whether a trained model made it, or a part of it. */
export const isGenerated = (type: string | null): boolean => type === "trainedAlgorithmicMedia" || type === "compositeWithTrainedAlgorithmicMedia";

/** Only what a model made whole is output of it; a work with parts that a model made stays a work. */
export const mediaKind = (types: readonly (string | null)[]): "output" | "document" => (types.includes("trainedAlgorithmicMedia") ? "output" : "document");

/** The name of what generated something, as a model that nobody else's name joins. */
export function namedModel(name: string, asset: string, into: Evidence): string {
  const shown = name.replace(/\s+/g, " ").trim().slice(0, 100);
  into.finding("not-an-identifier", asset, `\`${shown}\` is a name, which others may use for something else`, "name the model by its id");
  return into.mention(`${asset}#model/${shown}`, "model");
}
