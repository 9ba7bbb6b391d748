import type { Norm } from "@cleartitle/norms";
import type { Compiled } from "../compile/compile.js";

/** Something that two states of a deal say otherwise. */
export interface TermChange {
  readonly change: "gone" | "new" | "changed";
  readonly topic: string;
  /** Number of the sentence, as it is now; of what went, as it was. */
  readonly cite: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the deal itself sets, whatever is done under it. */
export interface TermChanges {
  readonly duties: readonly TermChange[];
  readonly dates: readonly TermChange[];
  readonly bans: readonly TermChange[];
  readonly grants: readonly TermChange[];
  /** Sentences that no norm carries. */
  readonly unread: readonly TermChange[];
}

interface Term {
  /** What it is about: terms with the same key are one term said otherwise. */
  readonly key: string;
  readonly topic: string;
  readonly cite: string;
  readonly what: string;
  readonly says: string;
}

/** Terms that are gone, new or said otherwise. Those of one key are paired in their order, once the equal ones are set aside. */
function between(before: readonly Term[], after: readonly Term[]): TermChange[] {
  const same = (a: Term, b: Term): boolean => a.key === b.key && a.says === b.says;
  const left = after.filter((each) => !before.some((other) => same(each, other)));
  const changes: TermChange[] = [];
  for (const was of before.filter((each) => !after.some((other) => same(each, other)))) {
    const at = left.findIndex((each) => each.key === was.key);
    const [is] = at < 0 ? [] : left.splice(at, 1);
    const { topic, cite, what } = is ?? was;
    changes.push({ change: is === undefined ? "gone" : "changed", topic, cite, what, before: was.says, after: is?.says ?? null });
  }
  return [...changes, ...left.map(({ topic, cite, what, says }): TermChange => ({ change: "new", topic, cite, what, before: null, after: says }))];
}

const dutiesOf = ({ duties }: Compiled): Term[] =>
  duties.map((duty) => ({
    key: `${duty.topic} ${duty.who} ${duty.do}`, topic: duty.topic, cite: duty.cite, what: `${duty.who}: ${duty.do}`,
    says: `${duty.text} On: ${duty.trigger}${duty.within === undefined ? "" : `, within ${duty.within}`}${duty.every === undefined ? "" : `, every ${duty.every}`}`,
  }));

const datesOf = ({ dates }: Compiled): Term[] =>
  dates.map((date) => ({ key: `${date.topic} ${date.id}`, topic: date.topic, cite: date.cite, what: date.what, says: date.on ?? `waits for: ${date.waitsFor}` }));

const topicOf = (norm: Norm): string => norm.id.split(".")[0]!;

const normsOf = (compiled: Compiled, kind: "permit" | "prohibit"): Term[] =>
  compiled.instrument.norms.filter((norm) => norm.kind === kind).map((norm) => {
    const { kind: _kind, cite, quote: _quote, ...body } = norm;
    const actions = norm.kind === "permit" ? norm.permit.actions : norm.kind === "prohibit" ? norm.prohibit.actions : [];
    return { key: norm.id, topic: topicOf(norm), cite: cite ?? "", what: `${actions.join(", ")}${norm.on === undefined ? "" : ` on ${norm.on.join(", ")}`}`, says: JSON.stringify(body) };
  });

const unreadOf = ({ notCompiled }: Compiled): Term[] =>
  notCompiled.map((note) => ({ key: `${note.topic} ${note.cite}`, topic: note.topic, cite: note.cite, what: note.touches === null ? "no act" : note.touches === "all" ? "every act" : note.touches.join(", "), says: note.text }));

/** What two states of a deal set otherwise. */
export const termsBetween = (before: Compiled, after: Compiled): TermChanges => ({
  duties: between(dutiesOf(before), dutiesOf(after)), dates: between(datesOf(before), datesOf(after)),
  bans: between(normsOf(before, "prohibit"), normsOf(after, "prohibit")), grants: between(normsOf(before, "permit"), normsOf(after, "permit")),
  unread: between(unreadOf(before), unreadOf(after)),
});
