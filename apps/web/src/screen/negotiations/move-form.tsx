import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { useWorkspace } from "../../api/workspace.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { ProblemBox } from "../../part/problem-box.js";
import { saveFile } from "../../part/save-file.js";
import { useSearchState } from "../../part/search-state.js";
import { agreementAt } from "../../shell/address.js";
import { isSame, type NegotiationDetail, type Package, type Packages, sayPoints, type Session, useRecording } from "./use-negotiations.js";

type Said = { readonly path: "offers"; readonly by: string; readonly settled: Package["settled"] } | { readonly path: "acceptance" | "leaving"; readonly by: string } | { readonly path: "answer" };

interface MoveFormProps {
  readonly negotiation: NegotiationDetail;
  readonly session: Session;
  readonly packages: Packages;
}

/** Records what is said on just what is shown, and lets a simulated side answer at once. */
function useMoves({ id, steps }: NegotiationDetail, { number, simulated }: Session) {
  const workspace = useWorkspace();
  const [, change] = useSearchState();
  const root = "/workspaces/{workspace}/negotiations/{id}/sessions/{session}" as const;
  const params = { path: { workspace, id, session: number } };
  return useRecording(async ({ on = steps, ...said }: Said & { readonly on?: number }) => {
    const { path, ...body } = said;
    const told = await answered(api.POST(`${root}/${path}`, { params, headers: { "If-Match": `"${on}"` }, body: body as never }));
    if (path === "offers" && simulated.length > 0) await answered(api.POST(`${root}/answer`, { params, body: {} }));
    change({ from: undefined });
    return told;
  });
}

/** What ends a session is said twice: it is recorded, and not taken back. */
function Ending({ label, run, moving, said, steps, children }: { readonly label: string; readonly run: string; readonly moving: ReturnType<typeof useMoves>; readonly said: Said; readonly steps: number; readonly children: string }) {
  const [seen, onShown] = useAsOpened({ said, steps, words: children });
  return <DialogForm label={label} title={label} run={run} onRun={async () => moving.mutateAsync({ ...seen.said, on: seen.steps })} isRunning={moving.isPending} problem={moving.error} onShown={onShown}><p>{seen.words}</p></DialogForm>;
}

/** What is agreed, as a text for the agreement. */
function AgreedDeal({ id, session, agreement }: { readonly id: string; readonly session: number; readonly agreement: string }) {
  const workspace = useWorkspace();
  const saving = useMutation({
    mutationFn: async () => {
      const { deal } = await answered(api.GET("/workspaces/{workspace}/negotiations/{id}/sessions/{session}/deal", { params: { path: { workspace, id, session } } }));
      saveFile(new Blob([`${JSON.stringify(deal, null, 2)}\n`], { type: "application/json" }), `${agreement}.json`);
    },
  });
  return (
    <>
      <p className="small">What is agreed of clauses is the next text of <Link to={agreementAt(workspace, agreement)}><bdi>{agreement}</bdi></Link>: save it, and record it there as a version.</p>
      <p><button type="button" disabled={saving.isPending} onClick={() => saving.mutate()}>Save what is agreed as a deal file</button></p>
      {saving.error !== null && <ProblemBox problem={saving.error} />}
    </>
  );
}

/** Whose turn it is, and what may be said. */
export function MoveForm({ negotiation, session, packages }: MoveFormProps) {
  const moving = useMoves(negotiation, session);
  const { turn, outcome, simulated, said } = session;
  const ids = packages.players.map(({ id }) => id);
  // A session that has not begun is begun by whoever speaks.
  const speakers = (turn === null ? (said.length === 0 ? ids : []) : [turn]).filter((id) => !simulated.includes(id));
  const { settled } = packages.from;
  const last = packages.last;
  const isAgain = (by: string): boolean => {
    const before = said.findLast((each) => each.by === by && each.says === "offer")?.settled ?? null;
    return before !== null && isSame(before, settled);
  };
  if (session.problems.length > 0) return <div className="problem-box" role="alert"><p>Its record is not what it was, and does not go on:</p><ul>{session.problems.map((each) => <li key={each}>{each}</li>)}</ul></div>;
  return (
    <div className="move-form">
      <p role="status">{outcome === "agreed" ? <strong>✓ It is agreed.</strong> : outcome === "left" ? <strong>A side left: nothing is agreed.</strong> : turn === null ? "Whoever speaks begins." : <>It is the turn of <strong><bdi>{turn}</bdi></strong>.</>}</p>
      {outcome === "open" && (
        <p className="choices">
          {speakers.map((by) => <button key={by} type="button" className="main" disabled={moving.isPending} onClick={() => moving.mutate({ path: "offers", by, settled })}>{isAgain(by) ? "Offer the same again" : "Offer this package"} as {by}</button>)}
          {turn !== null && speakers.includes(turn) && (
            <>
              {last !== null && <Ending label={`Accept as ${turn}`} run="Accept" moving={moving} steps={negotiation.steps} said={{ path: "acceptance", by: turn }}>{`What was offered last, worth ${packages.players.map(({ id }, side) => `${sayPoints(last.worth[side]!)} to ${id}`).join(" and ")}, is agreed, and the session is over.`}</Ending>}
              <Ending label={`Leave as ${turn}`} run="Leave" moving={moving} steps={negotiation.steps} said={{ path: "leaving", by: turn }}>The session is over, and nothing is agreed in it.</Ending>
            </>
          )}
          {((turn !== null && simulated.includes(turn)) || (turn === null && simulated.length > 0)) && <button type="button" className={turn === null ? undefined : "main"} disabled={moving.isPending} onClick={() => moving.mutate({ path: "answer" })}>Let {turn ?? simulated[0]} {turn === null ? "begin" : "answer"}</button>}
        </p>
      )}
      {moving.error !== null && <ProblemBox problem={moving.error} />}
      {outcome === "agreed" && packages.agreement !== null && <AgreedDeal id={negotiation.id} session={session.number} agreement={packages.agreement} />}
    </div>
  );
}
