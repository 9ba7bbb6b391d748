import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client.js";
import { Heading } from "../part/heading.js";
import { ProblemBox } from "../part/problem-box.js";
import "./page.css";

const written = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
};

/** The way in, with a local account. */
export function SignIn() {
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: async (body: { readonly login: string; readonly password: string }) => answered(api.POST("/session", { body })),
    onSuccess: async () => client.resetQueries(),
  });
  return (
    <main className="page">
      <p className="brand">Cleartitle</p>
      <Heading title="Sign in" />
      <form onSubmit={(event) => {
        event.preventDefault();
        enter.mutate({ login: written(event.currentTarget, "login"), password: written(event.currentTarget, "password") });
      }}>
        <label>Login<input name="login" autoComplete="username" required /></label>
        <label>Password<input name="password" type="password" autoComplete="current-password" required /></label>
        {enter.error !== null && <ProblemBox problem={enter.error} />}
        <button className="main" disabled={enter.isPending}>Sign in</button>
      </form>
    </main>
  );
}
