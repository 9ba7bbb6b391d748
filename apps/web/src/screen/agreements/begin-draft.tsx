import { useMutation } from "@tanstack/react-query";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { WordsField } from "../../part/words-field.js";
import { dealFileText } from "./deal-file.js";
import { TemplateList, useTemplates } from "./template-draft.js";
import { readDeal } from "./use-drafts.js";
import { dealOfDocument, isDocument } from "./use-returned.js";

/** Where no draft is open: a template, a document or deal file, or what is written here. */
export function BeginDraft({ onRead }: { readonly onRead: (deal: string) => void }) {
  const workspace = useWorkspace();
  const { isPending } = useTemplates();
  const written = useKeptWords("deal");
  const reading = useMutation({
    mutationFn: async (given: string | File) => {
      if (typeof given !== "string" && isDocument(given)) return dealOfDocument(workspace, given);
      const deal = typeof given === "string" ? given : await dealFileText(given);
      written.write(deal);
      const { deal: read } = await readDeal(workspace, deal);
      written.drop();
      return JSON.stringify(read);
    },
    onSuccess: onRead,
  });
  return (
    <>
      <Section id="kinds" title="From a template"><TemplateList /></Section>
      {/* What stands above is there first, so that nothing is pushed away. */}
      {!isPending && <Section id="from-file" title="From a file">
        <form className="begin-draft" onSubmit={(event) => {
          event.preventDefault();
          reading.mutate(written.text);
        }}>
          <p>A deal file says who licenses what to whom, and which clause on each topic; a document that was drafted here carries one. Nothing of a draft is recorded, and it stays in this window.</p>
          <label className="file">Deal file <input type="file" accept=".yaml,.yml,.json,.docx,.md,.pdf,text/yaml,application/json" onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) reading.mutate(file);
          }} /></label>
          <WordsField label="Or written here" words={written} rows={12} spellCheck={false} required />
          {reading.error !== null && <ProblemBox problem={reading.error} />}
          <p><button className="main" disabled={reading.isPending || written.text.trim() === ""}>Read the deal</button></p>
        </form>
      </Section>}
    </>
  );
}
