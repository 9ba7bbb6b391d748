import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { type Release, useRelease } from "../../answer/use-release.js";
import { useBrief } from "../../api/brief.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { assetsAt, importAt } from "../../shell/address.js";
import { seenIn, useNeighborhoods, useWay } from "./asked-chain.js";
import { ChainForm } from "./chain-form.js";
import { ChainTable, rowsAtOnce } from "./chain-table.js";
import { type Drawn, drawnOf, type GraphWay } from "./drawn.js";
import { Drawing } from "./drawing.js";
import { layoutOf } from "./layout.js";
import { close, openMore, readOpened, writeOpened } from "./opened.js";
import { savePicture } from "./save-picture.js";
import type { Steering } from "./side-control.js";
import "./chain.css";

/** More things than these are drawn only where somebody says so. */
const drawnUnasked = 200;
/** And more than these not at all: nobody reads such a drawing, and the table has them. */
const mostDrawn = 1_000;

/** The ends of the way that is lit: those that were named, or the use and what the chosen reason is about. */
function litWay(state: Readonly<Record<string, string>>, release: Release | undefined): { readonly ends: readonly [string, string] | null; readonly reason: string | null } {
  const { from, to, reason } = state;
  if (from !== undefined || to !== undefined) return { ends: from === undefined || to === undefined ? null : [from, to], reason: null };
  const chosen = release?.reasons.find(({ id }) => id === reason) ?? release?.reasons[0];
  return chosen === undefined || release === undefined ? { ends: null, reason: null } : { ends: [release.of, chosen.asset], reason: chosen.id };
}

/** Where nothing was chosen to begin at. */
function Beginning() {
  const workspace = useWorkspace();
  const uses = useUses(workspace);
  const brief = useBrief(workspace);
  if (uses.error !== null) return <ProblemBox problem={uses.error} again={() => void uses.refetch()} />;
  if (uses.data === undefined || brief.isPending) return <Loading what="Reading uses" />;
  if (brief.data?.changeSet === 0) return <Empty title="Nothing is recorded here yet"><p>A chain leads from a thing to what it was made of. <Link to={importAt(workspace)}>Import</Link> a title file, a folder, or what a server tells of itself.</p></Empty>;
  return (
    <Empty title="Choose where to begin">
      <p>Write the name of an asset above, or find one in the <Link to={assetsAt(workspace)}>list of assets</Link>.{uses.data.items.length > 0 && " Or begin at what a use is of, colored by its answer:"}</p>
      {uses.data.items.length > 0 && <ul>{uses.data.items.slice(0, 20).map(({ name, of }) => <li key={name} data-row="" tabIndex={-1}><Link to="." search={{ asset: of, use: name }}><bdi>{name}: {of}</bdi></Link></li>)}</ul>}
    </Empty>
  );
}

function sayWay(way: GraphWay, [from, to]: readonly [string, string]): ReactNode {
  if (from === to) return <>The reason is about <bdi>{from}</bdi> itself.</>;
  if (way.direction === null) return <>No way leads from <bdi>{from}</bdi> to <bdi>{to}</bdi>, in either direction, by what was recorded.</>;
  return <>Lit: a shortest way from <bdi>{from}</bdi> to <bdi>{to}</bdi>, {way.steps.length} {way.steps.length === 1 ? "step" : "steps"}{way.cut > 0 && ` and ${way.cut} more that are not told`}.</>;
}

/** What is told of the way beside the picture; `isComing`: it is not known yet whether there is one, and its place is kept. */
function WayNote({ way, ends, isComing }: { readonly way: GraphWay | undefined; readonly ends: readonly [string, string] | null; readonly isComing: boolean }) {
  if (isComing) return <p className="way-note soft small">Looking for the way …</p>;
  return ends === null || way === undefined ? null : <p className="way-note soft small">{sayWay(way, ends)}</p>;
}

function useSteering(center: string | null) {
  const [state, change] = useSearchState();
  const openings = useMemo(() => (center === null ? [] : readOpened(state["open"], center)), [state["open"], center]);
  const steering: Steering = {
    openings,
    more: (id, side) => change({ open: writeOpened(openMore(openings, id, side)) }),
    close: (id, side) => change({ open: writeOpened(close(openings, id, side)) }),
    center: (id) => change({ asset: id, open: undefined }),
  };
  return { openings, steering };
}

