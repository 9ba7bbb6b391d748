import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useRef, useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { ApiProblem } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { type ChosenFile, filesDropped, filesOfList } from "../../part/chosen-file.js";
import { DropZone } from "../../part/drop-zone.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";

const formats = /\.(?:docx|docm|dotx|pdf|md|markdown|txt)$/i;

interface Sent {
  readonly file: string;
  /** null: it was taken. */
  readonly problem: unknown;
}

/** Sends documents one after the other, each to be read by itself: one that is refused keeps no other from it. */
function useSending() {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [total, setTotal] = useState(0);
  const sending = useMutation({
    mutationFn: async (chosen: Promise<readonly ChosenFile[]>) => {
      const all = await chosen;
      const files = all.filter(({ path }) => formats.test(path));
      setTotal(files.length);
      for (const { path, file } of files) {
        const problem: unknown = await answered(api.POST("/workspaces/{workspace}/readings", { params: { path: { workspace }, query: { name: path } }, body: file as never, bodySerializer: (body) => body as never, headers: { "Content-Type": file.type === "" ? "application/octet-stream" : file.type } })).then(() => null, (error: unknown) => error);
        setSent((before) => [...before, { file: path, problem }]);
        await askAnew(client, { queryKey: queryKey.of(workspace, "runs", "reading") });
      }
      return all.length - files.length;
    },
    onMutate: () => {
      setSent([]);
      setTotal(0);
    },
  });
  return { sending, sent, total };
}

/** Where contracts are dropped, or chosen. */
export function Upload() {
  const { sending, sent, total } = useSending();
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const chose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    sending.mutate(Promise.resolve(filesOfList(target.files)));
    // The same files may be chosen again, after they were mended.
    target.value = "";
  };
  const refused = sent.filter(({ problem }) => problem !== null);
  return (
    <>
      <DropZone onDrop={(dropped) => sending.mutate(filesDropped(dropped))}>
        <p><strong>Drop contracts or a folder of them here</strong></p>
        <p className="soft">DOCX, PDF with text, Markdown or plain text, in English. Each is kept as evidence and read: what it says of 61 kinds of clauses, in its own words.</p>
        <p className="choices">
          <button type="button" disabled={sending.isPending} onClick={() => files.current?.click()}>Choose files</button>
          <button type="button" disabled={sending.isPending} onClick={() => folder.current?.click()}>Choose a folder</button>
        </p>
        <input ref={files} className="unseen" type="file" multiple tabIndex={-1} aria-label="Contracts" accept=".docx,.pdf,.md,.markdown,.txt" onChange={chose} />
        <input ref={folder} className="unseen" type="file" multiple tabIndex={-1} aria-label="Folder of contracts" {...{ webkitdirectory: "" }} onChange={chose} />
      </DropZone>
      {sending.isPending && <Loading what={total === 0 ? "Looking at the files" : `Sending ${Math.min(sent.length + 1, total)} of ${total}`} />}
      {sending.error !== null && <ProblemBox problem={sending.error} />}
      {sending.data !== undefined && total === 0 && <p role="status">None of these files is a document that is read.</p>}
      {sending.data !== undefined && sending.data > 0 && total > 0 && <p className="soft small" role="status">{sending.data.toLocaleString("en")} {sending.data === 1 ? "file is" : "files are"} of another form, and {sending.data === 1 ? "was" : "were"} not sent.</p>}
      {refused.length > 0 && <ProblemBox problem={new ApiProblem(422, refused.flatMap(({ file, problem }) => (problem instanceof ApiProblem ? problem.problems.map((each) => ({ ...each, message: `${file}: ${each.message}` })) : [{ code: "bug", message: `${file}: something is wrong`, hint: null, pointer: null }])))} />}
    </>
  );
}
