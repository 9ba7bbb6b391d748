import { clauseModel, readAgreement, readingText, type AgreementReading } from "@cleartitle/agreements";
import { exitOf, sha256, type ExitCode, type Problem } from "@cleartitle/norms";
import { readBytes } from "../file.js";
import type { Io } from "../io.js";
import { renderReading } from "../read/render-reading.js";
import { sayProblems } from "../say-problems.js";
import { Stop } from "../stop.js";
import { writeLines } from "./clauses.js";
import { writeNew } from "./import.js";

export interface ReadOptions {
  readonly format: "text" | "json";
  /** Where the reading is written to be accepted or corrected; never over a file. */
  readonly out?: string | undefined;
  /** Whether a language model is asked too. */
  readonly model?: boolean | undefined;
}

type Asked = NonNullable<Parameters<typeof readAgreement>[3]>;

/** The model that the environment names, where the user wants one asked. */
async function askedOf(io: Io, wanted: boolean): Promise<Asked | null> {
  if (!wanted) return null;
  const configured = await io.rooms.model(io.env);
  if ("problem" in configured) throw new Stop([configured.problem]);
  return { model: configured.model, on: io.today() };
}

async function readOne(io: Io, path: string, asked: Asked | null): Promise<{ readonly reading: (AgreementReading & { readonly digest: string }) | null; readonly problems: readonly Problem[] }> {
  try {
    const bytes = await readBytes(io, path);
    const { reading, problems } = await readAgreement(bytes, path, clauseModel(), asked);
    return { reading: reading === null ? null : { ...reading, digest: sha256(bytes) }, problems };
  } catch (error) {
    if (error instanceof Stop) return { reading: null, problems: error.problems };
    throw error;
  }
}

/** Reads agreements: every kind of clause with its words and where they stand, or that it was not found. A file that cannot be read keeps no other from it. */
export async function read(io: Io, paths: readonly string[], { format, out, model = false }: ReadOptions): Promise<ExitCode> {
  const asked = await askedOf(io, model);
  const documents: (AgreementReading & { readonly digest: string })[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const one = await readOne(io, path, asked);
    problems.push(...one.problems);
    if (one.reading === null) continue;
    if (format === "text") writeLines(io, [...(documents.length === 0 ? [] : [""]), ...renderReading(one.reading)]);
    documents.push(one.reading);
  }
  const written = (): string => readingText(documents, clauseModel().digest, problems);
  if (format === "json") io.stdout.write(written());
  if (out !== undefined) await writeNew(io, out, written());
  await sayProblems(io, problems);
  return exitOf(problems);
}
