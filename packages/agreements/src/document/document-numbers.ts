import { clausesOf } from "./document.js";
import { documentOf } from "./document-of.js";
import type { Drafting } from "./schedule.js";

/**
 * The number that each clause has in the document, by its topic. Norms, days and duties cite the number of the topic, which is the same in all versions of an agreement; a document numbers
 * the clauses that it has.
 */
export const documentNumbers = (drafting: Drafting): ReadonlyMap<string, string> => new Map(clausesOf(documentOf(drafting)).map(({ topic, number }) => [topic, number] as const));
