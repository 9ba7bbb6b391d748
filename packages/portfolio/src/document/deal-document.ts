import { type Amendment, type ClauseHouse, compileDeal, type DealFile, parametersIn, type Stance, type Topic } from "@cleartitle/agreements";
import type { Problem, YamlDocument } from "@cleartitle/norms";
import type { AmendmentDocument, DealDocument, DealLife } from "./document.js";
import type { Party } from "./party.js";
import type { Place } from "./place.js";
import type { Term, TermValue } from "./term.js";

type Deal = DealFile["deal"];
type Taken = Deal["topics"][string];
type Clause = NonNullable<ReturnType<typeof compileDeal>["compiled"]>["clauses"][number];

/** What the version taken speaks of; a value for a field that it does not speak of is in no clause. */
function valuesOf(topic: Topic, taken: Taken): TermValue[] {
  const version: Stance | undefined = taken.version;
  if (version === undefined) return [];
  const spoken = parametersIn(topic.versions[version]);
  return Object.entries(topic.fields).flatMap(([name, field]): TermValue[] => {
    const value = taken.with?.[name] ?? field.default;
    return !spoken.has(name) || value === undefined ? [] : [{ name, value, quote: null }];
  });
}

export interface Written {
  readonly file: string;
  /** null: it stands inside of a document, which has no lines of ours. */
  readonly document: YamlDocument | null;
}

/** A place in a file of ours. */
export const placeIn = ({ file, document }: Written, path: readonly (string | number)[], cite: string | null, quote: string): Place => ({ file, cite, line: document?.locate(path).line ?? null, page: null, start: null, end: null, quote });

const termOf = (written: Written, { topic: id, number, version, text }: Clause, taken: Taken, { library }: ClauseHouse): Term => ({
  topic: id, kind: null, version, values: valuesOf(library.topics.get(id)!, taken), confidence: null, place: placeIn(written, ["topics", id], String(number), text.join(" ")),
});

const partiesOf = (written: Written, { parties }: Deal): Party[] =>
  parties.map(({ id, name, role }, index) => ({ name: name ?? id, id, role: role === "licensor" || role === "licensee" ? role : "other", place: placeIn(written, ["parties", index], null, `${name ?? id}, ${role}`) }));

/** A deal as a document of the portfolio. */
export function documentOfDeal(deal: DealFile, form: DealDocument["form"], file: string, house: ClauseHouse, notes: readonly string[], life: DealLife | null = null): { readonly document: DealDocument | null; readonly problems: readonly Problem[] } {
  const { compiled, problems } = compileDeal(deal, { ...house, asSigned: true });
  if (compiled === null) return { document: null, problems };
  const written = { file, document: form === "deal" ? deal.document : null };
  const { title } = deal.deal;
  return { problems: [], document: { form, file, deal, compiled, life, notes, title: { value: title, place: placeIn(written, ["title"], null, title) }, parties: partiesOf(written, deal.deal), terms: compiled.clauses.map((clause) => termOf(written, clause, deal.deal.topics[clause.topic]!, house)) } };
}

/** An amendment as a document of the portfolio: its clauses are those that the deal would have with it alone. */
export function documentOfAmendment(amendment: Amendment, written: Written, amended: DealFile, house: ClauseHouse): { readonly document: AmendmentDocument | null; readonly problems: readonly Problem[] } {
  const { compiled, problems } = compileDeal(amended, house);
  if (compiled === null) return { document: null, problems };
  const terms = compiled.clauses.flatMap((clause): Term[] => {
    const taken = amendment.topics[clause.topic];
    return taken === undefined || taken === null ? [] : [termOf(written, clause, taken, house)];
  });
  const said = amendment.title ?? amendment.id;
  return { problems: [], document: { form: "amendment", file: written.file, amendment, notes: [], parties: [], terms, title: { value: said, place: placeIn(written, ["id"], null, said) } } };
}
