import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useBrief } from "../../api/brief.js";
import { answered, api } from "../../api/client.js";
import { problemHere } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { DropFile } from "../../part/drop-file.js";
import { Field } from "../../part/field.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { UnsentNote } from "../../part/unsent-note.js";
import { negotiationAt } from "../../shell/address.js";
import { IssueForm } from "./issue-form.js";
import { type KeptPreparation, useKeptPreparation } from "./kept-preparation.js";
import { PlayerForm } from "./player-form.js";
import { fileOf, idOf, newPlayer, type Prepared, type PreparedPlayer, preparedOf } from "./prepared.js";
import { useAgreementNames, useDeal } from "./use-deal.js";
import { useNegotiation, useRecording } from "./use-negotiations.js";
import "./negotiations.css";

type DealOf = NonNullable<ReturnType<typeof useDeal>["data"]>;
type Of = { readonly id: string; readonly steps: number; readonly version: number } | null;

/** As long as the server takes one. */
const mostBytes = 1_000_000;

/** Records the file: of a new negotiation, or as the next version of one. `onWritten`: once the one that is written here is recorded. */
function useWrite(agreement: string, of: Of, onWritten: () => void) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return useRecording(async (given: string | File) => {
    if (typeof given !== "string" && given.size > mostBytes) throw problemHere("that is too long for a negotiation file", "choose the file that has issues and parties");
    const body = { text: typeof given === "string" ? given : await given.text(), agreement: agreement === "" ? null : agreement };
    const told = of === null
      ? await answered(api.POST("/workspaces/{workspace}/negotiations", { params: { path: { workspace } }, body }))
      : await answered(api.POST("/workspaces/{workspace}/negotiations/{id}/versions", { params: { path: { workspace, id: of.id } }, headers: { "If-Match": `"${of.steps}"` }, body }));
    if (typeof given === "string") onWritten();
    await navigate({ to: negotiationAt(workspace, told.negotiation) });
  });
}

const us = (deal: DealOf, own: string): readonly [string, string] => {
  const ids = deal.parties.map(({ id }) => id);
  const first = ids.includes(own) ? own : ids[0]!;
  return [first, ids.find((id) => id !== first) ?? ""];
};

/** Where nothing is written yet: named for the deal, and between its parties. */
function beginning(deal: DealOf | null, own: string): Prepared {
  const [first, second] = deal === null ? [own, ""] : us(deal, own);
  return { id: deal === null ? "" : `${idOf(deal.id).slice(0, 80)}-talks`, title: deal?.title ?? "", rounds: "10", issues: [], players: [newPlayer(first), newPlayer(second)] };
}

interface GuidedProps {
  readonly kept: KeptPreparation;
  readonly deal: DealOf | null;
  readonly own: string;
  readonly of: Of;
  readonly writing: ReturnType<typeof useWrite>;
}

function Guided({ kept, deal, own, of, writing }: GuidedProps) {
  const { prepared, write } = kept;
  const isVersion = of !== null;
  const setPrepared = (changed: Prepared): void => write({ prepared: changed });
  const roles = prepared.players.map(({ id }) => deal?.parties.find((party) => party.id === id)?.role ?? null);
  const setPlayer = (side: 0 | 1) => (player: PreparedPlayer): void => setPrepared({ ...prepared, players: side === 0 ? [player, prepared.players[1]] : [prepared.players[0], player] });
  return (
    <form className="prepare" onSubmit={(event) => {
      event.preventDefault();
      writing.mutate(`${JSON.stringify(fileOf(prepared, deal !== null && prepared.issues.some(({ topic }) => topic !== null)), null, 2)}\n`);
    }}>
      {kept.areBack && <UnsentNote drop={kept.drop}>{of !== null && kept.on !== of.version && <>They were written on version {kept.on}, and version {of.version} was recorded since: recorded as they are, they take its place. </>}</UnsentNote>}
      <div className="fields">
        <Field label="Title">{(field) => <input {...field} required maxLength={200} size={36} value={prepared.title} onChange={({ target }) => setPrepared({ ...prepared, title: target.value })} />}</Field>
        <Field label="Id" hint="all its versions have it">{(field) => <input {...field} required maxLength={100} pattern="[a-zA-Z0-9][\w.\-]*" title="letters, digits, “.”, “_”, “-”" autoComplete="off" disabled={isVersion} value={prepared.id} onChange={({ target }) => setPrepared({ ...prepared, id: target.value })} />}</Field>
        <Field label="Offers of each side">{(field) => <input {...field} type="number" required min={1} max={200} step={1} value={prepared.rounds} onChange={({ target }) => setPrepared({ ...prepared, rounds: target.value })} />}</Field>
      </div>
      <Section id="settled" title="What is to be settled"><IssueForm prepared={prepared} onChange={setPrepared} written={kept.issue} onWrite={(issue, changed = prepared) => write({ issue, prepared: changed })} topics={deal === null ? null : deal.topics} roles={roles} /></Section>
      <Section id="parties" title="What each side is after" note="what is written of the other side is what we think of it">
        <div className="players">{([0, 1] as const).map((side) => <PlayerForm key={side} prepared={prepared} side={side} isNamed={deal !== null || isVersion} isUs={prepared.players[side].id === own} onChange={setPlayer(side)} />)}</div>
      </Section>
      {writing.error !== null && <ProblemBox problem={writing.error} />}
      <p className="choices"><button className="main" disabled={writing.isPending || prepared.issues.length === 0}>{writing.isPending ? "Recording …" : isVersion ? "Record as the next version" : "Prepare it"}</button></p>
    </form>
  );
}

