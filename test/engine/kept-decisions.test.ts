import type { Catalogue } from "@cleartitle/catalogue";
import { engineVersion } from "@cleartitle/engine";
import { expect, test } from "vitest";
import { catalogueOf, decisionsOf, otherwise, readDecisions, readSet } from "./kept-set.js";

const set = readSet();
const kept = readDecisions();

const turned = <T>(table: T): T => (table instanceof Map ? new Map([...table].toReversed()) : table) as T;
const tablesTurned = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).map(([name, table]) => [name, turned(table as unknown)])) as T;

/** The same catalogue by its digests, with every table in the opposite order. */
const oppositely = (catalogue: Catalogue): Catalogue => ({ ...tablesTurned(catalogue), taxonomies: tablesTurned(catalogue.taxonomies) });

// Every other case as the tables stand, and the rest the other way round: digests of a catalogue do not know the order of its tables, so no decision may.
test("what the engine decides by a catalogue that was kept, whichever way its tables stand, is what its version decided", () => {
  const catalogue = catalogueOf(set);
  const other = otherwise(decisionsOf(set.cases, catalogue, oppositely(catalogue)), kept.decisions);
  const named = set.cases.filter((each) => other.slice(0, 5).includes(each.case));
  const order = otherwise(decisionsOf(named, oppositely(catalogue)), decisionsOf(named, catalogue));
  const hint = order.length > 0
    ? "the order of a table of the catalogue bears on them, and is in no digest: sort where the table is read"
    : "if that is meant, raise `engineVersion` in packages/engine/src/engine-version.ts and run `npm run keep:decisions`; docs/decisions/0053 says why";
  expect(other, `${other.length} of ${set.cases.length} decisions come out otherwise than engine ${kept.engine} decided them: ${hint}`).toEqual([]);
  expect(set.cases.length).toBeGreaterThan(80);
});

test("the version of the engine is the one by which decisions are kept", () => {
  expect(engineVersion, "after the version was raised, run `npm run keep:decisions`").toBe(kept.engine);
  expect(engineVersion).toMatch(/^[1-9]\d*$/);
});
