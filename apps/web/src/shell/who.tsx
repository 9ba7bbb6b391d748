import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../api/client.js";
import type { SignedIn } from "../api/session.js";
import { useWorkspace } from "../api/workspace.js";
import { profileAt } from "./address.js";

/** Who is signed in, and the way out. */
export function Who({ session }: { readonly session: SignedIn }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const out = useMutation({
    mutationFn: async () => answered(api.DELETE("/session")),
    // Nothing of what was shown stays in the page, nor of what was written and not sent.
    onSuccess: () => {
      client.clear();
      sessionStorage.clear();
      location.assign("/");
    },
  });
  return (
    <p>
      <Link to={profileAt(workspace)}><bdi>{session.name ?? session.person}</bdi></Link>
      {session.by === "local" ? <span className="soft">, on this machine</span> : <> · <button type="button" className="bare" disabled={out.isPending} onClick={() => out.mutate()}>Sign out</button></>}
    </p>
  );
}
