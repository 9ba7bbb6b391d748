import { formOf, markOf, paragraphs, withForms } from "./changed-paragraph.js";

const between = /^(?:\s|<w:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^>]*\/>)*/;
const startsParagraph = /^<w:p[\s>/]/;
/** The end of a cell or of the document, or a table. */
const closing = /^(?:<w:tbl[\s>]|<w:sectPr\b|<\/w:tc>|<\/w:body>)/;
const isNumbered = /<w:(?:numPr|pStyle)\b/;
const isDeeper = /<w:ilvl\b[^>]*w:val="[1-9]/;
const words = { del: /<w:del\b[^>]*(?<!\/)>[^]*?<\/w:del>/g, ins: /<w:ins\b[^>]*(?<!\/)>[^]*?<\/w:ins>/g } as const;
const anyText = /<w:(?:t|delText)\b[^>]*>[^<]/;

type Kind = "del" | "ins";

/** How it is set with the change made, and with it not made; null: as it is. */
type Forms = readonly [now: string, was: string] | null;

/** Into what a paragraph would run: one of a form, nothing, or what is not known. */
type Into = { readonly form: string | null } | "nothing" | "unknown";

/** It runs into nothing: LibreOffice leaves it there without words, and with the number that it had. So that it has none, one that goes ends without a number, and one that comes began without. */
function alone(kind: Kind, own: string): Forms {
  // Of one below the first level the level would not come back, whatever takes the number away: no list, a list without numbers, no list at the same level (LibreOffice 7.4).
  if (!isNumbered.test(own) || (kind === "del" && isDeeper.test(own))) return null;
  return kind === "ins" ? [own, ""] : ["", own];
}

/** Of its words some stay, and run into another paragraph: as a whole they have the form of that, and LibreOffice gives them the form of the first. */
function joined(kind: Kind, own: string, { text, into }: { readonly text: string; readonly into: string | null }): Forms {
  if (into === null || into === own || !anyText.test(text.replace(words[kind], ""))) return null;
  return kind === "del" ? [into, own] : [own, into];
}

function formsOf(text: string, kind: Kind, into: Into): Forms {
  const own = formOf(text);
  if (own === null || into === "unknown") return null;
  return into === "nothing" ? alone(kind, own) : joined(kind, own, { text, into: into.form });
}

/**
 * A paragraph of which the end comes or goes runs into the one after it once the change is settled: into the first whose end stays. What LibreOffice makes of that otherwise than the word processor for which it was made
 * is said as a change of its form.
 */
export function withFormsOfRunOns(xml: string): string {
  const all = [...xml.matchAll(paragraphs)];
  let id = Math.max(0, ...[...xml.matchAll(/\bw:id="(\d+)"/g)].map(([, number]) => Number(number)));
  let made = xml;
  let into: Readonly<Record<Kind, Into>> = { del: "unknown", ins: "unknown" };
  let behind = xml.length;
  for (const { 0: text, index: at } of all.toReversed()) {
    const rest = xml.slice(at + text.length, behind + 8).replace(between, "");
    if (closing.test(rest)) into = { del: "nothing", ins: "nothing" };
    else if (!startsParagraph.test(rest) || rest.length > 8) into = { del: "unknown", ins: "unknown" };
    const kind = markOf(text);
    const forms = kind === null ? null : formsOf(text, kind, into[kind]);
    if (forms !== null) made = made.slice(0, at) + withForms(text, ...forms, (id += 1)) + made.slice(at + text.length);
    const own: Into = { form: formOf(text) };
    into = { del: kind === "del" ? into.del : own, ins: kind === "ins" ? into.ins : own };
    behind = at;
  }
  return made;
}
