import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { answered, api } from "../api/client.js";
import { queryKey } from "../api/query-key.js";
import { type SignedIn, sessionNow } from "../api/session.js";
import { ProblemBox } from "../part/problem-box.js";
import { writtenIn } from "../part/written.js";
import { Input } from "./sign-in.js";

/** Takes up what is shown with a new session of the same person; of somebody else nothing of it may stay. */
function useTakingUp(before: SignedIn) {
  const client = useQueryClient();
  return async (): Promise<void> => {
    const session = await sessionNow();
    if (session.person !== before.person) return location.reload();
    client.setQueryData(queryKey.session, session);
    client.setQueryData(queryKey.sessionEnded, false);
    await client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
  };
}

/** Where the session ended while a screen was open, the way in stands before the screen, which stays with what was written in it. */
export function SessionEnded({ session }: { readonly session: SignedIn }) {
  const client = useQueryClient();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isEnded = useQuery({ queryKey: queryKey.sessionEnded, queryFn: () => false, enabled: false, initialData: false }).data;
  const ways = useQuery({ queryKey: queryKey.signIn, queryFn: async () => answered(api.GET("/sign-in")), enabled: isEnded, staleTime: Infinity });
  const takeUp = useTakingUp(session);
  const entering = useMutation({
    mutationFn: async ({ login = "", password = "" }: Readonly<Record<string, string>>) => {
      await answered(api.POST("/session", { body: { login, password } }));
      await takeUp();
    },
  });
  const elsewhere = useMutation({ mutationFn: takeUp });
  useEffect(() => {
    if (isEnded) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isEnded]);
  const problem = entering.error ?? elsewhere.error;
  return (
    <dialog ref={dialog} className="dialog-form" aria-labelledby={title} onClose={() => client.setQueryData(queryKey.sessionEnded, false)}>
      {isEnded && (
        <form onSubmit={(event) => {
          event.preventDefault();
          entering.mutate(writtenIn(event.currentTarget));
        }}>
          <h2 id={title}>Your session has ended</h2>
          <p>Sign in again as <bdi>{session.name ?? session.person}</bdi>: what you wrote is still there, and is sent when you press its button again.</p>
          <Input label="Login" name="login" problem={entering.error} complete="username" />
          <Input label="Password" name="password" problem={entering.error} type="password" complete="current-password" />
          {problem !== null && <ProblemBox problem={problem} />}
          <div className="fields"><button className="main" disabled={entering.isPending}>Sign in</button><button type="button" onClick={() => dialog.current?.close()}>Not now</button></div>
          {ways.data?.provider === true && <p className="small"><a href="/api/v1/sign-in/provider" target="_blank" rel="noreferrer">Sign in at the provider, in another tab</a>, then <button type="button" className="bare" disabled={elsewhere.isPending} onClick={() => elsewhere.mutate()}>go on here</button></p>}
        </form>
      )}
    </dialog>
  );
}
