import { useMutation } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { useWorkspace } from "../../api/workspace.js";
import { ProblemBox } from "../../part/problem-box.js";
import { saveFile } from "../../part/save-file.js";
import { dealIn } from "./deal.js";

const formats = { docx: "for a word processor", pdf: "PDF", md: "Markdown" } as const;
type Format = keyof typeof formats;
const all = Object.keys(formats) as Format[];

const apiAt = (workspace: string, ...steps: readonly string[]): string => `/api/v1/workspaces/${[workspace, ...steps].map(encodeURIComponent).join("/")}`;

/** A version of an agreement as the document that lawyers read. */
export function VersionDocuments({ id, version }: { readonly id: string; readonly version: number }) {
  const workspace = useWorkspace();
  const at = apiAt(workspace, "agreements", id, "versions", String(version), "document");
  return <span className="small">{all.map((format, index) => <span key={format}>{index > 0 && ", "}<a href={`${at}?format=${format}`} download aria-label={`Version ${version} ${format === "docx" ? formats.docx : `as ${formats[format]}`}`}>{formats[format]}</a></span>)}</span>;
}

/** Two versions as one document in which the changes are tracked. */
export function TrackedDocument({ id, from, to }: { readonly id: string; readonly from: number; readonly to: number }) {
  const workspace = useWorkspace();
  const { mutate, isPending, error, data: notes = [] } = useMutation({
    mutationFn: async () => {
      const asked = api.GET("/workspaces/{workspace}/agreements/{id}/redline", { params: { path: { workspace, id }, query: { from, to, format: "docx" } }, parseAs: "blob" });
      saveFile(await answered(asked), `${id}-${from}-to-${to}.docx`);
      const told = (await asked).response.headers.get("Redline-Notes");
      return told === null ? [] : told.split(", ").map(decodeURIComponent);
    },
  });
  return (
    <>
      <button type="button" disabled={isPending} onClick={() => mutate()}>{isPending ? "Being written …" : "One document with tracked changes"}</button>
      {notes.map((note) => <p key={note} className="small" role="status"><bdi>{note}</bdi></p>)}
      {error !== null && <ProblemBox problem={error} />}
    </>
  );
}

/** The deal that is being written as a document. */
export function DraftDocuments({ deal }: { readonly deal: string }) {
  const workspace = useWorkspace();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (format: Format) => saveFile(await answered(api.POST("/workspaces/{workspace}/drafts/document", { params: { path: { workspace } }, body: { deal, format }, parseAs: "blob" })), `${dealIn(deal).id}.${format}`),
  });
  return (
    <>
      <select aria-label="Save as a document" value="" disabled={isPending} onChange={({ target }) => mutate(target.value as Format)}>
        <option value="" disabled>{isPending ? "Being written …" : "Save as a document"}</option>
        {all.map((format) => <option key={format} value={format}>{formats[format]}</option>)}
      </select>
      {error !== null && <ProblemBox problem={error} />}
    </>
  );
}
