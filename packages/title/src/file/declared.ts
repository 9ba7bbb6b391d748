import { declaredStatement, unrecorded } from "../declared-statement.js";
import type { Source, Statement } from "../graph.js";
import { licenseValue } from "../license-claim.js";
import type { FileAsset, FilePart } from "./asset.js";
import { factRecords } from "./facts.js";
import { listOf } from "./list.js";

/** Where in the file a path lies. */
export type Locator = (path: readonly (string | number)[]) => Source;

/** The scope of a part is the part's own: a statement about the part says nothing narrower. */
function ofPart(asset: string, part: FilePart | FileAsset, name: string | null, at: (key: string) => Source): [string, Omit<Statement, "id">][] {
  const about = name === null ? asset : `${asset}:${name}`;
  const recordedAt = part.recordedAt ?? unrecorded;
  const result: [string, Omit<Statement, "id">][] = [];
  const expressions = listOf(part.license);
  const license = licenseValue(expressions);
  if (license !== null) {
    result.push([`${about}:license`, declaredStatement(asset, "license", license, { raw: expressions.join(", "), part: name, source: at("license"), recordedAt })]);
  }
  for (const { fact, value, during } of factRecords(part.facts)) {
    result.push([`${about}:fact:${fact}`, declaredStatement(asset, `fact:${fact}`, value, { part: name, source: at("facts"), recordedAt, valid: during })]);
  }
  return result;
}

/** What an asset's shorthand declares of it and its parts, each with the id it would like to have. */
export function declaredByAsset(asset: FileAsset, path: readonly (string | number)[], locate: Locator): [string, Omit<Statement, "id">][] {
  const recordedAt = asset.recordedAt ?? unrecorded;
  const result = ofPart(asset.id, asset, null, (key) => locate([...path, key]));
  for (const what of ["licensor", "upstream"] as const) {
    const value = asset[what];
    if (value === undefined) continue;
    result.push([`${asset.id}:${what}`, declaredStatement(asset.id, what, value, { source: locate([...path, what]), recordedAt })]);
  }
  for (const [index, part] of (asset.parts ?? []).entries()) {
    result.push(...ofPart(asset.id, part, part.id, (key) => locate([...path, "parts", index, key])));
  }
  return result;
}
