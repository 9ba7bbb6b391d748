import { z } from "@hono/zod-openapi";
import type { Catalogue } from "@cleartitle/catalogue";
import type { Api } from "../api.js";

const text = z.string();
const byId = <T extends z.ZodType>(value: T) => z.record(text, value);
const Titled = byId(z.strictObject({ title: text }));
/** Where the text of a record can be read; null: its source is no address of the web. */
const link = text.nullable();

const CatalogueNames = z
  .strictObject({
    actions: Titled, assetKinds: Titled, derivationKinds: Titled, duties: Titled, fields: Titled, layers: Titled, partyKinds: Titled, purposes: Titled, quantities: Titled, recipients: Titled, restrictions: Titled,
    facts: byId(z.strictObject({ ask: text, type: text, values: z.array(text) })),
    groups: byId(z.strictObject({ title: text, members: z.array(z.union([text, z.strictObject({ place: text, from: text.optional(), to: text.optional() })])) })),
    places: Titled,
    instruments: byId(z.strictObject({ title: text, link })),
    laws: byId(z.strictObject({ title: text, authority: z.array(text), jurisdiction: text, link })),
    positions: byId(z.strictObject({ question: text, options: z.array(z.strictObject({ id: text, says: text })) })),
  })
  .openapi("CatalogueNames");
type CatalogueNames = z.infer<typeof CatalogueNames>;

const mapped = <T, U>(records: ReadonlyMap<string, T>, make: (record: T) => U): Record<string, U> => Object.fromEntries([...records].map(([id, record]) => [id, make(record)]));

const linkOf = (source: readonly { readonly where: string }[]): string | null => source.map(({ where }) => where).find((where) => /^https?:\/\//.test(where) && URL.canParse(where)) ?? null;

function namesIn({ taxonomies, instruments, laws, positions }: Catalogue): CatalogueNames {
  const titled = (records: ReadonlyMap<string, { readonly title: string }>) => mapped(records, ({ title }) => ({ title }));
  const { facts, groups, places, ...terms } = taxonomies;
  return {
    actions: titled(terms.actions), assetKinds: titled(terms.assetKinds), derivationKinds: titled(terms.derivationKinds), duties: titled(terms.duties), fields: titled(terms.fields), layers: titled(terms.layers),
    partyKinds: titled(terms.partyKinds), purposes: titled(terms.purposes), quantities: titled(terms.quantities), recipients: titled(terms.recipients), restrictions: titled(terms.restrictions),
    facts: mapped(facts, ({ ask, type, values = [] }) => ({ ask, type, values: [...values] })),
    groups: mapped(groups, ({ title, members }) => ({ title, members: [...members] })),
    places: titled(places),
    instruments: mapped(instruments, ({ title, source }) => ({ title, link: linkOf(source) })),
    laws: mapped(laws, ({ title, authority, jurisdiction, source }) => ({ title, authority: [...authority], jurisdiction, link: linkOf(source) })),
    positions: mapped(positions, ({ question, options }) => ({ question, options: options.map(({ id, says }) => ({ id, says })) })),
  };
}

/** What the catalogue calls things: with these words a decision is said in a browser as it is on the command line. */
export function namesRoute(api: Api): void {
  const said = new WeakMap<Catalogue, CatalogueNames>();
  api.route(
    { exact: true, method: "get", path: "/catalogue/names", needs: "catalogue:read", feature: "catalogue", summary: "What ids of the catalogue are called, and where its texts are read", answer: CatalogueNames },
    ({ backing: { catalogue } }) => {
      const names = said.get(catalogue) ?? namesIn(catalogue);
      said.set(catalogue, names);
      return { body: names };
    },
  );
}
