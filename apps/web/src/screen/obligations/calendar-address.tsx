import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { ProblemBox } from "../../part/problem-box.js";

/** An address under which a calendar of any program reads one's days: duties, ends of terms and waivers, law that changes. */
export function CalendarAddress() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/calendars", { params: { path: { workspace } }, body: { kinds: null } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "subscriptions") }),
  });
  if (!mayIn(session, workspace, "notifications:read")) return null;
  return (
    <Section id="calendar-address" title="In your own calendar">
      <p>An address that calendars read (ICS), with what is due, what ends and what law changes. Whoever has the address reads it; it is told once, and ended under Settings.</p>
      <p><button type="button" disabled={making.isPending} onClick={() => making.mutate()}>Make an address</button></p>
      {making.data !== undefined && <p role="status"><code className="address">{new URL(making.data.address, location.origin).href}</code></p>}
      {making.error !== null && <ProblemBox problem={making.error} />}
    </Section>
  );
}
