import { ancestors, type Condition, type Hierarchy, type PlaceGroup, type PlaceIndex, type Position, type Taxonomies, type Truth } from "@cleartitle/norms";

/** `permit`: every purpose asked must be covered; `prohibit`: one that is touched suffices. */
export type Reading = "permit" | "prohibit";

/** What is asked of a text: one act. Where, is asked beside it, so that one request can be asked in many places. */
export interface Request {
  readonly tense: "present" | "past";
  readonly date: string | null;
  /** Stands for the date of an act that has none, where only a place is in question. */
  readonly asOf: string;
  readonly purposes: readonly string[];
  readonly fields: readonly string[];
  readonly recipients: readonly string[];
  /** Kind of the party that acts. */
  readonly actorKind: string | null;
  /** The option taken for a contested question. */
  readonly position: (id: string, place: string) => string | null;
  /** Judges a test that reads more than the request: a fact, a quantity, the asset, what went before. */
  readonly look: (test: Condition, reading: Reading) => { readonly truth: Truth; readonly kept: Truth };
}

/** Truth (0 false, 1 unknown, 2 true), and four times the truth if every undertaking is kept. */
export type Answer = number;
export type RequestTest = (request: Request, place: string) => Answer;

export const truthOf = (answer: Answer): number => answer & 3;
export const keptOf = (answer: Answer): number => answer >> 2;
const plain = (truth: number): Answer => truth * 5;
export const yes = plain(2);
const perhaps = plain(1);
const no = plain(0);
const rank: Readonly<Record<Truth, number>> = { false: 0, unknown: 1, true: 2 };

const least = (a: Answer, b: Answer): Answer => Math.min(a & 3, b & 3) | (Math.min(a >> 2, b >> 2) << 2);
const most = (a: Answer, b: Answer): Answer => Math.max(a & 3, b & 3) | (Math.max(a >> 2, b >> 2) << 2);

/** The names that conditions of a catalogue are compiled against. */
export interface Names {
  readonly taxonomies: Taxonomies;
  readonly places: PlaceIndex;
  readonly positions: ReadonlyMap<string, Position>;
}

/** Compiles a condition once, when a text is published: names become sets of all that lies under them. */
export function requestTest(condition: Condition | undefined, reading: Reading, names: Names): RequestTest {
  if (condition === undefined || condition === true) return () => yes;
  if (condition === false) return () => no;
  if (condition === "unknown") return () => perhaps;
  if ("all" in condition) return folded(condition.all.map((c) => requestTest(c, reading, names)), least, yes);
  if ("any" in condition) return folded(condition.any.map((c) => requestTest(c, reading, names)), most, no);
  if ("none" in condition) {
    const any = folded(condition.none.map((c) => requestTest(c, reading === "permit" ? "prohibit" : "permit", names)), most, no);
    return (request, place) => yes - any(request, place);
  }
  if ("position" in condition) return contested(condition, reading, names);
  const { purposes, fields, recipients, partyKinds } = names.taxonomies;
  if ("purpose" in condition) return named((r) => r.purposes, condition.purpose, purposes, reading, true);
  if ("field" in condition) return named((r) => r.fields, condition.field, fields, reading, true);
  if ("recipient" in condition) return named((r) => r.recipients, condition.recipient, recipients, reading, true);
  if ("actor" in condition) return named((r) => (r.actorKind === null ? [] : [r.actorKind]), condition.actor, partyKinds, reading, false);
  if ("place" in condition && (condition.of === undefined || condition.of === "act") && condition.members !== "at-signature") return placed(condition.place, names);
  return (request) => {
    const { truth, kept } = request.look(condition, reading);
    return rank[truth] | (rank[kept] << 2);
  };
}

function folded(tests: readonly RequestTest[], by: (a: Answer, b: Answer) => Answer, none: Answer): RequestTest {
  const end = yes - none;
  return (request, place) => {
    let answer = none;
    for (const test of tests) {
      answer = by(answer, test(request, place));
      if (answer === end) break;
    }
    return answer;
  };
}

