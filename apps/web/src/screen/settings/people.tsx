import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { usePeople } from "../../api/people.js";
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

type Member = components["schemas"]["Member"];
const allRoles = ["viewer", "engineer", "counsel", "approver", "licensor", "auditor", "admin"] as const;
type Role = (typeof allRoles)[number];

const useRoles = () => useQuery({ queryKey: queryKey.catalogue("roles"), queryFn: async () => (await answered(api.GET("/roles"))).items, staleTime: Infinity });

/** Who works in the workspace, with their roles. */
export function People() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const mayGive = mayIn(session, workspace, "people:write");
  const { data, error, refetch } = usePeople(workspace);
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="Reading who works here" />;
  const columns: Column<Member>[] = [
    { head: "Name", cell: ({ id, name, email }) => <><bdi>{name}</bdi>{id === session.person && <span className="soft"> (you)</span>}{email !== null && <p className="soft small"><bdi>{email}</bdi></p>}</> },
    { head: "Roles", cell: (member) => <RolesOf member={member} mayGive={mayGive} /> },
    { head: "Since", cell: ({ since }) => <span className="day">{since.slice(0, 10)}</span> },
    ...(mayGive ? [{ head: "Help", cell: (member: Member) => <HelpFor member={member} /> }] : []),
  ];
  return (
    <>
      <Table label="People" columns={columns} rows={data} keyOf={({ id }) => id} />
      <RoleWords />
      {mayGive && <TakeIn />}
    </>
  );
}

/** What each role is for. */
function RoleWords() {
  const { data } = useRoles();
  if (data === undefined) return null;
  return <details className="roles-told"><summary>What each role may do</summary><dl>{data.map(({ role, text }) => <div key={role}><dt>{role}</dt><dd>{text}</dd></div>)}</dl></details>;
}

function RoleBoxes({ chosen, onChange, legend }: { readonly chosen: readonly string[]; readonly onChange: (roles: Role[]) => void; readonly legend: string }) {
  return (
    <fieldset className="roles">
      <legend>{legend}</legend>
      {allRoles.map((role) => (
        <label key={role}><input type="checkbox" checked={chosen.includes(role)} onChange={({ target }) => onChange(allRoles.filter((each) => (each === role ? target.checked : chosen.includes(each))))} /> {role}</label>
      ))}
    </fieldset>
  );
}

function RolesOf({ member, mayGive }: { readonly member: Member; readonly mayGive: boolean }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [draft, setDraft] = useState<readonly Role[] | null>(null);
  const setting = useMutation({
    mutationFn: async (roles: readonly Role[]) => answered(api.PUT("/workspaces/{workspace}/people/{person}/roles", { params: { path: { workspace, person: member.id } }, body: { roles: [...roles] } })),
    onSuccess: async () => {
      setDraft(null);
      await askAnew(client, { queryKey: queryKey.of(workspace, "people") });
      await client.invalidateQueries({ queryKey: queryKey.session });
    },
  });
  if (draft === null) return <>{member.roles.join(", ")} {mayGive && <button type="button" className="bare" aria-label={`Change the roles of ${member.name}`} onClick={() => setDraft(allRoles.filter((role) => member.roles.includes(role)))}>change</button>}</>;
  return (
    <div className="editing">
      <RoleBoxes legend={`Roles of ${member.name}`} chosen={draft} onChange={setDraft} />
      <p className="choices"><button type="button" className="main" disabled={setting.isPending} onClick={() => setting.mutate(draft)}>{draft.length === 0 ? "Take out of the workspace" : "Save"}</button><button type="button" onClick={() => setDraft(null)}>Leave as it was</button></p>
      {setting.error !== null && <ProblemBox problem={setting.error} />}
    </div>
  );
}

/** A code for a new password, and the end of all sessions. */
function HelpFor({ member: { id, name } }: { readonly member: Member }) {
  const workspace = useWorkspace();
  const path = { workspace, person: id };
  const inviting = useMutation({ mutationFn: async () => answered(api.POST("/workspaces/{workspace}/people/{person}/invitation", { params: { path } })) });
  const ending = useMutation({ mutationFn: async () => answered(api.DELETE("/workspaces/{workspace}/people/{person}/sessions", { params: { path } })) });
  const error = inviting.error ?? ending.error;
  return (
    <div className="editing">
      <p className="choices">
        <button type="button" aria-label={`New code for ${name}`} disabled={inviting.isPending} onClick={() => inviting.mutate()}>New code</button>
        <button type="button" aria-label={`End the sessions of ${name}`} disabled={ending.isPending} onClick={() => ending.mutate()}>End sessions</button>
      </p>
      {inviting.data !== undefined && <Code {...inviting.data} />}
      {ending.data !== undefined && <p role="status">{ending.data.ended} ended.</p>}
      {error !== null && <ProblemBox problem={error} />}
    </div>
  );
}

function Code({ code, expiresAt }: { readonly code: string; readonly expiresAt: string }) {
  return <p role="status">Code, told once: <code className="secret">{code}</code>. It opens until {expiresAt.slice(0, 10)}; give it by a way of your own.</p>;
}

function TakeIn() {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>(["viewer"]);
  const taking = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/people", { params: { path: { workspace } }, body: { name, email: email.trim() === "" ? null : email.trim(), roles: [...roles] } })),
    onSuccess: async () => {
      setName("");
      setEmail("");
      await askAnew(client, { queryKey: queryKey.of(workspace, "people") });
    },
  });
  return (
    <Section id="take-in" title="Take somebody in">
      <form className="editing" onSubmit={(event) => {
        event.preventDefault();
        taking.mutate();
      }}>
        <div className="fields">
          <Field label="Name" wrong={problemAt(taking.error, "/name")}>{(own) => <input {...own} required maxLength={200} value={name} onChange={({ target }) => setName(target.value)} />}</Field>
          <Field label="Mail address" hint="may be left empty" wrong={problemAt(taking.error, "/email")}>{(own) => <input {...own} type="email" maxLength={320} value={email} onChange={({ target }) => setEmail(target.value)} />}</Field>
        </div>
        <RoleBoxes legend="Roles" chosen={roles} onChange={setRoles} />
        <p><button type="submit" className="main" disabled={roles.length === 0 || taking.isPending}>Take in</button></p>
        {taking.data !== undefined && <Code {...taking.data} />}
        {taking.error !== null && <ProblemBox problem={taking.error} />}
      </form>
    </Section>
  );
}
