import { plainWords } from "@cleartitle/engine";
import { useState } from "react";
import { mayIn, useSignedIn } from "../../api/session.js";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm } from "../../part/dialog-form.js";
import { DateField, Field } from "../../part/field.js";
import { useKeptWords } from "../../part/kept-words.js";
import { WordsField } from "../../part/words-field.js";
import { useProposeWaiver } from "./propose-waiver.js";
import type { Finding } from "./use-findings.js";

/** The scopes that a waiver of a finding can have, the narrowest first. */
function scopesOf({ asset, uses }: Finding): readonly { readonly says: string; readonly asset: string | null; readonly use: string | null }[] {
  const ofUses = uses.map((use) => ({ says: asset === null ? `for the use ${use}` : `of ${asset}, for the use ${use}`, asset, use }));
  return [...ofUses, ...(asset === null ? [] : [{ says: `of ${asset}, for every use`, asset, use: null }]), { says: "of everything, for every use", asset: null, use: null }];
}

/** Accepts a finding for a time. Where people sign in it is a proposal, which somebody else approves. */
export function Waive({ finding, day }: { readonly finding: Finding; readonly day: string }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const proposing = useProposeWaiver(session.by === "local");
  const reason = useKeptWords(`finding ${finding.fingerprint}`);
  const [until, setUntil] = useState("");
  const [scope, setScope] = useState(0);
  if (!mayIn(session, workspace, "waivers:propose")) return null;
  if (proposing.isSuccess) return <span role="status">{session.by === "local" ? "recorded" : `proposal ${proposing.data.number} waits for approval`}</span>;
  const scopes = scopesOf(finding);
  const { asset, use } = scopes[scope]!;
  return (
    <DialogForm
      label="Waive" title={`Waive: ${plainWords(finding.kind)}`} run={session.by === "local" ? "Record the waiver" : "Propose the waiver"} isRunning={proposing.isPending} problem={proposing.error}
      onRun={async () => proposing.mutateAsync({ why: reason.text.trim(), proposed: { kind: "waiver", finding: finding.kind, reason: reason.text.trim(), until, asset, use, from: null } }).then(reason.drop)}
    >
      <p className="small">A waiver accepts a finding for a time. It changes what a check lets through, never what a use comes to.{session.by === "local" ? "" : " Somebody else has to approve it."}</p>
      <Field label="Scope">{(own) => <select {...own} value={scope} onChange={({ target }) => setScope(Number(target.value))}>{scopes.map(({ says }, at) => <option key={says} value={at}>{says}</option>)}</select>}</Field>
      <WordsField label="Reason" words={reason} required maxLength={5_000} />
      <DateField label="Until" value={until} onChange={setUntil} hint={`the last day on which it holds, after ${day}`} wrong={problemAt(proposing.error, "/proposed/until")} />
    </DialogForm>
  );
}
