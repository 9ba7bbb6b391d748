import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useBrief } from "../../api/brief.js";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { profileWords } from "../../api/profile.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { askAt, catalogueAt, recordAt } from "../../shell/address.js";
import { AdoptPosition } from "./adopt-position.js";
import { ChooseProfile } from "./choose-profile.js";

type Adopted = components["schemas"]["AdoptedPosition"];

function useAdopted(workspace: string) {
  const [{ cursor }] = useSearchState();
  const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  return useQuery({ queryKey: queryKey.of(workspace, "positions", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/positions", { params: { path: { workspace }, query } })) });
}

/** How contested law is read here: the profile, and the positions that were taken. */
export function Positions() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const names = useNames();
  const brief = useBrief(workspace);
  const { data, error, isPending, refetch } = useAdopted(workspace);
  const columns: Column<Adopted>[] = [
    { head: "Question", cell: ({ position }) => <Link to={recordAt(workspace, "positions", position)}>{names.positions[position]?.question ?? position}</Link> },
    { head: "Answer", cell: ({ position, option }) => names.positions[position]?.options.find(({ id }) => id === option)?.says ?? option },
    { head: "Where", cell: ({ territory }) => placeIn(names, territory) },
    { head: "From", cell: ({ on }) => <span className="day">{on ?? "always"}</span> },
    { head: "By", cell: ({ by }) => by !== null && <bdi>{by}</bdi> },
  ];
  const profile = brief.data?.profile ?? null;
  if (brief.isPending || isPending) return <Loading what="Reading the positions" />;
  return (
    <>
      {brief.error !== null && <ProblemBox problem={brief.error} again={() => void brief.refetch()} />}
      {brief.data !== undefined && <p>Where no position is taken, a contested question gets {profile === null ? <>{profileWords.cautious} (profile <strong>cautious</strong>, since nothing was recorded)</> : <>{profileWords[profile]} (profile <strong>{profile}</strong>)</>}. A question may be <Link to={askAt(workspace)}>asked under another</Link>.</p>}
      <Section id="adopted" title="Positions taken">
        {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
        {data?.items.length === 0 && <p className="soft">None is taken. <Link to={catalogueAt(workspace)} search={{ show: "positions" }}>The catalogue has the questions</Link>, with what turns on each.</p>}
        {data !== undefined && data.items.length > 0 && <><Table label="Positions taken" columns={columns} rows={data.items} keyOf={({ position, territory, on }) => `${position} ${territory} ${on}`} /><Pages shown={data.items.length} next={data.next} /></>}
      </Section>
      {(session.by === "local" || mayIn(session, workspace, "positions:propose")) && (
        <>
          <AdoptPosition isAlone={session.by === "local"} />
          {profile !== null && <ChooseProfile profile={profile} isAlone={session.by === "local"} />}
        </>
      )}
    </>
  );
}
