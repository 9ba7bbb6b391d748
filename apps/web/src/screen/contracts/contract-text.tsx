import { plainWords } from "@cleartitle/engine";
import { useEffect, useRef, useState } from "react";
import { useWorkspace } from "../../api/workspace.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { piecesOf, type ShownField } from "./fields-shown.js";
import { type ReadingDetail, stateWords, useBlock } from "./use-readings.js";

/** Letters of a line, and how high a line is, where the text of a part is not there yet: the page keeps about its length. */
const [lineLetters, lineHeight] = [84, 1.4];

/** Whether something is near the window, from the first time that it is. */
function useNear(wanted: boolean) {
  const own = useRef<HTMLElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    }, { root: own.current?.closest(".contract-text") ?? null, rootMargin: "800px" });
    if (own.current !== null) observer.observe(own.current);
    return () => observer.disconnect();
  }, []);
  return { own, isNear: isNear || wanted };
}

interface Shown {
  readonly reading: ReadingDetail;
  readonly shown: readonly ShownField[];
}

/** What a piece of a clause is of, in words. */
const sayPiece = (of: readonly ShownField[]): string => of.map(({ kind, field }) => `${plainWords(kind.kind)}, ${stateWords[field.state]}`).join("; ");

function Paragraph({ paragraph: { start, end, text, page }, isFirstOfPage, shown }: { readonly paragraph: { readonly start: number; readonly end: number; readonly text: string; readonly page: number | null }; readonly isFirstOfPage: boolean; readonly shown: readonly ShownField[] }) {
  const [state, change] = useSearchState();
  const begun = shown.filter(({ field }) => field.start >= start && field.start < end);
  return (
    <>
      {isFirstOfPage && <p className="page-mark soft small">Page {page}</p>}
      <div className="contract-paragraph">
        <p data-start={start}>
          {piecesOf({ start, end }, shown).map(({ start: from, end: to, of }) => {
            const words = text.slice(from - start, to - start);
            const [first] = of;
            if (first === undefined) return words;
            const isChosen = of.some(({ field }) => field.id === state["field"]);
            return <mark key={from} className={`${first.field.state}${isChosen ? " chosen" : ""}`} data-fields={of.map(({ field }) => field.id).join(" ")} title={sayPiece(of)} onClick={() => getSelection()?.isCollapsed !== false && change({ field: first.field.id }, true)}>{words}</mark>;
          })}
        </p>
        {begun.length > 0 && (
          <p className="clause-names small">
            {begun.map(({ kind, field }) => <button key={field.id} type="button" className={`bare ${field.state}`} aria-pressed={field.id === state["field"]} onClick={() => change({ field: field.id }, true)}>{plainWords(kind.kind)}</button>)}
          </p>
        )}
      </div>
    </>
  );
}

function TextBlock({ reading: { number, blocks }, shown, block, isWanted }: Shown & { readonly block: number; readonly isWanted: boolean }) {
  const workspace = useWorkspace();
  const { own, isNear } = useNear(isWanted);
  const { data, error, refetch } = useBlock(workspace, number, block, isNear);
  const { start, end, paragraphs } = blocks[block]!;
  const pageBefore = block === 0 ? null : blocks[block - 1]!.page;
  const inHere = shown.filter(({ field }) => field.start < end && field.end > start);
  return (
    <section ref={own} aria-label={`Part ${block + 1} of ${blocks.length}`} style={data === undefined ? { minHeight: `${Math.ceil((end - start) / lineLetters + paragraphs) * lineHeight}rem` } : undefined} aria-busy={data === undefined && isNear}>
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data?.paragraphs.map((paragraph, index) => <Paragraph key={paragraph.index} paragraph={paragraph} shown={inHere} isFirstOfPage={paragraph.page !== null && paragraph.page !== (index === 0 ? pageBefore : data.paragraphs[index - 1]!.page)} />)}
    </section>
  );
}

/** The text with its clauses marked, drawn part by part as it comes into view. The chosen clause is brought there. */
export function ContractText({ reading, shown }: Shown) {
  const [{ field }] = useSearchState();
  const chosen = shown.find((each) => each.field.id === field)?.field ?? null;
  const wanted = chosen === null ? -1 : reading.blocks.findIndex(({ start, end }) => chosen.start >= start && chosen.start < end);
  useBringing(chosen?.id ?? null);
  return reading.blocks.map(({ start }, block) => <TextBlock key={start} reading={reading} shown={shown} block={block} isWanted={block === wanted} />);
}

/** How long it is waited for a part that is not drawn yet. */
const [patience, often] = [6_000, 60];

/** Brings a clause into view once it is drawn. */
function useBringing(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    const begun = performance.now();
    const timer = setInterval(() => {
      const mark = [...document.querySelectorAll<HTMLElement>(".contract-text mark")].find(({ dataset }) => dataset["fields"]?.split(" ").includes(id));
      if (mark === undefined && performance.now() - begun < patience) return;
      clearInterval(timer);
      mark?.scrollIntoView({ block: "center" });
    }, often);
    return () => clearInterval(timer);
  }, [id]);
}
