import type { ClauseLibrary } from "../clause/library.js";
import type { Deal } from "../deal/deal.js";
import type { AgreementDocument } from "./document.js";
import { digestsOf } from "./part.js";

export const carriedSchema = "urn:cleartitle:schema:draft:1";
/** By which a word processor knows the part again that holds the deal. */
export const carriedGuid = "{6C1F9C3A-5B1E-4D0B-9A57-2E8F0C7D4B61}";
/** The mark of the block at the end of a Markdown document. */
export const carriedFence = "cleartitle-draft";
export const carriedFile = "deal.json";

/** What a document carries of the deal that it was drafted from: the deal itself, the clauses of the house that it was drafted with, and each sentence's digest. */
export const carriedText = (document: AgreementDocument, deal: Deal, library: ClauseLibrary): string =>
  JSON.stringify({ $schema: carriedSchema, deal, clauses: library.digest, sentences: digestsOf(document) });
