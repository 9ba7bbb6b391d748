import { problem, type Problem } from "@cleartitle/norms";
import { compileDeal } from "../compile/compile.js";
import { type DealFile, readDeal } from "../deal/read-deal.js";
import { type DocxArchive, openDocx } from "../docx/archive.js";
import { hasOpenChanges, paragraphsOf } from "../docx/paragraph.js";
import type { ClauseHouse } from "../life/amendment.js";
import { clausesOfDeal, clausesOfDocx, clausesOfText, type ClauseText, mostClauses } from "../redline/clause-text.js";
import { acceptedDocx } from "../redline/tracked-docx.js";
import { type DraftRead, readDraft } from "../returned/read-draft.js";
import { writeDraft } from "../writer/write-draft.js";

/** A deal, and its clauses as they are compiled. */
interface Terms {
  readonly deal: DealFile;
  readonly clauses: readonly ClauseText[];
}

/** One of two agreements that are compared: a deal file, a document that carries its deal, or a text of whatever form. */
export interface AgreementSide {
  readonly file: string;
  readonly kind: "deal" | "draft" | "docx" | "text";
  /** null: it is words alone. */
  readonly terms: Terms | null;
  /** Clauses of the document as they stand there; of a deal file none. */
  readonly words: readonly ClauseText[];
  /** The document of a word processor that it is, or that it is written as; null: it is none. */
  docx(): Promise<Uint8Array> | null;
  readonly notes: readonly string[];
  /** It came with changes that nobody has accepted. */
  readonly openChanges: boolean;
  /** What was read of a document; null: it is a deal file. */
  readonly read: DraftRead | null;
}

export interface SideOptions extends ClauseHouse {
  /** The first side, where it is a deal: what a document says of itself is taken as far as that says it too. */
  readonly known?: DealFile;
  /** What becomes of changes that are open in a document: made, as they are proposed, or told, and the text read without them. */
  readonly openChanges?: "made" | "told";
  /** A PDF is taken for the deal that it carries, whatever its pages say; left out: it is refused, since a comparison would pass over the pages. */
  readonly pdfByDeal?: boolean;
}

export type OpenedSide = { readonly side: AgreementSide } | { readonly problems: readonly Problem[] };

class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? "");
  }
}

const refuse = (problems: readonly Problem[]): never => {
  throw new Refused(problems);
};

function termsOf(deal: DealFile, house: ClauseHouse): { readonly terms: Terms; readonly compiled: NonNullable<ReturnType<typeof compileDeal>["compiled"]> } {
  const { compiled, problems } = compileDeal(deal, house);
  const further = (deal.deal.further ?? []).map(({ title, text }): ClauseText => ({ topic: null, heading: title, paragraphs: text }));
  return { terms: { deal, clauses: [...clausesOfDeal((compiled ?? refuse(problems)).clauses), ...further] }, compiled: compiled! };
}

function sideOfDeal(file: string, deal: DealFile, { library, taxonomies }: ClauseHouse): AgreementSide {
  const { terms, compiled } = termsOf(deal, { library, taxonomies });
  return { file, kind: "deal", terms, words: [], docx: () => writeDraft({ deal: deal.deal, compiled, library, taxonomies }, "docx", { reckoned: false }), notes: [], openChanges: false, read: null };
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse([problem("format-syntax", "the file is not UTF-8 text", { file, hint: "save it as UTF-8" })]);
  }
}

function dealSide(file: string, bytes: Uint8Array, { library, taxonomies }: SideOptions): AgreementSide {
  const { file: deal, problems } = readDeal(textOf(bytes, file), { file, library, taxonomies });
  return sideOfDeal(file, deal ?? refuse(problems), { library, taxonomies });
}

/** A document that carries its deal is read as one, as its text says it. */
function carried(file: string, bytes: Uint8Array, { library, taxonomies, known }: SideOptions, archive?: DocxArchive): { readonly terms: Terms | null; readonly notes: readonly string[]; readonly read: DraftRead } {
  const read = readDraft(bytes, { file, library, taxonomies, ...(known === undefined ? {} : { known: known.deal }), ...(archive === undefined ? {} : { archive }) });
  const { carries, deal, isCompared, problems } = read;
  if (deal === null) {
    if (carries === "nothing") return { terms: null, notes: [], read };
    if (carries !== "damage") refuse(problems);
    return { terms: null, notes: [`The deal inside \`${file}\` is damaged: its words alone are compared.`], read };
  }
  return { terms: termsOf(deal, { library, taxonomies }).terms, notes: isCompared ? [] : [`Of \`${file}\` the deal inside alone is read: what its pages say is not compared.`], read };
}

