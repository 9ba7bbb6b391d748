import { type Norm, nameHint, type Problem, type YamlDocument } from "@cleartitle/norms";
import type { TitleGraph } from "../graph.js";
import { checkUnits, checkUnitsOf } from "./amount-units.js";
import type { ChangeFile } from "./change-file.js";
import { checkContradictions, checkIds } from "./consistency.js";
import { checkCorrections } from "./corrections.js";
import { checkNames } from "./names.js";
import { checkNormNames, checkNormsOf } from "./norm-names.js";
import { checkNamedNorms, checkNormReferences } from "./norm-references.js";
import { checkPositionNames, questionsOf } from "./position-names.js";
import { checkReferences } from "./references.js";
import { checkNormLicenses, checkReleaseNames } from "./release-names.js";
import { eachOf, FileReport, recordsOf, type Path } from "./report.js";
import { checkStatementWords } from "./statement-words.js";
import type { TitleFile } from "./title-file.js";
import { addedFile, changedUses, ownTexts, placesLeft, type ChangedWorld } from "./change-parts.js";

/** Names of what a change set speaks of that are not there, values that are none, and records that cannot be. */
export function checkChanges(file: ChangeFile, document: YamlDocument, world: ChangedWorld): readonly Problem[] {
  const { graph, taxonomies } = world;
  const [added, report, below] = [addedFile(file, graph.us), new FileReport(document), new FileReport(document, new Map(), ["add"])];
  const described = describedBy(added, world);
  checkIds(added, below);
  checkReferences(added, described, new Set(world.instruments.keys()), below, graph.assets);
  checkContradictions(added, below);
  checkNames(added, taxonomies, below);
  checkNormNames(added, taxonomies, below);
  for (const [derivation, path] of recordsOf(added.derivations, "derivations")) {
    const assets = new Set([...graph.assets.keys(), ...(added.assets ?? []).map((asset) => asset.id)]);
    if (derivation.to !== undefined && !assets.has(derivation.to)) below.add("dangling-reference", [...path, "to"], `nobody describes the asset \`${derivation.to}\` that comes of it`, derivation.to, nameHint(derivation.to, assets) ?? "describe it under `add.assets`");
  }
  const asked = changedUses(file, world);
  checkNames(asked, taxonomies, report);
  checkReferences(asked, described, null, report);
  checkUnits(asked, taxonomies, report);
  checkReleaseNames(asked, ownTexts(file, world), world, report);
  checkRest(file, added, world, report);
  checkPositionNames(added.positions, questionsOf(world.positions, [...graph.instruments.values(), ...(added.instruments ?? [])]), below);
  checkUnits(added, taxonomies, below);
  checkNormReferences(added, below);
  checkNormLicenses(added, ownTexts(file, world), world, below);
  checkStatementWords(added, below);
  checkCorrections(added, below, graph.statements);
  return [...report.problems, ...below.problems];
}

const both = (ids: Iterable<string>, records: readonly { readonly id?: string | undefined }[] | undefined) => [...[...ids].map((id) => ({ id })), ...(records ?? [])];

/** Everything that is there or comes, as records with their ids. */
function describedBy(added: TitleFile, { graph }: ChangedWorld): unknown {
  return {
    parties: both(graph.parties.keys(), added.parties), assets: both(graph.assets.keys(), added.assets), derivations: both(graph.derivations.keys(), added.derivations),
    instruments: both(graph.instruments.keys(), added.instruments), statements: both(graph.statements.map((each) => each.id), added.statements), uses: Object.fromEntries(graph.uses),
  };
}

/** Checks one name after another against what is known, in one report. */
class Known {
  constructor(private readonly report: FileReport) {}

  one(what: string, id: string, ids: Iterable<string>, path: Path): void {
    const known = new Set(ids);
    if (!known.has(id)) this.report.name("dangling-reference", what, id, known, path);
  }
}

