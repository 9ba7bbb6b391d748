import { always, type Period } from "@cleartitle/norms";
import type { FactRecord, QuantityRecord } from "../graph.js";
import { listOf } from "./list.js";
import type { BoundedQuantity, DatedFact, PartyFacts, PlainFacts, Scale } from "./value.js";

type FactEntry = DatedFact | BoundedQuantity | DatedFact["value"];
const isDated = (entry: FactEntry): entry is DatedFact => typeof entry === "object" && "value" in entry;
const isBounded = (entry: FactEntry): entry is BoundedQuantity => typeof entry === "object" && !("value" in entry);

const during = (period: Period | undefined): Period => period ?? always;

const quantityRecord = (quantity: string, entry: BoundedQuantity): QuantityRecord => ({
  quantity,
  atLeast: entry.atLeast ?? null,
  atMost: entry.atMost ?? null,
  unit: entry.unit ?? null,
  during: during(entry.during),
});

const factRecord = (fact: string, entry: DatedFact | DatedFact["value"]): FactRecord =>
  isDated(entry) ? { fact, value: entry.value, during: during(entry.during) } : { fact, value: entry, during: always };

/** The facts of a mapping, each with the period in which it held. */
export function factRecords(facts: PlainFacts | undefined): FactRecord[] {
  return Object.entries(facts ?? {}).flatMap(([fact, entries]) => listOf<DatedFact | DatedFact["value"]>(entries).map((entry) => factRecord(fact, entry)));
}

/** The facts and the bounded quantities of a party's mapping. */
export function partyRecords(facts: PartyFacts | undefined): { facts: FactRecord[]; quantities: QuantityRecord[] } {
  const result: { facts: FactRecord[]; quantities: QuantityRecord[] } = { facts: [], quantities: [] };
  for (const [name, entries] of Object.entries(facts ?? {})) {
    for (const entry of listOf<FactEntry>(entries)) {
      if (isBounded(entry)) result.quantities.push(quantityRecord(name, entry));
      else result.facts.push(factRecord(name, entry));
    }
  }
  return result;
}

/** The planned amounts of a use: a number means exactly so much. */
export function scaleRecords(scale: Scale | undefined): QuantityRecord[] {
  return Object.entries(scale ?? {}).flatMap(([quantity, entries]) =>
    listOf<number | BoundedQuantity>(entries).map((entry) =>
      quantityRecord(quantity, typeof entry === "number" ? { atLeast: entry, atMost: entry } : entry)),
  );
}
