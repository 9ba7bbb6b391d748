import {
  Action, AssetKind, check, DerivationKind, DutyKind, FactDefinition, IsoDate, type Layer, LayerTerm, licenseKey, PersistenceRow, PlaceGroup, type Problem, problem, QuantityKind, Source, type Taxonomies, Term, type YamlDocument,
} from "@cleartitle/norms";
import { z } from "zod";
import { readVocabulary, type Vocabulary } from "./carriage/vocabulary.js";

const header = { source: z.array(Source).min(1), reviewed: IsoDate };
const terms = <T extends z.ZodType>(term: T) => z.strictObject({ ...header, terms: z.array(term) });

/** Names in the wild that stand for one license, for a family of them, or for none. */
const AliasFile = z.strictObject({
  ...header,
  terms: z.array(z.strictObject({ id: z.string().min(1), names: z.array(z.string().min(1)).min(1) })),
  families: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), of: z.array(z.string().min(1)) })),
  none: z.array(z.string().min(1)),
});

export const termFiles = {
  layers: LayerTerm, actions: Action, purposes: Term, fields: Term, recipients: Term, "party-kinds": Term, "asset-kinds": AssetKind, "derivation-kinds": DerivationKind, places: Term,
  "place-groups": PlaceGroup, facts: FactDefinition, duties: DutyKind, quantities: QuantityKind, restrictions: Term,
} as const;
type TermFile = keyof typeof termFiles;

export interface LoadedTaxonomies {
  readonly taxonomies: Taxonomies;
  readonly aliases: Map<string, string | null>;
  readonly families: Map<string, readonly string[]>;
  readonly vocabulary: Vocabulary;
  /** Documents by file name without ending, for problems. */
  readonly documents: ReadonlyMap<string, YamlDocument>;
  readonly problems: readonly Problem[];
}

/** Reads `taxonomies/*.yaml`. A missing or unknown file, a wrong shape and an id given twice are problems; the rest is kept. */
export function loadTaxonomies(files: readonly YamlDocument[]): LoadedTaxonomies {
  const problems: Problem[] = [];
  const documents = new Map(files.map((document) => [document.file.replace(/^taxonomies\//, "").replace(/\.ya?ml$/, ""), document]));
  const known = [...Object.keys(termFiles), "persistence", "aliases", "terms-vocabulary"];
  for (const [name, document] of documents) if (!known.includes(name)) problems.push(problem("unknown-name", `there is no taxonomy \`${name}\``, { file: document.file, hint: `one of ${known.map((k) => `\`${k}\``).join(", ")}` }));
  for (const name of known) if (!documents.has(name)) problems.push(problem("missing-key", `the taxonomy \`${name}\` is missing`, { file: `taxonomies/${name}.yaml` }));

  const read = <K extends TermFile>(name: K): Map<string, z.output<(typeof termFiles)[K]>> => {
    type Each = z.output<(typeof termFiles)[K]>;
    const result = new Map<string, Each>();
    const document = documents.get(name);
    if (document === undefined) return result;
    const { value, problems: faults } = check(terms(termFiles[name]), document);
    problems.push(...faults);
    for (const [index, term] of ((value?.terms ?? []) as (Each & { id: string })[]).entries()) {
      if (result.has(term.id)) problems.push(problem("duplicate-id", `the id \`${term.id}\` is given twice`, { file: document.file, ...document.locate(["terms", index, "id"]), offending: term.id }));
      result.set(term.id, term);
    }
    return result;
  };
  const rows = documents.get("persistence");
  const persistence = rows === undefined ? null : check(z.strictObject({ ...header, rows: z.array(PersistenceRow) }), rows);
  problems.push(...(persistence?.problems ?? []));
  const actions = read("actions");
  const taxonomies: Taxonomies = {
    layers: read("layers") as Map<Layer, LayerTerm>, actions, purposes: read("purposes"), fields: read("fields"), recipients: read("recipients"), partyKinds: read("party-kinds"), assetKinds: read("asset-kinds"),
    derivationKinds: filled(read("derivation-kinds"), actions.keys()), persistence: persistence?.value?.rows ?? [], places: read("places"), groups: read("place-groups"), facts: read("facts"),
    duties: read("duties"), quantities: read("quantities"), restrictions: read("restrictions"),
  };
  const { aliases, families } = readAliases(documents.get("aliases"), problems);
  return { taxonomies, aliases, families, vocabulary: readVocabulary(documents.get("terms-vocabulary"), problems), documents, problems };
}

/** `default` written out for every action, so that a reader of the table needs no rule for gaps. */
function filled(kinds: ReadonlyMap<string, DerivationKind>, actions: Iterable<string>): Map<string, DerivationKind> {
  const ids = [...actions];
  return new Map(
    [...kinds].map(([id, kind]) => {
      const fallback = kind.downstream["default"];
      return [id, fallback === undefined ? kind : { ...kind, downstream: { ...Object.fromEntries(ids.map((action) => [action, fallback])), ...kind.downstream } }];
    }),
  );
}

function readAliases(document: YamlDocument | undefined, problems: Problem[]) {
  const aliases = new Map<string, string | null>();
  const families = new Map<string, readonly string[]>();
  if (document === undefined) return { aliases, families };
  const { value, problems: faults } = check(AliasFile, document);
  problems.push(...faults);
  const seen = new Set<string>();
  const each = (name: string, path: (string | number)[], put: (key: string) => void) => {
    const key = licenseKey(name);
    if (seen.has(key)) problems.push(problem("contradiction", `the name \`${name}\` is given twice`, { file: document.file, ...document.locate(path), offending: name, hint: "a name stands for one thing" }));
    seen.add(key);
    put(key);
  };
  for (const [i, term] of (value?.terms ?? []).entries()) for (const [j, name] of term.names.entries()) each(name, ["terms", i, "names", j], (key) => aliases.set(key, term.id));
  for (const [i, family] of (value?.families ?? []).entries()) for (const [j, name] of family.names.entries()) each(name, ["families", i, "names", j], (key) => families.set(key, family.of));
  for (const [i, name] of (value?.none ?? []).entries()) each(name, ["none", i], (key) => aliases.set(key, null));
  return { aliases, families };
}
