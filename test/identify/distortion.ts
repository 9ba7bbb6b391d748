/** Numbers from 0 to 1 from a seed, the same on every machine. */
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const paragraphs = (text: string): string[] => text.split(/\n[^\S\n]*\n/).filter((each) => each.trim() !== "");
const plain = (paragraph: string): string => paragraph.trim().replaceAll(/\s+/g, " ");

function wrapped(text: string, width: number, lead: string): string {
  return paragraphs(text).map((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of plain(paragraph).split(" ")) {
      if (line !== "" && line.length + word.length + 1 > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line].map((each) => `${lead}${each}`).join("\n");
  }).join(`\n${lead.trimEnd()}\n`);
}

const one = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Lines as a page layout leaves them: words divided at line ends, a number and a heading on every page. */
function pages(text: string, next: () => number): string {
  const lines = wrapped(text, 70, "").split("\n").map((line) => line.replaceAll("fi", "ﬁ"));
  return lines.map((line, i) => {
    const split = /^(.* )([a-z]{4})([a-z]{4,})$/.exec(line);
    const laid = split !== null && next() < 0.3 && lines[i + 1]?.trim() !== "" ? `${split[1]}${split[2]}-\n${split[3]}` : line;
    return i % 48 === 47 ? `${laid}\n\n   ${Math.floor(i / 48) + 1}\n\fTerms of the example\n` : laid;
  }).join("\n");
}

/** Renderings in which a text is still the same text. */
export const renderings: Readonly<Record<string, (text: string, next: () => number) => string>> = {
  rewrapped: (text, next) => wrapped(text, 40 + Math.floor(next() * 80), ""),
  reindented: (text, next) => wrapped(text, 72, " ".repeat(1 + Math.floor(next() * 12))),
  "in a comment": (text, next) => wrapped(text, 72, one([" * ", "// ", "# ", "-- ", ";; ", "> "], next)),
  "in one line": (text) => plain(text),
  "with other notices": (text, next) => `Copyright (c) ${1990 + Math.floor(next() * 35)} ${one(["Jane Roe <jane@example.org>", "Example GmbH", "The Example Authors"], next)}\n${next() < 0.5 ? "Copyright © 2024 Example, Inc. All rights reserved.\n" : ""}\n${text.replaceAll(/<year>|\[yyyy\]/gi, "2023").replaceAll(/<copyright holders?>|<owner>|\[name of copyright owner\]/gi, "Example Ltd.")}`,
  "in a README": (text, next) => `# ${one(["boxes", "a tool", "Example Model"], next)}\n\nSorts boxes by their size.\n\n## Usage\n\nYou must have Node installed. Run \`make\`.\n\n## License\n\n${text}\n\n## Contributing\n\nOpen an issue first. You may not use tabs.\n`,
  "as HTML": (text) => `<html><head><title>Terms</title></head><body><div class="main">\n${paragraphs(text).map((each) => `<p>${escaped(plain(each))}</p>`).join("\n")}\n</div></body></html>`,
  "as Markdown": (text) => paragraphs(text).map((each) => plain(each).replaceAll(/"([A-Z][A-Za-z ]{2,30})"/g, "**“$1”**").replaceAll(/(https?:\/\/[^\s<>")\]]+[a-z\d/])/g, "[$1]($1)").replaceAll("'", "’")).join("\n\n"),
  "as pages": pages,
};

const strangers = ["quarterly", "giraffe", "harbor", "seldom", "violet", "upstairs", "fourteen", "banana"];

/** The text with a share of its words dropped or changed, at least one. */
export function edited(text: string, share: number, next: () => number): string {
  const parts = text.split(/(\s+)/);
  // A notice differs in every copy, and so no edit of it makes a text another one.
  let line = text.split("\n", 1)[0]!;
  let offset = 0;
  const words = parts.flatMap((part, i) => {
    if (part.includes("\n")) line = text.slice(offset + part.length).split("\n", 1)[0]!;
    offset += part.length;
    return /[a-z]{2}/i.test(part) && !/[<>[\]{}©]|^\W|:\/\//i.test(part) && !/^\W{0,6}(?:portions )?(?:\(c\) *)?(?:copyright|©|\(c\))[^a-z]*(?:\d|<|\[|©|\(c\))|^\W*all rights reserved\W*$/i.test(line.slice(0, 200)) ? [i] : [];
  });
  for (let left = Math.max(1, Math.round(words.length * share)); left > 0 && words.length > 0; left--) {
    const [at] = words.splice(Math.floor(next() * words.length), 1);
    parts[at!] = next() < 0.5 ? "" : one(strangers, next);
  }
  return parts.join("");
}

const subjects = ["The harbor", "A box", "This function", "The second column", "Our garden", "The parser", "Every visitor", "The old map"];
const verbs = ["sorts", "keeps", "follows", "remembers", "must return", "may not exceed", "paints", "is distributed over"];
const things = ["the list of ships", "a table of weights", "all copies of the page", "the software of the lighthouse", "its own conditions", "a use that nobody counted", "the morning train", "the terms of the equation"];

/** Prose that is about nothing, in the words of licenses here and there. */
export function proseOf(sentences: number, next: () => number): string {
  const text = Array.from({ length: sentences }, () => `${one(subjects, next)} ${one(verbs, next)} ${one(things, next)}${next() < 0.3 ? `, and ${one(things, next)} stays as it was` : ""}.`);
  return text.map((each, i) => (i % 5 === 4 ? `${each}\n\n` : `${each} `)).join("");
}
