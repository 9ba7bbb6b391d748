import { check, compareProblems, nameHint, type Path, problem, type Problem, type ProblemCode, readYaml, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { dealParameters, uncarried, carriers } from "../clause/clause-check.js";
import { fieldFault } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import { parametersIn } from "../clause/template.js";
import type { Topic } from "../clause/topic.js";
import { Deal, type OwnClause, type Taken } from "./deal.js";

export interface ReadDealOptions {
  readonly file: string;
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

/** A deal and where each of its parts is written. */
export interface DealFile {
  readonly deal: Deal;
  readonly document: YamlDocument;
}

const limits = { maxBytes: 1_000_000, maxDepth: 32, maxLexemes: 200_000 };

class DealCheck {
  readonly problems: Problem[] = [];
  readonly #assets: ReadonlySet<string>;
  constructor(
    private readonly deal: Deal,
    private readonly document: YamlDocument,
    private readonly options: ReadDealOptions,
  ) {
    this.#assets = new Set(deal.assets.map((asset) => asset.id));
  }

  #report(code: ProblemCode, path: Path, message: string, hint: string | null = null): void {
    this.problems.push(problem(code, message, { file: this.document.file, ...this.document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));
  }

  #unique(list: readonly { readonly id: string }[], path: string): void {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) this.#report("duplicate-id", [path, index, "id"], `the id \`${id}\` is given twice`);
      seen.add(id);
    }
  }

  whole(): void {
    const { deal } = this;
    this.#unique(deal.parties, "parties");
    this.#unique(deal.assets, "assets");
    this.#unique(deal.further ?? [], "further");
    for (const role of ["licensor", "licensee"] as const) {
      const count = deal.parties.filter((party) => party.role === role).length;
      if (count !== 1) this.#report(count === 0 ? "missing-key" : "contradiction", ["parties"], `a deal has one ${role}, and this one has ${count}`, "license in turn, or of several holders, is a deal of its own for each; members of one side sign as `affiliate`");
    }
    const kinds = this.options.taxonomies.assetKinds;
    for (const [index, { kind }] of deal.assets.entries()) if (!kinds.has(kind)) this.#report("unknown-name", ["assets", index, "kind"], `there is no kind of asset \`${kind}\``, nameHint(kind, kinds.keys()));
    const { templates } = this.options.library;
    if (deal.template !== undefined && !templates.has(deal.template)) this.#report("unknown-name", ["template"], `there is no template \`${deal.template}\``, nameHint(deal.template, templates.keys()) ?? "`cleartitle draft templates` lists them");
    this.#groups();
    for (const [id, taken] of Object.entries(deal.topics)) this.#topic(id, taken);
  }

  /** Norms can tell assets apart by their kind alone. */
  #groups(): void {
    const of = new Map<string, string>();
    for (const [index, asset] of this.deal.assets.entries()) {
      const licensed = JSON.stringify([asset.layers.toSorted(), asset.scope?.toSorted() ?? null]);
      if ((of.get(asset.kind) ?? licensed) !== licensed) this.#report("contradiction", ["assets", index], `\`${asset.id}\` is licensed in other layers than another ${asset.kind} of the deal`, "make a deal of its own for it");
      of.set(asset.kind, licensed);
    }
  }

  #topic(id: string, taken: Taken): void {
    const path = ["topics", id];
    const topic = this.options.library.topics.get(id);
    if (topic === undefined) return this.#report("unknown-name", path, `there is no topic \`${id}\``, nameHint(id, this.options.library.topics.keys()) ?? "`cleartitle clauses list` lists them");
    if (taken.own !== undefined) return this.#own(taken.own, [...path, "own"]);
    for (const [name, value] of Object.entries(taken.with ?? {})) {
      const field = topic.fields[name];
      const at = [...path, "with", name];
      if (field === undefined) {
        this.#report("unknown-name", at, `the topic \`${id}\` has no field \`${name}\``, nameHint(name, Object.keys(topic.fields)) ?? `fields: ${Object.keys(topic.fields).map((each) => `\`${each}\``).join(", ")}`);
        continue;
      }
      const fault = fieldFault(field, value, this.options.taxonomies, this.#assets);
      if (fault !== null) this.#report(fault.code, at, fault.message, fault.hint);
    }
    this.#lacking(topic, taken, path);
  }

  #lacking(topic: Topic, taken: Taken, path: Path): void {
    const used = parametersIn(topic.versions[taken.version!]);
    const missing = Object.entries(topic.fields).filter(([name, field]) => used.has(name) && field.default === undefined && taken.with?.[name] === undefined);
    for (const [name, field] of missing) this.#report("missing-key", path, `\`${topic.id}\` does not say \`${name}\` (${field.is})`, `add it under \`with\`, like ${JSON.stringify(field.example)}`);
  }

  #own(own: OwnClause, path: Path): void {
    const known = new Set<string>(dealParameters);
    for (const name of parametersIn(own)) if (!known.has(name)) this.#report("unknown-name", path, `there is no parameter \`${name}\` in a text of one's own`, `write the value out; known are ${dealParameters.map((each) => `\`${each}\``).join(", ")}`);
    for (const { at } of carriers(own)) if (at > own.text.length) this.#report("dangling-reference", path, `there is no sentence ${at}`, `the text has ${own.text.length}`);
    for (const [index, duty] of (own.duties ?? []).entries()) if (!this.options.taxonomies.duties.has(duty.do)) this.#report("unknown-name", [...path, "duties", index, "do"], `there is no kind of duty \`${duty.do}\``, nameHint(duty.do, this.options.taxonomies.duties.keys()));
  }
}

/** What of a text of one's own is carried by nothing: it could forbid any act. */
const unread = (own: OwnClause): OwnClause => ({ ...own, notes: [...(own.notes ?? []), ...uncarried(own).map((at) => ({ at, why: "words of the parties that nobody wrote as norms", touches: "all" as const }))] });

const withOwnRead = (deal: Deal): Deal => ({ ...deal, topics: Object.fromEntries(Object.entries(deal.topics).map(([id, taken]) => [id, taken.own === undefined ? taken : { ...taken, own: unread(taken.own) }])) });

/** Reads a deal file. All problems come at once, in the order of the file; with any there is no deal. */
export function readDeal(text: string, options: ReadDealOptions): { readonly file: DealFile | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file: options.file, ...limits });
  if (document === null) return { file: null, problems };
  const { value, problems: malformed } = check(Deal, document);
  if (value === null) return { file: null, problems: malformed };
  const checked = new DealCheck(value, document, options);
  checked.whole();
  if (checked.problems.length > 0) return { file: null, problems: checked.problems.toSorted(compareProblems) };
  return { file: { deal: withOwnRead(value), document }, problems: [] };
}
