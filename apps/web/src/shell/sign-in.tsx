import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answered, api } from "../api/client.js";
import { problemAt } from "../api/problem.js";
import { queryKey } from "../api/query-key.js";
import { Field } from "../part/field.js";
import { Heading } from "../part/heading.js";
import { Loading } from "../part/loading.js";
import { ProblemBox } from "../part/problem-box.js";
import { writtenIn } from "../part/written.js";
import "./page.css";

type Written = Readonly<Record<string, string>>;

interface EntryProps {
  readonly title: string;
  readonly lead: string;
  readonly enter: (written: Written) => Promise<unknown>;
  readonly button: string;
  readonly children: (problem: unknown) => ReactNode;
  readonly foot: ReactNode;
}

/** A form that lets somebody in. Whatever was kept before was somebody else's. */
function Entry({ title, lead, enter, button, children, foot }: EntryProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const entering = useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      client.removeQueries({ type: "inactive" });
      await client.resetQueries();
      if (location.pathname === "/enter") await navigate({ to: "/" });
    },
  });
  return (
    <main className="page">
      <p className="brand">Cleartitle</p>
      <Heading title={title} lead={lead} />
      <form onSubmit={(event) => {
        event.preventDefault();
        entering.mutate(writtenIn(event.currentTarget));
      }}>
        {children(entering.error)}
        {entering.error !== null && <ProblemBox problem={entering.error} />}
        <button className="main" disabled={entering.isPending}>{button}</button>
      </form>
      <div className="foot small">{foot}</div>
    </main>
  );
}

interface InputProps {
  readonly label: string;
  readonly name: string;
  readonly problem: unknown;
  readonly hint?: string;
  readonly type?: "password";
  readonly complete?: string;
}

export function Input({ label, name, problem, hint, type, complete }: InputProps) {
  return <Field label={label} wrong={problemAt(problem, `/${name}`)} {...(hint === undefined ? {} : { hint })}>{(own) => <input {...own} name={name} type={type ?? "text"} autoComplete={complete ?? "off"} required />}</Field>;
}

export const passwordHint = "15 signs or more; several words do well";

const back = <p><Link to="/">Sign in with a login and a password</Link></p>;

/** The first person of a new server. */
function FirstStart() {
  return (
    <Entry title="Begin" lead="Nobody can sign in to this server yet. Whoever started it has a code in the terminal; with it you become the first person, and administer the workspace that you name." button="Begin" foot={null}
      enter={async ({ code = "", name = "", login = "", password = "", workspace = "" }) => answered(api.POST("/first-start", { body: { code, name, login, password, workspace } }))}
    >
      {(problem) => (
        <fieldset>
          <Input label="Code of the terminal" name="code" problem={problem} />
          <Input label="Your name" name="name" problem={problem} complete="name" />
          <Input label="Login" name="login" problem={problem} complete="username" hint="such as your e-mail address" />
          <Input label="Password" name="password" problem={problem} type="password" complete="new-password" hint={passwordHint} />
          <Input label="Workspace" name="workspace" problem={problem} hint="small letters, digits and dashes, like acme" />
        </fieldset>
      )}
    </Entry>
  );
}

/** A password is chosen with a code that somebody who gives roles has handed over. */
export function Invited() {
  return (
    <Entry title="Choose a password" lead="With the code that you were given. It works once, and only for a time." button="Choose" foot={back}
      enter={async ({ code = "", login = "", password = "" }) => answered(api.POST("/invitation", { body: { code, login, password } }))}
    >
      {(problem) => (
        <fieldset>
          <Input label="Code" name="code" problem={problem} />
          <Input label="Login" name="login" problem={problem} complete="username" />
          <Input label="Password" name="password" problem={problem} type="password" complete="new-password" hint={passwordHint} />
        </fieldset>
      )}
    </Entry>
  );
}

/** The way in: at first for the first person, from then on with a local account or at the provider. */
export function SignIn() {
  const ways = useQuery({ queryKey: queryKey.signIn, queryFn: async () => answered(api.GET("/sign-in")), staleTime: Infinity });
  if (ways.isPending) return <Loading what="Seeing which ways in there are" />;
  if (ways.error !== null) return <ProblemBox problem={ways.error} again={() => void ways.refetch()} />;
  if (ways.data.first) return <FirstStart />;
  const returnTo = `${location.pathname}${location.search}`;
  const foot = (
    <>
      {ways.data.provider && <p><a href={`/api/v1/sign-in/provider?${new URLSearchParams({ returnTo }).toString()}`}>Sign in at the provider</a></p>}
      <p><Link to="/enter">I have a code for a password</Link></p>
    </>
  );
  return (
    <Entry title="Sign in" lead="Your records and decisions are for those who work with them." button="Sign in" foot={foot}
      enter={async ({ login = "", password = "" }) => answered(api.POST("/session", { body: { login, password } }))}
    >
      {(problem) => (
        <fieldset>
          <Input label="Login" name="login" problem={problem} complete="username" />
          <Input label="Password" name="password" problem={problem} type="password" complete="current-password" />
        </fieldset>
      )}
    </Entry>
  );
}
