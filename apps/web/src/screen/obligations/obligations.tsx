import { Empty } from "../../part/empty.js";
import { Facets } from "../../part/facets.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { useWorkspace } from "../../api/workspace.js";
import { Link } from "@tanstack/react-router";
import { CalendarAddress } from "./calendar-address.js";
import { DutyCalendar } from "./duty-calendar.js";
import { DutyList } from "./duty-list.js";
import { KeptForm } from "./kept-form.js";
import { type Obligation, stateWords, useObligations } from "./use-obligations.js";
import "../../part/verdict.css";
import { importAt } from "../../shell/address.js";
import "./obligations.css";

const tabs = [{ value: "list", title: "List" }, { value: "calendar", title: "Calendar" }];
const kept = ["state", "release", "instrument", "debtor"];

const counted = (items: readonly Obligation[], of: (duty: Obligation) => string): { readonly value: string; readonly count: null }[] => [...new Set(items.map(of))].toSorted().slice(0, 12).map((value) => ({ value, count: null }));

/** What the releases oblige to: by whom, when, under which text, and what shows that it was kept. */
export default function Obligations() {
  const [{ show, duty, state, release, instrument, debtor }, change] = useSearchState();
  const isCalendar = show === "calendar";
  const { data, error, refetch } = useObligations(isCalendar);
  const chosen = data?.items.find(({ id }) => id === duty);
  const isNarrowed = [state, release, instrument, debtor].some((each) => each !== undefined);
  return (
    <>
      <Heading title="Obligations" lead={data === undefined ? "What the releases oblige to." : `What the releases of this workspace oblige to on ${data.day}${isCalendar ? ", and has a day of its own" : ""}: ${data.total.toLocaleString("en")}.`} />
      <Tabs label="How obligations are shown" of="show" tabs={tabs} keeps={kept} />
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Deciding the releases" />}
      {data !== undefined && (
        <>
          <Facets facets={[
            { key: "state", title: "Stands", values: (Object.keys(stateWords) as Obligation["state"][]).flatMap((value) => (data.states[value] === undefined && value !== state ? [] : [{ value, says: stateWords[value], count: data.states[value] ?? 0 }])) },
            { key: "release", title: "Release", values: counted(data.items, (each) => each.release) },
            { key: "debtor", title: "Owed by", values: counted(data.items, (each) => each.debtor) },
            { key: "instrument", title: "Under", values: counted(data.items, (each) => each.instrument) },
          ]} />
          {chosen !== undefined && <KeptForm key={chosen.id} duty={chosen} />}
          {data.items.length === 0 && (isNarrowed ? <Empty title="None is like that"><button type="button" onClick={() => change({ state: undefined, release: undefined, instrument: undefined, debtor: undefined, cursor: undefined })}>Show all</button></Empty> : <Nothing isCalendar={isCalendar} />)}
          {data.items.length > 0 && (isCalendar ? <DutyCalendar items={data.items} total={data.total} /> : <DutyList page={data} />)}
        </>
      )}
      {isCalendar && <CalendarAddress />}
    </>
  );
}

function Nothing({ isCalendar }: { readonly isCalendar: boolean }) {
  const workspace = useWorkspace();
  if (isCalendar) return <Empty title="No obligation has a day of its own"><p>Those that are due with an act, on request or always are in the list.</p></Empty>;
  return <Empty title="Nothing is owed"><p>Obligations come of the uses that are recorded, and of the licenses and the law behind them. Record a use in a title file and <Link to={importAt(workspace)}>import it</Link>.</p></Empty>;
}
