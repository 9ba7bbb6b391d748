import { useState } from "react";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";
import { type NegotiationDetail, type Player, saySession, tacticWords, useRecording } from "./use-negotiations.js";

/** Begins a rehearsal, or the record of what is really said. */
function BeginSession({ negotiation, other }: { readonly negotiation: NegotiationDetail; readonly other: Player }) {
  const workspace = useWorkspace();
  const [, change] = useSearchState();
  const [{ id, steps, players, maySpeak }, onShown] = useAsOpened(negotiation);
  const [written, setWritten] = useState<{ readonly simulated?: string; readonly seed?: string; readonly spoken?: boolean }>({});
  const said = { simulated: other.id, seed: "1", spoken: false, ...written };
  const beginning = useRecording(async () => answered(api.POST("/workspaces/{workspace}/negotiations/{id}/sessions", { params: { path: { workspace, id } }, headers: { "If-Match": `"${steps}"` }, body: { simulated: said.simulated === "" ? [] : [said.simulated], seed: Number(said.seed), spoken: said.spoken && said.simulated !== "" } })));
  return (
    <DialogForm label="Begin a session" title="Begin a session" run="Begin" isMain isRunning={beginning.isPending} problem={beginning.error} onShown={onShown} onRun={async () => {
      const { session } = await beginning.mutateAsync(undefined);
      setWritten({});
      change({ session: String(session), from: undefined });
    }}>
      <p>It stays on the file, the deal and the records as they are now.</p>
      <Field label="What it is">
        {(own) => (
          <select {...own} value={said.simulated} onChange={({ target }) => setWritten({ ...written, simulated: target.value })}>
            {players.map((party) => <option key={party.id} value={party.id}>a rehearsal: {party.id} is simulated, and {tacticWords[party.tactic]}</option>)}
            <option value="">the record of what both really say</option>
          </select>
        )}
      </Field>
      {said.simulated !== "" && <Field label="Seed" hint="the same seed and the same offers, the same answers" wrong={problemAt(beginning.error, "/seed")}>{(own) => <input {...own} type="number" min={0} max={999_999_999} step={1} required value={said.seed} onChange={({ target }) => setWritten({ ...written, seed: target.value })} />}</Field>}
      {said.simulated !== "" && maySpeak !== null && (
        <div className="small">
          <label><input type="checkbox" checked={said.spoken} onChange={({ target }) => setWritten({ ...written, spoken: target.checked })} /> <bdi>{maySpeak}</bdi> speaks for the simulated side</label>
          <p className="soft">A language model, named by whoever runs this server. Interests, offers and what the tactic allows go to it, and no worths; no seed gives such a session again.</p>
        </div>
      )}
    </DialogForm>
  );
}

/** Which session is looked at, from whose side, and how another one is begun. */
export function SessionBar({ negotiation, mayWrite }: { readonly negotiation: NegotiationDetail; readonly mayWrite: boolean }) {
  const [state, change] = useSearchState();
  const { played, players } = negotiation;
  const own = players.find(({ isUs }) => isUs) ?? players[0]!;
  const other = players.find(({ id }) => id !== own.id)!;
  return (
    <div className="fields session-bar">
      {/* A package of one session may be none of another. */}
      <Field label="Session">{(field) => <select {...field} value={state["session"] ?? ""} onChange={({ target }) => change({ session: target.value, from: undefined })}><option value="">none: on what is recorded now</option>{played.toReversed().map((each) => <option key={each.number} value={each.number}>{saySession(each)}</option>)}</select>}</Field>
      <Field label="Seen from">{(field) => <select {...field} value={state["for"] ?? own.id} onChange={({ target }) => change({ for: target.value, from: undefined })}>{players.map(({ id, isUs }) => <option key={id} value={id}>{id}{isUs ? ", which is us" : ""}</option>)}</select>}</Field>
      {mayWrite && <BeginSession negotiation={negotiation} other={other} />}
    </div>
  );
}
