import { problem, type Problem, sha256, type Taxonomies } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import { compileDeal } from "../compile/compile.js";
import type { Deal, Further, Taken } from "../deal/deal.js";
import { type DealFile, readDeal } from "../deal/read-deal.js";
import { anchorsOf } from "../document/anchor.js";
import { carriedSchema } from "../document/carried.js";
import { type AgreementDocument, clausesOf } from "../document/document.js";
import { documentOf } from "../document/document-of.js";
import { evened } from "../document/part.js";
import { type DocxArchive, openDocx } from "../docx/archive.js";
import { clauseRead, type ClauseRead, ownText } from "./clause-reading.js";
import type { DraftDifference } from "./draft-difference.js";
import { docxPaper } from "./docx-paper.js";
import { dealByText } from "./deal-by-text.js";
import { markdownPaper } from "./markdown-paper.js";
import { PartReader } from "./part-reading.js";
import { pdfCarried } from "./pdf-carried.js";
import type { ReadPaper } from "./read-line.js";
import { renamedOnCover, withNamesAsBefore } from "./renamed.js";
import { type Section, sectionsOf } from "./section.js";

export interface ReadDraftOptions {
  readonly file: string;
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
  /** The deal as it was sent out. Only what it says too is taken of what no text shows: a signature, and norms of texts of the parties' own. */
  readonly known?: Deal;
  /** Read by its words where it carries no deal, as one that was drafted here. */
  readonly byText?: boolean;
  /** The document of a word processor as somebody opened it already; left out: it is opened here. */
  readonly archive?: DocxArchive;
}

export interface DraftRead {
  /** What the document carries beside its text; damage: what was a deal, or of another form; unread: nobody could look. */
  readonly carries: "deal" | "damage" | "nothing" | "unread";
  /** The deal as the document says it. */
  readonly deal: DealFile | null;
  /** Whether the text was compared with the deal that the document carries; of a PDF it is not. */
  readonly isCompared: boolean;
  readonly differences: readonly DraftDifference[];
  readonly problems: readonly Problem[];
}

const refused = (problems: readonly Problem[], carries: DraftRead["carries"]): DraftRead => ({ carries, deal: null, isCompared: false, differences: [], problems });

