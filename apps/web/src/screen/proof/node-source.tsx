import type { Premise, ProofNode, Wording } from "@cleartitle/engine";
import { statusOf } from "@cleartitle/norms";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Cited } from "../../answer/cited.js";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { queryKey } from "../../api/query-key.js";
import { recordKindIn, recordTitleIn } from "../../api/record-kind.js";
import { Loading } from "../../part/loading.js";
import { Quote, Source } from "../../part/quote.js";
import { Verdict } from "../../part/verdict.js";
import { assetAt, recordAt } from "../../shell/address.js";
import { optionOf, premiseOf, type ProofTree } from "./proof-tree.js";
import { ruleWords, sayNode } from "./proof-words.js";

interface SourceProps {
  readonly node: ProofNode;
  readonly tree: ProofTree;
  readonly wording: Wording;
  readonly workspace: string;
}

/** The text that an option stands on: the clause as it is quoted, its record in the catalogue, and where the whole is read. */
function OptionSource({ node, tree, workspace }: SourceProps) {
  const names = useNames();
  const option = optionOf(tree, node);
  if (option === null) return null;
  const { instrument, quote, cite, verified } = option;
  const kind = instrument === null ? null : recordKindIn(names, instrument);
  return (
    <>
      {quote !== null && <Quote text={quote} />}
      <dl>
        {instrument !== null && <><dt>Text</dt><dd>{kind === null ? <bdi>{instrument}</bdi> : <Link to={recordAt(workspace, kind, instrument)}>{recordTitleIn(names, instrument)}</Link>}</dd></>}
        {cite !== null && <><dt>Cited</dt><dd><Cited cite={cite} instrument={instrument} names={names} /></dd></>}
        {verified !== null && <><dt>Verified</dt><dd>{verified}</dd></>}
      </dl>
      {quote === null && <p className="soft">The catalogue cites the rule and quotes no words of it.</p>}
    </>
  );
}

function useStatements(workspace: string, about: string | null, what: string) {
  return useQuery({
    queryKey: queryKey.of(workspace, "statements", about, what), enabled: about !== null,
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/statements", { params: { path: { workspace }, query: { about: about!, what, limit: 20 } } })),
  });
}

/** What is recorded of a fact, and by whom; or that nothing is. */
function Recorded({ premise, workspace }: { readonly premise: Premise; readonly workspace: string }) {
  const { data, error, isLoading } = useStatements(workspace, premise.of, premise.reads);
  if (isLoading) return <Loading what="Looking for statements" />;
  if (error !== null || data === undefined) return null;
  if (data.items.length === 0) return <p className="soft">{premise.is === null ? "Nobody has stated it." : "It is read off the records themselves; no statement was needed."}</p>;
  return (
    <ul className="plain-list">
      {data.items.map((each) => <li key={each.id}><bdi>{JSON.stringify(each.value ?? each.raw)}</bdi> <span className="soft small">{each.rung} by <bdi>{each.by}</bdi>, {each.recordedAt}</span></li>)}
    </ul>
  );
}

/** What a fact, a position or an attribute was read from. */
function PremiseSource({ premise, workspace }: { readonly premise: Premise; readonly workspace: string }) {
  const names = useNames();
  const position = premise.reads.startsWith("position ") ? premise.reads.slice("position ".length) : null;
  if (position !== null) {
    return (
      <>
        <p>{names.positions[position]?.question ?? position}</p>
        <dl><dt>Taken as</dt><dd>{premise.is === null ? "left open" : (names.positions[position]?.options.find(({ id }) => id === premise.is)?.says ?? premise.is)}</dd>{premise.of !== null && <><dt>For</dt><dd>{names.places[premise.of]?.title ?? premise.of}</dd></>}</dl>
        {names.positions[position] !== undefined && <p><Link to={recordAt(workspace, "positions", position)}>The position in the catalogue</Link></p>}
      </>
    );
  }
  return (
    <>
      <dl>
        <dt>Read</dt><dd>{premise.reads}{premise.of !== null && <> of <Link to={assetAt(workspace, premise.of)}><bdi>{premise.of}</bdi></Link></>}</dd>
        <dt>Is</dt><dd>{premise.is ?? "not recorded"}</dd>
        <dt>Needed</dt><dd>{premise.needs}</dd>
      </dl>
      {premise.of !== null && <Recorded premise={premise} workspace={workspace} />}
    </>
  );
}

/** The chosen node with its source. */
export function NodeSource(props: SourceProps) {
  const { node, tree, wording, workspace } = props;
  const premise = premiseOf(tree, node);
  return (
    <>
      <p className="soft small">{node.kind} <code>{node.id}</code></p>
      <h2><bdi>{sayNode(node, tree, wording)}</bdi></h2>
      {node.kind !== "leaf" && <p><Verdict status={statusOf(node.interval)} />{node.children.length > 0 && <span className="soft">: {ruleWords[node.rule]}</span>}</p>}
      {node.about !== null && <dl><dt>Asset</dt><dd><Link to={assetAt(workspace, node.about.asset)}><bdi>{node.about.asset}</bdi></Link></dd><dt>Layer</dt><dd>{node.about.layer}</dd><dt>Act</dt><dd>{node.about.action}</dd><dt>Place</dt><dd>{node.about.territory}</dd>{node.about.date !== null && <><dt>Date</dt><dd>{node.about.date}</dd></>}</dl>}
      {node.kind === "option" && <OptionSource {...props} />}
      {premise !== null && <PremiseSource premise={premise} workspace={workspace} />}
      {node.kind !== "option" && node.cite !== null && <p><Source cite={node.cite} link={null} /></p>}
    </>
  );
}
