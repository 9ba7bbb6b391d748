import { problem, type Problem } from "@cleartitle/norms";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { carriedSchema } from "../document/carried.js";
import { type DocxArchive, openDocx } from "../docx/archive.js";
import { type DocxParagraph, hasOpenChanges, paragraphsOf } from "../docx/paragraph.js";
import { besideNotes } from "./beside-text.js";
import { inWorker, type Made } from "./comparing-worker.js";
import { withoutChangedFrames } from "./content-control.js";
import { withMarksApart } from "./doubled-mark.js";
import { withChangesApart } from "./joined-change.js";
import { lookNotes } from "./look-notes.js";
import { withLevelsKept } from "./lost-level.js";
import { withMoversNamed } from "./moved-paragraph.js";
import { inFirstForm, isSavedElsewhere } from "./resaved.js";
import { withFormsOfRunOns } from "./run-on-paragraph.js";

export interface DocxFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** One document with the changes from one to the other tracked in it. */
export interface Tracked {
  readonly bytes: Uint8Array;
  /** What the two documents had of their own that one should know. */
  readonly notes: readonly string[];
}

/** Whoever makes tracked changes of two documents. */
export type Tracker = (left: Uint8Array, right: Uint8Array) => Promise<Made>;

/** Compares in a worker with a limit of time. The same documents give the same bytes. */
export const track: Tracker = (left, right) => inWorker({ left, right });

/** What must be the same: words, numbers (in their lists, or as they are shown) and cells. A paragraph without words is nothing that one reads. */
const read = (paragraphs: readonly DocxParagraph[], numbered: "number" | "shown" = "number"): string[] => paragraphs.filter(({ text }) => text.trim() !== "").map((each) => JSON.stringify([each.text, each[numbered], each.cell]));

const firstDifference = (a: readonly string[], b: readonly string[]): number | null => {
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index).find((index) => a[index] !== b[index]);
  return at ?? null;
};

/** Why a tracked document does not hold both sides; null: accepted it reads as the right one, rejected as the left one. */
export function untrue(tracked: DocxArchive, left: DocxArchive, right: DocxArchive, numbered: "number" | "shown" = "number"): string | null {
  const sides = [["accepted", right], ["rejected", left]] as const;
  for (const [view, side] of sides) {
    const [found, wanted] = [read(paragraphsOf(tracked, view), numbered), read(paragraphsOf(side, "accepted"), numbered)];
    const at = firstDifference(found, wanted);
    if (at !== null) return `with all changes ${view} paragraph ${at + 1} reads ${(found[at] ?? "(none)").slice(0, 120)} and not ${(wanted[at] ?? "(none)").slice(0, 120)}`;
  }
  return null;
}

const part = "word/document.xml";
/** The first day that an archive can name. */
const sealed = { mtime: new Date(1980, 0, 1) } as const;

/** The part of a document in which its deal stands; null: it carries none. */
const dealPart = ({ beside }: DocxArchive): readonly [string, Uint8Array] | null => [...beside].find(([name, content]) => name.startsWith("customXml/") && strFromU8(content).includes(carriedSchema)) ?? null;

/** The deal in a tracked document is the second one's: it is what is proposed. */
function withDeal(bytes: Uint8Array, made: DocxArchive, right: DocxArchive): Uint8Array {
  const [there, proposed] = [dealPart(made), dealPart(right)];
  if (there === null || proposed === null) return bytes;
  return zipSync({ ...unzipSync(bytes), [there[0]]: proposed[1] }, sealed);
}

/** The parts of a document that changes stand in. */
const withChanges = /^word\/(?:document|header\d*|footer\d*)\.xml$/;

/** What word processors beside the one that it was made for read otherwise is put as all of them read it. */
const forAll = (xml: string): string => withChangesApart(withFormsOfRunOns(withMoversNamed(withLevelsKept(withMarksApart(withoutChangedFrames(xml))))));

const partOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes, { filter: ({ name }) => name === part })[part] ?? new Uint8Array());

function rewritten(bytes: Uint8Array, isWanted: (name: string) => boolean, write: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes, { filter: ({ name }) => isWanted(name) })).map(([name, content]) => [name, strFromU8(content)] as const);
  const changed = parts.map(([name, xml]) => [name, xml, write(xml)] as const).filter(([, xml, now]) => now !== xml);
  return changed.length === 0 ? bytes : zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed.map(([name, , now]) => [name, strToU8(now)])) }, sealed);
}

