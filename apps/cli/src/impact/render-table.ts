import { sayCount, sayStatus, withoutControls, type Impact, type ImpactEntry } from "@cleartitle/engine";

/** Lines of one kind that are shown of a use. */
const most = 8;

const changeWords: Readonly<Record<ImpactEntry["change"], string>> = {
  better: "better", worse: "worse", mixed: "better in some places, worse in others", reasons: "same answer, otherwise explained", same: "as before", new: "asked only afterwards", gone: "no longer asked",
};

const places = (territories: readonly string[]): string => (territories.length <= most ? territories.join(" ") : `${territories.slice(0, most).join(" ")} and ${territories.length - most} more`);

const left = (word: string, territories: readonly string[]): string[] => (territories.length === 0 ? [] : [`    ${word} ${places(territories)}`]);

/** What went and what came, each marked. */
function differences(word: string, { gone, new: come }: { readonly gone: readonly string[]; readonly new: readonly string[] }): string[] {
  const lines = [...gone.map((each) => `    - ${word}: ${each}`), ...come.map((each) => `    + ${word}: ${each}`)];
  return lines.length <= most ? lines : [...lines.slice(0, most), `    … and ${lines.length - most} more; --format json has them all`];
}

function entryLines(entry: ImpactEntry, color: boolean): string[] {
  const said = (verdict: ImpactEntry["before"]): string => (verdict === null ? "—" : sayStatus(verdict.decision, { color }));
  const detail = [
    ...entry.effects.map(({ territories, before, after }) => `    ${places(territories)}: ${before} → ${after}`),
    ...(entry.before === null || entry.after === null ? [] : [...left("no longer asked in", entry.territories.gone), ...left("asked besides in", entry.territories.new)]),
    ...differences("reason", entry.reasons), ...differences("obligation", entry.obligations), ...differences("exposure", entry.exposure), ...differences("finding", entry.findings),
  ];
  if (detail.length === 0 && entry.differs.length > 0) detail.push(`    what is said otherwise: ${entry.differs.join(", ")}`);
  return [`${said(entry.before)} → ${said(entry.after)}  ${withoutControls(`${entry.use} — ${changeWords[entry.change]}`)}`, ...detail.map((line) => withoutControls(line))];
}

/** What a change set does, for a terminal: what changes, then how much was looked at. */
export function renderImpact(impact: Impact, { color, all }: { readonly color: boolean; readonly all: boolean }): string {
  const shown = impact.uses.filter((entry) => all || entry.change !== "same");
  const same = impact.uses.filter((entry) => entry.change === "same").length;
  const { cut } = impact;
  return [
    ...shown.flatMap((entry) => entryLines(entry, color)),
    ...(shown.length === 0 ? ["nothing changes"] : []),
    "",
    `${sayCount(impact.uses.length, "question")} reached and decided again: ${impact.uses.length - same} changed, ${same} as before; ${impact.untouched} not reached`,
    ...(impact.everything === null ? [] : [`everything was decided again: ${withoutControls(impact.everything)}`]),
    ...(cut === null ? [] : [`cut at ${cut.budget}: nothing is said of ${sayCount(cut.left.length, "question")} more that are reached; --most decides more`]),
    "",
  ].join("\n");
}
