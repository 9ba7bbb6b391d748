import { minus, type FactValue } from "@cleartitle/norms";
import { correctionsBy, isBy, partyFacts, recordWordId, statedAmount, statedFact, type Derivation, type FactRecord, type Period, type QuantityRecord, type Statement, type TitleGraph } from "@cleartitle/title";

/** What a word gives a fact or an amount, under the name by which it is corrected. */
interface Word<T> {
  readonly id: string;
  readonly what: string;
  readonly firm: boolean;
  readonly record: T;
}

/** Statements about acts, copies that were got and parties, put together with what their records say, once for each. */
export class Told {
  readonly #graph: TitleGraph;
  readonly #said = new Map<string, Statement[]>();
  readonly #facts = new Map<string, readonly FactRecord[]>();
  readonly #amounts = new Map<string, readonly QuantityRecord[]>();

  constructor(graph: TitleGraph, knownAt: string) {
    this.#graph = graph;
    for (const statement of graph.statements) {
      const { about: { kind, id }, part, scope, recordedAt } = statement;
      if (kind === "asset" || kind === "instrument" || part !== null || scope !== null || !isBy(recordedAt, knownAt)) continue;
      const key = `${kind} ${id}`;
      const list = this.#said.get(key);
      if (list === undefined) this.#said.set(key, [statement]);
      else list.push(statement);
    }
  }

  /** Whether a statement speaks of an act or a party. */
  isToldOf(kind: "derivation" | "party", id: string): boolean {
    return this.#said.has(`${kind} ${id}`);
  }

  ofDerivation({ id, facts }: Pick<Derivation, "id" | "facts">): readonly FactRecord[] {
    return this.#factsOf(`derivation ${id}`, id, facts);
  }

  ofAcquisition(id: string, facts: readonly FactRecord[]): readonly FactRecord[] {
    return this.#factsOf(`acquisition ${id}`, id, facts);
  }

  ofParty(id: string): readonly FactRecord[] {
    const key = `party ${id}`;
    const known = this.#facts.get(key);
    if (known !== undefined) return known;
    const party = this.#graph.parties.get(id);
    const facts = this.#withSaid(key, id, party === undefined ? none : partyFacts(party), factWhat, statedFact);
    this.#facts.set(key, facts);
    return facts;
  }

  amountsOf(id: string): readonly QuantityRecord[] {
    const known = this.#amounts.get(id);
    if (known !== undefined) return known;
    const amounts = this.#withSaid(`party ${id}`, id, this.#graph.parties.get(id)?.quantities ?? [], ({ quantity }) => `quantity:${quantity}`, statedAmount);
    this.#amounts.set(id, amounts);
    return amounts;
  }

  /** Kinds that a party is told to be on a day; several where words differ. */
  kindsOf(party: string, date: string | null): readonly string[] {
    const kinds = recordedOn(this.ofParty(party), "actor.kind", date);
    return kinds.length === 0 ? noKinds : [...new Set(kinds.map(String))];
  }

  #factsOf(key: string, id: string, own: readonly FactRecord[]): readonly FactRecord[] {
    if (!this.#said.has(key)) return own;
    let facts = this.#facts.get(key);
    if (facts === undefined) this.#facts.set(key, (facts = this.#withSaid(key, id, own, factWhat, statedFact)));
    return facts;
  }

  /** A word that another names as corrected is gone; on days of which somebody concluded, only conclusions are left. */
  #withSaid<T extends { readonly during: Period }>(key: string, of: string, own: readonly T[], whatOf: (record: T) => string, read: (statement: Statement) => T | null): readonly T[] {
    const said = this.#said.get(key);
    if (said === undefined) return own;
    const words: Word<T>[] = own.map((record) => ({ id: recordWordId(of, whatOf(record)), what: whatOf(record), firm: false, record }));
    for (const statement of said) {
      const record = read(statement);
      if (record !== null) words.push({ id: statement.id, what: statement.what, firm: statement.rung === "concluded", record });
    }
    const corrected = correctionsBy(said);
    const standing = words.filter(({ id, firm }) => !corrected.has({ id, rung: firm ? "concluded" : "declared" }));
    const firm = standing.filter((word) => word.firm);
    const left: T[] = [];
    for (const word of standing) {
      let periods = [word.record.during];
      if (!word.firm) for (const { what, record: { during } } of firm) if (what === word.what) periods = periods.flatMap((period) => minus(period, during));
      for (const during of periods) left.push(during === word.record.during ? word.record : { ...word.record, during });
    }
    return left;
  }
}

const none: readonly FactRecord[] = [];
const factWhat = ({ fact }: FactRecord): string => `fact:${fact}`;

/** Values that records give a fact on a day; of an act without a date, what holds at all times. */
export function recordedOn(records: readonly FactRecord[], fact: string, date: string | null): readonly FactValue[] {
  if (records.length === 0) return noValues;
  return records.flatMap(({ fact: id, value, during: { from, to } }) =>
    (id === fact && (date === null ? from === null && to === null : (from ?? date) <= date && date <= (to ?? date)) ? [value] : []));
}

const noValues: readonly FactValue[] = [];
const noKinds: readonly string[] = [];