function paperOf(bytes: Uint8Array, { file, archive }: Pick<ReadDraftOptions, "file" | "archive">): { readonly paper: ReadPaper; readonly isPdf: boolean } | { readonly problems: readonly Problem[] } {
  if (Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-") return { paper: { lines: [], carried: pdfCarried(bytes), open: [], beside: [], notes: [] }, isPdf: true };
  const isArchive = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (!isArchive) {
    const read = markdownPaper(bytes, file);
    return "problems" in read ? read : { paper: read.paper, isPdf: false };
  }
  const opened = archive === undefined ? openDocx(bytes, file) : { archive };
  return "problems" in opened ? opened : { paper: docxPaper(opened.archive), isPdf: false };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a document says of itself beside its text is taken on nobody's word. */
function withoutClaims(deal: Deal, known: Deal | undefined): { readonly deal: Deal; readonly differences: readonly DraftDifference[] } {
  const differences: DraftDifference[] = [];
  const told = (where: string, note: string): void => void differences.push({ kind: "untold", where, before: null, after: null, note });
  const { signed, ...rest } = deal;
  const isSigned = signed !== undefined && same(signed, known?.signed);
  if (signed !== undefined && !isSigned) told("signed", "that it was signed is said by the document alone: it is read as not signed");
  const parties = rest.parties.map((party) => {
    const meant = known?.parties.filter(({ role, name }) => name !== undefined && role === party.role && name === party.name) ?? [];
    if (meant.length !== 1 || meant[0]!.id === party.id) return party;
    told("parties", `that ${party.name!} is \`${party.id}\` is said by the document alone: it is read as \`${meant[0]!.id}\`, as it was sent out`);
    return { ...party, id: meant[0]!.id };
  });
  const topics = Object.fromEntries(Object.entries(rest.topics).map(([id, taken]): [string, Taken] => {
    if (taken.own === undefined || same(taken.own, known?.topics[id]?.own)) return [id, taken];
    const { text, ...carriers } = taken.own;
    if (Object.keys(carriers).some((key) => key !== "notes")) told(id, "norms of a text of the parties' own are in no text: they are left out, and what it forbids is unknown");
    return [id, { own: { text } }];
  }));
  return { deal: { ...rest, ...(isSigned ? { signed } : {}), parties, topics }, differences };
}

const numbersIn = (document: AgreementDocument): ReadonlyMap<string, string> => new Map([...clausesOf(document).map((clause) => [clause.topic, clause.number] as const), ...document.schedules.map((schedule) => [schedule.id, schedule.number] as const)]);

class DraftReader {
  readonly #document: AgreementDocument;
  readonly #sections: readonly Section[];
  readonly #renamed: ReadonlyMap<string, string>;
  constructor(private readonly carried: DealFile, private readonly paper: ReadPaper, private readonly options: ReadDraftOptions) {
    this.#document = this.#drafted(carried);
    const anchors = anchorsOf(this.#document);
    const read = sectionsOf(paper.lines, this.#document, anchors);
    this.#renamed = renamedOnCover(this.#document, read);
    // The cover page is told as it is: who another name is, nobody has said.
    const rows = read.find(({ id }) => id === "cover")!.rows;
    this.#sections = this.#renamed.size === 0 ? read : sectionsOf(withNamesAsBefore(paper.lines, this.#renamed), this.#document, anchors).map((section) => (section.id === "cover" ? { ...section, rows } : section));
  }

  #renaming(): DraftDifference[] {
    return [...this.#renamed].map(([after, before]) => ({ kind: "edited", where: "parties", before, after, note: "the clauses are read as if the name were what it was; who is meant by it nobody has said" }));
  }

  #drafted(file: DealFile): AgreementDocument {
    const { library, taxonomies } = this.options;
    const { compiled, problems } = compileDeal(file, { library, taxonomies });
    if (compiled === null) throw new Unreadable(problems);
    return documentOf({ deal: file.deal, compiled, library, taxonomies });
  }

  #checked(deal: Deal): DealFile {
    const { file, problems } = readDeal(JSON.stringify(deal), this.options);
    if (file === null) throw new Unreadable(problems);
    return file;
  }

  /** A clause under a heading that the document did not have: of the topic that the heading names, or of none. */
  #added(taken: Set<string>): { readonly topics: [string, Taken][]; readonly further: Further[]; readonly differences: DraftDifference[] } {
    const [topics, further, differences]: [[string, Taken][], Further[], DraftDifference[]] = [[], [], []];
    for (const { id, title, lines, rows } of this.#sections) {
      if (id !== null) continue;
      const text = [...lines, ...rows];
      const bare = title!.replace(/^\d{1,3}(?:\.\d{1,3})?\s+/, "");
      const topic = [...this.options.library.topics.values()].find((each) => evened(each.title) === bare && !taken.has(each.id));
      differences.push({ kind: "added", where: topic?.id ?? "further", before: null, after: `${bare}: ${text.join(" ")}`, note: "a clause that the document did not have: what it forbids is unknown" });
      if (topic !== undefined && text.length > 0) {
        taken.add(topic.id);
        topics.push([topic.id, { own: ownText(text) }]);
      } else further.push({ id: `added-${further.length + 1}`, title: bare.slice(0, 200), text: ownText(text.length === 0 ? [title!] : text).text });
    }
    return { topics, further, differences };
  }

  #clauses(wary: ReadonlySet<string>): ReadonlyMap<string, ClauseRead> {
    const { library, taxonomies } = this.options;
    const drafting = { deal: this.carried.deal, compiled: null as never, library, taxonomies };
    return new Map(clausesOf(this.#document).map((clause) => {
      const read = clauseRead(clause, this.#sections, drafting);
      if (!wary.has(clause.topic)) return [clause.topic, read];
      const section = this.#sections.find((each) => each.id === `clause.${clause.topic}`)!;
      return [clause.topic, { taken: { own: ownText(section.lines) }, shown: [], differences: [{ kind: "edited", where: clause.topic, before: clause.sentences.map((sentence) => sentence.text).join(" "), after: section.lines.join(" "), note: "a reference shows a number that is not that of what it points to" }] }];
    }));
  }

  /** The deal with what was read of its clauses. */
  #next(clauses: ReadonlyMap<string, ClauseRead>): { readonly deal: Deal; readonly differences: readonly DraftDifference[] } {
    const { deal } = this.carried;
    const topics = Object.keys(deal.topics).flatMap((id): [string, Taken][] => {
      const taken = clauses.get(id)?.taken;
      return taken === undefined || taken === null ? [] : [[id, taken]];
    });
    const added = this.#added(new Set(topics.map(([id]) => id)));
    const further = (deal.further ?? []).flatMap((each): Further[] => {
      if (each.replaces !== undefined) return [each];
      const read = clauses.get(`further.${each.id}`);
      return read === undefined || (read.taken === null && read.differences.length > 0) ? [] : [read.differences.length === 0 ? each : { ...each, text: read.taken!.own!.text }];
    });
    return { deal: withFurther({ ...deal, topics: Object.fromEntries([...topics, ...added.topics]) }, [...further, ...added.further]), differences: [...[...clauses.values()].flatMap((each) => each.differences), ...added.differences] };
  }

  /** Clauses in which a number stands behind a phrase that was, and is, that of nothing. */
  #misled(clauses: ReadonlyMap<string, ClauseRead>, now: AgreementDocument): ReadonlySet<string> {
    const states = [numbersIn(this.#document), numbersIn(now)];
    return new Set([...clauses].filter(([, { shown }]) => shown.some(({ to, number }) => states.every((state) => state.get(to.kind === "clause" ? to.topic : to.schedule) !== number))).map(([topic]) => topic));
  }

  whole(): { readonly deal: DealFile; readonly differences: readonly DraftDifference[] } {
    let clauses = this.#clauses(new Set());
    let next = this.#next(clauses);
    const wary = this.#misled(clauses, this.#drafted(this.#checked(next.deal)));
    if (wary.size > 0) {
      clauses = this.#clauses(wary);
      next = this.#next(clauses);
    }
    const parts = new PartReader(this.#document, this.#drafted(this.#checked(next.deal)), this.#sections);
    parts.headings();
    parts.cover();
    parts.contents();
    parts.definitions();
    parts.groups();
    parts.signature();
    parts.schedules();
    parts.beside(this.paper);
    const differences = [...this.#renaming(), ...next.differences, ...parts.differences];
    const { signed, ...rest } = next.deal;
    const isSame = differences.every(({ kind }) => kind === "filled-in" || kind === "open" || kind === "untold");
    // What was signed is the text as it was: another one was not.
    const kept = (rest.further ?? []).filter((each) => !parts.further.some((other) => other.replaces !== undefined && other.replaces === each.replaces));
    const said = unique([...kept, ...parts.further]);
    return { deal: this.#checked(withFurther({ ...rest, ...(isSame && signed !== undefined ? { signed } : {}), ...(parts.title === null ? {} : { title: parts.title }) }, said)), differences };
  }
}

const withFurther = ({ further: _further, ...deal }: Deal, further: readonly Further[]): Deal => ({ ...deal, ...(further.length === 0 ? {} : { further: [...further] }) });

/** Ids that were given twice, since words came to those that were there. */
const unique = (further: readonly Further[]): Further[] => further.map((each, at) => (further.findIndex((other) => other.id === each.id) === at ? each : { ...each, id: `${each.id}-${at + 1}` }));

class Unreadable extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? "");
  }
}

