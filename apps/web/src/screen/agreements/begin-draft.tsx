import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { dealFileText } from "./deal-file.js";
import { readDeal } from "./use-drafts.js";

/** Where no draft is open: a deal file, dropped in or written. */
export function BeginDraft({ onRead }: { readonly onRead: (deal: string) => void }) {
  const workspace = useWorkspace();
  const [text, setText] = useState("");
  const reading = useMutation({
    mutationFn: async (given: string | File) => {
      const deal = typeof given === "string" ? given : await dealFileText(given);
      setText(deal);
      return JSON.stringify((await readDeal(workspace, deal)).deal);
    },
    onSuccess: onRead,
  });
  return (
    <form className="begin-draft" onSubmit={(event) => {
      event.preventDefault();
      reading.mutate(text);
    }}>
      <p>A deal file says who licenses what to whom, and which clause on each topic. Nothing of a draft is recorded, and it stays in this window.</p>
      <label className="file">Deal file <input type="file" accept=".yaml,.yml,.json,text/yaml,application/json" onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) reading.mutate(file);
      }} /></label>
      <Field label="Or written here">{(own) => <textarea {...own} rows={12} spellCheck={false} required value={text} onChange={({ target }) => setText(target.value)} />}</Field>
      {reading.error !== null && <ProblemBox problem={reading.error} />}
      <p><button className="main" disabled={reading.isPending || text.trim() === ""}>Read the deal</button></p>
    </form>
  );
}
