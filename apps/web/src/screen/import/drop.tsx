import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, useRef, useState } from "react";
import { answered, api } from "../../api/client.js";
import { useWorkspace } from "../../api/workspace.js";
import { type ChosenFile, filesDropped, filesOfList } from "../../part/chosen-file.js";
import { DropZone } from "../../part/drop-zone.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { parcelOf, type Parcel } from "./chosen.js";
import { usePersons } from "./persons.js";

function useSending(asTitle: boolean) {
  const workspace = useWorkspace();
  const [, change] = useSearchState();
  const persons = usePersons();
  const [parcel, setParcel] = useState<Parcel | null>(null);
  const sending = useMutation({
    mutationFn: async (chosen: Promise<readonly ChosenFile[]>) => {
      const made = await parcelOf(await chosen, asTitle);
      setParcel(made);
      return answered(api.POST("/workspaces/{workspace}/imports/file", { params: { path: { workspace }, query: { name: made.name, persons } }, body: made.body as never, bodySerializer: (body) => body as never, headers: { "Content-Type": made.type } }));
    },
    onMutate: () => setParcel(null),
    onSuccess: ({ number }) => change({ run: String(number), cursor: undefined }),
  });
  return { sending, parcel };
}

/** Where files are dropped, or chosen. */
export function Drop() {
  const [asTitle, setAsTitle] = useState(false);
  const { sending, parcel } = useSending(asTitle);
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const send = (chosen: Promise<readonly ChosenFile[]>): void => sending.mutate(chosen);
  const chose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    send(Promise.resolve(filesOfList(target.files)));
    // The same files may be chosen again, after they were mended.
    target.value = "";
  };
  return (
    <>
      <DropZone onDrop={(dropped) => send(filesDropped(dropped))}>
        <p><strong>Drop files or a folder here</strong></p>
        <p className="soft">Cards, manifests, bills of materials, license texts, records of provenance: the formats are recognized. A title file, or an archive of a folder, as well.</p>
        <p className="choices">
          <button type="button" disabled={sending.isPending} onClick={() => files.current?.click()}>Choose files</button>
          <button type="button" disabled={sending.isPending} onClick={() => folder.current?.click()}>Choose a folder</button>
        </p>
        <input ref={files} className="unseen" type="file" multiple tabIndex={-1} aria-label="Files" onChange={chose} />
        <input ref={folder} className="unseen" type="file" multiple tabIndex={-1} aria-label="Folder" {...{ webkitdirectory: "" }} onChange={chose} />
        <label className="small"><input type="checkbox" checked={asTitle} onChange={({ target }) => setAsTitle(target.checked)} /> A single file is a title file, whatever its name</label>
      </DropZone>
      {sending.isPending && <Loading what={parcel === null ? "Reading the files" : `Sending ${parcel.files.toLocaleString("en")} ${parcel.files === 1 ? "file" : "files"}, ${(parcel.body.size / 1_000_000).toFixed(1)} MB`} />}
      {sending.error !== null && <ProblemBox problem={sending.error} />}
      {parcel !== null && parcel.leftOut.length > 0 && <LeftHere parcel={parcel} />}
    </>
  );
}

const mostTold = 100;

/** What was chosen and not sent: nothing is left out without a word. */
function LeftHere({ parcel: { leftOut } }: { readonly parcel: Parcel }) {
  return (
    <details>
      <summary>{leftOut.length.toLocaleString("en")} {leftOut.length === 1 ? "file was" : "files were"} not sent</summary>
      <ul className="small">
        {leftOut.slice(0, mostTold).map(({ file, why }) => <li key={file}><bdi>{file}</bdi>: {why}</li>)}
        {leftOut.length > mostTold && <li className="soft">and {(leftOut.length - mostTold).toLocaleString("en")} more</li>}
      </ul>
    </details>
  );
}
