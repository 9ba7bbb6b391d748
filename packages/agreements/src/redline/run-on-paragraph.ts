import { byHandOf, formIn, formOf, markOf, paragraphs, withForms } from "./changed-paragraph.js";

const between = /^(?:\s|<w:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^>]*\/>)*/;
const startsParagraph = /^<w:p[\s>/]/;
/** The end of a cell or of the document, or a table. */
const closing = /^(?:<w:tbl[\s>]|<w:sectPr\b|<\/w:tc>|<\/w:body>)/;
const isNumbered = /<w:(?:numPr|pStyle)\b/;
const words = { del: /<w:del\b[^>]*(?<!\/)>[^]*?<\/w:del>/g, ins: /<w:ins\b[^>]*(?<!\/)>[^]*?<\/w:ins>/g } as const;
const anyText = /<w:(?:t|delText)\b[^>]*>[^<]/;

type Kind = "del" | "ins";

/** How it is set with the change made, and with it not made; null: as it is. */
type Forms = readonly [now: string, was: string] | null;

/** Into what a paragraph would run: one of a form, nothing, or what is not known. */
type Into = { readonly form: string | null } | "nothing" | "unknown";

/** It comes, and runs into nothing: LibreOffice leaves it there without words where it does not come, and with the number that it had. So that it has none, it began without. */
const alone = (kind: Kind, own: string): Forms => (kind === "ins" && isNumbered.test(own) ? [own, ""] : null);

/**
 * A paragraph that is there in no view, behind one that goes and would run into nothing: LibreOffice leaves the last one there, and this one has no number. (A change of form that takes the number away
 * does as much, but of one below the first level LibreOffice 7.4 does not bring the level back.)
 */
const nobody = (text: string, id: number): string => `<w:p><w:pPr><w:rPr><${byHandOf(text, "ins", id)}/><${byHandOf(text, "del", id + 1)}/></w:rPr></w:pPr></w:p>`;

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
    const isLast = closing.test(rest);
    if (isLast) into = { del: "nothing", ins: "nothing" };
    else if (!startsParagraph.test(rest) || rest.length > 8) into = { del: "unknown", ins: "unknown" };
    const kind = markOf(text);
    const forms = kind === null ? null : formsOf(text, kind, into[kind]);
    const end = at + text.length;
    if (forms !== null) made = made.slice(0, at) + withForms(text, ...forms, (id += 1)) + made.slice(end);
    else if (isLast && kind === "del" && isNumbered.test(formOf(text) ?? "")) made = made.slice(0, end) + nobody(text, (id += 2) - 1) + made.slice(end);
    into = { del: kind === "del" ? into.del : { form: formIn(text, "accepted") }, ins: kind === "ins" ? into.ins : { form: formIn(text, "rejected") } };
    behind = at;
  }
  return made;
}
