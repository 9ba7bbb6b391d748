/** What is marked in the text of a document: offsets into it, with the words. */
export interface MarkedText {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const paragraphOf = (node: Node): HTMLElement | null => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]") ?? null;

/** The offset of a place within a paragraph, whose letters are those of the text. */
function offsetOf(node: Node, offset: number): number | null {
  const paragraph = paragraphOf(node);
  if (paragraph === null) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset["start"]) + before.toString().length;
}

/** What somebody has marked within the text; null: nothing, or more than the text. */
export function markedIn(text: HTMLElement): MarkedText | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  const words = selection.toString().replaceAll(/\s+/g, " ").trim();
  return start === null || end === null || end <= start || words === "" ? null : { start, end, words };
}
