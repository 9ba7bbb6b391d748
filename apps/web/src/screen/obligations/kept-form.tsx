import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { DateField, Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { WordsField } from "../../part/words-field.js";
import { DutyState } from "./duty-state.js";
import { sayEvidence, Under } from "./duty-list.js";
import type { Obligation } from "./use-obligations.js";

interface Shown {
  readonly on: string;
  readonly words: string;
  readonly file: File | null;
}

/** Keeps the file, where there is one, and records the event that names it. */
function useRecording(duty: Obligation) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ on, words, file }: Shown) => {
      const path = { workspace };
      const digest = file === null ? null : (await answered(api.POST("/workspaces/{workspace}/evidence", { params: { path }, body: file as never, bodySerializer: (body) => body as never, headers: { "Content-Type": file.type === "" ? "application/octet-stream" : file.type } }))).sha256;
      const why = digest !== null && words !== "" ? { why: words } : {};
      return answered(api.POST("/workspaces/{workspace}/obligations/{id}/fulfillments", { params: { path: { workspace, id: duty.id } }, body: { on, evidence: digest ?? words, ...why } }));
    },
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}

/** Says that an obligation was kept, when, and what shows it. */
export function KeptForm({ duty }: { readonly duty: Obligation }) {
  const [, change] = useSearchState();
  const [on, setOn] = useState(today);
  const words = useKeptWords(`duty ${duty.id}`);
  const [file, setFile] = useState<File | null>(null);
  const recording = useRecording(duty);
  const nothing = file === null && words.text.trim() === "";
  return (
    <Section id="kept" title={duty.says}>
      <p><DutyState state={duty.state} /> <span className="soft">for <bdi>{duty.release}</bdi>, on <bdi>{duty.object}</bdi>; {duty.when}</span></p>
      <div><Under duty={duty} /></div>
      {duty.needs.length > 0 && <p>The text asks for: {sayEvidence(duty.needs)}.</p>}
      <form className="kept" onSubmit={(event) => {
        event.preventDefault();
        recording.mutate({ on, words: words.text.trim(), file }, { onSuccess: words.drop });
      }}>
        <div className="fields">
          <DateField label="Kept on" value={on} onChange={setOn} wrong={problemAt(recording.error, "/on")} />
          <WordsField label="What shows it" hint="where it is, or what was done" wrong={problemAt(recording.error, "/evidence")} words={words} isLine maxLength={2000} />
          <Field label="File that shows it" hint="kept under its digest">{(own) => <input {...own} type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />}</Field>
        </div>
        <p className="choices">
          <button type="submit" className="main" disabled={nothing || on === "" || recording.isPending}>Record that it was kept</button>
          <button type="button" onClick={() => change({ duty: undefined })}>Close</button>
        </p>
        {recording.error !== null && <ProblemBox problem={recording.error} />}
        {recording.data !== undefined && <p role="status">Recorded as change set {recording.data.changeSet}. {recording.data.state === "met" ? "It counts as kept." : "It does not count as kept: it is of another act, or came too early."}</p>}
      </form>
    </Section>
  );
}
