import { type Condition, type FactDefinition, type FactValue, Layer, type Path } from "@cleartitle/norms";
import type { NameCheck } from "./name-check.js";

const layers = new Set<string>(Layer.options);

/** Checks every name in a condition, and that every position in it is mapped in full. */
export function checkCondition(check: NameCheck, condition: Condition | undefined, path: Path): void {
  if (condition === undefined || typeof condition !== "object") return;
  const { taxonomies } = check.known;
  for (const key of ["all", "any", "none"] as const)
    if (key in condition) for (const [index, each] of (condition as Record<string, Condition[]>)[key]!.entries()) checkCondition(check, each, [...path, key, index]);
  if ("position" in condition) {
    check.position(condition.position, condition.options, path);
    for (const [option, each] of Object.entries(condition.options)) checkCondition(check, each, [...path, "options", option]);
  }
  if ("purpose" in condition) check.names("purpose", condition.purpose, taxonomies.purposes, [...path, "purpose"]);
  if ("field" in condition) check.names("field of use", condition.field, taxonomies.fields, [...path, "field"]);
  if ("recipient" in condition) check.names("kind of recipient", condition.recipient, taxonomies.recipients, [...path, "recipient"]);
  if ("actor" in condition) check.names("kind of party", condition.actor, taxonomies.partyKinds, [...path, "actor"]);
  if ("place" in condition) for (const [index, each] of condition.place.entries()) check.place(each, [...path, "place", index]);
  if ("quantity" in condition) check.name("quantity", condition.quantity, taxonomies.quantities, [...path, "quantity"]);
  if ("kind" in condition) check.names("kind of asset", condition.kind, taxonomies.assetKinds, [...path, "kind"]);
  if ("derivation" in condition) check.names("kind of derivation", condition.derivation, taxonomies.derivationKinds, [...path, "derivation"]);
  if ("asserted" in condition) check.name("layer", condition.asserted, layers, [...path, "asserted"]);
  if ("exposure" in condition) check.name("layer", condition.exposure, layers, [...path, "exposure"]);
  if ("fact" in condition) {
    check.name("fact", condition.fact, taxonomies.facts, [...path, "fact"]);
    const definition = taxonomies.facts.get(condition.fact);
    if (condition.is !== undefined) checkFactValue(check, definition, condition.is, [...path, "is"]);
    for (const [index, each] of (condition.oneOf ?? []).entries()) checkFactValue(check, definition, each, [...path, "oneOf", index]);
  }
}

/** A value that a fact can never have makes a test that can never hold. */
export function checkFactValue(check: NameCheck, definition: FactDefinition | undefined, value: FactValue, path: Path): void {
  if (definition === undefined) return;
  if (definition.type === "enum") {
    if (typeof value !== "string" || !(definition.values ?? []).includes(value)) check.name(`value of \`${definition.id}\``, String(value), new Set(definition.values), path);
    return;
  }
  const needed = definition.type === "boolean" || definition.type === "number" ? definition.type : "string";
  if (typeof value !== needed) check.report("wrong-type", path, `\`${String(value)}\` is no value of the fact \`${definition.id}\`, which is ${definition.type === "boolean" ? "true or false" : `a ${definition.type}`}`, null, String(value));
}
