/** Markdown as the text that its reader sees: without the marks of headings, stress and links. What is in a fence stays as it is. */
export function plainOfMarkdown(markdown: string): string {
  let isFenced = false;
  return markdown
    .split("\n")
    .flatMap((line) => {
      if (/^\s{0,3}(?:```|~~~)/.test(line)) {
        isFenced = !isFenced;
        return [];
      }
      return [isFenced ? line : plainLine(line)];
    })
    .join("\n");
}

function plainLine(line: string): string {
  const marks = /^\s{0,3}#{1,6}\s/.exec(line)?.[0];
  const heading = marks === undefined ? undefined : line.slice(marks.length).trim();
  const plain = (heading ?? line)
    .replace(/!?\[([^[\]\n]{0,400})\]\([^)\n]{0,2000}\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?)\1/g, "$2")
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]{1,2000}?)\1(?![\w*])/g, "$2")
    .replace(/^\s{0,3}>\s?/, "")
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1");
  // A heading stands by itself, whatever stands right above or below it.
  return heading === undefined ? plain : `\n${plain}\n`;
}
