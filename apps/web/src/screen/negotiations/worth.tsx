import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { saveFile } from "../../part/save-file.js";
import { type Column, Table } from "../../part/table.js";
import { releaseAt } from "../../shell/address.js";
import { type NegotiationDetail, optionWords, ownPoints, type Packages, type Player, sayPoints, tacticWords } from "./use-negotiations.js";

interface OptionRow {
  readonly issue: string;
  readonly option: string;
  readonly says: string;
}

/** What everything is worth to whom, as the version of the file says on which it is told: the most confidential part. */
export function Worth({ negotiation: { id, text, version: newest }, packages: { issues, players, version } }: { readonly negotiation: NegotiationDetail; readonly packages: Packages }) {
  const workspace = useWorkspace();
  const rows = issues.flatMap((issue): OptionRow[] => issue.options.map((option) => ({ issue: issue.id, option: option.id, says: optionWords(option) })));
  const columns: readonly Column<OptionRow>[] = [
    { head: "Issue", cell: ({ issue }) => <bdi>{issue}</bdi> },
    { head: "Option", cell: ({ says }) => <bdi>{says}</bdi> },
    ...players.map((party): Column<OptionRow> => ({ head: `Worth to ${party.id}`, isNumber: true, cell: ({ issue, option }) => <>{sayPoints(ownPoints(party, issue, option))}<span className="soft"> of {party.values[issue]?.weight ?? 0}</span></> })),
  ];
  const one = ({ id: party, interests, releases, duty, reservation, batna, tactic }: Player) => (
    <section key={party} className="player" aria-label={party}>
      <h3><bdi>{party}</bdi></h3>
      <dl className="worths">
        <div><dt>Takes at least</dt><dd>{sayPoints(reservation)}</dd></div>
        <div><dt>Without an agreement</dt><dd><bdi>{batna.is}</bdi>, worth {sayPoints(batna.value)}</dd></div>
        <div><dt>Releases</dt><dd>{Object.keys(releases).length === 0 ? <span className="soft">none</span> : Object.entries(releases).map(([use, points]) => <p key={use}><Link to={releaseAt(workspace, use)}><bdi>{use}</bdi></Link>: {points}{duty > 0 && `, less ${duty} for each obligation`}</p>)}</dd></div>
        <div><dt>Where simulated</dt><dd>{tactic}: {tacticWords[tactic]}</dd></div>
        {interests.length > 0 && <div><dt>Interests</dt><dd><ul>{interests.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul></dd></div>}
      </dl>
    </section>
  );
  return (
    <>
      <p className="small">Of version {version}. Worths are what somebody wrote down: nobody checks that they are true. They stand in no record of moves, and in no entry of the ledger.</p>
      <div className="players">{players.map(one)}</div>
      <Section id="options" title="What each option is worth"><Table label="Options and what they are worth" columns={columns} rows={rows} keyOf={({ issue, option }) => `${issue} ${option}`} /></Section>
      <p className="pages"><button type="button" onClick={() => saveFile(new Blob([text], { type: "application/yaml" }), `${id}.yaml`)}>Save the file{newest > version && `, version ${newest}`}</button></p>
    </>
  );
}
