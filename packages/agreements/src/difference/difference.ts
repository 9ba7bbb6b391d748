import { type Block, type Item, item, sayCount, section } from "@cleartitle/engine";
import type { Effect } from "../effect/effect.js";
import type { Deviation } from "../playbook/deviation.js";
import type { AlignedClause } from "../redline/align.js";
import { clauseItems, termBlocks, useItems } from "./say-effect.js";

/** What two states of an agreement differ in: their words, what they do, and where the second is not what the house wants. */
export interface Difference {
  readonly clauses: readonly AlignedClause[];
  /** null: it was not asked. */
  readonly effect: Effect | null;
  /** null: it was not asked. */
  readonly deviations: readonly (Deviation & { readonly isNew: boolean })[] | null;
  readonly notes: readonly string[];
}

const marks = { gone: ["[-", "-]"], new: ["{+", "+}"] } as const;

/** As many words of what stays are told around a change. */
const around = 60;

/** Changed words in their places; long stretches that stay are cut. */
function redline({ words }: AlignedClause): string {
  return words.map(({ kind, text }, at) => {
    if (kind !== "same") {
      const [open, close] = marks[kind];
      return `${open}${text.replace(/\n$/, "")}${close}${text.endsWith("\n") ? "\n" : ""}`;
    }
    if (text.length <= 2 * around + 10) return text;
    return `${at === 0 ? "" : text.slice(0, around)} … ${at === words.length - 1 ? "" : text.slice(-around)}`;
  }).join("").replaceAll(/\s*\n\s*/g, " / ").trim();
}

const nameOf = ({ before, after }: AlignedClause): string => {
  const clause = (after ?? before)!;
  return clause.heading ?? `“${clause.paragraphs[0]!.slice(0, 60)}${clause.paragraphs[0]!.length > 60 ? "…" : ""}”`;
};

const wordsOf = ({ before, after }: AlignedClause): readonly string[] => (after ?? before)!.paragraphs;

function clauseItem(clause: AlignedClause): Item[] {
  if (clause.kind === "same" && !clause.moved) return [];
  const said = `${nameOf(clause)}: ${[...(clause.kind === "same" ? [] : [clause.kind]), ...(clause.moved ? ["moved"] : [])].join(" and ")}`;
  return [item(said, { details: clause.kind === "changed" ? [redline(clause)] : clause.kind === "same" ? [] : wordsOf(clause) })];
}

const severities = { stop: "stop", ask: "ask", fallback: "taken as a fallback" } as const;

function deviationItem(deviation: Deviation & { readonly isNew: boolean }): Item {
  const { number, title, severity, message, why, risk, proposals, beyond, isNew } = deviation;
  const proposed = proposals.map(({ version, says, text }, at) => `${at === 0 ? "propose" : "then"} ${version} (${says}): ${text.join(" ")}`);
  return item(`${severities[severity]}: ${number}. ${title}${isNew ? " (new)" : ""}: ${message}`, {
    details: [`wanted because: ${why}`, ...(risk === null ? [] : [`risk of what stands there: ${risk}`]), ...proposed, ...(beyond === null ? [] : [`beyond the playbook, to be asked for: ${beyond.version} (${beyond.says}): ${beyond.text.join(" ")}`])],
  });
}

const drafts = ({ asIfSigned: { before, after } }: Effect): string[] => (before || after ? [`${before && after ? "Neither state is" : before ? "The first state is not" : "The second state is not"} signed: it is asked what would be if ${before && after ? "each" : "it"} were signed as it stands.`] : []);

function summary(effect: Effect): string {
  const count = (change: string): number => effect.uses.filter((use) => use.change === change).length;
  const parts = [["worse", "worse"], ["better", "better"], ["mixed", "better in some places and worse in others"], ["reasons", "with the same answer and other duties or exposure"]] as const;
  const said = parts.flatMap(([change, words]) => (count(change) === 0 ? [] : [`${count(change)} ${words}`]));
  const as = [`${effect.same} as before`, ...(effect.explained.length === 0 ? [] : [`${effect.explained.length} explained otherwise`]), `${effect.untouched} not reached`];
  return `${sayCount(effect.uses.length, "use")} changed${said.length === 0 ? "" : ` (${said.join(", ")})`}; ${as.join(", ")}.`;
}

const cutOf = ({ cut, notInTitle }: Effect): string[] => [
  ...(notInTitle.length === 0 ? [] : [`The title file does not have ${notInTitle.join(", ")}: of what is done with that nothing is said.`]),
  ...(cut === null || cut.uses.length === 0 ? [] : [`Cut: nothing is said of ${cut.uses.join(", ")}.`]),
  ...(cut === null || cut.clauses.length === 0 ? [] : [`Cut: not asked alone were ${cut.clauses.join(", ")}.`]),
  ...(cut === null || cut.causes.length === 0 ? [] : [`Cut: which clauses do it was not found for ${cut.causes.join(", ")}.`]),
];

const text = (line: string): Block => ({ kind: "text", text: line });

function effectBlocks(effect: Effect): Block[] {
  return [
    { kind: "heading", text: "What it does" }, ...[summary(effect), ...drafts(effect), ...cutOf(effect)].map(text),
    ...section("Uses", useItems(effect)), ...section("Clauses, each alone", clauseItems(effect)), ...termBlocks(effect.terms),
  ];
}

/** A difference in words, for a terminal or a document: what it does first, then where it is not what the house wants, then the words. */
export function sayDifference({ clauses, effect, deviations, notes }: Difference): Block[] {
  const changed = clauses.flatMap(clauseItem);
  return [
    ...notes.map(text), ...(effect === null ? [] : effectBlocks(effect)),
    ...(deviations === null ? [] : deviations.length === 0 ? [{ kind: "heading", text: "Playbook" } as const, text("Nothing deviates from the playbook.")] : section("Playbook", deviations.map(deviationItem))),
    ...(changed.length === 0 ? [{ kind: "heading", text: "Words" } as const, text("No clause is worded otherwise.")] : section("Words", changed)),
  ];
}
