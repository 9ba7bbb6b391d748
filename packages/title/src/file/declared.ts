import { always, type FactValue, type Period, type Scope } from "@cleartitle/norms";
import type { Source, Statement } from "../graph.js";
import { licenseValue } from "../license-claim.js";
import type { FileAsset, FilePart } from "./asset.js";
import { factRecords } from "./facts.js";
import { listOf } from "./list.js";

/** Sorts before every date, so that whatever has one is the later word. */
export const unrecorded = "0001-01-01";

/** A declared statement before it has an id: what a source says of an asset. */
export function declaredStatement(
  asset: string,
  what: string,
  value: FactValue,
  rest: Partial<Pick<Statement, "raw" | "scope" | "part" | "source" | "recordedAt">> & { readonly valid?: Period } = {},
): Omit<Statement, "id"> {
  return {
    about: { kind: "asset", id: asset }, what, raw: null, value, scope: null, part: null, rung: "declared", by: null, source: null,
    valid: always, recordedAt: unrecorded, supersedes: null, ...rest,
  };
}

/** Where in the file a path lies. */
export type Locator = (path: readonly (string | number)[]) => Source;

function ofPart(asset: string, part: FilePart | FileAsset, name: string | null, scope: Scope | null, at: (key: string) => Source): [string, Omit<Statement, "id">][] {
  const about = name === null ? asset : `${asset}:${name}`;
  const recordedAt = part.recordedAt ?? unrecorded;
  const result: [string, Omit<Statement, "id">][] = [];
  const expressions = listOf(part.license);
  const license = licenseValue(expressions);
  if (license !== null) {
    result.push([`${about}:license`, declaredStatement(asset, "license", license, { raw: expressions.join(", "), scope, part: name, source: at("license"), recordedAt })]);
  }
  for (const { fact, value, during } of factRecords(part.facts)) {
    result.push([`${about}:fact:${fact}`, declaredStatement(asset, `fact:${fact}`, value, { scope, part: name, source: at("facts"), recordedAt, valid: during })]);
  }
  return result;
}

/** What an asset's shorthand declares of it and its parts, each with the id it would like to have. */
export function declaredByAsset(asset: FileAsset, path: readonly (string | number)[], locate: Locator): [string, Omit<Statement, "id">][] {
  const recordedAt = asset.recordedAt ?? unrecorded;
  const result = ofPart(asset.id, asset, null, null, (key) => locate([...path, key]));
  for (const what of ["licensor", "upstream"] as const) {
    const value = asset[what];
    if (value === undefined) continue;
    result.push([`${asset.id}:${what}`, declaredStatement(asset.id, what, value, { source: locate([...path, what]), recordedAt })]);
  }
  for (const [index, part] of (asset.parts ?? []).entries()) {
    result.push(...ofPart(asset.id, part, part.id, part.scope ?? null, (key) => locate([...path, "parts", index, key])));
  }
  return result;
}
