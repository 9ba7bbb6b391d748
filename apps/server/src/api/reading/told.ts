import { type Block, blocksOf, type DocumentText, fieldsOf, pageOf, type RecordedReading, topicIdOf, weightsDigest, writtenLike, writtenValue } from "@cleartitle/agreements";
import type { z } from "@hono/zod-openapi";
import type { OpenReading } from "./kept.js";
import type { ReadingDetail, ReadingRow, TextBlock } from "./schema.js";

type Row = z.input<typeof ReadingRow>;
type Detail = z.input<typeof ReadingDetail>;
type Field = Detail["kinds"][number]["fields"][number];
type Text = Omit<DocumentText, "sentences">;

/** Fields by the last word on each. */
function saidOf({ read, reviews }: RecordedReading): Row["said"] {
  const last = new Map(reviews.map(({ field, verdict }) => [field, verdict]));
  const added = new Set(reviews.filter(({ verdict }) => verdict === "added").map(({ field }) => field));
  const said = { accepted: 0, corrected: 0, rejected: 0, added: 0, open: (read?.fields ?? 0) - [...last.keys()].filter((field) => !added.has(field)).length };
  for (const verdict of last.values()) said[verdict] += 1;
  return said;
}

/** A name stands in capitals at the end of many a contract, and is the same. */
const once = (names: readonly string[]): string[] => [...new Map(names.toReversed().map((name) => [name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, " ").trim(), name])).values()].toReversed();

/** A reading in a list. `agreement`: the one that was begun with its document. */
export function rowOf(reading: RecordedReading, agreement: string | null): Row {
  const { number, name, document, read, problems, by, at, steps } = reading;
  return {
    number, name, document, state: read !== null ? "read" : document === null ? "redacted" : "refused", format: read?.format ?? null, pages: read?.pages ?? null, characters: read?.characters ?? null, title: read?.title ?? null, parties: once(read?.parties ?? []),
    fields: read?.fields ?? 0, said: saidOf(reading), agreement, problems: problems.map((each) => ({ ...each })), by, at, steps,
  };
}

type Read = ReturnType<typeof fieldsOf>[number];
type Clause = Omit<Read["clause"], "values">;

const clauseTold = ({ start, end, page, quote, number, heading, confidence }: Clause): Omit<Field, "id" | "state" | "values" | "reviews"> => ({ start, end, page, quote, number, heading, confidence });

function fieldTold({ id, clause }: Read, reviews: RecordedReading["reviews"]): Field {
  const own = reviews.filter((each) => each.field === id);
  const last = own.at(-1);
  const values = last?.values?.map((value) => ({ says: writtenValue(value), quote: null, start: null, end: null }))
    ?? clause.values.map((value) => ({ says: writtenValue(value), quote: value.quote, start: value.start, end: value.end }));
  return {
    ...clauseTold(clause), id, state: last?.verdict ?? "open", values, reviews: own.map(({ verdict, by, at, why, values: said = [] }) => ({ verdict, by, at, why: why ?? null, values: said.map(writtenValue) })),
  };
}

/** A kind of clause on AI is told as any other: what stands nearest is not known of it. */
function kindsTold(document: OpenReading["document"], reviews: RecordedReading["reviews"]): Detail["kinds"] {
  const fields = fieldsOf(document);
  const told = (kind: string, isAi: boolean, nearest: Clause | null): Detail["kinds"][number] => ({ kind, isAi, topic: topicIdOf(kind), writtenLike: writtenLike(kind), fields: fields.filter((each) => each.kind === kind).map((each) => fieldTold(each, reviews)), nearest: nearest === null ? null : clauseTold(nearest) });
  return [...document.kinds.map(({ kind, nearest }) => told(kind, false, nearest)), ...document.ai.map(({ kind }) => told(kind, true, null))];
}

/** All that was read of a document, and said of it. */
export function detailOf(reading: RecordedReading, { agreement, ...said }: Pick<Detail, "agreement" | "opinion" | "mayAsk">, open: (OpenReading & { readonly text: Text }) | null): Detail {
  const row = { ...rowOf(reading, agreement), ...said };
  if (open === null) return { ...row, notes: [], weights: null, isOfOtherWeights: false, kinds: [], askedAgain: [], blocks: [] };
  const { document, text: { pages, paragraphs }, weights } = open;
  return { ...row, notes: [...document.notes], weights, isOfOtherWeights: weights !== weightsDigest(), kinds: kindsTold(document, reading.reviews), askedAgain: reading.again.map((each) => ({ ...each })), blocks: blocksOf(paragraphs).map(({ start, end, paragraphs: count }) => ({ start, end, page: pageOf(pages, start), paragraphs: count })) };
}

/** A part of the text, paragraph by paragraph. */
export const blockTold = (number: number, { first, paragraphs: count }: Block, { text, pages, paragraphs }: Text): z.input<typeof TextBlock> => ({
  number, paragraphs: paragraphs.slice(first, first + count).map(({ start, end, number: own, heading }, at) => ({ index: first + at, start, end, page: pageOf(pages, start), number: own, heading, text: text.slice(start, end) })),
});
