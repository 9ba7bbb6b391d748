import { always, type FactValue, listsBy, type Period } from "@cleartitle/norms";
import type { Asset, Statement } from "./graph.js";

/** Sorts before every date, so that whatever has one is the later word. */
export const unrecorded = "0001-01-01";

/** A declared statement before it has an id: what a source says of an asset. */
export function declaredStatement(
  asset: string,
  what: string,
  value: FactValue,
  rest: Partial<Pick<Statement, "raw" | "part" | "source" | "recordedAt">> & { readonly valid?: Period } = {},
): Omit<Statement, "id"> {
  return {
    about: { kind: "asset", id: asset }, what, raw: null, value, scope: null, part: null, rung: "declared", by: null, source: null,
    valid: always, recordedAt: unrecorded, supersedes: null, ...rest,
  };
}

/** Whether a statement says the same of the same thing, on the same rung, as another does. */
export const saysSo = (said: Statement, { about, what, value, rung, part }: Omit<Statement, "id">): boolean =>
  said.about.kind === about.kind && said.about.id === about.id && said.what === what && said.value === value && said.rung === rung && said.part === part;

/** An id that is free, near the one wished for. */
export function freeId(wish: string, taken: { has(id: string): boolean }): string {
  let id = wish;
  for (let number = 2; taken.has(id); number++) id = `${wish}:${number}`;
  return id;
}

/**
 * The `licensor` and `upstream` of assets that no statement declares yet, as statements. INVARIANT: in a graph each of these fields
 * has its statement, so that whoever reads statements misses nothing.
 */
export function undeclared(assets: Iterable<Asset>, statements: readonly Statement[]): Statement[] {
  const own = listsBy(statements.filter(({ what }) => what === "licensor" || what === "upstream"), ({ about }) => [about.id]);
  const taken = new Set(statements.map((statement) => statement.id));
  const result: Statement[] = [];
  for (const asset of assets) {
    for (const what of ["licensor", "upstream"] as const) {
      const value = asset[what];
      if (value === null) continue;
      const declared = declaredStatement(asset.id, what, value);
      if ((own.get(asset.id) ?? []).some((statement) => saysSo(statement, declared))) continue;
      const id = freeId(`${asset.id}:${what}`, taken);
      taken.add(id);
      result.push({ id, ...declared });
    }
  }
  return result;
}
