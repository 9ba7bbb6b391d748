import { problem, type Problem } from "@cleartitle/norms";
import type { Deal, DealAsset, OwnClause } from "../../deal/deal.js";
import { idOfName } from "../../deal/name-id.js";
import { dealText } from "../../deal/deal-text.js";
import { type AcceptedField, acceptedFields } from "./field.js";
import type { ReadingOfDocument, StatedValue } from "./reading-file.js";
import { topicIdOf } from "./topic-of-kind.js";

/** What a document does not say of a deal, or not so that a program may take it. */
export interface DealAsked {
  readonly id: string;
  /** Name of a party that was accepted, or what the document calls it. */
  readonly licensor: string | null;
  readonly licensee: string | null;
  /** Ids by which the records know the parties; a name makes one where none is given. */
  readonly ids?: { readonly licensor?: string; readonly licensee?: string };
  readonly assets: readonly DealAsset[];
  readonly written: string | null;
}

/** Kinds that stand elsewhere in a deal than under a topic. */
const elsewhere: ReadonlySet<string> = new Set(["document-name", "parties", "agreement-date"]);
/** A clause of a deal has no more sentences, and none is longer. */
const [mostSentences, longest] = [12, 1_500];

type Stated<Type extends StatedValue["type"]> = Extract<StatedValue, { type: Type }>;
const valuesOf = <Type extends StatedValue["type"]>(fields: readonly AcceptedField[], kind: string, type: Type): Stated<Type>[] =>
  fields.filter((field) => field.kind === kind).flatMap(({ values }) => values.filter((value): value is Stated<Type> => value.type === type));

