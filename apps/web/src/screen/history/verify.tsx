import { shapes } from "@cleartitle/engine";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../api/client.js";
import { problemHere } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { readExport } from "./verify/archive.js";
import { readKey } from "./verify/key.js";
import { type Outcome, verifyExport } from "./verify/verify-export.js";
import "../../part/verdict.css";

/** More cannot be held in a page. */
const mostBytes = 256_000_000;

async function exported(workspace: string): Promise<Uint8Array<ArrayBuffer>> {
  const buffer: ArrayBuffer = await answered(api.GET("/workspaces/{workspace}/ledger/bundle", { params: { path: { workspace } }, parseAs: "arrayBuffer" }));
  return new Uint8Array(buffer);
}

async function bytesIn(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > mostBytes) throw problemHere(`the file has ${Math.round(file.size / 1_000_000)} MB, more than a page can hold`, "cleartitle ledger verify reads it as it comes");
  return new Uint8Array(await file.arrayBuffer());
}

/** The ledger verified here, by what this browser computes, and not by the word of the server. */
export function Verify({ mayFetch }: { readonly mayFetch: boolean }) {
  const workspace = useWorkspace();
  const [key, setKey] = useState("");
  const [done, setDone] = useState(0);
  const standing = useQuery({ queryKey: queryKey.of(workspace, "ledger"), queryFn: async () => answered(api.GET("/workspaces/{workspace}/ledger", { params: { path: { workspace } } })), enabled: mayFetch });
  const told = standing.data?.signer ?? null;
  const verifying = useMutation({
    mutationFn: async (file: File | null) => {
      setDone(0);
      const text = key.trim() === "" ? told : key;
      const trusted = text === null ? null : await readKey(text);
      if (text !== null && trusted === null) throw problemHere("that is no public key of a ledger", "it looks like NAME+12345678+BASE64");
      const outcome = await verifyExport(readExport(file === null ? await exported(workspace) : await bytesIn(file)), trusted, setDone);
      return { outcome, isOwnKey: key.trim() !== "", hasKey: trusted !== null };
    },
  });
  return (
    <>
      <p>Each entry is hashed again, its values are compared with what was committed to, and the root over all of them with every signed head: in this browser, so that nobody has to be trusted. A change to any entry is found, and the first that is bad is named.</p>
      <div className="fields verifying">
        <Field label="Public key that you were given" hint={told === null ? "left empty, no signature is judged" : "left empty, the key that the server itself tells"}>{(own) => <input {...own} size={60} maxLength={400} value={key} placeholder={told ?? ""} onChange={({ target }) => setKey(target.value)} />}</Field>
      </div>
      <p className="choices">
        {mayFetch && <button type="button" className="main" disabled={verifying.isPending} onClick={() => verifying.mutate(null)}>Export and verify now</button>}
        <label className="file">Verify an export from a file <input type="file" accept=".zip,application/zip" disabled={verifying.isPending} onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) verifying.mutate(file);
          target.value = "";
        }} /></label>
      </p>
      {verifying.isPending && <Loading what={done === 0 ? "Reading the ledger" : `${done.toLocaleString("en")} entries verified`} />}
      {verifying.error !== null && <ProblemBox problem={verifying.error} />}
      {verifying.data !== undefined && <Told {...verifying.data} />}
    </>
  );
}

function Told({ outcome: { ledger, entries, heads, redacted, vouched, root, firstBad, problems }, isOwnKey, hasKey }: { readonly outcome: Outcome; readonly isOwnKey: boolean; readonly hasKey: boolean }) {
  // A ledger that was written anew as a whole fits together as well: only a signature over all of it tells the two apart.
  const [status, says] = problems.length > 0 ? (["blocked", "The ledger does not hold"] as const) : vouched === entries ? (["cleared", "The ledger holds"] as const) : (["unresolved", "The ledger holds in itself; nobody signed for all of it"] as const);
  const signed = !hasKey ? "no key was there to judge signatures by" : vouched === entries ? `the key signed for all of them${isOwnKey ? "" : "; it is the key that the server tells: compare it with the one you were given"}` : `the key signed for ${vouched.toLocaleString("en")} of them`;
  return (
    <Section id="outcome" title="Outcome">
      <p role="status" className={`verdict large outcome ${status}`}><span className="shape" aria-hidden="true">{shapes[status]}</span>{says}</p>
      {firstBad !== null && <p><strong>The first bad entry is {firstBad}.</strong></p>}
      {problems.length > 0 && <ul>{problems.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul>}
      <p>{ledger !== null && <>Ledger <bdi>{ledger}</bdi>: </>}{entries.toLocaleString("en")} {entries === 1 ? "entry" : "entries"} and {heads.toLocaleString("en")} {heads === 1 ? "head" : "heads"} looked at{redacted > 0 && `, ${redacted.toLocaleString("en")} redacted values`}; {signed}.</p>
      <p className="soft small">Root <code>{root}</code></p>
    </Section>
  );
}
