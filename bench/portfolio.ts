import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AgreementReading, clauseModel, loadClauses, readAgreement, readingText } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { sha256 } from "@cleartitle/norms";
import { type Portfolio, portfolioJson, portfolioOf, type PortfolioQuery, type PortfolioSource, readSources, searchIn } from "@cleartitle/portfolio";
import { alone } from "./alone.js";
import { houseDeals } from "./house-deals.js";
import { count, megabytes, ms, table } from "./measure.js";

/** The marked contracts of the material beside the repository, whose folder programs of the bench run in. */
const corpus = join(process.cwd(), "../shared/data/contracts/cuad-404.json.gz");

interface Raw {
  readonly data: readonly { readonly title: string; readonly context: string }[];
}

interface Begun {
  readonly at: bigint;
  readonly cpu: NodeJS.CpuUsage;
}

const begin = (): Begun => ({ at: process.hrtime.bigint(), cpu: process.cpuUsage() });

/** How long it took by the clock, and how long a processor worked for it: on a machine that others use these are two. */
function tookSince({ at, cpu }: Begun): { readonly wall: number; readonly worked: number } {
  const { user, system } = process.cpuUsage(cpu);
  return { wall: Number(process.hrtime.bigint() - at) / 1e6, worked: (user + system) / 1e3 };
}

const house = () => {
  const catalogue = openCatalogue().catalogue!;
  const { taxonomies } = catalogue;
  return { catalogue, house: { taxonomies, library: loadClauses(defaultCatalogueDir()!, taxonomies).library! } };
};

const contracts = (): readonly PortfolioSource[] => (JSON.parse(gunzipSync(readFileSync(corpus)).toString("utf8")) as Raw).data.map(({ title, context }) => ({ file: `${title.replaceAll("/", "-")}.txt`, bytes: new TextEncoder().encode(context) }));

const options = { asOf: "2020-01-01", soon: "2020-03-31", mostChains: 50, decide };

interface Step {
  readonly what: string;
  readonly wall: number;
  readonly worked: number;
  readonly came: string;
}

const cameOf = ({ families, findings, coverage }: Portfolio): string => `${families.length} agreements, ${findings.length} findings, ${count(coverage.reduce((sum, { found }) => sum + found, 0))} topics found`;

/** All contracts read, put together, written and searched, in one process. */
export async function wholePortfolio(): Promise<readonly Step[]> {
  const { catalogue, house: clauses } = house();
  const sources = contracts();
  clauseModel();
  const steps: Step[] = [];
  let from = begin();
  const read = await readSources(sources, clauses);
  steps.push({ what: "read", ...tookSince(from), came: `${read.documents.length} of ${sources.length} documents, ${read.problems.length} problems` });
  from = begin();
  const portfolio = portfolioOf(read, { ...options, house: clauses, catalogue });
  steps.push({ what: "put together and compared", ...tookSince(from), came: cameOf(portfolio) });
  from = begin();
  const written = JSON.stringify(portfolioJson(portfolio));
  steps.push({ what: "written as JSON", ...tookSince(from), came: `${megabytes(written.length)} MB` });
  const queries: readonly (readonly [string, PortfolioQuery])[] = [["searched: words", { words: "sole and exclusive remedy" }], ["searched: law, topic", { law: "US-NY", topic: "exclusivity" }], ["searched: end", { endsBy: "2021-12-31" }], ["searched: not found", { topic: "cap-on-liability", notFound: true }]];
  for (const [what, query] of queries) {
    from = begin();
    const { found, unknown } = searchIn(portfolio, query, { house: clauses });
    steps.push({ what, ...tookSince(from), came: `${found.length} found, ${unknown.length} not known` });
  }
  return steps;
}

/** The same from readings that were kept: nothing is read again. */
export async function keptPortfolio(): Promise<readonly Step[]> {
  const { catalogue, house: clauses } = house();
  const documents: (AgreementReading & { readonly digest: string })[] = [];
  for (const { file, bytes } of contracts()) {
    const { reading } = await readAgreement(bytes, file, clauseModel());
    if (reading !== null) documents.push({ ...reading, digest: sha256(bytes) });
  }
  const kept = { file: "readings.json", bytes: new TextEncoder().encode(readingText(documents, clauseModel().digest, [])) };
  const from = begin();
  const read = await readSources([kept], clauses);
  if (read.problems.length > 0) throw new Error(`what was kept cannot be taken: ${read.problems[0]?.message ?? ""}`);
  const portfolio = portfolioOf(read, { ...options, house: clauses, catalogue });
  return [{ what: "kept readings, put together and compared", ...tookSince(from), came: cameOf(portfolio) }];
}

/** Agreements of one house with many others. */
export async function housePortfolio(many: number): Promise<readonly Step[]> {
  const { catalogue, house: clauses } = house();
  const sources = houseDeals(many);
  let from = begin();
  const read = await readSources(sources, clauses);
  const steps: Step[] = [{ what: "read", ...tookSince(from), came: `${count(read.documents.length)} deals, ${count(read.amendments.length)} amendments` }];
  from = begin();
  const portfolio = portfolioOf(read, { ...options, asOf: "2026-07-01", soon: "2026-10-01", house: clauses, catalogue });
  const between = portfolio.findings.filter(({ families }) => families.length > 1);
  const named = between.reduce((sum, { families }) => sum + families.length, 0);
  steps.push({ what: "put together and compared", ...tookSince(from), came: `${count(portfolio.families.length)} agreements, ${count(portfolio.findings.length)} findings, ${count(between.length)} between agreements, which name ${count(named)}` });
  from = begin();
  const written = JSON.stringify(portfolioJson(portfolio));
  return [...steps, { what: "written as JSON", ...tookSince(from), came: `${megabytes(written.length)} MB` }];
}

async function benchHouse(): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const many of [1_500, 3_000, 10_000]) {
    const { result, peak } = await alone<readonly Step[]>(import.meta.url, "housePortfolio", many);
    for (const [index, { what, wall, worked, came }] of result.entries()) rows.push([index === 0 ? count(many) : "", what, ms(wall), ms(worked), index === 0 ? megabytes(peak) : "", came]);
  }
  table("agreements of one house with many others, in forty assets", ["agreements", "step", "ms", "of a processor, ms", "peak MB", "what came of it"], rows);
}

/** The marked contracts as one portfolio, and agreements of one house. */
export async function benchPortfolio(): Promise<void> {
  await benchHouse();
  if (!existsSync(corpus)) {
    console.log("not run: the marked contracts are not beside the repository");
    return;
  }
  const rows: (readonly string[])[] = [];
  for (const name of ["wholePortfolio", "keptPortfolio"]) {
    const { result, peak } = await alone<readonly Step[]>(import.meta.url, name);
    for (const [index, { what, wall, worked, came }] of result.entries()) rows.push([what, ms(wall), ms(worked), index === 0 ? megabytes(peak) : "", came]);
  }
  table("the marked contracts as one portfolio", ["step", "ms", "of a processor, ms", "peak MB", "what came of it"], rows);
}
