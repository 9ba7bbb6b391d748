import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { useWorkspace } from "../../api/workspace.js";
import { AssetLink } from "../../part/asset-link.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { Places } from "../../part/places.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { Cited } from "../../answer/cited.js";
import { ranked } from "../../answer/ranked.js";
import { type Release, useRelease } from "../../answer/use-release.js";
import { askAt, questionsAt } from "../../shell/address.js";
import { sentence } from "../../answer/sentence.js";
import { RecordDecision } from "./record-decision.js";
import { SinceRecorded } from "./since-recorded.js";
import "./releases.css";

/** The map and its shapes are long: they come after what is said in words, at a place that is kept for them. */
function Where({ release }: { readonly release: Release }) {
  const { data: Map, error } = useQuery({ queryKey: ["map"], queryFn: async () => (await import("./where.js")).default, staleTime: Infinity });
  if (error !== null) return <ProblemBox problem={error} />;
  return Map === undefined ? <div className="map-waits"><Loading what="Drawing the map" /></div> : <Map release={release} />;
}

function Reasons({ release }: { readonly release: Release }) {
  const { reasons, hiddenReasons } = release;
  const names = useNames();
  const all = release.byTerritory.flatMap(({ territories }) => territories);
  if (reasons.length === 0) return <p>Nothing keeps it from being clear.</p>;
  return (
    <>
      <Table
        label="Reasons" rows={reasons} keyOf={({ id }) => id}
        columns={[
          { head: "Comes to", cell: ({ decision }) => <Verdict status={decision} /> },
          { head: "Asset", cell: ({ asset }) => <span className="release-name"><AssetLink id={asset} /></span> },
          { head: "Why", cell: ({ says, tense }) => <><bdi>{sentence(says)}</bdi>{tense === "past" && <span className="soft"> (a past act)</span>}</> },
          { head: "Source", cell: ({ cite, instrument }) => (cite === null ? <bdi>{instrument}</bdi> : <Cited cite={[instrument, cite].filter((each) => each !== null).join(", ")} instrument={instrument} names={names} />) },
          { head: "Where", cell: ({ territories }) => <Places places={territories} all={all} on={release.on} /> },
        ]}
      />
      {hiddenReasons > 0 && <p className="soft small">{hiddenReasons} more groups of reasons are left out; the answer in full tells how many there are.</p>}
    </>
  );
}

function Counts({ release: { obligations, exposure } }: { readonly release: Release }) {
  const { open, overdue, met, if: conditional } = obligations;
  return (
    <p className="release-counts small">
      <span>Obligations: {overdue} overdue, {open} open, {met} met, {conditional} if something happens</span>
      <span>Past acts that are open or unknown: {exposure}</span>
    </p>
  );
}

/** One recorded use: where it comes to what, what changed, and why. */
export default function ReleasePage() {
  const workspace = useWorkspace();
  const { use = "" } = useParams({ strict: false }) as { readonly use?: string };
  const [state] = useSearchState();
  const { data, error, isPending, refetch } = useRelease(workspace, use, state["day"]);
  return (
    <>
      <Heading title={use} lead={data === undefined ? (error === null ? "\u00a0" : undefined) : <><bdi>{data.of}</bdi>: {data.actions.join(", ")}; on {data.on}</>}>
        <Link to={askAt(workspace)} search={{ use }}>The answer in full</Link>
        <Link to={questionsAt(workspace)} search={{ use }}>Questions</Link>
        {data !== undefined && <RecordDecision release={data} />}
      </Heading>
      {isPending && <Loading what="Deciding" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && (
        <article aria-label="Release">
          <Verdict status={data.decision} large />
          <Counts release={data} />
          <SinceRecorded release={data} />
          <Section id="where" title="Where">
            <Where release={data} />
            <Table
              label="Answer by place" rows={ranked(data.byTerritory)} keyOf={({ territories }) => territories.join()}
              columns={[
                { head: "Answer", cell: ({ decision }) => <Verdict status={decision} /> },
                { head: "Where", cell: ({ territories }) => <Places places={territories} all={data.byTerritory.flatMap((each) => each.territories)} on={data.on} /> },
                { head: "Places", cell: ({ territories }) => territories.length, isNumber: true },
                { head: "Reasons", cell: ({ reasons }) => reasons.length, isNumber: true },
              ]}
            />
          </Section>
          <Section id="reasons" title="What keeps it from being clear"><Reasons release={data} /></Section>
        </article>
      )}
    </>
  );
}
