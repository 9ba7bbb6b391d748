import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Section } from "../../part/heading.js";
import { Table } from "../../part/table.js";
import { type NegotiationDetail, type Packages, type Session, wordsOf } from "./use-negotiations.js";

const sayWords = { offer: "offers", accept: "accepts", leave: "leaves" } as const;

/** What changed between an offer of a side and the one before of the same side. */
function changesOf({ said }: Session, index: number): ReadonlySet<string> | null {
  const { by, settled } = said[index]!;
  const before = said.slice(0, index).findLast((each) => each.by === by && each.says === "offer")?.settled ?? null;
  return before === null || settled === null ? null : new Set(Object.keys(settled).filter((issue) => settled[issue] !== before[issue]));
}

/** The session move by move, and issue by issue. */
export function Said({ negotiation: { id }, packages: { issues }, session }: { readonly negotiation: NegotiationDetail; readonly packages: Packages; readonly session: Session | null }) {
  const workspace = useWorkspace();
  if (session === null) return <Empty title="No session is chosen"><p>Choose a session above, or begin one: what is said in it is recorded move by move.</p></Empty>;
  const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
  const says = (issue: string, option: string): string => (issueOf.has(issue) ? wordsOf(issueOf.get(issue)!, option) : option);
  return (
    <>
      <Section id="moves" title="Moves" note="only added to; each line names the one before by its digest">
        {session.said.length === 0 ? <p>Nothing was said yet.</p> : (
          <Table
            label="Moves" rows={session.said.map((move, index) => ({ ...move, changed: changesOf(session, index) }))} keyOf={({ number }) => String(number)}
            columns={[
              { head: "Move", isNumber: true, cell: ({ number }) => number },
              { head: "Who", cell: ({ by, says: what }) => <div className="side"><bdi>{by}</bdi> {sayWords[what]}{session.simulated.includes(by) && <span className="soft small"> (simulated{session.persona !== null && <>; <bdi>{session.persona}</bdi> speaks</>})</span>}</div> },
              { head: "Asked for", cell: ({ says: what, settled, changed, words }) => <div className="side small">{settled === null ? "" : what === "accept" ? "what was offered last" : changed !== null && changed.size === 0 ? "the same as before" : issues.filter((issue) => changed === null || changed.has(issue.id)).map((issue) => `${issue.id}: ${says(issue.id, settled[issue.id]!)}`).join("; ")}{words !== null && <p className="soft"><q><bdi>{words}</bdi></q></p>}</div> },
              { head: "Recorded", cell: ({ recordedBy, at }) => <div className="side"><bdi>{recordedBy}</bdi><p className="soft small"><span className="day">{at.slice(0, 16).replace("T", " ")}</span></p></div> },
            ]}
          />
        )}
        <p className="small"><a href={`/api/v1/workspaces/${encodeURIComponent(workspace)}/negotiations/${encodeURIComponent(id)}/sessions/${session.number}/record`} download>The record as a file</a>: it holds no worths, and can be shown to the other side.</p>
      </Section>
      <Section id="log" title="Issue by issue">
        <Table
          label="Issues and what was asked for" rows={session.issues} keyOf={({ issue }) => issue}
          columns={[
            { head: "Issue", cell: ({ issue }) => <bdi>{issueOf.get(issue)?.is ?? issue}</bdi> },
            { head: "Stands", cell: ({ state }) => (state === "agreed" ? "✓ agreed" : <span className="soft">open</span>) },
            { head: "Asked for, in order", cell: ({ issue, positions }) => <div className="side">{positions.length === 0 ? <span className="soft">nothing yet</span> : <ol className="positions">{positions.map(({ number, by, option }) => <li key={number} value={number}><bdi>{by}</bdi>: <bdi>{says(issue, option)}</bdi></li>)}</ol>}</div> },
          ]}
        />
      </Section>
    </>
  );
}
