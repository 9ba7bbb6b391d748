import type { Compiled } from "../compile/compile.js";

/** Days of a term, read off those that the clauses set; null: no clause sets it, or it hangs on something that has no day yet. */
export function termDays({ instrument, dates }: Pick<Compiled, "instrument" | "dates">): { readonly from: string | null; readonly to: string | null; readonly noticeBy: string | null; readonly until: string | null } {
  const { from = null, to = null } = instrument.term ?? {};
  const dayOf = (id: string): string | null => dates.find((date) => date.id === id)?.on ?? null;
  return { from, to, noticeBy: dayOf("notice-by"), until: dayOf("renewed-until") };
}