function checkRest(file: ChangeFile, added: TitleFile, world: ChangedWorld, report: FileReport): void {
  const { graph, instruments } = world;
  const known = new Known(report);
  const texts = [...graph.instruments.keys(), ...(added.instruments ?? []).map((text) => text.id), ...instruments.keys()];
  checkRemoved(file, graph, known, report);
  for (const [{ instrument, party }, path] of recordsOf(file.terminate, "terminate")) {
    known.one("instrument", instrument, texts, [...path, "instrument"]);
    if (party !== undefined) known.one("party", party, [...graph.parties.keys(), ...(added.parties ?? []).map((each) => each.id)], [...path, "party"]);
  }
  for (const [{ asset }, path] of recordsOf(file.erase, "erase")) known.one("asset", asset, [...graph.assets.keys(), ...(added.assets ?? []).map((each) => each.id)], [...path, "asset"]);
  for (const [redline, path] of recordsOf(file.redline, "redline")) {
    known.one("instrument", redline.instrument, texts, [...path, "instrument"]);
    const text = graph.instruments.get(redline.instrument) ?? added.instruments?.find((each) => each.id === redline.instrument) ?? instruments.get(redline.instrument);
    for (const [index, id] of (text === undefined ? [] : (redline.drop ?? [])).entries()) known.one(`norm of \`${redline.instrument}\``, id, text!.norms.map((norm) => norm.id), [...path, "drop", index]);
    checkNormsOf(redline.norms ?? [], path, world.taxonomies, report);
    checkUnitsOf(redline.norms ?? [], path, world.taxonomies, report);
    if (text !== undefined) checkNamedNorms(redline.norms ?? [], { norms: redlined(text.norms, redline.instrument, file, redline.drop ?? []) }, path, report);
  }
  checkPlacesLeft(file, world, known, report);
  for (const name of Object.keys(file.uses ?? {})) if (!graph.uses.has(name)) report.addKey("dangling-reference", ["uses"], name, `the use \`${name}\` is not described here`, nameHint(name, graph.uses.keys()));
}

/** The norms that a text has when all that is said anew of it stands in it, without those that are struck out here. */
function redlined(norms: readonly Norm[], instrument: string, { redline = [] }: ChangeFile, drop: readonly string[]): Norm[] {
  return [...norms.filter(({ id }) => !drop.includes(id)), ...redline.flatMap((each) => (each.instrument === instrument ? (each.norms ?? []) : []))];
}

function checkRemoved({ remove = {} }: ChangeFile, graph: TitleGraph, known: Known, report: FileReport): void {
  const { assets, derivations, instruments, statements, events } = graph;
  const sections = { asset: ["assets", assets.keys()], derivation: ["derivations", derivations.keys()], instrument: ["instruments", instruments.keys()], statement: ["statements", statements.map((each) => each.id)], event: ["events", events.map((each) => each.id)] } as const;
  for (const [what, [section, ids]] of Object.entries(sections)) {
    const there = [...ids];
    for (const [index, id] of (remove[section] ?? []).entries()) known.one(what, id, there, ["remove", section, index]);
  }
  for (const [{ instrument, party }, path] of recordsOf(remove.acceptances, "acceptances")) {
    if (!graph.acceptances.some((each) => each.instrument === instrument && each.party === party)) report.add("dangling-reference", ["remove", ...path], `no acceptance of \`${instrument}\` by \`${party}\` is recorded`, instrument);
  }
  for (const [{ position }, path] of recordsOf(remove.positions, "positions")) known.one("position", position, graph.positions.map((each) => each.position), ["remove", ...path, "position"]);
}

/** A use that is left no place is no use: whoever gives it up leaves it out of the answer. */
function checkPlacesLeft(file: ChangeFile, { graph, taxonomies }: ChangedWorld, known: Known, report: FileReport): void {
  for (const [{ places, uses }, path] of recordsOf(file.leave, "leave")) {
    for (const [place, at] of eachOf(places, [...path, "places"])) {
      if (!taxonomies.places.has(place) && !taxonomies.groups.has(place)) report.name("unknown-place", "place", place, [...taxonomies.groups.keys(), ...taxonomies.places.keys()], at, "write an ISO 3166 code such as `DE`, or a group such as `EU`");
    }
    for (const [use, at] of eachOf(uses, [...path, "uses"])) known.one("use", use, graph.uses.keys(), at);
  }
  for (const [use, left] of placesLeft(file, graph, taxonomies)) {
    if (left.length === 0) report.add("contradiction", ["leave"], `the use \`${use}\` would be left with no place`, use, "name under `uses` those that leave");
  }
}