interface ChosenProps {
  readonly agreement: string;
  readonly of: Of;
  readonly file: object | null;
}

function Written({ agreement, of, file, deal, own }: ChosenProps & { readonly deal: DealOf | null; readonly own: string }) {
  const kept = useKeptPreparation(agreement, of, file === null ? beginning(deal, own) : preparedOf(file));
  const writing = useWrite(agreement, of, kept.drop);
  return (
    <>
      <details>
        <summary>From a file</summary>
        <DropFile label="Negotiation file" accept=".yaml,.yml,.json" disabled={writing.isPending} onFile={(dropped) => writing.mutate(dropped)}><p>Drop a negotiation file here, as the command line reads it. Its deal is the agreement above, and its title file the records.</p></DropFile>
      </details>
      <Guided kept={kept} deal={deal} own={own} of={of} writing={writing} />
    </>
  );
}

function Chosen({ agreement, of: now, file }: ChosenProps) {
  // It is a version of what it was begun with: one that came since is told by the server, and what was written stays.
  const [of] = useState(now);
  const workspace = useWorkspace();
  const brief = useBrief(workspace);
  const deal = useDeal(workspace, agreement);
  const problem = deal.error ?? brief.error;
  if (problem !== null) return <ProblemBox problem={problem} again={() => void Promise.all([deal.refetch(), brief.refetch()])} />;
  if (brief.data === undefined || (agreement !== "" && deal.data === undefined)) return <Loading what="Reading the deal" />;
  return <Written agreement={agreement} of={of} file={file} deal={agreement === "" ? null : deal.data!} own={brief.data.us ?? ""} />;
}

/** A negotiation is prepared: of which agreement, what is to be settled, what it is worth to whom. */
export default function Begin() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const of = state["of"] ?? null;
  const before = useNegotiation(workspace, of ?? "", of !== null, true);
  const isThere = of === null || (before.data !== undefined && before.isFetchedAfterMount);
  const names = useAgreementNames(workspace);
  const agreement = state["agreement"] ?? before.data?.agreement ?? "";
  const problem = names.error ?? before.error;
  return (
    <>
      <Heading title={of === null ? "Prepare a negotiation" : `Another version of ${before.data?.title ?? of}`} lead="Say what is to be settled and what it is worth. Who may read negotiations sees it, and nobody else: neither the other side nor who reads the ledger." />
      {problem !== null && <ProblemBox problem={problem} again={() => void Promise.all([names.refetch(), before.refetch()])} />}
      {problem === null && (names.data === undefined || !isThere) && <Loading what="Reading the agreements" />}
      {problem === null && names.data !== undefined && isThere && (
        <>
          <Field label="Of the agreement" hint="clauses are put in its newest version, and asked for what they clear">
            {(field) => <select {...field} disabled={of !== null} value={agreement} onChange={({ target }) => change({ agreement: target.value })}><option value="">none: in words alone</option>{names.data.map(({ id, title, state: standing }) => <option key={id} value={id}>{title} ({id}, {standing})</option>)}{agreement !== "" && !names.data.some(({ id }) => id === agreement) && <option value={agreement}>{agreement}</option>}</select>}
          </Field>
          <Chosen key={`${agreement} ${of ?? ""}`} agreement={agreement} of={of === null ? null : { id: of, steps: before.data!.steps, version: before.data!.versions.length }} file={before.data?.file ?? null} />
        </>
      )}
    </>
  );
}
