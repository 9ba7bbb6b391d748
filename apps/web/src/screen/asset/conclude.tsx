import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { type SignedIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Told } from "../../part/told.js";
import { WordsField } from "../../part/words-field.js";
import type { Matter } from "./sheet.js";

interface Concluding {
  readonly asset: string;
  readonly matter: Matter;
  readonly value: string;
  readonly why: string;
  readonly evidence: string;
}

/** As the records have it: what was a truth or a number stays one. */
function recorded(written: string, { said }: Matter): string | number | boolean {
  return said.map(({ statement }) => statement.value).find((value) => value !== null && String(value) === written) ?? written;
}

/** Somebody else has to approve it. Of the one user of a machine there is nobody else, and it is recorded. */
async function conclude(workspace: string, session: SignedIn, { asset, matter, value, why, evidence }: Concluding): Promise<string> {
  const { what, scope, part } = matter;
  const own = { what, value: recorded(value, matter) };
  const path = { workspace };
  if (session.by !== "local") {
    const body = { why, proposed: { kind: "conclusion" as const, about: { kind: "asset" as const, id: asset }, ...own, scope: scope as null, part, from: null, to: null, supersedes: null, evidence: evidence === "" ? null : evidence } };
    const { number } = await answered(api.POST("/workspaces/{workspace}/proposals/conclusions", { params: { path }, body }));
    return `Proposed as number ${number}. It counts once somebody else approves it.`;
  }
  const statement = { about: { asset }, ...own, ...(scope === null ? {} : { scope }), ...(part === null ? {} : { part }), rung: "concluded", by: session.name ?? session.person, source: { system: "concluded by a person", ...(evidence === "" ? {} : { locator: evidence }) } };
  const { changeSet } = await answered(api.POST("/workspaces/{workspace}/changes", { params: { path }, body: { why, changes: { add: { statements: [statement] } } as never } }));
  return `Concluded, as change set ${changeSet}. This machine has one user, so nobody else approves it.`;
}

/** Which of what was said counts, and why. */
export function Conclude({ asset, matter, title, values }: { readonly asset: string; readonly matter: Matter; readonly title: string; readonly values: readonly string[] }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const client = useQueryClient();
  const list = useId();
  const [value, setValue] = useState("");
  const about = `asset ${asset} ${matter.what} ${matter.scope ?? ""} ${matter.part ?? ""}`;
  const [why, evidence] = [useKeptWords(`${about} reason`), useKeptWords(`${about} evidence`)];
  const work = useMutation({
    mutationFn: async () => conclude(workspace, session, { asset, matter, value: value.trim(), why: why.text.trim(), evidence: evidence.text.trim() }),
    onSuccess: async () => {
      why.drop();
      evidence.drop();
      await askAnew(client, { queryKey: queryKey.of(workspace) });
    },
  });
  if (work.data !== undefined) return <Told text={work.data} />;
  return (
    <form className="conclude" aria-label={`Conclude: ${title}`} onSubmit={(event) => {
      event.preventDefault();
      work.mutate();
    }}>
      <div className="fields">
        <Field label="What counts" hint="one of what was said, or something else" wrong={problemAt(work.error, "/proposed/value")}>
          {(own) => <><input {...own} list={list} value={value} required maxLength={500} onChange={({ target }) => setValue(target.value)} /><datalist id={list}>{values.map((each) => <option key={each} value={each} />)}</datalist></>}
        </Field>
        <div className="wide">
          <WordsField label="Reason" hint="Why this one; whoever approves it reads it, and it stands in the history." words={why} isLine required maxLength={5000} />
        </div>
        <div className="wide">
          <WordsField label="Evidence" hint="where it can be seen; may be left empty" words={evidence} isLine maxLength={2000} />
        </div>
      </div>
      {work.error !== null && <ProblemBox problem={work.error} />}
      <button className="main" disabled={work.isPending || value.trim() === "" || why.text.trim() === ""}>{session.by === "local" ? "Conclude" : "Propose"}</button>
    </form>
  );
}
