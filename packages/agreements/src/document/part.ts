import { sha256 } from "@cleartitle/norms";
import { type AgreementDocument, clausesOf, type Piece, shownText } from "./document.js";

/** Blanks, quotation marks and hyphens that a word processor changes by itself are no change of words. */
export const evened = (text: string): string =>
  text.normalize("NFC").replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, "").replaceAll(/[\u2018\u2019\u201B]/g, "'").replaceAll(/[\u201C\u201D\u201F]/g, '"').replaceAll(/[\u2010\u2011]/g, "-").replaceAll(/[\p{Cc}\s]+/gu, " ").trim();

export const rowText = (row: readonly (readonly Piece[])[]): string => row.map(shownText).join(" | ");

/** Digests of the words of each sentence, by its id, without the numbers of references. */
export const digestsOf = (document: AgreementDocument): Readonly<Record<string, string>> =>
  Object.fromEntries(clausesOf(document).flatMap((clause) => clause.sentences.map((sentence) => [sentence.id, sha256(evened(sentence.text))])));
