import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { DateField, Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type Column, Table } from "../../part/table.js";

type Token = components["schemas"]["Token"];

const now = (): string => new Date().toISOString();

/** Tokens for programs: of one workspace, for what one may do there oneself. */
export function Tokens() {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery({ queryKey: queryKey.of(workspace, "tokens"), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/tokens", { params: { path: { workspace } } }))).items });
  const columns: Column<Token>[] = [
    { head: "Name", cell: ({ name }) => <bdi>{name}</bdi> },
    { head: "Of", cell: ({ person }) => <bdi>{person}</bdi> },
    { head: "May", cell: ({ scopes }) => scopes.join(", ") },
    { head: "Made", cell: ({ madeAt }) => <span className="day">{madeAt.slice(0, 10)}</span> },
    { head: "Until", cell: ({ expiresAt, endedAt }) => <span className="day">{endedAt === null ? `${expiresAt.slice(0, 10)}${expiresAt < now() ? " (over)" : ""}` : `ended ${endedAt.slice(0, 10)}`}</span> },
    { head: "End", cell: (token) => token.endedAt === null && <EndToken token={token} /> },
  ];
  return (
    <>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the tokens" />}
      {data?.length === 0 && <p className="soft">There is no token yet. A program sends one as <code>Authorization: Bearer …</code>, and may do with it what you let it.</p>}
      {data !== undefined && data.length > 0 && <Table label="Tokens" columns={columns} rows={data} keyOf={({ id }) => id} />}
      <MakeToken />
    </>
  );
}

function EndToken({ token: { id, name } }: { readonly token: Token }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const ending = useMutation({ mutationFn: async () => answered(api.DELETE("/workspaces/{workspace}/tokens/{token}", { params: { path: { workspace, token: id } } })), onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "tokens") }) });
  return <><button type="button" aria-label={`End the token ${name}`} disabled={ending.isPending} onClick={() => ending.mutate()}>End</button>{ending.error !== null && <ProblemBox problem={ending.error} />}</>;
}

function MakeToken() {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const session = useSignedIn();
  const own = session.workspaces.find((each) => each.workspace === workspace)?.permissions ?? [];
  const [name, setName] = useState("");
  const [until, setUntil] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(["records:read", "decisions:ask", "catalogue:read"]);
  const making = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/tokens", { params: { path: { workspace } }, body: { name, scopes: own.filter((each) => scopes.includes(each)), expiresAt: `${until}T23:59:59Z` } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "tokens") }),
  });
  return (
    <Section id="make-token" title="Make a token">
      <form className="editing" onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}>
        <div className="fields">
          <Field label="What it is for" wrong={problemAt(making.error, "/name")}>{(field) => <input {...field} required maxLength={200} value={name} onChange={({ target }) => setName(target.value)} />}</Field>
          <DateField label="Until" value={until} onChange={setUntil} wrong={problemAt(making.error, "/expiresAt")} />
        </div>
        <fieldset className="roles">
          <legend>It may</legend>
          {own.map((permission) => <label key={permission}><input type="checkbox" checked={scopes.includes(permission)} onChange={({ target }) => setScopes(target.checked ? [...scopes, permission] : scopes.filter((each) => each !== permission))} /> {permission}</label>)}
        </fieldset>
        <p><button type="submit" className="main" disabled={until === "" || making.isPending}>Make the token</button></p>
        {making.data !== undefined && <p role="status">Token, told once: <code className="secret">{making.data.token}</code></p>}
        {making.error !== null && <ProblemBox problem={making.error} />}
      </form>
    </Section>
  );
}
