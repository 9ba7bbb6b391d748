import { checkDeal, compileDeal, type DealFile, readDeal, stances, type writeDraft } from "@cleartitle/agreements";
import { z } from "@hono/zod-openapi";
import { stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Backing } from "../backing.js";
import { DealShape } from "./deal-shape.js";
import { maybe, text, texts } from "./clause-schema.js";

/** A deal file is no book. */
export const DealText = text.min(1).max(1_000_000).openapi({ description: "A deal file, as YAML or JSON." });

const Clause = z.strictObject({ topic: text, number: z.int(), title: text, version: z.enum([...stances, "own"]), text: texts }).openapi("DealClause");
const Finding = z.strictObject({ code: text, rule: z.int().nullable(), severity: z.enum(["contradiction", "look"]), topics: texts, cite: maybe, message: text, remedy: text }).openapi("DealFinding");
const Unread = z.strictObject({ topic: text, cite: text, text, why: text }).openapi("UnreadSentence", { description: "A sentence that no norm carries, and why." });

/** A deal as it was read. */
export const ReadDeal = z
  .strictObject({ deal: DealShape, clauses: z.array(Clause), unread: z.array(Unread), findings: z.array(Finding), silentOn: texts.openapi({ description: "Topics on which the deal says nothing." }) })
  .openapi("ReadDeal");

/** A deal of a body; what is wrong in it is told with its line, under the name that it has there. */
export function dealIn(written: string, name: string, backing: Backing): DealFile {
  const { file, problems } = readDeal(written, { file: name, ...clausesOf(backing) });
  stopAtFaults(problems, `/${name}`);
  return file!;
}

/** What a document is written of. */
export function draftingOf(file: DealFile, pointer: string, backing: Backing): Parameters<typeof writeDraft>[0] {
  const house = clausesOf(backing);
  const { compiled, problems } = compileDeal(file, house);
  stopAtFaults(problems, pointer);
  return { deal: file.deal, compiled: compiled!, ...house };
}

/** A deal in words, with what does not fit together. */
export function toldDeal(file: DealFile, pointer: string, backing: Backing): z.input<typeof ReadDeal> {
  const house = clausesOf(backing);
  const { compiled, problems } = compileDeal(file, { ...house, asSigned: true });
  stopAtFaults(problems, pointer);
  const { findings, silentOn } = checkDeal({ deal: file.deal, library: house.library, compiled: compiled!, on: backing.now().slice(0, 10) });
  const unread = compiled!.notCompiled.map(({ topic, cite, text: sentence, why }) => ({ topic, cite, text: sentence, why }));
  return { deal: file.deal, clauses: compiled!.clauses.map((clause) => ({ ...clause, text: [...clause.text] })), unread, findings: findings.map((each) => ({ ...each, topics: [...each.topics] })), silentOn: [...silentOn] };
}
