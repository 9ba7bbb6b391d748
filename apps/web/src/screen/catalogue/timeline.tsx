import { Link } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { Facets } from "../../part/facets.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Table } from "../../part/table.js";
import { recordAt } from "../../shell/address.js";
import { type LawDay, useLawDays } from "./law-days.js";

/** From when to when a rule of law stands in force, and what is announced of it. */
interface Span {
  readonly record: string;
  readonly jurisdiction: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly ahead: readonly LawDay[];
}

function spansOf(days: readonly LawDay[], isLaw: (id: string) => boolean): Span[] {
  const byRecord = new Map<string, LawDay[]>();
  for (const day of days) {
    if (day.on === null || day.kind === "review" || day.kind === "pending" || !isLaw(day.record)) continue;
    byRecord.set(day.record, [...(byRecord.get(day.record) ?? []), day]);
  }
  const spans = [...byRecord].map(([record, own]): Span => {
    const on = (kind: LawDay["kind"]): string[] => own.flatMap((day) => (day.kind === kind && day.on !== null ? [day.on] : [])).toSorted();
    return { record, jurisdiction: own[0]?.jurisdiction ?? null, from: on("begins")[0] ?? null, to: on("ends").at(-1) ?? null, ahead: own.filter(({ kind }) => kind === "announced") };
  });
  return spans.toSorted((a, b) => (a.from ?? "9") < (b.from ?? "9") ? -1 : (a.from ?? "9") > (b.from ?? "9") ? 1 : a.record < b.record ? -1 : 1);
}

const width = 320;
const yearsOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 366;

function Bar({ span: { from, to, ahead }, first, last }: { readonly span: Span; readonly first: number; readonly last: number }) {
  const at = (day: string): number => Math.min(width, Math.max(0, ((yearsOf(day) - first) / (last - first)) * width));
  const begin = from === null ? null : at(from);
  const end = to === null ? width : at(to);
  const years = Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + index + 1).filter((year) => year % 5 === 0);
  return (
    <svg className="span" viewBox={`0 0 ${width} 20`} width={width} height={20} aria-hidden="true">
      {years.map((year) => <line key={year} className="year" x1={at(`${year}-01-01`)} x2={at(`${year}-01-01`)} y1={0} y2={20} />)}
      {begin !== null && <rect className="in-force" x={begin} y={6} width={Math.max(2, end - begin)} height={8} rx={2} />}
      {ahead.map(({ on, what }) => <path key={`${on} ${what}`} className="announced" d={`M${at(on!)} 3 l5 7 l-5 7 l-5 -7 z`} />)}
      <line className="today" x1={at(today())} x2={at(today())} y1={0} y2={20} />
    </svg>
  );
}

/** When law is in force: a bar for each rule whose days are recorded, with its days in words beside it. */
export function Timeline() {
  const workspace = useWorkspace();
  const names = useNames();
  const [{ where }] = useSearchState();
  const { data, error, refetch } = useLawDays();
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="Reading the calendar" />;
  const spans = spansOf(data, (id) => names.laws[id] !== undefined);
  const shown = spans.filter(({ jurisdiction }) => where === undefined || jurisdiction === where);
  const days = spans.flatMap(({ from, to, ahead }) => [from, to, ...ahead.map(({ on }) => on)]).filter((day): day is string => day !== null).toSorted();
  const [first, last] = [Number((days[0] ?? today()).slice(0, 4)), Math.max(Number((days.at(-1) ?? today()).slice(0, 4)), Number(today().slice(0, 4))) + 2];
  const places = [...new Set(spans.flatMap(({ jurisdiction }) => (jurisdiction === null ? [] : [jurisdiction])))].toSorted();
  const columns: Column<Span>[] = [
    { head: "Rule", cell: ({ record }) => <div className="side"><Link to={recordAt(workspace, "laws", record)}>{names.laws[record]?.title ?? record}</Link></div> },
    { head: "Where", cell: ({ jurisdiction }) => jurisdiction !== null && placeIn(names, jurisdiction) },
    { head: `${first} to ${last - 1}`, cell: (span) => <Bar span={span} first={first} last={last} /> },
    { head: "From", cell: ({ from }) => <span className="day">{from ?? "not recorded"}</span> },
    { head: "To", cell: ({ to, ahead }) => <>{to !== null && <span className="day">{to}</span>}{ahead.map(({ on, what }) => <p key={`${on} ${what}`} className="small"><span aria-hidden="true">◆ </span><span className="day">{on}</span>: {what}</p>)}</> },
  ];
  return (
    <>
      <p className="soft">Rules whose days the catalogue records. ▬ in force, ◆ announced, the line is today; fine lines are every fifth year. Of rules that are not here no day is recorded.</p>
      <Facets facets={[{ key: "where", title: "Where", values: places.map((value) => ({ value, count: spans.filter(({ jurisdiction }) => jurisdiction === value).length })) }]} />
      <Table label="Law in force" columns={columns} rows={shown} keyOf={({ record }) => record} />
    </>
  );
}
