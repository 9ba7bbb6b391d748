import { type VersionName, versionWords } from "../../api/clause-version.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Loading, Waiting } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type ClauseTopic, dealIn, type Taken, withTopic } from "./deal.js";
import { EffectBrief } from "./effect-view.js";
import { TopicFields } from "./topic-fields.js";
import { useEffectOf, useReadDeal, useTopic } from "./use-drafts.js";

interface VersionProps {
  readonly deal: string;
  readonly topic: ClauseTopic;
  readonly version: ClauseTopic["versions"][number];
  readonly taken: Taken | undefined;
  readonly onTake: (version: VersionName) => void;
}

/** The words of a clause before its values are read into them. */
const withoutValues = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}/g, "…");

/** One version of a clause in the words of this deal, what speaks for and against it, and what it would do. */
function Version({ deal, topic, version: { version, text, why, risk }, taken, onTake }: VersionProps) {
  const workspace = useWorkspace();
  const isTaken = taken?.version === version;
  const candidate = isTaken ? deal : withTopic(deal, topic.id, { version, ...(taken?.with === undefined ? {} : { with: taken.with }) });
  const read = useReadDeal(workspace, candidate);
  const effect = useEffectOf(workspace, deal, candidate, read.isSuccess && !read.isPlaceholderData);
  const own = read.isPlaceholderData ? undefined : read.data?.clauses.find(({ topic: id }) => id === topic.id)?.text;
  const says = versionWords[version];
  return (
    <section className={isTaken ? "version taken" : "version"} aria-label={`${says} version`}>
      <h3>{says}{isTaken && <span className="soft small"> taken now</span>}</h3>
      {(own ?? text.map(withoutValues)).map((each) => <p key={each}><bdi>{each}</bdi></p>)}
      <p className="small"><span className="soft">For it:</span> {why}</p>
      <p className="small"><span className="soft">Against it:</span> {risk}</p>
      {read.error !== null && <ProblemBox problem={read.error} />}
      {!isTaken && read.error === null && (
        <>
          <h4>What it would do</h4>
          <div className="effect-room small">
            {effect.error !== null ? <ProblemBox problem={effect.error} again={() => void effect.refetch()} /> : effect.data === undefined ? <Waiting what="Asking the releases" /> : <EffectBrief effect={effect.data} />}
          </div>
          <button type="button" aria-label={`Take the ${says} version`} onClick={() => onTake(version)}>Take it</button>
        </>
      )}
    </section>
  );
}

/** The versions of one clause side by side, with the effect of each, and the values that it is agreed with. */
export function TopicPanel({ id, deal, onTake }: { readonly id: string; readonly deal: string; readonly onTake: (taken: Taken | null) => void }) {
  const [, change] = useSearchState();
  const { data: topic, error, refetch } = useTopic(id);
  const taken = dealIn(deal).topics[id];
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (topic === undefined) return <Loading what="Reading the clause" />;
  return (
    <Section id="topic" title={`${topic.number}. ${topic.title}`} note={topic.standing}>
      <p>{topic.asks}</p>
      <div className="versions">
        {topic.versions.map((version) => <Version key={version.version} deal={deal} topic={topic} version={version} taken={taken} onTake={(name) => onTake({ version: name, ...(taken?.with === undefined ? {} : { with: taken.with }) })} />)}
      </div>
      {taken?.version !== undefined && <TopicFields topic={topic} values={taken.with ?? {}} onChange={(values) => onTake({ version: taken.version!, ...(Object.keys(values).length === 0 ? {} : { with: values }) })} />}
      {taken?.own !== undefined && <p className="small">The deal has words of its own here. A version that is taken replaces them.</p>}
      <p className="choices">
        {taken !== undefined && <button type="button" onClick={() => onTake(null)}>Leave it out of the deal</button>}
        <button type="button" onClick={() => change({ topic: undefined })}>Close</button>
      </p>
    </Section>
  );
}
