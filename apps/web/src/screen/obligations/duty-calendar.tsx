import { Link } from "@tanstack/react-router";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { DutyState } from "./duty-state.js";
import type { Obligation } from "./use-obligations.js";

const monthOf = (month: string): string => new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** Obligations that have a day of their own, by month. */
export function DutyCalendar({ items, total }: { readonly items: readonly Obligation[]; readonly total: number }) {
  const [state] = useSearchState();
  const months = new Map<string, Obligation[]>();
  for (const duty of items.toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))) {
    const month = (duty.dueOn ?? "").slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), duty]);
  }
  return (
    <>
      {[...months].map(([month, own]) => (
        <Section key={month} id={`month-${month}`} title={monthOf(month)} note={String(own.length)}>
          <ul className="days">
            {own.map((duty) => (
              <li key={duty.id} data-row="" tabIndex={-1}>
                <span className="day">{duty.dueOn}</span>
                <DutyState state={duty.state} />
                <span><Link to="." search={{ ...state, duty: duty.id }}><bdi>{duty.says}</bdi></Link> <span className="soft">for <bdi>{duty.release}</bdi>, owed by <bdi>{duty.debtor}</bdi></span></span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {total > items.length && <p className="soft">The first {items.length.toLocaleString("en")} of {total.toLocaleString("en")}: narrow them above.</p>}
    </>
  );
}
