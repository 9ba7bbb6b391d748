import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm } from "../../part/dialog-form.js";
import { useKeptWords } from "../../part/kept-words.js";
import { WordsField } from "../../part/words-field.js";
import { agreementAt } from "../../shell/address.js";
import { dealIn } from "./deal.js";
import type { KeptDraft } from "./kept-draft.js";

/** Records what was written: as the first version of an agreement, or as its next one. */
export function RecordDraft({ draft: { after, of } }: { readonly draft: KeptDraft }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const note = useKeptWords(`draft ${of?.agreement ?? ""} note`);
  const recording = useMutation({
    mutationFn: async () => {
      const body = { text: `${JSON.stringify(dealIn(after), null, 2)}\n`, side: "ours" as const, ...(note.text.trim() === "" ? {} : { note: note.text.trim() }) };
      const told = of === null
        ? await answered(api.POST("/workspaces/{workspace}/agreements", { params: { path: { workspace } }, body }))
        : await answered(api.POST("/workspaces/{workspace}/agreements/{id}/versions", { params: { path: { workspace, id: of.agreement } }, body }));
      return { ...told, text: after };
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
  if (!mayIn(session, workspace, "agreements:write")) return null;
  if (recording.data?.text === after) return <span role="status">Recorded: <Link to={agreementAt(workspace, recording.data.agreement)}><bdi>{recording.data.agreement}</bdi></Link></span>;
  return (
    <DialogForm label={of === null ? "Begin an agreement with it" : "Record as a version of ours"} title={dealIn(after).title} run="Record" isMain onRun={async () => recording.mutateAsync().then(note.drop)} isRunning={recording.isPending} problem={recording.error}>
      <p>{of === null ? "It becomes the first version of an agreement, under the name of the deal." : <>It becomes the next version of <bdi>{of.agreement}</bdi>, and binds nobody until both sides have signed it.</>}</p>
      <WordsField label="Note" hint="may be left empty" words={note} isLine maxLength={2000} />
    </DialogForm>
  );
}
