import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { type SignedIn, useSignedIn } from "../../api/session.js";
import { instant } from "../../part/days.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Table } from "../../part/table.js";
import { writtenIn } from "../../part/written.js";
import { Input, passwordHint } from "../../shell/sign-in.js";
import "./profile.css";

const sessionsKey = ["sessions"] as const;

/** Where one is signed in, and how to end it there. */
function Sessions() {
  const client = useQueryClient();
  const { data, error, isPending } = useQuery({ queryKey: sessionsKey, queryFn: async () => answered(api.GET("/sessions")) });
  const end = useMutation({ mutationFn: async (session: string) => answered(api.DELETE("/sessions/{session}", { params: { path: { session } } })), onSuccess: async () => client.invalidateQueries({ queryKey: sessionsKey }) });
  return (
    <Section id="sessions" title="Where you are signed in">
      {isPending && <Loading />}
      {(error ?? end.error) !== null && <ProblemBox problem={error ?? end.error} />}
      {data !== undefined && (
        <Table
          label="Sessions" rows={data.items} keyOf={({ id }) => id}
          columns={[
            { head: "Since", cell: ({ startedAt }) => instant(startedAt) },
            { head: "Last seen", cell: ({ seenAt }) => instant(seenAt) },
            { head: "From", cell: ({ address }) => <bdi>{address}</bdi> },
            { head: "", cell: ({ id, isThis }) => (isThis ? <span className="soft">this one</span> : <button type="button" disabled={end.isPending} onClick={() => end.mutate(id)}>End it</button>) },
          ]}
        />
      )}
    </Section>
  );
}

function Password() {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: async (body: { login: string; current: string; password: string }) => answered(api.PUT("/password", { body })),
    // Every session ended with the old one, and this is a new one.
    onSuccess: async () => client.invalidateQueries({ queryKey: queryKey.session }),
  });
  return (
    <Section id="password" title="Password" note="all your sessions end when it changes, but the one in this page">
      <form className="profile-form" onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const { login = "", current = "", password = "" } = writtenIn(form);
        changing.mutate({ login, current, password }, { onSuccess: () => form.reset() });
      }}>
        <Input label="Login" name="login" problem={changing.error} complete="username" />
        <Input label="Password now" name="current" problem={changing.error} type="password" complete="current-password" />
        <Input label="New password" name="password" problem={changing.error} type="password" complete="new-password" hint={passwordHint} />
        {changing.error !== null && <ProblemBox problem={changing.error} />}
        <button className="main" disabled={changing.isPending}>Change it</button>
        {changing.isSuccess && <p role="status">The password is changed.</p>}
      </form>
    </Section>
  );
}

function Roles({ workspaces }: Pick<SignedIn, "workspaces">) {
  return (
    <Section id="roles" title="Roles">
      {workspaces.length === 0 ? <p className="soft">You work in no workspace yet.</p> : (
        <Table label="Roles by workspace" rows={workspaces} keyOf={({ workspace }) => workspace} columns={[{ head: "Workspace", cell: ({ workspace }) => workspace }, { head: "Roles", cell: ({ roles }) => roles.join(", ") }]} />
      )}
    </Section>
  );
}

/** Oneself: what one may do, where one is signed in, and the password. */
export default function Profile() {
  const session = useSignedIn();
  if (session.by === "local") {
    return (
      <>
        <Heading title="Profile" lead={<>You are <bdi>{session.person}</bdi>, the one user of this machine, and may do everything.</>} />
        <p>Nobody signs in here. For several people, with roles and four eyes, start the server with <code>--people</code>.</p>
      </>
    );
  }
  return (
    <>
      <Heading title="Profile" lead={<><bdi>{session.name}</bdi>{session.email !== null && <>, <bdi>{session.email}</bdi></>}</>} />
      <Roles workspaces={session.workspaces} />
      <Sessions />
      <Password />
    </>
  );
}
