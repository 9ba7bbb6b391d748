import { acceptedDocx, clausesOfDeal, clausesOfDocx, clausesOfText, compileDeal, type ClauseLibrary, type ClauseText, type DealFile, hasOpenChanges, mostClauses, openDocx, paragraphsOf, readDeal, readDraft, writeDraft } from "@cleartitle/agreements";
import { sayCount } from "@cleartitle/engine";
import { problem, type Taxonomies } from "@cleartitle/norms";
import { decodeText, readBytes } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** A deal, and its clauses as they are compiled. */
interface Terms {
  readonly deal: DealFile;
  readonly clauses: readonly ClauseText[];
}

/** One of two agreements that are compared: a deal file, a document that carries its deal, or a text of whatever form. */
export interface Side {
  readonly file: string;
  readonly kind: "deal" | "draft" | "docx" | "text";
  /** null: it is words alone. */
  readonly terms: Terms | null;
  /** Clauses of the document as they stand there; of a deal file none. */
  readonly words: readonly ClauseText[];
  /** The document of a word processor that it is, or that it is written as; null: it is none. */
  docx(): Promise<Uint8Array> | null;
  readonly notes: readonly string[];
}

interface House {
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
  /** The first side, where it is a deal: what a document says of itself is taken as far as that says it too. */
  readonly known?: DealFile;
}

function termsOf(deal: DealFile, house: House): { readonly terms: Terms; readonly compiled: NonNullable<ReturnType<typeof compileDeal>["compiled"]> } {
  const { compiled, problems } = compileDeal(deal, house);
  if (compiled === null) throw new Stop(problems);
  const further = (deal.deal.further ?? []).map(({ title, text }): ClauseText => ({ topic: null, heading: title, paragraphs: text }));
  return { terms: { deal, clauses: [...clausesOfDeal(compiled.clauses), ...further] }, compiled };
}

function dealSide(file: string, bytes: Uint8Array, house: House): Side {
  const { library, taxonomies } = house;
  const { file: deal, problems } = readDeal(decodeText(bytes, file), { file, library, taxonomies });
  if (deal === null) throw new Stop(problems);
  const { terms, compiled } = termsOf(deal, house);
  return { file, kind: "deal", terms, words: [], docx: () => writeDraft({ deal: deal.deal, compiled, library, taxonomies }, "docx", { reckoned: false }), notes: [] };
}

/** A document that carries its deal is read as one, as its text says it. */
function carried(file: string, bytes: Uint8Array, house: House): { readonly terms: Terms | null; readonly notes: readonly string[] } {
  const { carries, deal, differences, problems } = readDraft(bytes, { file, library: house.library, taxonomies: house.taxonomies, ...(house.known === undefined ? {} : { known: house.known.deal }) });
  if (deal === null) {
    if (carries === "nothing") return { terms: null, notes: [] };
    if (carries !== "damage") throw new Stop(problems);
    return { terms: null, notes: [`The deal inside \`${file}\` is damaged: its words alone are compared.`] };
  }
  const told = differences.length === 0 ? [] : [`\`${file}\` says in ${sayCount(differences.length, "place")} something else than the deal inside it: its text is what counts. \`cleartitle draft read\` tells each.`];
  return { terms: termsOf(deal, house).terms, notes: told };
}

async function docxSide(file: string, given: Uint8Array, house: House): Promise<Side> {
  const opened = openDocx(given, file);
  if ("problems" in opened) throw new Stop(opened.problems);
  const isOpen = hasOpenChanges(opened.archive);
  const accepted = isOpen ? await acceptedDocx({ file, bytes: given }) : { bytes: given, problems: [] };
  if (accepted.bytes === null) throw new Stop(accepted.problems);
  const { bytes } = accepted;
  const { terms, notes } = carried(file, bytes, house);
  const open = isOpen ? [`\`${file}\` has open changes: it is compared as if they were accepted.`] : [];
  return { file, kind: terms === null ? "docx" : "draft", terms, words: clausesOfDocx(paragraphsOf(opened.archive, "accepted"), house.library), docx: () => Promise.resolve(bytes), notes: [...open, ...notes] };
}

function textSide(file: string, bytes: Uint8Array, house: House): Side {
  if (bytes.length > 8_000_000) throw new Stop([problem("too-large", "a text of more than 8 MB", { file, hint: "is it an agreement?" })]);
  const words = clausesOfText(decodeText(bytes, file), house.library);
  const { terms, notes } = carried(file, bytes, house);
  return { file, kind: terms === null ? "text" : "draft", terms, words, docx: () => null, notes };
}

const forms = { yaml: dealSide, yml: dealSide, json: dealSide, docx: docxSide, docm: docxSide, dotx: docxSide, doc: docxSide } as const;

/** Opens one side. Its form goes by its name, and by its first bytes where that is no form that is known. */
export async function openSide(io: Io, file: string, house: House): Promise<Side> {
  const bytes = await readBytes(io, file);
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const open = Object.hasOwn(forms, ending) ? forms[ending as keyof typeof forms] : isArchive ? docxSide : textSide;
  const side = await open(file, bytes, house);
  if (side.words.length > mostClauses) throw new Stop([problem("too-many", `${side.words.length} clauses; ${mostClauses} are compared at most`, { file, hint: "is it an agreement, with headings?" })]);
  return side;
}

/** Clauses of both sides that can be laid side by side: as they are compiled, or else as they stand in the documents. */
export function clausesOfSides(left: Side, right: Side): readonly [readonly ClauseText[], readonly ClauseText[]] {
  if (left.terms !== null && right.terms !== null) return [left.terms.clauses, right.terms.clauses];
  const clausesOf = ({ words, terms }: Side): readonly ClauseText[] => (words.length > 0 || terms === null ? words : terms.clauses);
  return [clausesOf(left), clausesOf(right)];
}
