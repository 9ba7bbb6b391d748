import { clausesOfDeal, clausesOfDocx, clausesOfText, compileDeal, type ClauseLibrary, type ClauseText, type DealFile, hasOpenChanges, mostClauses, openDocx, paragraphsOf, readDeal } from "@cleartitle/agreements";
import { problem, type Taxonomies } from "@cleartitle/norms";
import { decodeText, readBytes } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** One of two agreements that are compared: a deal file, or a text of whatever form. */
export interface Side {
  readonly file: string;
  readonly kind: "deal" | "docx" | "text";
  /** null: it is words alone. */
  readonly deal: DealFile | null;
  readonly clauses: readonly ClauseText[];
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

interface House {
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

function dealSide(file: string, bytes: Uint8Array, { library, taxonomies }: House): Side {
  const { file: deal, problems } = readDeal(decodeText(bytes, file), { file, library, taxonomies });
  if (deal === null) throw new Stop(problems);
  const { compiled, problems: faults } = compileDeal(deal, { library, taxonomies });
  if (compiled === null) throw new Stop(faults);
  return { file, kind: "deal", deal, clauses: clausesOfDeal(compiled.clauses), bytes, notes: [] };
}

function docxSide(file: string, bytes: Uint8Array, { library }: House): Side {
  const opened = openDocx(bytes, file);
  if ("problems" in opened) throw new Stop(opened.problems);
  const notes = hasOpenChanges(opened.archive) ? [`\`${file}\` has open changes: it is compared as if they were accepted.`] : [];
  return { file, kind: "docx", deal: null, clauses: clausesOfDocx(paragraphsOf(opened.archive, "accepted"), library), bytes, notes };
}

const forms = { yaml: dealSide, yml: dealSide, json: dealSide, docx: docxSide, docm: docxSide, dotx: docxSide, doc: docxSide } as const;

const textSide = (file: string, bytes: Uint8Array, { library }: House): Side => {
  if (bytes.length > 8_000_000) throw new Stop([problem("too-large", "a text of more than 8 MB", { file, hint: "is it an agreement?" })]);
  return { file, kind: "text", deal: null, clauses: clausesOfText(decodeText(bytes, file), library), bytes, notes: [] };
};

/** Opens one side. Its form goes by its name, and by its first bytes where that is no form that is known. */
export async function openSide(io: Io, file: string, house: House): Promise<Side> {
  const bytes = await readBytes(io, file);
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const open = Object.hasOwn(forms, ending) ? forms[ending as keyof typeof forms] : isArchive ? docxSide : textSide;
  const side = open(file, bytes, house);
  if (side.clauses.length > mostClauses) throw new Stop([problem("too-many", `${side.clauses.length} clauses; ${mostClauses} are compared at most`, { file, hint: "is it an agreement, with headings?" })]);
  return side;
}
