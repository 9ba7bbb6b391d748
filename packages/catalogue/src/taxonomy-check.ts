import { findCycle, type Hierarchy, layers } from "@cleartitle/norms";
import { checkCondition } from "./condition-check.js";
import type { Known, NameCheck } from "./name-check.js";

/** Opens a check for a taxonomy file by its name without ending; null when the file is not there. */
export type OpenCheck = (file: string) => NameCheck | null;

/** References, cycles and gaps in the taxonomies themselves. */
export function checkTaxonomies(open: OpenCheck, known: Known): void {
  const t = known.taxonomies;
  const hierarchies = { actions: t.actions, purposes: t.purposes, fields: t.fields, recipients: t.recipients, "party-kinds": t.partyKinds, places: t.places, restrictions: t.restrictions };
  for (const [file, terms] of Object.entries(hierarchies)) checkHierarchy(open(file), terms);
  checkLayers(open("layers"), known);
  checkActions(open("actions"), known);
  checkGroups(open("place-groups"), known);
  checkDerivationKinds(open("derivation-kinds"), known);
  const assets = open("asset-kinds");
  for (const [index, kind] of [...t.assetKinds.values()].entries()) assets?.names("kind of asset", kind.productWith, t.assetKinds, ["terms", index, "productWith"]);
  checkPersistence(open("persistence"), known);
  const duties = open("duties");
  for (const [index, duty] of [...t.duties.values()].entries()) duties?.names("kind of duty", duty.clashesWith, t.duties, ["terms", index, "clashesWith"]);
  const facts = open("facts");
  for (const [index, fact] of [...t.facts.values()].entries())
    if ((fact.type === "enum") !== (fact.values !== undefined)) facts?.report("contradiction", ["terms", index], `the fact \`${fact.id}\` has \`values\` only if its type is \`enum\``, null, fact.id);
}

function checkHierarchy(check: NameCheck | null, terms: Hierarchy): void {
  if (check === null) return;
  for (const [index, term] of [...terms.values()].entries()) check.names("broader term", term.isA, terms, ["terms", index, "isA"], "dangling-reference");
  const cycle = findCycle(terms);
  if (cycle !== null) check.report("cyclic-hierarchy", ["terms", [...terms.keys()].indexOf(cycle[0]!)], `the terms ${cycle.map((id) => `\`${id}\``).join(" → ")} go in a circle`, "drop one `isA`");
}

/** Every layer is told of: none is free because a line was left out. */
function checkLayers(check: NameCheck | null, { taxonomies }: Known): void {
  const missing = layers.filter((layer) => !taxonomies.layers.has(layer));
  if (missing.length > 0) check?.report("incomplete-table", ["terms"], `the layers ${missing.map((m) => `\`${m}\``).join(", ")} are not told of`, "add a line each");
}

function checkActions(check: NameCheck | null, { taxonomies }: Known): void {
  for (const [index, action] of [...taxonomies.actions.values()].entries())
    for (const [layer, needs] of Object.entries(action.needs ?? {})) check?.actions(needs, ["terms", index, "needs", layer]);
}

function checkGroups(check: NameCheck | null, { taxonomies }: Known): void {
  if (check === null) return;
  const { groups } = taxonomies;
  const nested = new Map<string, { isA: string[] }>();
  for (const [index, group] of [...groups.values()].entries()) {
    const names = group.members.map((member) => (typeof member === "string" ? member : member.place));
    for (const [position, name] of names.entries()) if (name !== "*") check.place(name, ["terms", index, "members", position]);
    nested.set(group.id, { isA: names.filter((name) => groups.has(name)) });
    if (taxonomies.places.has(group.id)) check.report("contradiction", ["terms", index, "id"], `\`${group.id}\` is a place and cannot name a group`, null, group.id);
  }
  const cycle = findCycle(nested);
  if (cycle !== null) check.report("cyclic-hierarchy", ["terms", [...groups.keys()].indexOf(cycle[0]!)], `the groups ${cycle.map((id) => `\`${id}\``).join(" → ")} hold each other`);
}

/** Every kind of derivation says what each act on its result is on its source, and what it implies on any source. */
function checkDerivationKinds(check: NameCheck | null, { taxonomies }: Known): void {
  if (check === null) return;
  const { actions, assetKinds, derivationKinds } = taxonomies;
  for (const [index, kind] of [...derivationKinds.values()].entries()) {
    const path = ["terms", index];
    const missing = [...actions.keys()].filter((action) => kind.downstream[action] === undefined);
    if (missing.length > 0) check.report("incomplete-table", [...path, "downstream"], `\`${kind.id}\` does not say what ${missing.map((m) => `\`${m}\``).join(", ")} on the result is on the source`, "add a `default`, or a cell each");
    for (const [action, cell] of Object.entries(kind.downstream)) {
      if (action !== "default") check.name("action", action, actions, [...path, "downstream", action]);
      if (cell !== "same" && cell !== "none") check.name("action", cell, actions, [...path, "downstream", action]);
    }
    for (const [source, acts] of Object.entries(kind.implies)) {
      if (source !== "any") check.name("kind of asset", source, assetKinds, [...path, "implies", source]);
      check.actions(acts, [...path, "implies", source]);
    }
    const bare = kind.implies["any"] === undefined ? [...assetKinds.keys()].filter((asset) => kind.implies[asset] === undefined) : [];
    if (bare.length > 0) check.report("incomplete-table", [...path, "implies"], `\`${kind.id}\` does not say what it implies on ${bare.map((b) => `\`${b}\``).join(", ")}`, "add `any`");
    check.names("kind of derivation", kind.composedOf, derivationKinds, [...path, "composedOf"]);
    check.names("fact", kind.contribution, taxonomies.facts, [...path, "contribution"]);
  }
}

const covers = (cell: readonly string[] | "any", name: string): boolean => cell === "any" || cell.includes(name);

/** Some row answers every layer, kind of source and kind of derivation. */
function checkPersistence(check: NameCheck | null, { taxonomies }: Known): void {
  if (check === null) return;
  const { assetKinds, derivationKinds, persistence } = taxonomies;
  for (const [index, row] of persistence.entries()) {
    if (row.source !== "any") check.names("kind of asset", row.source, assetKinds, ["rows", index, "source"]);
    if (row.derivation !== "any") check.names("kind of derivation", row.derivation, derivationKinds, ["rows", index, "derivation"]);
    checkCondition(check, row.persists, ["rows", index, "persists"]);
  }
  for (const layer of layers)
    for (const kind of derivationKinds.keys()) {
      // Kinds that are drawn out as others are answered by those.
      if (derivationKinds.get(kind)?.composedOf !== undefined) continue;
      const open = [...assetKinds.keys()].filter((asset) => !persistence.some((row) => covers(row.layer, layer) && covers(row.derivation, kind) && covers(row.source, asset)));
      if (open.length > 0) check.report("incomplete-table", ["rows"], `no row says whether \`${layer}\` in ${open.map((o) => `\`${o}\``).join(", ")} persists through \`${kind}\``, "add a row");
    }
}
