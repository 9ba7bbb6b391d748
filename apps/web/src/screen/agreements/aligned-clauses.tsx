import { sayCount } from "@cleartitle/engine";
import type { components } from "../../api/schema.gen.js";

type Aligned = components["schemas"]["AlignedClause"];
type Words = Aligned["words"];
type Said = NonNullable<Aligned["before"]>;

const changeWords: Readonly<Record<Aligned["kind"], string>> = { same: "the same words", changed: "other words", added: "new", removed: "gone" };

const sayChange = ({ kind, moved }: Aligned): string => (moved ? `${kind === "same" ? "" : `${changeWords[kind]}, `}moved` : changeWords[kind]);

/** The lines of one side, each in stretches that both have and that it has alone. */
function linesOf(words: Words, of: "gone" | "new"): Words[] {
  const lines: Words[] = [[]];
  for (const { kind, text } of words) {
    if (kind !== "same" && kind !== of) continue;
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)!.push({ kind, text: part });
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** A text of one side, with the words that the other does not have. */
function Side({ words, of, name }: { readonly words: Words; readonly of: "gone" | "new"; readonly name: string }) {
  const Mark = of === "gone" ? "del" : "ins";
  const lines = linesOf(words, of).filter((line, at) => at > 0 || line.length > 1 || line[0]!.kind !== "same" || line[0]!.text !== name);
  // oxlint-disable-next-line react/no-array-index-key -- words of one text, which does not change
  return <>{lines.map((line, at) => <p key={at}><bdi>{line.map(({ kind, text }, nth) => (kind === "same" ? text : <Mark key={nth}>{text}</Mark>))}</bdi></p>)}</>;
}

function Whole({ said, as, name }: { readonly said: Said; readonly as: "del" | "ins" | null; readonly name: string }) {
  const Mark = as ?? "span";
  // oxlint-disable-next-line react/no-array-index-key -- paragraphs of one text, which does not change
  return <>{[...(said.heading === null || said.heading === name ? [] : [said.heading]), ...said.paragraphs].map((text, at) => <p key={at}><bdi><Mark>{text}</Mark></bdi></p>)}</>;
}

const nameOf = ({ topic, before, after }: Aligned, titleOf: (id: string) => string): string => (topic === null ? ((after ?? before)!.heading ?? `${(after ?? before)!.paragraphs[0]?.slice(0, 60) ?? ""}…`) : titleOf(topic));

interface AlignedClausesProps {
  readonly clauses: readonly Aligned[];
  /** What the two sides are called. */
  readonly before: string;
  readonly after: string;
  readonly titleOf: (id: string) => string;
}

/** Clauses of two texts side by side, those that differ, with the words that go and come. */
export function AlignedClauses({ clauses, before, after, titleOf }: AlignedClausesProps) {
  const changed = clauses.filter(({ kind, moved }) => kind !== "same" || moved);
  const same = clauses.length - changed.length;
  return (
    <>
      <p role="status">{changed.length === 0 ? "No clause is worded otherwise." : `${sayCount(changed.length, "clause")} ${changed.length === 1 ? "differs" : "differ"}, ${same} ${same === 1 ? "is" : "are"} the same.`}</p>
      <ol className="aligned">
        {changed.map((clause) => {
          const name = nameOf(clause, titleOf);
          return (
            <li key={`${name} ${clause.before?.paragraphs[0]} ${clause.after?.paragraphs[0]}`} data-row="" tabIndex={-1}>
              <h3><bdi>{name}</bdi> <span className="soft small">{sayChange(clause)}</span></h3>
              <div className="sides sentences">
                <div><p className="soft small">{before}</p>{clause.before === null ? <p className="soft">nothing</p> : clause.words.length > 0 ? <Side words={clause.words} of="gone" name={name} /> : <Whole said={clause.before} as={clause.after === null ? "del" : null} name={name} />}</div>
                <div><p className="soft small">{after}</p>{clause.after === null ? <p className="soft">nothing</p> : clause.words.length > 0 ? <Side words={clause.words} of="new" name={name} /> : <Whole said={clause.after} as={clause.before === null ? "ins" : null} name={name} />}</div>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
