import { Link } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { DateField } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { SearchField } from "../../part/search-field.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { importAt, releaseAt } from "../../shell/address.js";
import { saySince } from "./since-words.js";
import { type ReleaseBrief, useReleases } from "./use-releases.js";
import "./releases.css";

/** Places that have a column of their own. */
const mostColumns = 6;

type PlaceAnswer = ReleaseBrief["places"][number];

/** The places that most uses of a page name, each a column; in the order in which they are met. */
function columnPlaces(rows: readonly Pick<ReleaseBrief, "places">[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { places } of rows) for (const { place } of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const most = new Set([...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostColumns).map(([place]) => place));
  return [...counts.keys()].filter((place) => most.has(place));
}

function PlaceCell({ answer }: { readonly answer: PlaceAnswer | undefined }) {
  if (answer === undefined) return <span className="soft" aria-label="not asked">–</span>;
  const { decision, counts } = answer;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const own = counts[decision] ?? 0;
  return <><Verdict status={decision} />{own < all && <span className="soft small"> in {own} of {all}</span>}</>;
}

function Elsewhere({ places, shown, titleOf }: { readonly places: readonly PlaceAnswer[]; readonly shown: readonly string[]; readonly titleOf: (place: string) => string }) {
  const others = places.filter(({ place }) => !shown.includes(place));
  if (others.length === 0) return null;
  return <details><summary>{others.length === 1 ? "1 place" : `${others.length} places`}</summary>{others.map((each) => <p key={each.place}>{titleOf(each.place)}: <PlaceCell answer={each} /></p>)}</details>;
}

function Filter() {
  const [state, change] = useSearchState();
  return (
    <div className="fields release-filter">
      <SearchField label="Use or asset" longest={500} />
      <DateField label="For the day" value={state["day"] ?? ""} onChange={(day) => change({ day, cursor: undefined })} hint="today, where left empty" />
    </div>
  );
}

function useColumns(rows: readonly ReleaseBrief[]): readonly Column<ReleaseBrief>[] {
  const workspace = useWorkspace();
  const names = useNames();
  const titleOf = (place: string): string => placeIn(names, place);
  const shown = columnPlaces(rows);
  const hasOthers = rows.some((row) => row.places.some(({ place }) => !shown.includes(place)));
  return [
    { head: "Use", cell: ({ use, of }) => <><Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link><br /><span className="soft small"><bdi>{of}</bdi></span></> },
    { head: "Answer", cell: ({ decision, on }) => <><Verdict status={decision} /><br /><span className="soft small day">on {on}</span></> },
    ...shown.map((place) => ({ head: titleOf(place), cell: (row: ReleaseBrief) => <PlaceCell answer={row.places.find((each) => each.place === place)} /> })),
    ...(hasOthers ? [{ head: "Elsewhere", cell: (row: ReleaseBrief) => <Elsewhere places={row.places} shown={shown} titleOf={titleOf} /> }] : []),
    { head: "Since the recorded decision", cell: (row) => <span className={row.since?.changed === true ? "" : "soft"}>{saySince(row)}</span> },
    { head: "Open", cell: ({ open: { blocked, unresolved } }) => (blocked + unresolved === 0 ? <span className="soft">none</span> : [blocked > 0 && `${blocked} blocking`, unresolved > 0 && `${unresolved} unresolved`].filter((each) => each !== false).join(", ")) },
    { head: "Duties overdue", cell: ({ obligations }) => obligations.overdue, isNumber: true },
  ];
}

/** Every recorded use: what it comes to, by groups of places, and what is otherwise than when it was last recorded. */
export default function Releases() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const { data, error, isPending, refetch } = useReleases(workspace, state);
  const columns = useColumns(data?.items ?? []);
  const isFiltered = state["q"] !== undefined || state["decision"] !== undefined;
  return (
    <>
      <Heading title="Releases" lead="Every recorded use, by place, and what changed since somebody recorded its decision." />
      <Filter />
      <Facets facets={[{ key: "decision", title: "Answer", values: ["blocked", "unresolved", "conditional", "cleared"].map((value) => ({ value, count: null })) }]} />
      {isPending && <Loading what="Deciding every recorded use" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.items.length === 0 && (isFiltered
        ? <Empty title="No use is like that"><p>Take a filter back, or search for less.</p></Empty>
        : <Empty title="No use is recorded here yet"><p>A use says what is to be done with an asset, where and when. Record one in a title file, and <Link to={importAt(workspace)}>import the file</Link>.</p></Empty>)}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table label="Releases" rows={data.items} keyOf={({ use }) => use} columns={columns} />
          <Pages shown={data.items.length} next={data.next} total={data.total} />
        </>
      )}
    </>
  );
}
