import { addDuration } from "@cleartitle/norms";
import { correctionsBy, type Statement, type TitleGraph } from "@cleartitle/title";
import type { Told } from "./notice.js";

/** After how long what was looked up is to be looked up again. A habit of the house, and may be set otherwise. */
export interface Freshness {
  /** What others say of their assets. */
  readonly statement: string;
  /** What a site signals of mining: it may change any day. */
  readonly observation: string;
}

export const usualFreshness: Freshness = { statement: "P1Y", observation: "P90D" };

export function* termsOf({ instruments, parties }: TitleGraph): Generator<Told> {
  for (const { id, title, term, norms } of instruments.values()) {
    const link = ["agreements", id];
    const todo = "renew it, replace it, or end what rests on it by then";
    if (term?.to !== undefined) yield { kind: "term-ends", on: term.to, about: [id], what: (stage) => `the term of \`${id}\` (${title}) ${stage === "past" ? "has ended" : "ends"}`, todo, link };
    for (const norm of norms) {
      const to = norm.inForce?.to;
      if (to !== undefined && to !== term?.to) yield { kind: "term-ends", on: to, about: [id, norm.id], what: (stage) => `\`${norm.id}\` of \`${id}\` ${stage === "past" ? "no longer applies" : "applies until then"} (${norm.cite})`, todo, link };
    }
  }
  for (const { id, facts, quantities } of parties.values()) {
    const ends = [...facts.map((each) => [each.fact, each.during.to] as const), ...quantities.map((each) => [each.quantity, each.during.to] as const)];
    for (const [name, to] of ends) {
      if (to === null) continue;
      yield { kind: "term-ends", on: to, about: ["party", id, name], what: (stage) => `what is recorded of \`${name}\` of \`${id}\` ${stage === "past" ? "ended" : "ends"}`, todo: "record what holds from then on: answers count it as unknown", link: ["parties", id] };
    }
  }
}

export function* waiversOf({ waivers }: TitleGraph): Generator<Told> {
  for (const { id, until, by, reason, use, asset } of waivers) {
    yield {
      kind: "waiver-ends", on: until, about: [id], person: by, link: ["waivers", id],
      what: (stage) => `the waiver \`${id}\`${use === null ? "" : ` for \`${use}\``}${asset === null ? "" : ` of \`${asset}\``} ${stage === "past" ? "has ended" : "ends"}: ${reason}`,
      todo: "settle what it waives, or have it approved anew with another end: the gate stops again after that day",
    };
  }
}

/** Statements that no later one took the place of. */
function standing({ statements }: TitleGraph): Statement[] {
  const corrected = correctionsBy(statements);
  return statements.filter((each) => !corrected.has(each));
}

/** One notice for each thing: of what was looked up of it, the oldest counts. */
export function* staleOf(graph: TitleGraph, { statement, observation }: Freshness): Generator<Told> {
  const oldest = new Map<string, { readonly about: Statement["about"]; readonly day: string; readonly locator: string }>();
  for (const { about, source } of standing(graph)) {
    const day = source?.retrieved?.slice(0, 10);
    const key = JSON.stringify(about);
    if (day !== undefined && day < (oldest.get(key)?.day ?? "9999")) oldest.set(key, { about, day, locator: source!.locator ?? source!.system });
  }
  for (const { about, day, locator } of oldest.values()) {
    yield {
      kind: "evidence-stale", on: addDuration(day, statement), about: [about.kind, about.id], link: [about.kind === "party" ? "parties" : `${about.kind}s`, about.id],
      what: () => `what is known of \`${about.id}\` was looked up on ${day}, at ${locator}`, todo: "look it up again: import it anew, or confirm it",
    };
  }
  const newest = new Map<string, { readonly of: string; readonly mechanism: string; readonly at: string }>();
  for (const { of, mechanism, at } of graph.observations) {
    const key = JSON.stringify([of, mechanism]);
    if (at > (newest.get(key)?.at ?? "")) newest.set(key, { of, mechanism, at });
  }
  for (const { of, mechanism, at } of newest.values()) {
    const day = at.slice(0, 10);
    yield { kind: "evidence-stale", on: addDuration(day, observation), about: ["observation", of, mechanism], link: ["sourcing", of], what: () => `what \`${of}\` signals by \`${mechanism}\` was last seen on ${day}`, todo: "look again: a reservation may have been made since" };
  }
}
