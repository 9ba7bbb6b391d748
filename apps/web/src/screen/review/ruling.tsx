import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { useKeptWords } from "../../part/kept-words.js";
import { WordsField } from "../../part/words-field.js";
import type { Proposal } from "./use-proposals.js";

type Word = "approve" | "reject" | "withdraw";

/** Says a word on just the text that is shown: of one that was changed meanwhile the server says so. */
function useRuling({ number, matter, digest }: Proposal) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ verdict, why }: { readonly verdict: Word; readonly why: string }) => {
      const params = { path: { workspace, number } };
      const said = { digest, why: why === "" ? null : why };
      // Each matter has routes of its own, of one form.
      if (verdict === "withdraw") return answered(api.POST(`/workspaces/{workspace}/proposals/${matter}s/{number}/withdrawal` as "/workspaces/{workspace}/proposals/waivers/{number}/withdrawal", { params, body: said }));
      return answered(api.POST(`/workspaces/{workspace}/proposals/${matter}s/{number}/rulings` as "/workspaces/{workspace}/proposals/waivers/{number}/rulings", { params, body: { ...said, verdict } }));
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}

interface SayProps {
  readonly proposal: Proposal;
  readonly verdict: Word;
  readonly label: string;
  readonly says: string;
  readonly needsWhy: boolean;
}

function Say({ proposal: now, verdict, label, says, needsWhy }: SayProps) {
  const [proposal, onShown] = useAsOpened(now);
  const why = useKeptWords(`proposal ${proposal.number} ${verdict}`);
  const ruling = useRuling(proposal);
  return (
    <DialogForm label={label} title={`${label}: proposal ${proposal.number}`} run={label} isMain={verdict === "approve"} onRun={async () => ruling.mutateAsync({ verdict, why: why.text.trim() }).then(why.drop)} isRunning={ruling.isPending} problem={ruling.error} onShown={onShown}>
      <p className="small">{says}</p>
      <WordsField label="Why" {...(needsWhy ? {} : { hint: "may be left empty" })} words={why} required={needsWhy} maxLength={20_000} />
    </DialogForm>
  );
}

/** What one may say of a proposal. Who wrote any of it approves nothing of it. */
export function Ruling({ proposal }: { readonly proposal: Proposal }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const { state, authors, matter } = proposal;
  if (state !== "open") return null;
  const mayApprove = mayIn(session, workspace, `${matter}s:approve` as const);
  if (authors.includes(session.person)) {
    return (
      <div className="fields">
        <p>You proposed it: somebody else has to approve it.</p>
        <Say proposal={proposal} verdict="withdraw" label="Withdraw" says="It is closed, and nothing of it comes into the records." needsWhy={false} />
      </div>
    );
  }
  if (!mayApprove) return <p className="soft">It waits for somebody who may approve a {matter}.</p>;
  return (
    <div className="fields">
      <Say proposal={proposal} verdict="approve" label="Approve" says="It comes into the records at once, with your name and the name of who proposed it." needsWhy={false} />
      <Say proposal={proposal} verdict="reject" label="Send back" says="It is closed. Who proposed it reads why, and can propose something else." needsWhy />
    </div>
  );
}