async function docxSide(file: string, given: Uint8Array, options: SideOptions): Promise<AgreementSide> {
  const { library, openChanges = "made" } = options;
  const opened = openDocx(given, file);
  if ("problems" in opened) return refuse(opened.problems);
  const isOpen = hasOpenChanges(opened.archive);
  const accepted = isOpen && openChanges === "made" ? await acceptedDocx({ file, bytes: given }) : { bytes: given, problems: [] };
  const bytes = accepted.bytes ?? refuse(accepted.problems);
  const { terms, notes, read } = carried(file, bytes, options, bytes === given ? opened.archive : undefined);
  const open = isOpen ? [openChanges === "made" ? `\`${file}\` has open changes: it is compared as if they were accepted.` : `\`${file}\` has open changes: it is read without them.`] : [];
  return { file, kind: terms === null ? "docx" : "draft", terms, words: clausesOfDocx(paragraphsOf(opened.archive, openChanges === "made" ? "accepted" : "rejected"), library), docx: () => Promise.resolve(bytes), notes: [...open, ...notes], openChanges: isOpen, read };
}

function textSide(file: string, bytes: Uint8Array, options: SideOptions): AgreementSide {
  if (bytes.length > 8_000_000) return refuse([problem("too-large", "a text of more than 8 MB", { file, hint: "is it an agreement?" })]);
  const words = clausesOfText(textOf(bytes, file), options.library);
  const { terms, notes, read } = carried(file, bytes, options);
  return { file, kind: terms === null ? "text" : "draft", terms, words, docx: () => null, notes, openChanges: false, read };
}

/** Of a PDF the deal that it carries is all that is read. */
function pdfSide(file: string, bytes: Uint8Array, options: SideOptions): AgreementSide {
  if (options.pdfByDeal !== true) return refuse([problem("unsupported", "a PDF, whose pages are not compared", { file, hint: "take the document of a word processor, or the deal file" })]);
  const { terms, notes, read } = carried(file, bytes, options);
  return { file, kind: "draft", terms: terms ?? refuse(read.problems), words: [], docx: () => null, notes, openChanges: false, read };
}

/** What a file is by its first bytes. */
function formOf(bytes: Uint8Array): typeof docxSide | typeof textSide {
  const start = Buffer.from(bytes.subarray(0, 5)).toString("latin1");
  return start.startsWith("PK") ? docxSide : start === "%PDF-" ? pdfSide : textSide;
}

const forms = { yaml: dealSide, yml: dealSide, json: dealSide, docx: docxSide, docm: docxSide, dotx: docxSide, doc: docxSide } as const;

async function guarded(make: () => AgreementSide | Promise<AgreementSide>): Promise<OpenedSide> {
  try {
    const side = await make();
    if (side.words.length > mostClauses) refuse([problem("too-many", `${side.words.length} clauses; ${mostClauses} are compared at most`, { file: side.file, hint: "is it an agreement, with headings?" })]);
    return { side };
  } catch (error) {
    if (error instanceof Refused) return { problems: error.problems };
    throw error;
  }
}

/** Opens one side. Its form goes by its name, and by its first bytes where that is no form that is known. Never throws on bad input. */
export function openSide(bytes: Uint8Array, file: string, options: SideOptions): Promise<OpenedSide> {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const open = Object.hasOwn(forms, ending) ? forms[ending as keyof typeof forms] : formOf(bytes);
  return guarded(() => open(file, bytes, options));
}

/** A deal that was read already, as a side. */
export const openDeal = (deal: DealFile, file: string, house: ClauseHouse): Promise<OpenedSide> => guarded(() => sideOfDeal(file, deal, house));

/** Clauses of both sides that can be laid side by side: as they are compiled, or else as they stand in the documents. */
export function clausesOfSides(left: AgreementSide, right: AgreementSide): readonly [readonly ClauseText[], readonly ClauseText[]] {
  if (left.terms !== null && right.terms !== null) return [left.terms.clauses, right.terms.clauses];
  const clausesOf = ({ words, terms }: AgreementSide): readonly ClauseText[] => (words.length > 0 || terms === null ? words : terms.clauses);
  return [clausesOf(left), clausesOf(right)];
}