interface CarriedDeal {
  readonly deal: Deal;
  /** Digests of the sentences as they were drafted: the document's own word. */
  readonly drafted: ReadonlySet<string>;
}

function carriedDeal(carried: string | null, { file, byText }: ReadDraftOptions): CarriedDeal | { readonly problems: readonly Problem[] } {
  const none = (message: string): { readonly problems: readonly Problem[] } => ({ problems: [problem("unsupported", message, { file, hint: byText === true ? "its words are not those of a document that was drafted here; `cleartitle read` reads any other" : "only a document that was drafted here carries its deal; `--by-text` reads one from which it was taken out, `cleartitle diff` compares any two" })] });
  if (carried === null) return none("the document carries no deal");
  try {
    const { $schema, deal, sentences } = JSON.parse(carried) as { readonly $schema?: unknown; readonly deal?: unknown; readonly sentences?: unknown };
    const drafted = new Set(typeof sentences === "object" && sentences !== null ? Object.values(sentences).filter((each) => typeof each === "string") : []);
    return $schema === carriedSchema && typeof deal === "object" && deal !== null ? { deal: deal as Deal, drafted } : none("what the document carries is no deal of this form");
  } catch {
    return none("the deal that the document carries is damaged");
  }
}

/** Words that stand as they were drafted, by what the document says of itself, and are not those of today's clauses: nobody edited them. They count as words of the parties all the same. */
const asDrafted = (difference: DraftDifference, drafted: ReadonlySet<string>): DraftDifference =>
  difference.kind !== "edited" || difference.after === null || !drafted.has(sha256(difference.after)) ? difference : { ...difference, note: `${difference.note}; as the document says, it was drafted so: the clauses of the house were others then` };

/**
 * Reads a drafted document back to its deal. The text wins over the deal that the document carries: what was edited is words of the parties, whatever
 * the deal inside says. Never throws on bad input.
 */
export function readDraft(bytes: Uint8Array, options: ReadDraftOptions): DraftRead {
  const opened = paperOf(bytes, options);
  if ("problems" in opened) return refused(opened.problems, "unread");
  const found = carriedDeal(opened.paper.carried, options);
  const byText = "problems" in found && opened.paper.carried === null && options.byText === true && !opened.isPdf ? dealByText(opened.paper.lines, options) : null;
  const carried = byText === null ? found : { deal: byText, drafted: new Set<string>() };
  if ("problems" in carried) return refused(carried.problems, opened.paper.carried === null ? "nothing" : "damage");
  const file = readDeal(JSON.stringify(carried.deal), options);
  if (file.file === null) return refused(file.problems, "deal");
  const { deal, differences } = withoutClaims(file.file.deal, options.known);
  try {
    const inside = readDeal(JSON.stringify(deal), options).file!;
    if (opened.isPdf) return { carries: "deal", deal: inside, isCompared: false, differences, problems: [] };
    const read = new DraftReader(inside, opened.paper, options).whole();
    return { carries: byText === null ? "deal" : "nothing", deal: read.deal, isCompared: true, differences: [...differences, ...read.differences.map((each) => asDrafted(each, carried.drafted))], problems: [] };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.problems, "deal");
    throw error;
  }
}
