import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { inDays } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Table } from "../../part/table.js";
import type { AgreementDetail, AgreementDuty } from "./use-agreements.js";

const kindWords: Readonly<Record<AgreementDuty["kind"], string>> = { duty: "duty", day: "day", window: "window" };

const sayWhen = ({ trigger, within, every }: AgreementDuty): string => inDays([trigger, within === null ? null : `within ${within}`, every === null ? null : `every ${every}`].filter((each) => each !== null).join(", "));

/** Its duties, days and windows, by day; those with a day can be had as a calendar. */
export function Duties({ agreement: { id, state, openEnd } }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery({ queryKey: queryKey.of(workspace, "agreement-duties", id), queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements/{id}/obligations", { params: { path: { workspace, id } } })) });
  return (
    <Section id="duties" title="Obligations, days and windows" note={data === undefined ? undefined : `on ${data.day}${openEnd !== null ? "; whether it is in force is not recorded" : state === "signed" ? "" : "; it is not in force"}`}>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the obligations" />}
      {data !== undefined && data.items.length === 0 && <p>The agreement sets none.</p>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <Table
            label="Obligations of the agreement" rows={data.items} keyOf={({ id: each }) => each}
            columns={[
              { head: "Day", cell: ({ on }) => (on === null ? <span className="soft">none known</span> : <span className="day">{on}</span>) },
              { head: "Kind", cell: ({ kind }) => kindWords[kind] },
              { head: "What", cell: ({ what, cite }) => <div className="side"><bdi>{what}</bdi><p className="soft small">{cite}</p></div> },
              { head: "Who", cell: ({ who }) => <bdi>{who.join(", ")}</bdi> },
              { head: "When", cell: (duty) => <bdi>{sayWhen(duty)}</bdi> },
            ]}
          />
          <p><a href={`/api/v1/workspaces/${encodeURIComponent(workspace)}/agreements/${encodeURIComponent(id)}/calendar`} download>Save the days as a calendar</a></p>
        </>
      )}
    </Section>
  );
}
