import { z } from "@hono/zod-openapi";
import { type Catalogue, positionUsers } from "@cleartitle/catalogue";
import { type Block, instrumentBlocks, lawBlocks, positionBlocks } from "@cleartitle/engine";
import type { Instrument, Law, Position } from "@cleartitle/norms";
import { Verified } from "@cleartitle/norms";
import type { Api } from "../api.js";
import { stopWith } from "../stop.js";

const text = z.string();
const maybe = text.nullable();

const Words = z
  .strictObject({
    id: text, title: text, verified: Verified, reviewed: text, reviewBy: maybe,
    jurisdiction: maybe, inForce: z.strictObject({ from: maybe, to: maybe }).nullable().openapi({ description: "Of a rule of law; null: the record does not say." }),
    lead: z.array(text),
    sections: z.array(z.strictObject({ title: text, items: z.array(z.strictObject({ text, details: z.array(text), quote: maybe, ids: z.array(text) })) })),
    usedBy: z.array(text).openapi({ description: "Of a position: the records that turn on it." }),
  })
  .openapi("CatalogueWords");
type Words = z.infer<typeof Words>;

/** Blocks as a page has them: what stands first, then parts under their headings. */
function partsOf(blocks: readonly Block[]): Pick<Words, "lead" | "sections"> {
  const [lead, sections]: [string[], Words["sections"]] = [[], []];
  for (const block of blocks) {
    if (block.kind === "heading") sections.push({ title: block.text, items: [] });
    else if (block.kind === "text") lead.push(block.text);
    else if (block.kind === "items") sections.at(-1)?.items.push(...block.items.map(({ text: said, details, quote, ids }) => ({ text: said, details: [...details], quote, ids: [...ids] })));
  }
  // The first line says title and id, which are told by themselves; how well a record is known is in its head, and its sources stand below what they say.
  const [known, ...rest] = sections;
  return { lead: lead.slice(1), sections: known === undefined ? rest : [...rest, known] };
}

const standing = ({ id, verified, reviewed, reviewBy }: Pick<Law | Instrument | Position, "id" | "verified" | "reviewed" | "reviewBy">) => ({ id, verified, reviewed, reviewBy: reviewBy ?? null });

/** What the words of the engine call things. */
const wordingIn = ({ taxonomies, instruments, laws, positions }: Catalogue) => ({ names: { taxonomies, instruments, laws, positions }, groups: taxonomies.groups });

const none = { jurisdiction: null, inForce: null, usedBy: [] };

type Kind = "instruments" | "laws" | "positions";

/** A record in plain words, made of its norms; null: there is none. */
function wordsOf(kind: Kind, id: string, catalogue: Catalogue, on: string): Words | null {
  if (kind === "instruments") {
    const record = catalogue.instruments.get(id);
    return record === undefined ? null : { ...standing(record), ...none, title: record.title, ...partsOf(instrumentBlocks(record, on, wordingIn(catalogue))) };
  }
  if (kind === "laws") {
    const record = catalogue.laws.get(id);
    if (record === undefined) return null;
    const inForce = record.inForce === undefined ? null : { from: record.inForce.from ?? null, to: record.inForce.to ?? null };
    return { ...standing(record), ...none, title: record.title, jurisdiction: record.jurisdiction, inForce, ...partsOf(lawBlocks(record, on, wordingIn(catalogue))) };
  }
  const record = catalogue.positions.get(id);
  if (record === undefined) return null;
  const usedBy = positionUsers(id, catalogue);
  return { ...standing(record), ...none, title: record.question, usedBy, ...partsOf(positionBlocks(record, [], on)) };
}

/** The catalogue as people read it: the same words as on the command line. */
export function wordsRoute(api: Api, kind: Kind): void {
  api.route(
    { exact: true, method: "get", path: `/catalogue/${kind}/{id}/words`, needs: "catalogue:read", feature: "catalogue", summary: `One of the ${kind} in plain words`, params: z.strictObject({ id: z.string().min(1).max(300) }), answer: Words },
    ({ params: { id }, backing: { catalogue, now } }) => {
      const words = wordsOf(kind, id, catalogue, now().slice(0, 10));
      if (words === null) throw stopWith("not-found", `the catalogue has no \`${id}\``, { pointer: "#path/id", offending: id });
      return { body: words };
    },
  );
}
