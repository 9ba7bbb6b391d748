import { Link } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { recordKindIn, recordTitleIn } from "../../api/record-kind.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { DateField } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Table } from "../../part/table.js";
import { recordAt } from "../../shell/address.js";
import { type LawDay, useLawDays } from "./law-days.js";
import { Verification } from "./verification.js";

const kindWords: Readonly<Record<LawDay["kind"], string>> = { begins: "begins", ends: "ends", announced: "announced", pending: "pending", review: "record to be reviewed" };
/** Reviews are work of the house; nobody looks for law among them. */
const shownFirst: readonly LawDay["kind"][] = ["begins", "ends", "announced", "pending"];

function counted(days: readonly LawDay[], of: (day: LawDay) => string | null): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const day of days) {
    const value = of(day);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const keyOf = (day: LawDay): string => `${day.on} ${day.kind} ${day.record} ${day.what}`;

/** Law that begins, ends, is announced or awaited, from a day on. */
export function Calendar() {
  const workspace = useWorkspace();
  const names = useNames();
  const [{ kind, where, from = today(), to }, change] = useSearchState();
  const { data, error, refetch } = useLawDays();
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="Reading the calendar" />;
  const then = data.filter(({ on }) => on === null || (on >= from && (to === undefined || on <= to)));
  const here = then.filter((day) => (where === undefined || day.jurisdiction === where) && (kind === undefined ? shownFirst.includes(day.kind) : day.kind === kind));
  const columns: Column<LawDay>[] = [
    { head: "Day", cell: ({ on }) => <span className="day">{on ?? "not known"}</span> },
    { head: "What", cell: ({ what, record }) => <div className="side">{what}<p className="small"><Link to={recordAt(workspace, recordKindIn(names, record) ?? "instruments", record)}>{recordTitleIn(names, record)}</Link></p></div> },
    { head: "Where", cell: ({ jurisdiction }) => (jurisdiction === null ? <span className="soft">anywhere</span> : placeIn(names, jurisdiction)) },
    { head: "Kind", cell: (day) => kindWords[day.kind] },
    { head: "Known", cell: ({ verified }) => <Verification verified={verified} /> },
  ];
  const [dated, undated] = [here.filter(({ on }) => on !== null), here.filter(({ on }) => on === null)];
  return (
    <>
      <div className="fields narrow">
        <DateField label="From" value={from} onChange={(day) => change({ from: day })} />
        <DateField label="To" value={to ?? ""} onChange={(day) => change({ to: day })} />
      </div>
      <Facets facets={[{ key: "kind", title: "Kind", values: counted(then, (day) => day.kind).map((each) => ({ ...each, says: kindWords[each.value as LawDay["kind"]] })) }, { key: "where", title: "Where", values: counted(then, (day) => day.jurisdiction) }]} />
      {here.length === 0 && <Empty title="Nothing is known of then and there"><p>Begin at an earlier day, or take back a choice above.</p></Empty>}
      {dated.length > 0 && <Section id="dated" title="On a day" note={String(dated.length)}><Table label="Days of law" columns={columns} rows={dated} keyOf={keyOf} /></Section>}
      {undated.length > 0 && <Section id="undated" title="Awaited, with no day yet" note={String(undated.length)}><Table label="Law that is awaited" columns={columns.slice(1)} rows={undated} keyOf={keyOf} /></Section>}
    </>
  );
}
