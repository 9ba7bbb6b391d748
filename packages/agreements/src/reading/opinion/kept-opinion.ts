import type { ReadingOfDocument } from "../review/reading-file.js";
import type { DocumentText } from "../text/text.js";
import { type Asked, type KindFound, type ModelOpinion, opinionOf } from "./model-opinion.js";

/** Of a kept reading what a model may be asked of: the clauses that it tells, or the nearest one of a kind that it did not find. */
const foundIn = ({ kinds }: Pick<ReadingOfDocument, "kinds">): KindFound[] => kinds.map(({ kind, clauses, nearest }) => ({ kind, places: clauses.length > 0 || nearest === null ? clauses : [nearest], told: clauses.length }));

/** Asks a model about a reading that was kept, and its text. It changes nothing of the reading. */
export const opinionOnReading = async (reading: Pick<ReadingOfDocument, "kinds">, text: Omit<DocumentText, "sentences">, asked: Asked): Promise<ModelOpinion> => opinionOf({ ...text, sentences: [] }, foundIn(reading), asked);

/** An opinion as it is kept beside its reading. */
export const opinionBytes = (opinion: ModelOpinion): Uint8Array => Buffer.from(JSON.stringify(opinion));
/** What is kept is held to its digest, and nothing else writes it. */
export const keptOpinion = (bytes: Uint8Array): ModelOpinion => JSON.parse(Buffer.from(bytes).toString("utf8")) as ModelOpinion;
