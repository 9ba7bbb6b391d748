import { useMutation, useQuery } from "@tanstack/react-query";
import { versionWords } from "../../api/clause-version.js";
import { answered, api, asking } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { dealFileText } from "./deal-file.js";
import { useKeptPlaybook } from "./kept-playbook.js";

type Deviation = components["schemas"]["PlaybookDeviation"];
type Proposal = components["schemas"]["PlaybookProposal"];

/** Each gravity in word, shape and color. */
const severities: Readonly<Record<Deviation["severity"], { readonly says: string; readonly shape: string; readonly color: string }>> = {
  stop: { says: "not to be signed", shape: "✖", color: "blocked" }, ask: { says: "to be asked", shape: "?", color: "unresolved" }, fallback: { says: "as far as we go", shape: "◐", color: "conditional" },
};

function Proposed({ proposal: { version, says, text }, head }: { readonly proposal: Proposal; readonly head: string }) {
  return (
    <div className="proposed">
      <p className="small"><strong>{head} the {versionWords[version]} version</strong> <span className="soft"><bdi>{says}</bdi></span></p>
      {text.map((sentence) => <p key={sentence}><bdi>{sentence}</bdi></p>)}
    </div>
  );
}

/** What is not as it is wanted, by the names that versions have here. */
function sayDeviation({ kind, found, wanted, message }: Deviation): string {
  const [, ...values] = message.split("; ");
  const said = kind === "version" ? [`it stands in the ${versionWords[found!]} version, and the ${versionWords[wanted]} is wanted`, ...values].join("; ") : message;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`.replaceAll("`", "");
}

function One({ deviation }: { readonly deviation: Deviation }) {
  const { number, title, severity, why, risk, proposals, beyond, isNew } = deviation;
  const { says, shape, color } = severities[severity];
  return (
    <li data-row="" tabIndex={-1}>
      <h3>{number}. {title} <span className={`verdict ${color}`}><span className="shape" aria-hidden="true">{shape}</span>{says}</span>{isNew === true && <span className="soft small"> new with this version</span>}</h3>
      <p><bdi>{sayDeviation(deviation)}</bdi></p>
      <p className="small"><span className="soft">Wanted because:</span> <bdi>{why}</bdi></p>
      {risk !== null && <p className="small"><span className="soft">Risk of what stands there:</span> <bdi>{risk}</bdi></p>}
      {(proposals.length > 0 || beyond !== null) && (
        <details>
          <summary>What to propose</summary>
          {proposals.map((proposal, at) => <Proposed key={proposal.version} proposal={proposal} head={at === 0 ? "First" : "Then"} />)}
          {beyond !== null && <Proposed proposal={beyond} head="Beyond the playbook, to be asked for:" />}
        </details>
      )}
    </li>
  );
}

function Deviations({ deal, before, playbook }: { readonly deal: string; readonly before: string | null; readonly playbook: string }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: queryKey.of(workspace, "deviations", deal, before, playbook), staleTime: 60_000,
    queryFn: async () => answered(api.POST("/workspaces/{workspace}/drafts/deviations", { params: { path: { workspace } }, body: { deal, playbook, ...(before === null ? {} : { before }) }, ...asking })),
  });
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="Holding it against the playbook" />;
  return (
    <>
      <p>Held against <strong><bdi>{data.playbook.title}</bdi></strong>, which stands on the side of the {data.playbook.side}.</p>
      {data.items.length === 0 ? <p role="status">Nothing deviates from it.</p> : <ol className="deviations">{data.items.map((each) => <One key={each.topic} deviation={each} />)}</ol>}
    </>
  );
}

/** Where a deal is not what the house wants, and what to propose. `before`: an earlier state, of which one sees what is new; null: none. */
export function Playbook({ deal, before }: { readonly deal: string; readonly before: string | null }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [playbook, keep] = useKeptPlaybook(workspace);
  const keeping = useMutation({
    mutationFn: async (file: File) => {
      const text = await dealFileText(file);
      return (await answered(api.POST("/workspaces/{workspace}/evidence", { params: { path: { workspace } }, body: text as never, bodySerializer: (body) => body as never, headers: { "Content-Type": "application/yaml" } }))).sha256;
    },
    onSuccess: keep,
  });
  return (
    <>
      {mayIn(session, workspace, "evidence:write") && (
        <div className="fields">
          <label className="file">{playbook === null ? "Playbook" : "Another playbook"} <input type="file" accept=".yaml,.yml,.json" onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) keeping.mutate(file);
          }} /></label>
          {playbook !== null && <button type="button" onClick={() => keep(null)}>Without a playbook</button>}
        </div>
      )}
      {keeping.error !== null && <ProblemBox problem={keeping.error} />}
      {playbook === null ? <p className="soft">A playbook is a file that says what you want on each topic, how far you go, and what stops you. It is kept with the workspace, and this address leads to it.</p> : <Deviations deal={deal} before={before} playbook={playbook} />}
    </>
  );
}
