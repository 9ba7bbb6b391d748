import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { problemAt } from "../../api/problem.js";
import { profiles, profileWords } from "../../api/profile.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { DateField, Field } from "../../part/field.js";
import { type KeptWords, useKeptWords } from "../../part/kept-words.js";
import { WordsField } from "../../part/words-field.js";
import { type ConclusionText, type PositionText, type ProfileText, type Proposed, proposedIn, valueAs, type WaiverText } from "./proposed.js";
import type { Proposal } from "./use-proposals.js";

interface FormProps<P extends Proposed> {
  readonly text: P;
  readonly write: (text: P) => void;
  readonly error: unknown;
  /** Of a waiver: what is kept of its text until it is proposed. */
  readonly reason: KeptWords;
}

/** A day that may be left empty. */
const dayOr = (day: string): string | null => (day === "" ? null : day);

function PositionForm({ text, write, error }: FormProps<PositionText>) {
  const { positions } = useNames();
  return (
    <>
      <Field label="Answer" wrong={problemAt(error, "/proposed/option")}>
        {(own) => (
          <select {...own} value={text.option ?? ""} onChange={({ target }) => write({ ...text, option: target.value === "" ? null : target.value })}>
            {positions[text.position]?.options.map(({ id, says }) => <option key={id} value={id}>{says}</option>)}
            <option value="">none: the position is taken back</option>
          </select>
        )}
      </Field>
      <Field label="Where" hint="a place or a group, as EU or US-CA; everywhere is WORLD" wrong={problemAt(error, "/proposed/territory")}>{(own) => <input {...own} required maxLength={300} value={text.territory} onChange={({ target }) => write({ ...text, territory: target.value.trim() })} />}</Field>
      {text.option !== null && <DateField label="From" value={text.on ?? ""} onChange={(on) => write({ ...text, on: dayOr(on) })} hint="always, where left empty" />}
    </>
  );
}

const ProfileForm = ({ text, write }: FormProps<ProfileText>) => (
  <Field label="Where no position is taken, a contested question gets">
    {(own) => <select {...own} value={text.profile} onChange={({ target }) => write({ ...text, profile: target.value as ProfileText["profile"] })}>{profiles.map((each) => <option key={each} value={each}>{profileWords[each]} ({each})</option>)}</select>}
  </Field>
);

function ConclusionForm({ text, write, error }: FormProps<ConclusionText>) {
  const [value, setValue] = useState(String(text.value));
  const [kept] = useState(text.value);
  return (
    <>
      <Field label="What counts" wrong={problemAt(error, "/proposed/value")}>{(own) => <input {...own} required maxLength={500} value={value} onChange={({ target }) => {
        setValue(target.value);
        write({ ...text, value: valueAs(kept, target.value) });
      }} />}</Field>
      <DateField label="From" value={text.from ?? ""} onChange={(from) => write({ ...text, from: dayOr(from) })} hint="always, where left empty" />
      <DateField label="Until" value={text.to ?? ""} onChange={(to) => write({ ...text, to: dayOr(to) })} hint="always, where left empty" wrong={problemAt(error, "/proposed/to")} />
      <Field label="Evidence" hint="where it can be seen; may be left empty">{(own) => <input {...own} maxLength={2_000} value={text.evidence ?? ""} onChange={({ target }) => write({ ...text, evidence: target.value === "" ? null : target.value })} />}</Field>
    </>
  );
}

const WaiverForm = ({ text, write, error, reason }: FormProps<WaiverText>) => (
  <>
    <WordsField label="Reason" hint="what stands in the records" words={reason} required maxLength={5_000} />
    <DateField label="Until" value={text.until} onChange={(until) => write({ ...text, until })} hint="the last day on which it holds" wrong={problemAt(error, "/proposed/until")} />
  </>
);

function TextForm({ text, ...rest }: FormProps<Proposed>) {
  if (text.kind === "position") return <PositionForm text={text} {...rest} />;
  if (text.kind === "profile") return <ProfileForm text={text} {...rest} />;
  if (text.kind === "conclusion") return <ConclusionForm text={text} {...rest} />;
  return text.kind === "waiver" ? <WaiverForm text={text} {...rest} /> : null;
}

function Writing({ proposal: { number, matter, digest, why: before }, proposed, onShown }: { readonly proposal: Proposal; readonly proposed: Proposed; readonly onShown: (isOpen: boolean) => void }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [text, write] = useState(proposed);
  const [why, reason] = [useKeptWords(`proposal ${number} ${digest} why`, before), useKeptWords(`proposal ${number} ${digest} reason`, proposed.kind === "waiver" ? proposed.reason : "")];
  const revising = useMutation({
    // Each matter has routes of its own, of one form.
    mutationFn: async () => answered(api.POST(`/workspaces/{workspace}/proposals/${matter}s/{number}/revisions` as "/workspaces/{workspace}/proposals/waivers/{number}/revisions", { params: { path: { workspace, number } }, body: { why: why.text.trim(), proposed: (text.kind === "waiver" ? { ...text, reason: reason.text } : text) as WaiverText } })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
  return (
    <DialogForm label="Put it otherwise" title={`Put it otherwise: proposal ${number}`} run="Propose this text" onRun={async () => {
      await revising.mutateAsync();
      why.drop();
      reason.drop();
    }} isRunning={revising.isPending} problem={revising.error} onShown={onShown}>
      <p className="small">It takes the place of the text before, which stays to be read. What was said of that one counts no more, and who writes this one approves none of it.</p>
      <TextForm text={text} write={write} error={revising.error} reason={reason} />
      <WordsField label="Why" words={why} required maxLength={20_000} />
    </DialogForm>
  );
}

/** Puts a proposal in another text, as long as it is not settled. */
export function Revise({ proposal: now }: { readonly proposal: Proposal }) {
  const [proposal, onShown] = useAsOpened(now);
  const workspace = useWorkspace();
  const session = useSignedIn();
  const { state, matter, changeSet, digest } = proposal;
  const proposed = proposedIn(proposal);
  if (proposed === null || changeSet !== null || (state !== "open" && state !== "approved") || !mayIn(session, workspace, `${matter}s:propose` as const)) return null;
  return <Writing key={digest} proposal={proposal} proposed={proposed} onShown={onShown} />;
}
