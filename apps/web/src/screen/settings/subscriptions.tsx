import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type Column, Table } from "../../part/table.js";

type Subscription = components["schemas"]["Subscription"];

/** How one is told of what time brings: by webhook, by mail, in a calendar. */
export function Subscriptions() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const { data, error, refetch } = useQuery({ queryKey: queryKey.of(workspace, "subscriptions"), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/subscriptions", { params: { path: { workspace } } }))).items });
  const columns: Column<Subscription>[] = [
    { head: "By", cell: ({ channel }) => channel },
    { head: "Address", cell: ({ address }) => (address === null ? <span className="soft">told when it was made</span> : <bdi>{address}</bdi>) },
    { head: "Of", cell: ({ person }) => <bdi>{person}</bdi> },
    { head: "What", cell: ({ kinds }) => (kinds === null ? "whatever is the person's work" : kinds.join(", ")) },
    { head: "Since", cell: ({ at, endedAt }) => <span className="day">{endedAt === null ? at.slice(0, 10) : `ended ${endedAt.slice(0, 10)}`}</span> },
    { head: "Secret", cell: (each) => each.endedAt === null && each.channel === "webhook" && mayIn(session, workspace, "notifications:write") && <ChangeSecret number={each.number} /> },
    { head: "End", cell: (each) => each.endedAt === null && <EndSubscription number={each.number} /> },
  ];
  return (
    <>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading how one is told" />}
      {data?.length === 0 && <p className="soft">Nobody is told yet. A calendar of one's own is made under Obligations.</p>}
      {data !== undefined && data.length > 0 && <Table label="Subscriptions" columns={columns} rows={data} keyOf={({ number }) => String(number)} />}
      {mayIn(session, workspace, "notifications:write") && <Subscribe />}
    </>
  );
}

/** Another secret for a webhook: both sign for a week, so that the receiver can change his at any moment. */
function ChangeSecret({ number }: { readonly number: number }) {
  const workspace = useWorkspace();
  const changing = useMutation({ mutationFn: async () => answered(api.POST("/workspaces/{workspace}/subscriptions/{number}/secret", { params: { path: { workspace, number } } })), gcTime: 0 });
  if (changing.data !== undefined) return <span role="status">Told once: <code className="secret">{changing.data.secret}</code>. The old one signs as well for a week.</span>;
  return <><button type="button" aria-label={`Change the secret of subscription ${number}`} disabled={changing.isPending} onClick={() => changing.mutate()}>Change it</button>{changing.error !== null && <ProblemBox problem={changing.error} />}</>;
}

function EndSubscription({ number }: { readonly number: number }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const ending = useMutation({ mutationFn: async () => answered(api.DELETE("/workspaces/{workspace}/subscriptions/{number}", { params: { path: { workspace, number } } })), onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "subscriptions") }) });
  return <><button type="button" aria-label={`End subscription ${number}`} disabled={ending.isPending} onClick={() => ending.mutate()}>End</button>{ending.error !== null && <ProblemBox problem={ending.error} />}</>;
}

const channels = ["webhook", "mail"] as const;

function Subscribe() {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [channel, setChannel] = useState<(typeof channels)[number]>("webhook");
  const [address, setAddress] = useState("");
  const making = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/subscriptions", { params: { path: { workspace } }, body: { channel, address: address.trim(), kinds: null } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "subscriptions") }),
  });
  return (
    <Section id="subscribe" title="Be told">
      <form className="editing" onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}>
        <div className="fields">
          <Field label="By">{(own) => <select {...own} value={channel} onChange={({ target }) => setChannel(channels.find((each) => each === target.value) ?? "webhook")}>{channels.map((each) => <option key={each} value={each}>{each}</option>)}</select>}</Field>
          <Field label="Address" wrong={problemAt(making.error, "/address")}>{(own) => <input {...own} required size={40} maxLength={2000} placeholder={channel === "mail" ? "jane@acme.example" : "https://acme.example/hook"} value={address} onChange={({ target }) => setAddress(target.value)} />}</Field>
        </div>
        <p><button type="submit" className="main" disabled={making.isPending}>Subscribe</button></p>
        {making.data !== undefined && <p role="status">{making.data.secret === null ? "From now on it is told by mail." : <>What signs each message, told once: <code className="secret">{making.data.secret}</code></>}</p>}
        {making.error !== null && <ProblemBox problem={making.error} />}
      </form>
    </Section>
  );
}
