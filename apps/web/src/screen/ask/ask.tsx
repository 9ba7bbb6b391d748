import { Answer } from "../../answer/answer.js";
import { askedIn, describingKeys } from "../../answer/asked.js";
import { MemoLinks } from "../../answer/memo-links.js";
import { useBrief } from "../../api/brief.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { proofAt } from "../../shell/address.js";
import { Guide } from "../../shell/guide.js";
import { AskForm } from "./ask-form.js";
import { DescribeForm } from "./describe-form.js";
import { InOutline, OfferOutline } from "./in-outline.js";
import { NotRead } from "./not-read.js";
import { toldAnew, useTold } from "./use-told.js";
import "./ask.css";

/** Whether a use is described instead of chosen. */
const isDescribing = (state: Readonly<Record<string, string>>): boolean => state["how"] === "describe" || (state["use"] === undefined && state["of"] !== undefined);

/** A question of the other kind begins with nothing. */
const none = { ...Object.fromEntries([...describingKeys, "use", "in"].map((key) => [key, undefined])), ...toldAnew };

/** May who do what with this, where, when? */
export default function Ask() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const asked = state["how"] === "describe" ? null : askedIn(state);
  const { way, things, whole, outline, judgesPast, error, isLoading, refetch } = useTold(workspace, asked, state);
  const uses = useUses(workspace);
  const brief = useBrief(workspace);
  const describing = isDescribing(state);
  const heading = <Heading title="Ask" lead="May this be used so, there and then; on which conditions; and who says so." />;
  // First steps stand above the rest: nothing is shown that they would push away.
  if (uses.isPending || brief.isPending) return <>{heading}<Loading what="Reading the uses" /></>;
  return (
    <>
      {heading}
      {uses.data !== undefined && <Guide use={uses.data.items[0]?.name ?? null} />}
      <div className="ask-kind" role="group" aria-label="Kind of question">
        <button type="button" aria-pressed={!describing} onClick={() => change({ ...none, how: undefined })}>A recorded use</button>
        <button type="button" aria-pressed={describing} onClick={() => change({ ...none, how: "describe" })}>Another one</button>
      </div>
      {describing ? <DescribeForm key={state["of"]} problem={error} /> : <AskForm />}
      {(whole !== undefined || outline !== undefined) && <NotRead />}
      {way === null && things !== null && <OfferOutline things={things} />}
      {isLoading && <Loading what={way === "outline" ? "Judging one thing of each kind" : "Deciding"} />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {outline !== undefined && <InOutline outline={outline} judgesPast={judgesPast} />}
      {whole !== undefined && <Answer decision={whole} proof={{ to: proofAt(workspace), search: state }}>{asked !== null && <MemoLinks workspace={workspace} asked={asked} />}</Answer>}
    </>
  );
}