/** What stays in the address whether it is drawn or listed. */
const kept = ["asset", "asOf", "use", "on", "reason", "from", "to", "open", "many"];

/** Drawing or table, and what can be taken along. */
function Shown({ drawn, center, steering }: { readonly drawn: Drawn; readonly center: string; readonly steering: Steering }) {
  const [state, change] = useSearchState();
  const [rows, setRows] = useState(rowsAtOnce);
  const many = drawn.things.length;
  const isTooMany = many > mostDrawn || (many > drawnUnasked && state["many"] === undefined);
  const isTable = state["view"] === "table";
  const layout = useQuery({ queryKey: ["layout", drawn], enabled: !isTable && !isTooMany, staleTime: Infinity, gcTime: 0, placeholderData: (before) => before, queryFn: async () => layoutOf(drawn) });
  const save = useMutation({ mutationFn: async (kind: "svg" | "png") => savePicture(drawn, layout.data!, center, kind) });
  const canSave = !isTable && layout.data !== undefined && !isTooMany;
  return (
    <>
      <div className="chain-bar">
        <Tabs label="Shown as" of="view" keeps={kept} tabs={[{ value: "drawing", title: "Drawing" }, { value: "table", title: "Table" }]} />
        <span className="soft small" role="status">{many === 1 ? "1 thing" : `${many.toLocaleString("en")} things`}, {drawn.lines.length === 1 ? "1 step" : `${drawn.lines.length.toLocaleString("en")} steps`}</span>
        {canSave && <span className="save"><button type="button" onClick={() => save.mutate("svg")}>Save SVG</button><button type="button" disabled={save.isPending} onClick={() => save.mutate("png")}>Save PNG</button></span>}
      </div>
      {save.error !== null && <ProblemBox problem={save.error} />}
      {layout.error !== null && <ProblemBox problem={layout.error} again={() => void layout.refetch()} />}
      {isTable && <ChainTable drawn={drawn} center={center} steering={steering} most={rows} more={() => setRows(rows + rowsAtOnce)} />}
      {!isTable && isTooMany && (
        <Empty title={`${many.toLocaleString("en")} things are open`}>
          <p>{many > mostDrawn ? "That is more than a drawing can show. Close some, begin elsewhere, or read the table, which has them all." : "A drawing of so many is hard to read, and takes a while. The table has them all."}</p>
          {many <= mostDrawn && <button type="button" onClick={() => change({ many: "1" })}>Draw all {many}</button>}
        </Empty>
      )}
      {!isTable && !isTooMany && (layout.data === undefined ? <Loading what="Laying out" /> : <Drawing drawn={drawn} places={layout.data} center={center} steering={steering} />)}
    </>
  );
}

/** What a thing was made of and what was made of it: a step each way to begin with, one hop a click, colored by an answer. */
export default function Chain() {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const seen = seenIn(state);
  const release = useRelease(workspace, seen.use, seen.on, seen.asOf);
  const center = state["asset"] ?? release.data?.of ?? null;
  const { openings, steering } = useSteering(center);
  const { answers, isPending, error, again } = useNeighborhoods(workspace, openings, center, seen);
  const { ends, reason } = litWay(state, release.data);
  const way = useWay(workspace, ends, seen);
  const drawn = useMemo(() => (center === null ? null : drawnOf(center, openings, answers, way.data ?? null)), [center, openings, answers, way.data]);
  const problem = error ?? way.error ?? release.error;
  const isIncomplete = [...answers.values()].some(({ complete }) => !complete);
  return (
    <div className="chain-page">
      <Heading title="Chain of title" lead="What a thing was made of and what was made of it, and what an answer says of each." />
      <ChainForm release={release.data} reason={reason} />
      {problem !== null && <ProblemBox problem={problem} again={() => {
        again();
        void way.refetch();
      }} />}
      {center === null && state["use"] === undefined && <Beginning />}
      {isPending && (drawn === null || drawn.things.length === 0) && <Loading what="Reading the chain" />}
      <WayNote way={way.data} ends={ends} isComing={release.isLoading || way.isLoading} />
      {isIncomplete && <p className="small">The answer has more reasons than are looked at here: a thing without a word may still have a part in it. Ask shows them all.</p>}
      {center !== null && drawn !== null && drawn.things.length > 0 && <Shown drawn={drawn} center={center} steering={steering} />}
    </div>
  );
}
