import { type Outline, sayCount } from "@cleartitle/engine";
import { OutlineAnswer } from "../../answer/answer.js";
import { Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";

/** Where a whole answer would take long: nothing is asked before somebody chose. */
export function OfferOutline({ things }: { readonly things: number }) {
  const [, change] = useSearchState();
  return (
    <Section id="how-told" title={`${sayCount(things, "thing")} went into it`}>
      <div className="offer">
        <p role="status">It counts among them. A whole answer judges each, and may take long. An outline judges one of each kind and tells for how many it stands: the same answer in every place, without range and proof. Earlier acts are counted, and judged where that is asked for.</p>
        <p className="choices"><button type="button" className="main" onClick={() => change({ told: "outline" })}>Ask for an outline</button><button type="button" onClick={() => change({ told: "whole" })}>Ask for the whole answer</button></p>
      </div>
    </Section>
  );
}

/** The answer in outline, and what else can be asked. */
export function InOutline({ outline, judgesPast }: { readonly outline: Outline; readonly judgesPast: boolean }) {
  const [, change] = useSearchState();
  return (
    <OutlineAnswer outline={outline} judgesPast={judgesPast}>
      {outline.decision.cut && !judgesPast && <button type="button" onClick={() => change({ past: "judged" })}>Judge earlier acts too</button>}
      <button type="button" onClick={() => change({ told: "whole", past: undefined })}>Ask for the whole answer</button>
    </OutlineAnswer>
  );
}
