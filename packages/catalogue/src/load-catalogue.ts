import { check, compareProblems, Instrument, Law, licenseKey, Position, type Problem, problem, Protection, Questionnaire, reviewDue, ReviewPolicy, RiskMatrix, type YamlDocument } from "@cleartitle/norms";
import type { z } from "zod";
import type { Catalogue } from "./catalogue.js";
import { digestsOf } from "./catalogue-parts.js";
import { readCatalogueFiles } from "./catalogue-files.js";
import { type Known, NameCheck } from "./name-check.js";
import { checkInstrument, checkLaw } from "./record-check.js";
import { checkProtection, checkQuestionnaire, checkRiskMatrix } from "./report-check.js";
import { type LoadedTaxonomies, loadTaxonomies } from "./taxonomy-files.js";
import { checkTaxonomies } from "./taxonomy-check.js";

interface Loaded<T> {
  readonly records: Map<string, T>;
  readonly documents: Map<string, YamlDocument>;
}

/** Reads records of one kind; an id that another file has is a problem. */
function loadRecords<S extends z.ZodType<{ id: string }>>(schema: S, files: readonly YamlDocument[], taken: Map<string, string>, problems: Problem[]): Loaded<z.output<S>> {
  const records = new Map<string, z.output<S>>();
  const documents = new Map<string, YamlDocument>();
  for (const document of files) {
    const { value, problems: faults } = check(schema, document);
    problems.push(...faults);
    if (value === null) continue;
    const other = taken.get(value.id);
    if (other !== undefined) {
      problems.push(problem("duplicate-id", `the id \`${value.id}\` is taken by \`${other}\``, { file: document.file, ...document.locate(["id"]), pointer: "/id", offending: value.id }));
      continue;
    }
    taken.set(value.id, document.file);
    records.set(value.id, value);
    documents.set(value.id, document);
  }
  return { records: new Map([...records].toSorted(([a], [b]) => (a < b ? -1 : 1))), documents };
}

/** Names that records give themselves join the alias table; a name that stands for something else there is a problem. */
function joinNames(instruments: Loaded<Instrument>, { aliases, families }: LoadedTaxonomies, problems: Problem[]): void {
  for (const [id, instrument] of instruments.records) {
    for (const [index, name] of (instrument.names ?? []).entries()) {
      const key = licenseKey(name);
      const now = families.has(key) ? "a family" : aliases.get(key);
      if (now !== undefined && now !== id) {
        const document = instruments.documents.get(id)!;
        const message = `the name \`${name}\` already stands for ${now === null ? "no license in particular" : now === "a family" ? now : `\`${now}\``}`;
        problems.push(problem("contradiction", message, { file: document.file, ...document.locate(["names", index]), pointer: `/names/${index}`, offending: name, hint: "see `taxonomies/aliases.yaml`" }));
      } else aliases.set(key, id);
    }
  }
}

/** Each record of an instrument is to be reviewed by a day: its own, or the one that the policy of the catalogue sets. */
function setReviews(instruments: Loaded<Instrument>, policies: ReadonlyMap<string, ReviewPolicy>): void {
  for (const [id, instrument] of instruments.records) {
    const reviewBy = reviewDue(instrument, policies.values());
    if (reviewBy !== null) instruments.records.set(id, { ...instrument, reviewBy });
  }
}

/**
 * Loads and checks a catalogue folder: its taxonomies, positions, law, licenses and terms. Everything that any record names must
 * exist, tables must be complete, and what is not settled law must not grant. All problems come at once, in order of file
 * and line; with any of them there is no catalogue.
 */
export function loadCatalogue(dir: string): { readonly catalogue: Catalogue | null; readonly problems: readonly Problem[] } {
  const { documents, problems: faults } = readCatalogueFiles(dir);
  const problems: Problem[] = [...faults];
  const loaded = loadTaxonomies(documents.get("taxonomies") ?? []);
  problems.push(...loaded.problems);
  const taken = new Map<string, string>();
  const instruments = loadRecords(Instrument, [...(documents.get("licenses") ?? []), ...(documents.get("terms") ?? [])], taken, problems);
  const laws = loadRecords(Law, documents.get("law") ?? [], taken, problems);
  // Positions have names of their own: a rule and the question it turns on may share one.
  const positions = loadRecords(Position, documents.get("positions") ?? [], new Map(), problems);
  const reports = new Map<string, string>();
  const questionnaires = loadRecords(Questionnaire, documents.get("questionnaires") ?? [], reports, problems);
  const risks = loadRecords(RiskMatrix, documents.get("risk") ?? [], reports, problems);
  const protections = loadRecords(Protection, documents.get("protection") ?? [], reports, problems);
  const reviews = loadRecords(ReviewPolicy, documents.get("review") ?? [], reports, problems);
  joinNames(instruments, loaded, problems);
  setReviews(instruments, reviews.records);

  const known: Known = {
    terms: new Set(loaded.vocabulary.terms.map((term) => term.id)),
    taxonomies: loaded.taxonomies,
    positions: new Map([...positions.records].map(([id, position]) => [id, position.options.map((option) => option.id)])),
    instruments: new Set(instruments.records.keys()),
    laws: new Set(laws.records.keys()),
  };
  const checks: NameCheck[] = [];
  const open = (document: YamlDocument): NameCheck => {
    const each = new NameCheck(document, known);
    checks.push(each);
    return each;
  };
  checkTaxonomies((file) => (loaded.documents.has(file) ? open(loaded.documents.get(file)!) : null), known);
  for (const [id, instrument] of instruments.records) checkInstrument(open(instruments.documents.get(id)!), instrument);
  for (const [id, law] of laws.records) checkLaw(open(laws.documents.get(id)!), law);
  for (const [id, each] of questionnaires.records) checkQuestionnaire(open(questionnaires.documents.get(id)!), each, laws.records);
  for (const [id, each] of risks.records) checkRiskMatrix(open(risks.documents.get(id)!), each);
  for (const [id, each] of protections.records) checkProtection(open(protections.documents.get(id)!), each);
  problems.push(...checks.flatMap((each) => each.problems));
  if (problems.length > 0) return { catalogue: null, problems: problems.toSorted(compareProblems) };
  const catalogue = assemble(loaded, instruments, laws, positions);
  return { catalogue: { ...catalogue, questionnaires: questionnaires.records, risks: risks.records, protections: protections.records }, problems: [] };
}

const filesOf = ({ records, documents }: Loaded<unknown>): Map<string, string> => new Map([...records.keys()].map((id) => [id, documents.get(id)!.file]));

function assemble(loaded: LoadedTaxonomies, found: Loaded<Instrument>, rules: Loaded<Law>, questions: Loaded<Position>): Catalogue {
  const { taxonomies, aliases, families, vocabulary } = loaded;
  const [instruments, laws, positions] = [found.records, rules.records, questions.records];
  const files = { instruments: filesOf(found), laws: filesOf(rules), positions: filesOf(questions) };
  const deciding = { taxonomies, instruments, laws, positions, aliases, families, vocabulary };
  return { ...deciding, files, digests: digestsOf(deciding) };
}
