import { minus, type FactValue } from "@cleartitle/norms";
import { isBy, partyFacts, recordWordId, statedAmount, statedFact, type Acquisition, type Derivation, type FactRecord, type Period, type QuantityRecord, type Statement } from "@cleartitle/title";
import { indexOf } from "./graph-index.js";
import type { Env } from "./scene.js";

/**
 * What is told of an act, of a copy that was got, or of a party, by what was known: what its record says, and statements about it. A statement
 * that corrects takes the place of what it names, and of a conclusion only where it is one; on the days of which somebody concluded, no other word counts.
 */
function told<T extends { readonly during: Period }>(env: Env, about: Statement["about"], own: readonly T[], whatOf: (record: T) => string, statedBy: (statement: Statement) => T | null): readonly T[] {
  const said = (indexOf(env.world.graph).saidOf.get(`${about.kind} ${about.id}`) ?? []).filter((s) => isBy(s.recordedAt, env.knownAt) && s.part === null && s.scope === null);
  if (said.length === 0) return own;
  // What somebody concluded only a conclusion corrects.
  const corrected = (id: string, concluded = false): boolean => said.some((s) => s.supersedes === id && s.id !== id && (!concluded || s.rung === "concluded"));
  const words = [
    ...own.filter((record) => !corrected(recordWordId(about.id, whatOf(record)))).map((record) => ({ record, concluded: false })),
    ...said.filter((s) => !corrected(s.id, s.rung === "concluded")).flatMap((s) => {
      const record = statedBy(s);
      return record === null ? [] : [{ record, concluded: s.rung === "concluded" }];
    }),
  ];
  return words.flatMap(({ record, concluded }) => {
    const firmer = concluded ? [] : words.filter((w) => w.concluded && whatOf(w.record) === whatOf(record));
    const left = firmer.reduce<Period[]>((periods, { record: { during } }) => periods.flatMap((period) => minus(period, during)), [record.during]);
    return left.map((during) => ({ ...record, during }));
  });
}

const factsTold = (env: Env, about: Statement["about"], own: readonly FactRecord[]): readonly FactRecord[] => told(env, about, own, ({ fact }) => `fact:${fact}`, statedFact);

export const factsOfDerivation = (env: Env, { id, facts }: Pick<Derivation, "id" | "facts">): readonly FactRecord[] => factsTold(env, { kind: "derivation", id }, facts);

export const factsOfAcquisition = (env: Env, id: string, { facts }: Acquisition): readonly FactRecord[] => factsTold(env, { kind: "acquisition", id }, facts);

export function factsOfParty(env: Env, id: string): readonly FactRecord[] {
  const party = env.world.graph.parties.get(id);
  return factsTold(env, { kind: "party", id }, party === undefined ? [] : partyFacts(party));
}

export const amountsOfParty = (env: Env, id: string): readonly QuantityRecord[] =>
  told(env, { kind: "party", id }, env.world.graph.parties.get(id)?.quantities ?? [], ({ quantity }) => `quantity:${quantity}`, statedAmount);

const during = (period: Period, date: string | null): boolean =>
  date === null ? period.from === null && period.to === null : (period.from === null || period.from <= date) && (period.to === null || date <= period.to);

export const fromRecords = (records: readonly FactRecord[], fact: string, date: string | null): FactValue[] =>
  records.filter((r) => r.fact === fact && during(r.during, date)).map((r) => r.value);

/** Kinds that a party is told to be on a day; several where words differ. */
export const kindsOfParty = (env: Env, party: string, date: string | null): readonly string[] =>
  [...new Set(fromRecords(factsOfParty(env, party), "actor.kind", date).map(String))];
