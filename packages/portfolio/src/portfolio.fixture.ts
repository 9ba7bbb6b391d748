import { type AgreementReading, type ClauseKind, clauseKinds, type FoundClause, loadClauses } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { addDuration } from "@cleartitle/norms";
import { documentOfReading } from "./document/reading-document.js";
import { type PortfolioSource, readSources } from "./document/read-sources.js";
import { type Portfolio, type PortfolioOptions, portfolioOf } from "./portfolio.js";

export const catalogue = openCatalogue().catalogue!;
const { taxonomies } = catalogue;
const library = loadClauses(defaultCatalogueDir()!, taxonomies).library!;
export const house = { library, taxonomies };

export const decideBy = decide;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface DealWords {
  readonly from?: string;
  readonly to?: string;
  readonly asset?: string;
  readonly written?: string;
  readonly signed?: string;
}

/** A deal file with these topics. */
export const deal = (id: string, topics: string, { from = "maker", to = "acme", asset = "scans", written = "2026-01-01", signed = "2026-01-01" }: DealWords = {}): string => `id: ${id}
title: The deal ${id}
written: "${written}"
parties: [{ id: ${from}, role: licensor }, { id: ${to}, role: licensee }]
assets: [{ id: ${asset}, kind: dataset, layers: [copyright, related] }]
${signed === "" ? "" : `signed: { on: "${signed}", evidence: the paper }\n`}topics: ${topics}
`;

export const amendment = (id: string, agreement: string, from: string | null, topics: string): string => `agreement: ${agreement}
id: ${id}
${from === null ? "" : `from: "${from}"\n`}topics: ${topics}
`;

type Said = readonly [kind: ClauseKind, quote: string, ...values: readonly object[]];

/** A reading in which these clauses were found, one after the other. */
export function reading(file: string, ...said: readonly Said[]): AgreementReading {
  let at = 0;
  const clauses = said.map(([kind, quote, ...values]): { readonly kind: ClauseKind; readonly clause: FoundClause } => {
    const start = at;
    at += quote.length + 1;
    const placed = values.map((value) => ({ start, end: start + quote.length, page: null, quote, ...value })) as unknown as FoundClause["values"];
    return { kind, clause: { start, end: start + quote.length, page: null, quote, confidence: 0.9, number: null, heading: null, values: placed } };
  });
  return { file, format: "text", characters: at, pages: null, notes: [], kinds: clauseKinds.map((kind) => ({ kind, clauses: clauses.filter((each) => each.kind === kind).map(({ clause }) => clause), nearest: null })), ai: [] };
}

export const parties = (...names: readonly string[]): Said => ["parties", `between ${names.join(" and ")}`, ...names.map((name) => ({ type: "party", name, alias: null }))];
export const day = (kind: ClauseKind, on: string): Said => [kind, `on ${on}`, { type: "day", on }];
export const law = (...places: readonly string[]): Said => ["governing-law", `the law of ${places.join(", ")}`, { type: "law", places }];

/** A portfolio of files and of readings, on a day. */
export async function portfolio(files: Readonly<Record<string, string>>, { readings = [], asOf = "2026-07-01", ...rest }: { readonly readings?: readonly AgreementReading[]; readonly asOf?: string } & Partial<Pick<PortfolioOptions, "playbook" | "us" | "mostChains" | "mostPairs">> = {}): Promise<Portfolio> {
  const read = await readSources(Object.entries(files).map(([file, text]): PortfolioSource => ({ file, bytes: bytes(text) })), house);
  return portfolioOf({ ...read, documents: [...read.documents, ...readings.map(documentOfReading)] }, { house, catalogue, decide, asOf, soon: addDuration(asOf, "P90D")!, mostChains: 10, ...rest });
}
