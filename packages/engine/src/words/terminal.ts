import type { Status } from "@cleartitle/norms";
import { type Block, type Item, shapes } from "./block.js";

export interface TerminalOptions {
  readonly color: boolean;
  readonly width: number;
}

const colors: Readonly<Record<Status, string>> = { cleared: "32", conditional: "36", unresolved: "33", blocked: "31" };

/** Control and direction characters in recorded text could move the cursor or reorder what is read: shown as their code points. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (found) => `\\u{${found.codePointAt(0)!.toString(16)}}`);
}

const paint = (text: string, code: string, options: TerminalOptions): string => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text);

/** A status as shape and word; the color only repeats them. */
export function sayStatus(status: Status, options: Pick<TerminalOptions, "color">): string {
  return paint(`${shapes[status]} ${status}`, colors[status], { ...options, width: 0 });
}

/** Breaks at spaces so that no line is longer than `width`, save for a word that is longer itself. */
export function wrap(text: string, width: number, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of withoutControls(text).split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

function itemLines(entry: Item, mark: string, options: TerminalOptions): string[] {
  const lead = entry.status === null ? mark : `${mark}${shapes[entry.status]} ${entry.status} `;
  const indent = " ".repeat(mark.length);
  const [head, ...more] = wrap(entry.text, options.width, `${indent}  `, lead);
  const colored = entry.status === null ? head! : head!.replace(`${shapes[entry.status]} ${entry.status}`, () => sayStatus(entry.status!, options));
  const quote = entry.quote === null ? [] : wrap(`“${entry.quote}”`, options.width, `${indent}    `);
  return [colored, ...more, ...quote, ...entry.details.flatMap((detail) => wrap(detail, options.width, `${indent}      `, `${indent}    `))];
}

function blockLines(block: Block, options: TerminalOptions): string[] {
  if (block.kind === "verdict") return [`${paint(`${shapes[block.status]} ${block.status.toUpperCase()}`, `1;${colors[block.status]}`, options)}  ${withoutControls(block.text)}`];
  if (block.kind === "heading") return ["", paint(block.text, "1", options)];
  if (block.kind === "text") return wrap(block.text, options.width, "");
  const marks = block.items.map((entry, at) => (block.ordered === false ? "" : block.ordered === "ids" ? (entry.ids[0] ?? "") : `${at + 1}.`));
  const widest = Math.max(...marks.map((mark) => mark.length));
  return block.items.flatMap((entry, at) => itemLines(entry, block.ordered === false ? "  " : `  ${marks[at]!.padStart(widest)} `, options));
}

/** Blocks laid out for a terminal, ending in a line break. */
export function toTerminal(blocks: readonly Block[], options: TerminalOptions): string {
  const lines = blocks.flatMap((block, at) => {
    const laid = blockLines(block, options);
    const afterList = block.kind === "text" && blocks[at - 1]?.kind === "items";
    return afterList ? ["", ...laid] : laid;
  });
  return `${lines.join("\n")}\n`;
}
