import type { DocxArchive } from "../docx/archive.js";
import { ofAll, styleLooks } from "../docx/look.js";
import { type DocxParagraph, paragraphsOf } from "../docx/paragraph.js";
import type { View } from "../docx/view.js";

interface Looked {
  readonly words: string;
  readonly look: string;
}

const lookedAt = (paragraphs: readonly DocxParagraph[]): Looked[] => paragraphs.filter(({ text }) => text.trim() !== "").map(({ text, shown, look }) => ({ words: text.trim(), look: JSON.stringify([shown, look]) }));

const namedStyles = (looks: readonly Looked[]): ReadonlySet<string> => new Set([ofAll, ...looks.flatMap(({ look }) => [...look.matchAll(/w:[pr]Style val=([^;"]+)/g)].map(([, id]) => id!))]);

/** What of one side does not look as it does there. */
function noteOf(tracked: DocxArchive, side: DocxArchive, view: View): string[] {
  const [made, wanted] = [lookedAt(paragraphsOf(tracked, view)), lookedAt(paragraphsOf(side, "accepted"))];
  const others = wanted.filter(({ look }, at) => made[at]?.look !== look);
  const [defined, meant] = [styleLooks(tracked.styles), styleLooks(side.styles)];
  const styles = [...namedStyles(wanted)].filter((id) => defined.get(id) !== meant.get(id)).toSorted();
  const begin = `with all changes ${view}`;
  return [
    ...(others.length === 0 ? [] : [`${begin} ${others.length === 1 ? "1 paragraph does" : `${others.length} paragraphs do`} not look as in \`${side.file}\`, though the words are the same: the first is “${others[0]!.words.slice(0, 80)}”`]),
    ...(styles.length === 0 ? [] : [`${begin} words in the style ${styles.slice(0, 5).map((id) => `\`${id}\``).join(", ")}${styles.length > 5 ? ` and ${styles.length - 5} more` : ""} do not look as in \`${side.file}\`: it is defined otherwise there`]),
  ];
}

/** What of the looks of its two sides a tracked document does not hold, of which the words are known to be the same; empty: it holds all. */
export const lookNotes = (tracked: DocxArchive, left: DocxArchive, right: DocxArchive): readonly string[] => [...noteOf(tracked, right, "accepted"), ...noteOf(tracked, left, "rejected")];
