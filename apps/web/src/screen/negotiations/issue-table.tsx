import { useTopics } from "../../api/topics.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Table } from "../../part/table.js";
import { type Issue, optionWords, ownPoints, packageText, type Packages, type Player, sayPoints, type Session, wordsOf } from "./use-negotiations.js";

interface IssueTableProps {
  readonly packages: Packages;
  readonly session: Session | null;
  readonly own: Player;
  readonly other: Player;
}

/** Issues as rows: what each side asked for last, what is proposed, and how they are settled in the package that is looked at. */
export function IssueTable({ packages, session, own, other }: IssueTableProps) {
  const [, change] = useSearchState();
  const topics = useTopics();
  const { issues, from: { settled } } = packages;
  const lastOf = (issue: string, party: string): string | undefined => session?.issues.find((each) => each.issue === issue)?.positions.findLast(({ by }) => by === party)?.option;
  const asked = (head: string, { id }: Player): Column<Issue> => ({ head, cell: (issue) => <bdi className={lastOf(issue.id, id) === undefined ? "soft" : undefined}>{wordsOf(issue, lastOf(issue.id, id))}</bdi> });
  const isAgreed = (issue: string): boolean => session?.issues.find((each) => each.issue === issue)?.state === "agreed";
  const columns: readonly Column<Issue>[] = [
    { head: "Issue", cell: ({ id, topic, is }) => <div className="side"><strong><bdi>{is ?? topics.data?.find((each) => each.id === topic)?.title ?? id}</bdi></strong><p className="soft small"><bdi>{id}</bdi>{packages.joint.includes(id) && ", releases may hang on it"}</p>{session !== null && <p className="small">{isAgreed(id) ? <strong>✓ {session.outcome === "agreed" ? "agreed" : "both ask for the same"}</strong> : <span className="soft">open</span>}</p>}</div> },
    ...(session === null ? [] : [asked("Own offer", own), asked("Their offer", other)]),
    { head: "Proposal", cell: (issue) => (packages.proposal === null ? <span className="soft">none</span> : <bdi>{wordsOf(issue, packages.proposal.settled[issue.id])}</bdi>) },
    {
      head: "This package",
      cell: (issue) => (
        <div className="side">
          <select aria-label={`${issue.id} in this package`} value={settled[issue.id]} onChange={({ target }) => change({ from: packageText({ ...settled, [issue.id]: target.value }) }, true)}>
            {issue.options.map((option) => <option key={option.id} value={option.id}>{optionWords(option)} ({sayPoints(ownPoints(own, issue.id, option.id))})</option>)}
          </select>
          <p className="soft small">worth {sayPoints(ownPoints(own, issue.id, settled[issue.id]!))} of {own.values[issue.id]?.weight ?? 0}</p>
        </div>
      ),
    },
  ];
  return <Table label="Issues" columns={columns} rows={issues} keyOf={({ id }) => id} />;
}
