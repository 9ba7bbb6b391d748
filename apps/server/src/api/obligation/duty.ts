import { namesOf, type Obligation, sayObligation } from "@cleartitle/engine";
import { digestOf, isCalendarDate } from "@cleartitle/norms";
import { byText, type LifeEvent } from "@cleartitle/title";
import type { Standing } from "../standing/standings.js";

/** An obligation of a release, in words, with what was recorded of its being kept. */
export interface Duty {
  /** The same for the same duty of the same release. */
  readonly id: string;
  readonly release: string;
  readonly of: string;
  readonly duty: Obligation;
  readonly says: string;
  readonly when: string;
  /** The day by which it is due; null: it is due with an act, or always. */
  readonly dueOn: string | null;
  /** Records that it was done. */
  readonly done: readonly LifeEvent[];
}

/** What an event names to say that just this duty of this text was done. */
export const dutyNamed = ({ instrument, norm }: Pick<Obligation, "instrument" | "norm">): string => `${instrument}#${norm}`;

const duties = new WeakMap<Standing, readonly Duty[]>();

/** The obligations of all releases of a standing: what is overdue first, then by day. Made once: nothing of a standing changes. */
export function dutiesIn(standing: Standing): readonly Duty[] {
  let list = duties.get(standing);
  if (list === undefined) duties.set(standing, (list = dutiesOf(standing).toSorted(byNeed)));
  return list;
}

const urgency: Readonly<Record<Obligation["state"], number>> = { overdue: 0, open: 1, if: 2, met: 3 };
const byNeed = (a: Duty, b: Duty): number => urgency[a.duty.state] - urgency[b.duty.state] || byText(a.dueOn ?? "9", b.dueOn ?? "9") || byText(a.release, b.release) || byText(a.duty.instrument, b.duty.instrument) || byText(a.duty.norm, b.duty.norm) || byText(a.duty.object, b.duty.object) || byText(a.duty.creditor ?? "", b.duty.creditor ?? "") || byText(a.id, b.id);

function dutiesOf({ world, answers }: Standing): Duty[] {
  const names = namesOf(world);
  const shown = world.graph.events.filter(({ kind, duty }) => kind === "fulfilled" && duty !== null);
  const found = new Map<string, Duty>();
  for (const { use, of, obligations } of answers.values()) {
    // Several sources may bring the same duty, and what shows that it was kept may speak of one of them: what is still to do stands for all.
    for (const duty of obligations.toSorted((a, b) => urgency[a.state] - urgency[b.state])) {
      const { do: what, text, instrument, norm, object, debtor, creditor, trigger, due } = duty;
      const id = digestOf([use, what, text, instrument, norm, object, debtor, creditor, trigger, due]);
      if (found.has(id)) continue;
      const said = sayObligation(duty, { names });
      const done = shown.filter((event) => [dutyNamed(duty), norm, what].includes(event.duty!) && [object, instrument].includes(event.of) && (event.to === undefined || event.to === creditor));
      found.set(id, { id, release: use, of, duty, says: said.what, when: said.when, dueOn: isCalendarDate(due) ? due : null, done });
    }
  }
  return [...found.values()];
}
