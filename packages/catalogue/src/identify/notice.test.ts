import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { LicenseNames } from "./license-names.js";
import { namingsIn } from "./notice.js";
import { spdxListDir } from "./spdx-texts.js";
import { readWords } from "./words.js";

const list = join(spdxListDir(), "licenses");
const listed = readdirSync(list).map((file) => JSON.parse(readFileSync(join(list, file), "utf8")) as { readonly name: string; readonly licenseText: string }).map((each, i) => ({ ...each, id: readdirSync(list)[i]!.replace(/\.json$/, "") }));
const names = new LicenseNames(listed.map(({ name, id }) => [name, id]), new Map(), new Map());

const between = (text: string, start: number, end: number) => namingsIn(names, text, readWords(text).signs, [{ start, end }]).filter((each) => each.start < start || each.start >= end);

/** What triggers, headings and header lines are made of, and what stands in their way. */
const pieces = [
  "licensed", "Licenced", "dual-licensed", "duallicensed", "multi licensed", "sublicensed", "license", "LICENSE", "licence", "licenses", "licensing", "licen\u017Fed", "@license", "//license:", "under", "UNDER", "_under", "understood", "under.", "é", "released", "is", "are", "used", "use",
  "licensed under the MIT license", "is released to all under", "under the terms of the GPL", "\n## License\n\nMIT", "\n// @license MIT\n", "redistributed", "redistribute_it", "governed by", "covered", "by", "subject to", "accept", "the terms of", "terms and conditions of", "the", "a", "to you", "not", "never", "MIT", "Apache-2.0", "GPL", "the GNU General Public License", "version 2", "or later", "BSD 3-Clause", "MIT License",
  " ", "  ", "\n", "\n\n", "\n// ", "\n * ", "\n# ", "\n## ", "\n---\n", "\n===\n", "\r", "\u2028", "\u00A0", "\t", "-", "-\n", ". ", ", ", "; ", "(", ")", '"', "\n```\n", "<b>", "</b>", "<a href=\"", "\">", "&nbsp;", "&under;", "\\n", "\\", "https://x.org/under/license", "jane@license.org", "3", "some words of prose", "x".repeat(50),
];
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 60 }).chain((parts) => fc.array(fc.boolean(), { minLength: parts.length, maxLength: parts.length }).map((spaced) => parts.map((part, i) => (spaced[i]! ? `${part} ` : part)).join("")));

it("finds by the signs what it finds by looking everywhere", () => {
  let found = 0;
  fc.assert(fc.property(texts, fc.nat(600), fc.nat(3000), (text, start, length) => {
    const all = namingsIn(names, text, null);
    found += all.length;
    expect(namingsIn(names, text, readWords(text).signs)).toEqual(all);
    expect(between(text, start, start + length)).toEqual(all.filter((each) => each.start < start || each.start >= start + length));
  }), { seed: 20261129, numRuns: 1000 });
  expect(found).toBeGreaterThan(300);
});

it.each([1, 3, 5])("finds so in texts that speak of nothing else, beginning with the %dth of the list", (first) => {
  let found = 0;
  for (const { licenseText } of listed.filter((_, i) => i % 40 === first)) {
    const text = `Under the MIT license. ${licenseText.replaceAll("\r\n", "\n")}\n\nReleased by us under Apache-2.0`;
    const all = namingsIn(names, text, null);
    found += all.length;
    expect(namingsIn(names, text, readWords(text).signs)).toEqual(all);
    for (const [start, end] of [[-200, text.length], [23, text.length - 40], [600, 4000]] as const) expect(between(text, start, end)).toEqual(all.filter((each) => each.start < start || each.start >= end));
  }
  expect(found).toBeGreaterThan(10);
});
