import type { Condition, FactValue, Instrument, Norm, Taxonomies } from "@cleartitle/norms";
import { misfit } from "./names.js";
import { eachOf, type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

interface Names {
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/** Names in the norms of a file's own instruments. A prohibition of an act that nobody knows would never be met, and bar nothing. */
class NormNames {
  constructor(
    private readonly taxonomies: Taxonomies,
    private readonly report: FileReport,
  ) {}

  #names(what: string, names: string | readonly string[] | undefined, known: Names, path: Path): void {
    for (const [name, at] of eachOf<string>(names, path)) if (!known.has(name)) this.report.name("unknown-name", what, name, known.keys(), at);
  }

  #actions(names: readonly string[] | undefined, path: Path): void {
    this.#names("action", names, this.taxonomies.actions, path);
  }

  #place(name: string, path: Path): void {
    const { places, groups } = this.taxonomies;
    if (name !== "WORLD" && !places.has(name) && !groups.has(name)) this.report.name("unknown-place", "place", name, [...groups.keys(), ...places.keys()], path);
  }

  #value(fact: string, value: FactValue, path: Path): void {
    const definition = this.taxonomies.facts.get(fact);
    const expected = definition === undefined ? null : misfit(definition, value);
    if (expected !== null) this.report.add("bad-value", path, `\`${String(value)}\` stands where \`${fact}\` needs ${expected}`, String(value), "a test for a value that the fact cannot have never holds");
  }

  #leaf(test: Exclude<Condition, boolean | string>, path: Path): void {
    const { purposes, fields, recipients, partyKinds, assetKinds, derivationKinds, quantities, facts } = this.taxonomies;
    if ("purpose" in test) this.#names("purpose", test.purpose, purposes, [...path, "purpose"]);
    if ("field" in test) this.#names("field of use", test.field, fields, [...path, "field"]);
    if ("recipient" in test) this.#names("recipient", test.recipient, recipients, [...path, "recipient"]);
    if ("actor" in test) this.#names("kind of party", test.actor, partyKinds, [...path, "actor"]);
    if ("place" in test) for (const [place, at] of eachOf<string>(test.place, [...path, "place"])) this.#place(place, at);
    if ("quantity" in test) this.#names("quantity", test.quantity, quantities, [...path, "quantity"]);
    if ("kind" in test) this.#names("kind of asset", test.kind, assetKinds, [...path, "kind"]);
    if ("derivation" in test) this.#names("kind of derivation", test.derivation, derivationKinds, [...path, "derivation"]);
    if (!("fact" in test)) return;
    this.#names("fact", test.fact, facts, [...path, "fact"]);
    if (test.is !== undefined) this.#value(test.fact, test.is, [...path, "is"]);
    for (const [value, at] of eachOf<FactValue>(test.oneOf, [...path, "oneOf"])) this.#value(test.fact, value, at);
  }

  condition(condition: Condition | undefined, path: Path): void {
    if (condition === undefined || typeof condition !== "object") return;
    if ("all" in condition) for (const [each, at] of eachOf<Condition>(condition.all, [...path, "all"])) this.condition(each, at);
    else if ("any" in condition) for (const [each, at] of eachOf<Condition>(condition.any, [...path, "any"])) this.condition(each, at);
    else if ("none" in condition) for (const [each, at] of eachOf<Condition>(condition.none, [...path, "none"])) this.condition(each, at);
    else if ("position" in condition) for (const [option, each] of Object.entries(condition.options)) this.condition(each, [...path, "options", option]);
    else this.#leaf(condition, path);
  }

  norm(norm: Norm, path: Path): void {
    const body = (norm as unknown as Readonly<Record<string, { readonly actions?: readonly string[] }>>)[norm.kind];
    this.#actions(norm.when, [...path, "when"]);
    this.#actions(body?.actions, [...path, norm.kind, "actions"]);
    this.condition(norm.if, [...path, "if"]);
    if (norm.kind !== "oblige") return;
    const { duties, restrictions } = this.taxonomies;
    this.#names("kind of duty", norm.oblige.do, duties, [...path, "oblige", "do"]);
    this.#names("restriction", norm.oblige.outbound?.mustImpose, restrictions, [...path, "oblige", "outbound", "mustImpose"]);
    this.#actions(norm.oblige.outbound?.mustPermit, [...path, "oblige", "outbound", "mustPermit"]);
  }

  norms(norms: readonly Norm[], path: Path): void {
    for (const [index, norm] of norms.entries()) this.norm(norm, [...path, "norms", index]);
  }

  instrument(instrument: Instrument, path: Path): void {
    this.norms(instrument.norms, path);
    for (const [role, row] of Object.entries(instrument.reach)) {
      for (const kind of Object.keys(row ?? {})) if (!this.taxonomies.derivationKinds.has(kind)) this.report.name("unknown-name", "kind of derivation", kind, this.taxonomies.derivationKinds.keys(), [...path, "reach", role, kind]);
    }
    for (const [index, each] of (instrument.unsupported ?? []).entries()) this.#actions(each.actions, [...path, "unsupported", index, "actions"]);
  }
}

/** Names in the `norms` of a record that no taxonomy has, and values that their facts cannot have. */
export const checkNormsOf = (norms: readonly Norm[], path: Path, taxonomies: Taxonomies, report: FileReport): void => new NormNames(taxonomies, report).norms(norms, path);

/** Names in the file's own instruments that no taxonomy has, and values that their facts cannot have. */
export function checkNormNames(file: TitleFile, taxonomies: Taxonomies, report: FileReport): void {
  const names = new NormNames(taxonomies, report);
  for (const [instrument, path] of recordsOf(file.instruments, "instruments")) names.instrument(instrument, path);
}
