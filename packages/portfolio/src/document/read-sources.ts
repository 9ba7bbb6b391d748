import { type ClauseHouse, clauseModel, readAgreement, readDeal, readDraft, readingSchemaId } from "@cleartitle/agreements";
import { problem, type Problem, readYaml, sha256 } from "@cleartitle/norms";
import { documentOfDeal } from "./deal-document.js";
import type { DealDocument, ReadingDocument } from "./document.js";
import { KeptReadings } from "./kept-readings.js";
import { documentOfReading } from "./reading-document.js";
import { readReadings } from "./reading-file.js";

export interface PortfolioSource {
  /** Path below the folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** An amendment before its deal is known. */
export interface AmendmentSource {
  readonly file: string;
  readonly text: string;
  /** Id of the deal that it says it amends. */
  readonly agreement: string;
}

/** What came of the files of a folder. */
export interface ReadSources {
  readonly documents: readonly (DealDocument | ReadingDocument)[];
  readonly amendments: readonly AmendmentSource[];
  /** Files that could not be read, and why: nothing of them is in the portfolio. */
  readonly problems: readonly Problem[];
  /** Files that are something else. */
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

function textOf({ file, bytes }: PortfolioSource): { readonly text: string } | { readonly problems: readonly Problem[] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problems: [problem("format-syntax", "the file is not UTF-8 text", { file, hint: "save it as UTF-8" })] };
  }
}

/** Forms in which contracts come; of those that are not read it is told how to save them. */
const documents = /\.(?:docx|docm|dotx|doc|dot|odt|rtf|pdf|md|markdown|txt|html?)$/i;

class SourceReader {
  readonly documents: (DealDocument | ReadingDocument)[] = [];
  readonly amendments: AmendmentSource[] = [];
  readonly problems: Problem[] = [];
  readonly leftOut: { file: string; why: string }[] = [];
  readonly #kept = new KeptReadings();
  /** Documents of the folder. */
  readonly #files = new Set<string>();
  constructor(private readonly house: ClauseHouse) {}

  /** Readings come first: a document that one of them is of is not read again. */
  readings(source: PortfolioSource): boolean {
    if (!source.file.toLowerCase().endsWith(".json")) return false;
    let value: unknown = null;
    try {
      value = JSON.parse(new TextDecoder().decode(source.bytes));
    } catch {
      return false;
    }
    if (!isRecord(value) || value["$schema"] !== readingSchemaId) return false;
    const read = readReadings(value, source.file);
    this.problems.push(...read.problems, ...this.#kept.add(read, source.file));
    return true;
  }

  /** A reading of a document that is in the folder counts once. */
  rest(): void {
    for (const reading of this.#kept.rest(this.#files)) this.#take(reading, reading.reviews.length > 0);
    this.leftOut.push(...this.#kept.leftOut);
  }

  /** A page that names a day is no agreement yet, unless a person looked at it as one. */
  #take(reading: Parameters<typeof documentOfReading>[0], isReviewed: boolean): void {
    const found = reading.kinds.filter(({ clauses }) => clauses.length > 0).map(({ kind }) => kind);
    if (found.length >= 2 || isReviewed) this.documents.push(documentOfReading(reading));
    else this.leftOut.push({ file: reading.file, why: found.length === 0 ? "nothing of an agreement was found in it" : `of an agreement only \`${found[0]!}\` was found in it` });
  }

  async read(source: PortfolioSource): Promise<void> {
    if (/\.(?:ya?ml|json)$/i.test(source.file)) this.#written(source);
    else if (documents.test(source.file)) await this.#document(source);
    else this.leftOut.push({ file: source.file, why: "it is no deal, amendment, reading or document" });
  }

  #deal(text: string, file: string): void {
    const { library, taxonomies } = this.house;
    const { file: deal, problems } = readDeal(text, { file, library, taxonomies });
    const made = deal === null ? { document: null, problems } : documentOfDeal(deal, "deal", file, this.house, []);
    this.problems.push(...made.problems);
    if (made.document !== null) this.documents.push(made.document);
  }

  #written(source: PortfolioSource): void {
    const { file } = source;
    const decoded = textOf(source);
    if ("problems" in decoded) return void this.problems.push(...decoded.problems);
    const { document, problems } = readYaml(decoded.text, { file, maxBytes: 1_000_000, maxDepth: 64, maxLexemes: 200_000 });
    if (document === null) return void this.problems.push(...problems);
    const { value } = document;
    const agreement = isRecord(value) && isRecord(value["topics"]) ? value["agreement"] : undefined;
    if (isRecord(value) && "topics" in value && "parties" in value) this.#deal(decoded.text, file);
    else if (typeof agreement === "string") this.amendments.push({ file, text: decoded.text, agreement });
    else this.leftOut.push({ file, why: "it is no deal, no amendment and no reading" });
  }

  async #document(source: PortfolioSource): Promise<void> {
    const { file, bytes } = source;
    this.#files.add(file);
    const { library, taxonomies } = this.house;
    const { carries, deal, differences, problems } = readDraft(bytes, { file, library, taxonomies });
    if (carries === "deal") {
      const told = differences.length === 0 ? [] : [`its text says something else than the deal inside it (${differences.length}): the text is what counts`];
      const made = deal === null ? { document: null, problems } : documentOfDeal(deal, "draft", file, this.house, told);
      this.problems.push(...made.problems);
      if (made.document !== null) this.documents.push(made.document);
      return;
    }
    const kept = this.#kept.of(sha256(bytes), file);
    if (kept === null) await this.#reading(source);
    else this.#take({ ...kept, file }, kept.reviews.length > 0);
  }

  async #reading({ file, bytes }: PortfolioSource): Promise<void> {
    const { reading, problems } = await readAgreement(bytes, file, clauseModel());
    this.problems.push(...problems);
    if (reading !== null) this.#take(reading, false);
  }
}

/** Reads the files of a portfolio, in the order of their names. A file that cannot be read keeps no other from being read. */
export async function readSources(sources: readonly PortfolioSource[], house: ClauseHouse, step: (done: number) => void = () => undefined): Promise<ReadSources> {
  const reader = new SourceReader(house);
  const inOrder = sources.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const others = inOrder.filter((source) => !reader.readings(source));
  for (const [index, source] of others.entries()) {
    // One after the other: what they hold is large.
    await reader.read(source);
    step(index + 1);
  }
  reader.rest();
  const { documents: found, amendments, problems, leftOut } = reader;
  return { documents: found.toSorted((a, b) => (a.file < b.file ? -1 : 1)), amendments, problems, leftOut };
}
