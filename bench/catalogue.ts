import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { buildCatalogue, defaultCatalogueDir, keptCatalogue, loadCatalogue, openCatalogue, readKeptCatalogue } from "@cleartitle/catalogue";
import { count, measured, ms, once, table, times } from "./measure.js";

interface Row {
  readonly name: string;
  readonly cold: number;
  readonly warm: number;
  /** Processor time of one run, collecting garbage included: what other work on the machine adds to the clock is not in it. */
  readonly processor: number;
}

async function row(name: string, rounds: number, run: () => unknown): Promise<Row> {
  const cold = await once(run);
  const started = process.cpuUsage();
  const warm = await measured(rounds, run);
  const { user, system } = process.cpuUsage(started);
  return { name, cold: cold.median, warm: warm.median, processor: (user + system) / 1000 / (rounds + 1) };
}

/** The catalogue opened from its built file, checked against the records, beside the records read and checked one by one. */
export async function benchCatalogue(): Promise<void> {
  const directory = defaultCatalogueDir();
  if (directory === null) throw new Error("there is no folder of records");
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  const built = join(folder, "catalogue.json");
  try {
    if (buildCatalogue({ directory, built }).done === null) throw new Error("the records have problems");
    if (openCatalogue({ directory, built }).from !== "built") throw new Error("the built file is not used");
    const ours = await row("built, every record hashed", 15, () => openCatalogue({ directory, built }));
    const alone = await row("built, without records", 15, () => openCatalogue({ directory: null, built }));
    const records = await row("records read and checked", 3, () => loadCatalogue(directory));
    const { text } = keptCatalogue(loadCatalogue(directory).catalogue!);
    const kept = await row("kept beside decisions, read and checked", 5, () => readKeptCatalogue(text));
    const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    console.log(`what is kept beside decisions: ${count(text.length)} characters, ${count(packed.length)} bytes packed`);
    table("the catalogue, opened", ["", "first ms", "median ms", "processor ms", "of built"], [ours, alone, records, kept].map((each) => [each.name, ms(each.cold), ms(each.warm), ms(each.processor), times(each.processor, ours.processor)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