const isDay = (on: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(on);
const normal = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Words in pieces that fit a clause, cut at blanks. */
function piecesOf(quote: string): string[] {
  const pieces: string[] = [];
  let rest = normal(quote);
  while (rest.length > longest) {
    const at = rest.lastIndexOf(" ", longest);
    const cut = at > longest / 2 ? at : longest;
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest.length < 3 ? pieces : [...pieces, rest];
}

/** What a field says that a deal can carry; a sentence that nothing carries may forbid anything, and is asked of a person. */
function carried(field: AcceptedField, at: number): Pick<OwnClause, "dates" | "notes"> {
  const day = field.values.find((value): value is Stated<"day"> => value.type === "day" && isDay(value.on));
  const one = (id: string, what: string, sets: "start" | "end"): Pick<OwnClause, "dates"> => (day === undefined ? {} : { dates: [{ id, at, what, on: day.on, sets }] });
  if (field.kind === "effective-date") return one("first-day", "first day, as it was read and accepted", "start");
  if (field.kind === "expiration-date") return one("last-day", "last day, as it was read and accepted", "end");
  if (field.kind === "governing-law" && field.values.some(({ type }) => type === "law")) return { notes: [{ at, why: "conflict of laws is outside of what a decision reads: it is told, and no act rests on it" }] };
  return {};
}

interface Written {
  readonly topics: Deal["topics"];
  readonly further: NonNullable<Deal["further"]>;
}

interface OwnDraft {
  readonly text: string[];
  readonly dates: NonNullable<OwnClause["dates"]>;
  readonly notes: NonNullable<OwnClause["notes"]>;
}

const draftClause = ({ text, dates, notes }: OwnDraft): Deal["topics"][string] => ({ own: { text, ...(dates.length > 0 ? { dates } : {}), ...(notes.length > 0 ? { notes } : {}) } });

/** The words of each field under its topic; what belongs to none, or finds no room there, stands further on. */
function clausesOf(fields: readonly AcceptedField[]): Written {
  const own = new Map<string, OwnDraft>();
  const further: NonNullable<Deal["further"]> = [];
  for (const field of fields) {
    const pieces = piecesOf(field.clause.quote);
    if (elsewhere.has(field.kind) || pieces.length === 0) continue;
    const topic = topicIdOf(field.kind);
    const clause = (topic === null ? undefined : own.get(topic)) ?? { text: [], dates: [], notes: [] };
    // One sentence may be of several kinds: under one topic it stands once.
    const stands = clause.text.indexOf(pieces[0] ?? "");
    if (topic === null || (stands < 0 && clause.text.length + pieces.length > mostSentences)) {
      further.push({ id: field.id.replace(".", "-"), title: field.kind.replaceAll("-", " "), text: pieces });
      continue;
    }
    if (stands < 0) clause.text.push(...pieces);
    const { dates = [], notes = [] } = carried(field, clause.text.indexOf(pieces[0] ?? "") + 1);
    clause.dates.push(...dates.filter(({ id, on }) => !clause.dates.some((each) => each.id === id && each.on === on)));
    clause.notes.push(...notes);
    own.set(topic, clause);
  }
  return { topics: Object.fromEntries([...own].map(([topic, clause]) => [topic, draftClause(clause)])), further };
}

/** A party by its name, by what the document calls it, or by its role where only that is left to go by. */
function partyIn(parties: readonly Stated<"party">[], role: "licensor" | "licensee", { [role]: asked, ids }: DealAsked): Deal["parties"][number] | null {
  const wanted = normal(asked ?? role).toLowerCase();
  const found = parties.filter(({ name, alias }) => normal(name).toLowerCase() === wanted || normal(alias ?? "").toLowerCase().replace(/^the /, "") === wanted);
  const names = new Set(found.map(({ name }) => normal(name)));
  const [name] = names;
  return name === undefined || names.size > 1 ? null : { id: ids?.[role] ?? idOfName(name), role, name: name.slice(0, 500) };
}

/** A deal of what persons accepted of a reading. It grants nothing: its clauses are the words of the document, and what permits anything is written by a person. */
export function dealOfReading(document: ReadingOfDocument, asked: DealAsked): { readonly text: string | null; readonly problems: readonly Problem[] } {
  const { file } = document;
  const fields = acceptedFields(document);
  const parties = valuesOf(fields, "parties", "party");
  const problems: Problem[] = [];
  const party = (role: "licensor" | "licensee"): Deal["parties"][number] | null => {
    const found = partyIn(parties, role, asked);
    const names = [...new Set(parties.map(({ name }) => normal(name)))];
    if (found === null) problems.push(problem("missing-key", asked[role] === null ? `no accepted field says who the ${role} is` : `\`${asked[role]}\` is no one party of the accepted fields`, { file, pointer: `/${role}`, hint: names.length === 0 ? "accept or correct a field of `parties` first" : `name one as \`${role}\`: ${names.join(", ")}` }));
    return found;
  };
  const [licensor, licensee] = [party("licensor"), party("licensee")];
  if (licensor !== null && licensee !== null && licensor.id === licensee.id) problems.push(problem("conflict", `licensor and licensee are both \`${licensor.name ?? licensor.id}\``, { file, pointer: "/licensee", hint: "name the other as `licensor` or `licensee`" }));
  const written = asked.written ?? valuesOf(fields, "agreement-date", "day").map(({ on }) => on).find(isDay);
  if (written === undefined) problems.push(problem("missing-key", "no accepted field says of which day the agreement is", { file, pointer: "/written", hint: "accept `agreement-date.1`, or say the day (`written`)" }));
  if (asked.assets.length === 0) problems.push(problem("missing-key", "what is licensed is not said", { file, pointer: "/assets", hint: "name it with its kind and its layers, as an asset: `scans=dataset:copyright,related`" }));
  if (problems.length > 0 || licensor === null || licensee === null || written === undefined) return { text: null, problems };
  const name = fields.find(({ kind }) => kind === "document-name")?.clause.quote;
  const { topics, further } = clausesOf(fields);
  const deal: Deal = { id: asked.id, title: normal(name ?? asked.id).slice(0, 200), written, parties: [licensor, licensee], assets: [...asked.assets], topics, ...(further.length > 0 ? { further } : {}) };
  return { text: dealText(deal), problems: [] };
}
