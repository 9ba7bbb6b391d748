import { z } from "@hono/zod-openapi";
import type { AlignedClause, ClauseText } from "@cleartitle/agreements";
import { maybe, text, texts } from "./clause-schema.js";

const Said = z.strictObject({ heading: maybe, paragraphs: texts }).nullable();

/** Clauses of two texts side by side. */
export const Aligned = z
  .strictObject({
    kind: z.enum(["same", "changed", "added", "removed"]), moved: z.boolean().openapi({ description: "It stands elsewhere among the clauses that both have." }), topic: maybe.openapi({ description: "The topic that it is, or that its heading names." }), before: Said, after: Said,
    words: z.array(z.strictObject({ kind: z.enum(["same", "gone", "new"]), text })).openapi({ description: "Of a changed clause, heading and paragraphs line by line, in the order in which one reads them." }),
  })
  .openapi("AlignedClause");

const said = (clause: ClauseText | null): z.input<typeof Said> => (clause === null ? null : { heading: clause.heading, paragraphs: [...clause.paragraphs] });

export const toldAligned = (clauses: readonly AlignedClause[]): z.input<typeof Aligned>[] => clauses.map(({ kind, moved, topic, before, after, words }) => ({ kind, moved, topic, before: said(before), after: said(after), words: words.map((each) => ({ ...each })) }));
