import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { useKeptWords } from "../../part/kept-words.js";
import { WordsField } from "../../part/words-field.js";
import type { Release } from "../../answer/use-release.js";

/** Records what a use comes to, of just the records that are shown, with why. */
export function RecordDecision({ release }: { readonly release: Release }) {
  const [{ use, changeSet, on, day }, onShown] = useAsOpened(release);
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const why = useKeptWords(`release ${use}`);
  const recording = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/decisions", { params: { path: { workspace } }, body: { use, at: changeSet, ...(why.text.trim() === "" ? {} : { why: why.text.trim() }) } })),
    onSuccess: async () => {
      why.drop();
      await askAnew(client, { queryKey: queryKey.of(workspace) });
    },
  });
  if (!mayIn(session, workspace, "decisions:record")) return null;
  return (
    <DialogForm label="Record this decision" title="Record the decision" run="Record" isMain onRun={recording.mutateAsync} isRunning={recording.isPending} problem={recording.error} onShown={onShown}>
      <p>It is kept to the byte, with the records of change set {changeSet} and your name. Later answers are compared with it.</p>
      {/* A use whose day has passed is shown as it goes on, and recorded as it was asked. */}
      {on === day && <p>It is decided for the day that the use has in the records; what is shown here is the answer of {on}.</p>}
      <WordsField label="Why now" hint="may be left empty" words={why} maxLength={20_000} />
    </DialogForm>
  );
}
