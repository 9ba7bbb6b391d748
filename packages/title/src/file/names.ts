import { type FactDefinition, isCalendarDate, nameHint, type Taxonomies } from "@cleartitle/norms";
import type { FactRecord } from "../graph.js";
import { factRecords, partyRecords } from "./facts.js";
import { eachOf, type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

type Names = Readonly<{ [K in keyof Taxonomies]: Taxonomies[K] extends ReadonlyMap<string, unknown> ? K : never }[Exclude<keyof Taxonomies, "layers">]>;

const spoken: Readonly<Record<Names, string>> = {
  actions: "action", purposes: "purpose", fields: "field of use", recipients: "recipient", partyKinds: "kind of party", assetKinds: "kind of asset",
  derivationKinds: "kind of derivation", places: "place", groups: "group of places", facts: "fact", duties: "duty", quantities: "quantity",
  restrictions: "restriction",
};

/** Why a value is none that the fact can have, or null. */
export function misfit(definition: FactDefinition, value: FactRecord["value"]): string | null {
  const { type, values = [] } = definition;
  if (type === "boolean") return typeof value === "boolean" ? null : "true or false";
  if (type === "number") return typeof value === "number" ? null : "a number";
  if (type === "date") return typeof value === "string" && isCalendarDate(value) ? null : "a date \"YYYY-MM-DD\"";
  if (type === "enum") return values.some((each) => each === value) ? null : "one of its values";
  return typeof value === "string" ? null : "a string";
}

class Checks {
  constructor(
    private readonly taxonomies: Taxonomies,
    private readonly report: FileReport,
  ) {}

  names(taxonomy: Names, value: string | readonly string[] | undefined, path: Path): void {
    const known = this.taxonomies[taxonomy];
    for (const [name, at] of eachOf<string>(value, path)) {
      if (!known.has(name)) this.report.name("unknown-name", spoken[taxonomy], name, known.keys(), at);
    }
  }

  places(value: string | readonly string[] | undefined, path: Path): void {
    for (const [name, at] of eachOf<string>(value, path)) if (!this.#isPlace(name)) this.#unknownPlace(name, at);
  }

  #isPlace(name: string): boolean {
    return name === "WORLD" || this.taxonomies.places.has(name) || this.taxonomies.groups.has(name);
  }

  #unknownPlace(name: string, path: Path): void {
    this.report.name("unknown-place", "place", name, [...this.taxonomies.groups.keys(), ...this.taxonomies.places.keys()], path, "write an ISO 3166 code such as `DE`, `US-CA`, or a group such as `EU`");
  }

  territory(name: string, path: Path): void {
    if (this.#isPlace(name)) return;
    const known = [...this.taxonomies.groups.keys(), ...this.taxonomies.places.keys()];
    this.report.addKey("unknown-place", path, name, `the place \`${name}\` is not known here`, nameHint(name, known));
  }

  facts(records: readonly FactRecord[], path: Path): void {
    for (const { fact, value } of records) {
      const definition = this.taxonomies.facts.get(fact);
      if (definition !== undefined) this.value(definition, value, [...path, fact]);
      else if (this.taxonomies.quantities.has(fact)) {
        this.report.addKey("wrong-type", path, fact, `\`${fact}\` is a quantity`, "write its bounds: { atLeast: …, atMost: …, during: … }");
      } else this.report.addKey("unknown-name", path, fact, `the fact \`${fact}\` is not known here`, nameHint(fact, this.taxonomies.facts.keys()));
    }
  }

  value(definition: FactDefinition, value: FactRecord["value"], path: Path): void {
    const expected = misfit(definition, value);
    if (expected === null) return;
    const hint = definition.type === "enum" ? nameHint(String(value), definition.values ?? []) : null;
    this.report.add("bad-value", path, `\`${String(value)}\` stands where \`${definition.id}\` needs ${expected}`, String(value), hint);
  }

  quantities(names: Iterable<string>, path: Path): void {
    const known = this.taxonomies.quantities;
    for (const name of names) if (!known.has(name)) this.report.addKey("unknown-name", path, name, `the quantity \`${name}\` is not known here`, nameHint(name, known.keys()));
  }
}

function checkParties(file: TitleFile, checks: Checks): void {
  for (const [party, path] of recordsOf(file.parties, "parties")) {
    checks.names("partyKinds", party.kind, [...path, "kind"]);
    checks.places(party.domicile, [...path, "domicile"]);
    checks.places(party.headquarters, [...path, "headquarters"]);
    const { facts, quantities } = partyRecords(party.facts);
    checks.facts(facts, [...path, "facts"]);
    checks.quantities(new Set(quantities.map((q) => q.quantity)), [...path, "facts"]);
  }
}

function checkAssets(file: TitleFile, checks: Checks): void {
  for (const [asset, path] of recordsOf(file.assets, "assets")) {
    checks.names("assetKinds", asset.kind, [...path, "kind"]);
    checks.facts(factRecords(asset.facts), [...path, "facts"]);
    for (const [acquired, at] of eachOf(asset.acquired, [...path, "acquired"])) {
      checks.places(acquired.in, [...at, "in"]);
      checks.names("purposes", acquired.purpose, [...at, "purpose"]);
      checks.names("fields", acquired.field, [...at, "field"]);
      checks.facts(factRecords(acquired.facts), [...at, "facts"]);
    }
    for (const [index, part] of (asset.parts ?? []).entries()) checks.facts(factRecords(part.facts), [...path, "parts", index, "facts"]);
  }
  for (const [derivation, path] of recordsOf(file.derivations, "derivations")) {
    checks.names("derivationKinds", derivation.by, [...path, "by"]);
    checks.places(derivation.in, [...path, "in"]);
    checks.names("purposes", derivation.purpose, [...path, "purpose"]);
    checks.names("fields", derivation.field, [...path, "field"]);
    checks.facts(factRecords(derivation.facts), [...path, "facts"]);
    for (const [index, act] of (derivation.acts ?? []).entries()) checks.names("actions", act.act, [...path, "acts", index, "act"]);
  }
}

function checkUses(file: TitleFile, checks: Checks): void {
  for (const [name, use] of Object.entries(file.uses ?? {})) {
    const path = ["uses", name];
    checks.names("actions", use.actions, [...path, "actions"]);
    checks.names("purposes", use.purpose, [...path, "purpose"]);
    checks.names("fields", use.field, [...path, "field"]);
    checks.places(use.in, [...path, "in"]);
    checks.places(use.hosted, [...path, "hosted"]);
    checks.facts(factRecords(use.facts), [...path, "facts"]);
    checks.quantities(Object.keys(use.scale ?? {}), [...path, "scale"]);
    for (const [index, recipient] of (use.recipients ?? []).entries()) {
      const at = [...path, "recipients", index];
      checks.names("recipients", recipient.role, [...at, "role"]);
      checks.places(recipient.in, [...at, "in"]);
      checks.names("actions", recipient.actions, [...at, "actions"]);
    }
  }
}

function checkRecords(file: TitleFile, checks: Checks, taxonomies: Taxonomies): void {
  for (const [statement, path] of recordsOf(file.statements, "statements")) {
    if (statement.what.startsWith("quantity:")) checks.names("quantities", statement.what.slice("quantity:".length), [...path, "what"]);
    if (!statement.what.startsWith("fact:")) continue;
    const fact = statement.what.slice("fact:".length);
    checks.names("facts", fact, [...path, "what"]);
    const definition = taxonomies.facts.get(fact);
    const { value } = statement;
    if (definition !== undefined && value !== undefined && value !== null && typeof value !== "object") checks.value(definition, value, [...path, "value"]);
  }
  for (const [title, path] of recordsOf(file.title, "title")) checks.places(title.in, [...path, "in"]);
  for (const [event, path] of recordsOf(file.events, "events")) checks.names("quantities", event.quantity, [...path, "quantity"]);
  for (const [position, adopted] of Object.entries(file.positions ?? {})) {
    if (typeof adopted === "string") continue;
    for (const [options, at] of eachOf(adopted, ["positions", position])) {
      for (const territory of Object.keys(options)) if (territory !== "by" && territory !== "on") checks.territory(territory, at);
    }
  }
}

/** Names that no taxonomy has, each with the nearest one; and values that their facts cannot have. */
export function checkNames(file: TitleFile, taxonomies: Taxonomies, report: FileReport): void {
  const checks = new Checks(taxonomies, report);
  checkParties(file, checks);
  checkAssets(file, checks);
  checkUses(file, checks);
  checkRecords(file, checks, taxonomies);
}