const mended = (bytes: Uint8Array): Uint8Array => rewritten(bytes, (name) => name === part, forAll);

/** A tracked document, opened, that holds both sides; or why there is none. */
function held(bytes: Uint8Array, left: DocxArchive, right: DocxArchive, numbered: "number" | "shown" = "number"): { readonly bytes: Uint8Array; readonly archive: DocxArchive } | { readonly fault: string } {
  const made = openDocx(bytes, "redline");
  if ("problems" in made) return { fault: made.problems[0]!.message };
  const fault = untrue(made.archive, left, right, numbered);
  return fault === null ? { bytes, archive: made.archive } : { fault };
}

/** The changes of words alone, where another program saved one of the sides; null: none did, or they do not hold both sides. */
function wordsAlone(bytes: Uint8Array, left: DocxArchive, right: DocxArchive): Tracked | null {
  if (!isSavedElsewhere(partOf(bytes), left, right)) return null;
  // Another program makes lists of its own: what counts is the number that one sees.
  const found = held(mended(rewritten(bytes, (name) => withChanges.test(name), (xml) => inFirstForm(withoutChangedFrames(xml)))), left, right, "shown");
  return "fault" in found ? null : { bytes: withDeal(found.bytes, found.archive, right), notes: [`\`${right.file}\` was saved by another program, which sets nearly everything otherwise: it looks as \`${left.file}\`, and changes of form alone are left out`, ...besideNotes(found.archive, left, right)] };
}

/**
 * Two documents as one with tracked changes. It is read again before it is given out: if it did not accept to the one side and reject to the other,
 * there is a problem and no document.
 */
export async function trackedDocx(left: DocxFile, right: DocxFile, tracker: Tracker = track): Promise<{ readonly tracked: Tracked | null; readonly problems: readonly Problem[] }> {
  const opened = [left, right].map(({ bytes, file }) => openDocx(bytes, file));
  const problems = opened.flatMap((each) => ("problems" in each ? each.problems : []));
  const [one, other] = opened.flatMap((each) => ("archive" in each ? [each.archive] : []));
  if (one === undefined || other === undefined) return { tracked: null, problems };
  const found = await tracker(left.bytes, right.bytes);
  const fail = (message: string): { tracked: null; problems: readonly Problem[] } => ({ tracked: null, problems: [problem("unsupported", `tracked changes cannot be made of \`${left.file}\` and \`${right.file}\`: ${message}`, { file: right.file, hint: "the comparison without `--redline` goes by the text alone" })] });
  if ("fault" in found) return fail(found.fault.slice(0, 300));
  const open = [one, other].filter(hasOpenChanges).map(({ file }) => `\`${file}\` has open changes of its own: it is compared as if they were accepted`);
  const words = wordsAlone(found.bytes, one, other);
  if (words !== null) return { tracked: { ...words, notes: [...open, ...words.notes] }, problems: [] };
  const made = held(mended(found.bytes), one, other);
  if ("fault" in made) return fail(made.fault);
  return { tracked: { bytes: withDeal(made.bytes, made.archive, other), notes: [...open, ...besideNotes(made.archive, one, other), ...lookNotes(made.archive, one, other)] }, problems: [] };
}

/** A document with its open changes made. If it did not read as with them accepted, there is a problem and no document. */
export async function acceptedDocx({ file, bytes }: DocxFile, accept: (bytes: Uint8Array) => Promise<Made> = (left) => inWorker({ left })): Promise<{ readonly bytes: Uint8Array | null; readonly problems: readonly Problem[] }> {
  const opened = openDocx(bytes, file);
  if ("problems" in opened) return { bytes: null, problems: opened.problems };
  const found = await accept(bytes);
  const made = "fault" in found ? null : openDocx(found.bytes, file);
  const [wanted, is] = [read(paragraphsOf(opened.archive, "accepted")), made === null || "problems" in made ? null : read(paragraphsOf(made.archive, "rejected"))];
  if ("fault" in found || is === null || firstDifference(is, wanted) !== null) return { bytes: null, problems: [problem("unsupported", `its open changes cannot be accepted${"fault" in found ? `: ${found.fault.slice(0, 300)}` : ""}`, { file, hint: "accept or reject them in a word processor" })] };
  return { bytes: found.bytes, problems: [] };
}
