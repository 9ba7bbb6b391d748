import { useId, useState } from "react";
import { useNames } from "../../api/names.js";
import { problemAt } from "../../api/problem.js";
import { useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { WordsField } from "../../part/words-field.js";
import { type BulkStatement, mostAtOnce, useBulkChange } from "./bulk-change.js";

/** What can be said of the marked assets at once. `done`: told once it is recorded. */
export function BulkBar({ ids, forget, done }: { readonly ids: readonly string[]; readonly forget: () => void; readonly done: (told: string) => void }) {
  const workspace = useWorkspace();
  const { name: person, person: id } = useSignedIn();
  const { instruments } = useNames();
  const [key] = useState(() => crypto.randomUUID());
  const [what, setWhat] = useState<BulkStatement["what"]>("license");
  const [value, setValue] = useState("");
  const why = useKeptWords("assets");
  const change = useBulkChange(workspace, key);
  const list = useId();
  const isWhole = value.trim() !== "" && why.text.trim() !== "" && ids.length <= mostAtOnce;
  const many = `${ids.length.toLocaleString("en")} ${ids.length === 1 ? "asset" : "assets"}`;
  return (
    <form className="bulk" aria-label="Marked assets" onSubmit={(event) => {
      event.preventDefault();
      if (isWhole) change.mutate({ what, value: value.trim(), why: why.text.trim(), ids, by: person ?? id }, {
        onSuccess: ({ changeSet }) => {
          why.drop();
          done(`Recorded of ${many} as change set ${changeSet}.`);
        },
      });
    }}>
      <p><b>{many} marked</b> <button type="button" className="bare" onClick={forget}>Mark none</button></p>
      <div className="fields">
        <Field label="Say of them all">
          {(own) => (
            <select {...own} value={what} onChange={({ target }) => setWhat(target.value as BulkStatement["what"])}>
              <option value="license">their license</option>
              <option value="licensor">who licenses them</option>
            </select>
          )}
        </Field>
        <Field label={what === "license" ? "License" : "Licensor"} hint={what === "license" ? "an SPDX id or expression, or an id of the catalogue" : "a party, by its id"} wrong={problemAt(change.error, "/changes/add/statements/0/value")}>
          {(own) => <><input {...own} list={what === "license" ? list : undefined} value={value} required maxLength={500} onChange={({ target }) => setValue(target.value)} /><datalist id={list}>{Object.keys(instruments).map((each) => <option key={each} value={each} />)}</datalist></>}
        </Field>
        <div className="wide">
          <WordsField label="Reason" hint="Who said so, and where; it stands in the history." words={why} isLine required maxLength={2000} />
        </div>
      </div>
      <p className="soft small">It stands beside what was said before: where it differs, that is a conflict, and somebody concludes which counts.</p>
      {ids.length > mostAtOnce && <p className="wrong">One change set takes {mostAtOnce.toLocaleString("en")} assets at most: mark fewer.</p>}
      {change.error !== null && <ProblemBox problem={change.error} />}
      <button className="main" disabled={!isWhole || change.isPending}>{change.isPending ? "Recording" : `Record of ${many}`}</button>
    </form>
  );
}