/** Where every option says the same, the question does not arise. */
function contested(condition: { position: string; options: Record<string, Condition> }, reading: Reading, names: Names): RequestTest {
  const ids = names.positions.get(condition.position)?.options.map((o) => o.id) ?? [];
  const tests = new Map(ids.filter((id) => Object.hasOwn(condition.options, id)).map((id) => [id, requestTest(condition.options[id], reading, names)] as const));
  const complete = tests.size === ids.length;
  return (request, place) => {
    const taken = tests.get(request.position(condition.position, place) ?? "");
    if (taken !== undefined) return taken(request, place);
    const answers = new Set(complete ? [...tests.values()].map((test) => test(request, place)) : []);
    return answers.size === 1 ? [...answers][0]! : perhaps;
  };
}

/** `ours`: what we will do and have not said is ours to promise. */
function named(asked: (request: Request) => readonly string[], wanted: readonly string[], terms: Hierarchy, reading: Reading, ours: boolean): RequestTest {
  const under = new Set(wanted);
  for (const term of terms.keys()) if (wanted.some((name) => ancestors(terms, term).has(name))) under.add(term);
  const known = wanted.every((name) => terms.has(name));
  const [by, none] = reading === "permit" ? [least, yes] : [most, no];
  const promised = 1 | ((reading === "permit" ? 2 : 0) << 2);
  const tested = (request: Request): Answer => {
    const list = asked(request);
    if (list.length === 0) return ours && request.tense === "present" ? promised : perhaps;
    let answer = none;
    for (const id of list) answer = by(answer, under.has(id) ? yes : known && terms.has(id) ? no : perhaps);
    return answer;
  };
  // One request is asked in many places, one after the other, and what it names is the same in all.
  let [last, answer]: [Request | null, Answer] = [null, none];
  return (request) => {
    if (request !== last) {
      last = request;
      answer = tested(request);
    }
    return answer;
  };
}

const tests = new WeakMap<PlaceIndex, Map<string, RequestTest>>();

/** A place inside one of the groups: one test for all norms that name them. */
function placed(groups: readonly string[], { places, taxonomies }: Names): RequestTest {
  let known = tests.get(places);
  if (known === undefined) tests.set(places, (known = new Map()));
  const key = groups.join("\u0000");
  let test = known.get(key);
  if (test === undefined) known.set(key, (test = inAny(groups, places, changesOf(groups, taxonomies.groups))));
  return test;
}

/** How many days are remembered. */
const mostDays = 4_096;

/** Remembered from one change of the members to the next. */
function inAny(groups: readonly string[], places: PlaceIndex, changes: ReturnType<typeof changesOf>): RequestTest {
  const epochs = Array.from({ length: changes.length + 1 }, () => new Map<string, Answer>());
  const days = new Map<string, Map<string, Answer>>();
  const epochOf = (on: string): Map<string, Answer> => {
    let epoch = days.get(on);
    if (epoch === undefined) {
      if (days.size >= mostDays) days.clear();
      days.set(on, (epoch = epochs[changes.reduce((count, starts) => (starts(on) ? count + 1 : count), 0)]!));
    }
    return epoch;
  };
  const found = (place: string, on: string): Answer => groups.reduce((sum, group) => most(sum, plain(rank[places.contains(group, place, on)])), no);
  // Questions come by the day, and one norm after the other is asked in one place: what was answered last is found without looking.
  let day: string | null = null;
  let epoch = epochs[0]!;
  let where: string | null = null;
  let answer = no;
  return (request, place) => {
    const on = request.date ?? request.asOf;
    if (on !== day) {
      day = on;
      epoch = epochOf(on);
    } else if (place === where) return answer;
    const known = epoch.get(place);
    where = place;
    answer = known ?? found(place, on);
    if (known === undefined) epoch.set(place, answer);
    return answer;
  };
}

/** The days on which the membership of the groups changes, in order, each as a test whether it was before or on a day. */
function changesOf(groups: readonly string[], known: ReadonlyMap<string, PlaceGroup>): readonly ((day: string) => boolean)[] {
  const days = new Set<string>();
  const names = new Set(groups);
  for (const name of names) {
    for (const member of known.get(name)?.members ?? []) {
      if (typeof member === "string") names.add(member);
      else {
        names.add(member.place);
        if (member.from !== undefined) days.add(`${member.from}a`);
        if (member.to !== undefined) days.add(`${member.to}b`);
      }
    }
  }
  // A membership begins on its first day and ends after its last one.
  return [...days].toSorted().map((change) => {
    const day = change.slice(0, -1);
    return change.endsWith("a") ? (on: string) => on >= day : (on: string) => on > day;
  });
}
