import { impactOf, instrumentBlocks, lawBlocks, positionBlocks, sayBlocks } from "@cleartitle/engine";
import { review } from "@cleartitle/jobs";
import { readChangeFile } from "@cleartitle/title";
import { z } from "zod";
import { recordNamed } from "../../catalogue/record.js";
import { wordingOfCatalogue } from "../../command/catalogue.js";
import { Stop } from "../../stop.js";
import { changed, dateOption } from "../../world.js";
import { bounded, page, paging } from "../page.js";
import { tool } from "../tool.js";

export const license = tool({
  name: "license", says: "Explain a license, terms, a rule of law or a position by its id or name.", input: z.strictObject({ id: z.string() }),
  async run({ id }, { catalogue, today }) {
    const found = recordNamed(id, catalogue);
    const wording = wordingOfCatalogue(catalogue);
    const blocks = found.of === "law" ? lawBlocks(found.record, today, wording) : found.of === "position" ? positionBlocks(found.record, [], today) : instrumentBlocks(found.record, today, wording);
    return { id: found.record.id, of: found.of, verified: found.record.verified, reviewed: found.record.reviewed, words: bounded(sayBlocks(blocks)) };
  },
});

export const due = tool({
  name: "due", says: "List what time brings: ending terms and waivers, duties, stale evidence, answers and law that change.", input: z.strictObject({ asOf: z.string().optional(), ...paging }),
  async run({ asOf, ...args }, { world, decide, today }) {
    const on = asOf === undefined ? today : dateOption("asOf", asOf);
    return { asOf: on, ...page(review(world, decide, { asOf: on }).map(({ kind, stage, on: day, what, todo, link }) => ({ kind, stage, on: day, what, todo, link })), args) };
  },
});

export const whatIf = tool({
  name: "what_if", says: "Decide again with changes that are not recorded (a change file as YAML, see `cleartitle schema changes`), and compare.", input: z.strictObject({ changes: z.string().max(200_000), ...paging }),
  async run({ changes: text, ...args }, { world, catalogue, decide }) {
    const { changes, problems } = readChangeFile(text, { ...catalogue, file: "changes", graph: world.graph });
    if (changes === null) throw new Stop(problems);
    const { uses, untouched, cut } = impactOf(world, { ...world, graph: await changed(world.graph, changes, catalogue) }, changes, { decide, options: { withoutRange: true } });
    return { untouched, cut: cut === null ? null : cut.left.length, ...page(uses.map(({ use, change, before, after, effects, reasons }) => ({ use, change, before: before?.decision ?? null, after: after?.decision ?? null, effects, reasons })), args) };
  },
});

export const answer = tool({
  name: "answer", says: "Record answers to `questions`, each as FACT@OF=VALUE. Evidence is never written over.", changes: true,
  input: z.strictObject({ use: z.string(), answers: z.array(z.string().max(2_000)).min(1).max(100), by: z.string().min(1).max(200).describe("who says so") }),
  async run(recorded, { subject, world }) {
    // Where nothing may be recorded, this is not among the tools.
    return { recorded: await subject.record!(recorded, world) };
  },
});
