import { z } from "@hono/zod-openapi";
import { stances, type Topic } from "@cleartitle/agreements";
import { nameHint } from "@cleartitle/norms";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import { stopWith } from "../stop.js";
import { Field, Stance, text } from "./clause-schema.js";

const Brief = z.strictObject({ id: text, number: z.int(), title: text, asks: text.openapi({ description: "What the parties have to settle." }) }).openapi("ClauseTopicBrief");
const Version = z.strictObject({ version: Stance, text: z.array(text).openapi({ description: "Sentences, with `{{fields}}` in them." }), why: text, risk: text, notes: z.array(z.strictObject({ at: z.int(), why: text })).openapi({ description: "Sentences that norms do not carry." }) }).openapi("ClauseVersion");
const Step = z.strictObject({ to: text, says: text }).openapi("ClauseFallback");
const Whole = z
  .strictObject({ id: text, number: z.int(), title: text, asks: text, fields: z.array(Field), versions: z.array(Version), fallback: z.strictObject({ licensor: z.array(Step), licensee: z.array(Step) }), interplay: z.array(text).openapi({ description: "Topics to read with it." }), standing: text, reviewed: text })
  .openapi("ClauseTopic");

/** A field of a topic, as it is asked for. */
export const toldField = (name: string, field: Topic["fields"][string]): z.infer<typeof Field> => ({ name, type: field.type, is: field.is, default: field.default ?? null, example: field.example ?? null, options: field.options ?? [] });

const stepsOf = (steps: Topic["fallback"]["licensor"]): z.infer<typeof Step>[] => steps.map(({ to, says }) => ({ to, says }));

const toldTopic = ({ id, number, title, asks, fields, versions, fallback, interplay, standing, reviewed }: Topic): z.infer<typeof Whole> => ({
  id, number, title, asks, standing, reviewed, interplay,
  fields: Object.entries(fields).map(([name, field]) => toldField(name, field)),
  versions: stances.map((version) => {
    const { text: sentences, why, risk, notes = [] } = versions[version];
    return { version, text: sentences, why, risk, notes: notes.map((note) => ({ at: note.at, why: note.why })) };
  }),
  fallback: { licensor: stepsOf(fallback.licensor), licensee: stepsOf(fallback.licensee) },
});

/** The clauses of the house: a topic each, in three versions. */
export function clauseRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/catalogue/clauses", needs: "catalogue:read", feature: "clauses", summary: "Topics of an agreement, in their order", answer: z.strictObject({ items: z.array(Brief), digest: text }) },
    ({ backing }) => {
      const { topics, digest } = clausesOf(backing).library;
      return { body: { digest, items: [...topics.values()].map(({ id, number, title, asks }) => ({ id, number, title, asks })) } };
    },
  );
  api.route(
    { method: "get", path: "/catalogue/clauses/{id}", needs: "catalogue:read", feature: "clauses", summary: "One topic: its fields, and the clause in three versions", params: z.strictObject({ id: z.string().min(1).max(100) }), answer: Whole },
    ({ params: { id }, backing }) => {
      const { topics } = clausesOf(backing).library;
      const topic = topics.get(id);
      if (topic === undefined) throw stopWith("not-found", `there is no clause \`${id}\``, { pointer: "#path/id", offending: id, hint: nameHint(id, topics.keys()) });
      return { body: toldTopic(topic) };
    },
  );
}
