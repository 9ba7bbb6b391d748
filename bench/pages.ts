import { clauseModel, readAgreement } from "@cleartitle/agreements";
import { pdf } from "../packages/agreements/src/reading/text/document-sample.fixture.js";
import { alone } from "./alone.js";
import { count, megabytes, ms, table } from "./measure.js";

const sentences = [
  "The licensor hereby grants to the licensee a non-exclusive and non-transferable license to use the data in the field of use.",
  "Neither party may assign this agreement without the prior written consent of the other, which shall not be withheld without a reason.",
  "The licensee shall keep records of every use of the data, and the licensor may audit them once in a year upon thirty (30) days' notice.",
  "In no event shall the liability of a party exceed the fees paid in the twelve (12) months before the claim arose.",
  "This agreement renews for successive terms of one (1) year unless a party gives ninety (90) days' notice before the end of a term.",
  "The licensee shall not use the data or any output of a model to train another model that competes with the licensor.",
  "The licensee shall pay to the licensor five percent (5%) of its net revenues, and no less than $100,000 in a year.",
  "This agreement is governed by the laws of the State of New York, without regard to its rules on the conflict of laws.",
];
const linesOnPage = 46;

/** A contract of so many pages, each line a sentence of another clause, numbered as contracts are. */
function contract(pages: number): Uint8Array {
  return pdf(Array.from({ length: pages }, (_, page) => Array.from({ length: linesOnPage }, (_each, line) => (line % 2 === 0 ? `${page + 1}.${line / 2 + 1} ${sentences[(page * 7 + line / 2) % sentences.length] ?? ""}` : ""))));
}

interface ReadPages {
  readonly wall: number;
  readonly worked: number;
  readonly characters: number;
  readonly clauses: number;
}

export async function readPages(pages: number): Promise<ReadPages> {
  const bytes = contract(pages);
  const [at, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  const { reading, problems } = await readAgreement(bytes, "contract.pdf", clauseModel());
  const { user, system } = process.cpuUsage(cpu);
  if (reading === null) throw new Error(`it was not read: ${problems[0]?.message ?? ""}`);
  return { wall: Number(process.hrtime.bigint() - at) / 1e6, worked: (user + system) / 1e3, characters: reading.characters, clauses: [...reading.kinds, ...reading.ai].reduce((sum, { clauses }) => sum + clauses.length, 0) };
}

/** One contract read from its bytes, weights and all, each in a process of its own. */
export async function benchPages(): Promise<void> {
  const rows: string[][] = [];
  for (const pages of [20, 200, 1_000]) {
    const { result, peak } = await alone<ReadPages>(import.meta.url, "readPages", pages);
    rows.push([count(pages), count(result.characters), count(result.clauses), ms(result.wall), ms(result.worked), megabytes(peak)]);
  }
  table("a contract read from a PDF", ["pages", "characters", "clauses told", "ms", "of a processor", "peak"], rows);
}
