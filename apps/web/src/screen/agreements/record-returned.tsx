import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { DateField } from "../../part/field.js";
import { agreementAt } from "../../shell/address.js";
import type { AgreementDetail } from "./use-agreements.js";
import type { ReadFile } from "./use-returned.js";

/** Records what a document says as the other side's version, with the document kept as what shows it. */
export function RecordReturned({ agreement: now, read: { file, changes, told: { text, compared, openChanges, version } }, onAgain }: { readonly agreement: AgreementDetail; readonly read: ReadFile; readonly onAgain: () => void }) {
  const [{ id, steps, next, version: newest }, onShown] = useAsOpened(now);
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const [on, setOn] = useState(today());
  const recording = useMutation({
    mutationFn: async () => {
      const path = { workspace };
      const { sha256 } = await answered(api.POST("/workspaces/{workspace}/evidence", { params: { path }, body: file as never, bodySerializer: (body) => body as never, headers: { "Content-Type": file.type === "" ? "application/octet-stream" : file.type } }));
      return answered(api.POST("/workspaces/{workspace}/agreements/{id}/versions", { params: { path: { workspace, id } }, headers: { "If-Match": `"${steps}"` }, body: { side: "theirs", text: text!, on, evidence: sha256 } }));
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
  if (recording.data !== undefined) return <p role="status">Recorded as their version, with the document kept. <Link to={agreementAt(workspace, id)} search={{ show: "versions" }}>See the versions</Link></p>;
  const why = next.find(({ step }) => step === "receive")?.why ?? null;
  if (text === null) return <p className="soft">It carries no deal: what is <Link to={agreementAt(workspace, id)}>recorded as their version</Link> is a deal file that says what the document says.</p>;
  if (!compared) return <p className="soft">Its pages were not compared with the deal inside: ask for the document of a word processor, or record what the pages say by a deal file.</p>;
  if (!mayIn(session, workspace, "agreements:write") || !mayIn(session, workspace, "evidence:write")) return null;
  if (why !== null) return <p className="soft">It cannot be recorded as a version: {why}.</p>;
  if (version !== newest) return <p>Version {newest} came since it was read, and it is shown beside version {version}. <button type="button" onClick={onAgain}>Read it beside version {newest}</button></p>;
  return (
    <DialogForm label="Record as their version" title="A version of theirs" run="Record" isMain onRun={recording.mutateAsync} isRunning={recording.isPending} problem={recording.error} onShown={onShown}>
      <p>What the document says becomes the next version, and is frozen. <bdi>{file.name}</bdi> is kept as what shows it. It binds nobody until both sides have signed it.</p>
      {openChanges && changes === "told" && <p><strong>Its open changes are not in it.</strong> Read it as if they were accepted, where they are what the other side proposes.</p>}
      <DateField label="The day on which it came" value={on} onChange={setOn} wrong={problemAt(recording.error, "/on")} />
    </DialogForm>
  );
}
