import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defaultCatalogueDir, identifyText, loadCatalogue, loadKnowledge, type Identification } from "@cleartitle/catalogue";
import { describe, expect, it } from "vitest";
import { edited, numbersOf, renderings } from "./distortion.js";
import { plainTexts } from "./plain-text.js";

const dir = defaultCatalogueDir()!;
const root = dirname(dir);
const { catalogue } = loadCatalogue(dir);
const { knowledge, problems } = loadKnowledge(dir, catalogue!);
const list = join(dirname(createRequire(join(root, "packages/catalogue/src/index.ts")).resolve("spdx-license-list/package.json")), "licenses");
const textOf = (id: string): string => (JSON.parse(readFileSync(join(list, `${id}.json`), "utf8")) as { licenseText: string }).licenseText.replaceAll("\r\n", "\n");
const identify = (text: string, path = "LICENSE"): Identification[] => identifyText(text, path, knowledge!);
/** Base and reading, of texts alone. */
const texts = (text: string, path?: string): string[] => identify(text, path).flatMap((each) => (each.how === "text" ? [`${each.base} ${each.reads}`] : []));

const differences = (text: string) => identify(text).flatMap((each) => each.differences.map(({ kind, line, here, there }) => [kind, line, here, there]));
const named = (text: string, path = "x.c") => identify(text, path).map((each) => `${each.how} ${each.base ?? each.among.join("|")}`);

it("has the SPDX list and the fingerprints", () => {
  expect(problems).toEqual([]);
  expect(knowledge!.index.texts.length).toBeGreaterThan(740);
});

// Every ninth text of the list: `npm run bench -- identify` takes them all, and counts.
const sample = readdirSync(list).map((file) => file.replace(/\.json$/, "")).filter((id) => id !== "any-OSI").filter((_, i) => i % 9 === 0);

describe("texts of the SPDX list", () => {
  it.each(Object.keys(renderings))("%s: the base is right, and the text the same", (name) => {
    const next = numbersOf(1);
    const wrong = sample.flatMap((id) => {
      const found = identify(renderings[name]!(textOf(id), next), "file.txt").filter((each) => each.how === "text");
      const [first] = found;
      return found.length === 1 && [first!.base, ...first!.among].includes(id) && first!.reads === "same" ? [] : [`${id}: ${found.map((each) => `${each.base} ${each.reads}`).join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  it("with one word of twenty dropped or changed: the base is right, and the text differs", () => {
    const next = numbersOf(2);
    const wrong = sample.flatMap((id) => {
      const found = identify(edited(textOf(id), 0.05, next), "file.txt").filter((each) => each.how === "text");
      return found.length === 1 && [found[0]!.base, ...found[0]!.among].includes(id) && found[0]!.reads === "differs" ? [] : [`${id}: ${found.map((each) => `${each.base} ${each.reads}`).join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

it("names nothing in texts that are no license", () => {
  const plain = plainTexts(root, 120);
  expect(plain.length).toBeGreaterThanOrEqual(110);
  expect(plain.flatMap(({ name, text }) => identify(text, name).map((each) => `${name}: ${each.base}`))).toEqual([]);
});

it.each([
  ["Released under LicenseRef-MIT-modified-0a1b2c3d.", []], ["Licensed under the LicenseRef-GPL-2.0-modified, or the MIT License.", ["MIT"]], ["Licensed under LicenseRef-acme.Apache-2.0", []], ["Licensed under MIT, not LicenseRef-MIT", ["MIT"]],
])("%s: a reference to a license of somebody's own names no license by a part of its name", (text, bases) => expect(identify(text, "README.md").map((each) => each.base)).toEqual(bases));

describe("where a text differs", () => {
  const mit = textOf("MIT").replace("<year>", "2025").replace("<copyright holders>", "Example AI");

  it.each<[string, string, unknown[]]>([
    ["a word put in", mit.replace("without restriction", "without much restriction"), [["added", 6, "much", ""]]],
    ["a word left out", mit.replace("sublicense, ", ""), [["dropped", 7, "", "sublicense"]]],
    ["a word changed", mit.replace("free of charge", "free of worries"), [["changed", 5, "worries", "charge"]]],
    ["a clause after it", `${mit}\n\nIf the Software is used in a product with more than 100 million monthly active users, you shall display its name.`, [["added", 20, expect.stringContaining("100 million"), ""]]],
    ["a title that says so", mit.replace("MIT License", "Modified MIT License"), [["changed", 1, "Modified MIT License", "MIT License"]]],
    ["nothing", mit, []],
    ["a notice with many names", mit.replace("Example AI", "Example AI, its friends\nand Jane Roe <jane@example.org>"), []],
    ["another holder where the family leaves room", textOf("BSD-3-Clause").replaceAll("COPYRIGHT HOLDERS AND CONTRIBUTORS", "EXAMPLE PROJECT").replace("the copyright holder nor", "Example Inc. nor"), []],
    ["British spelling, http and quotes", textOf("Apache-2.0").replaceAll("License", "Licence").replaceAll("http://", "https://").replaceAll('"', "”"), []],
    ["without its appendix", textOf("Apache-2.0").replace(/END OF TERMS[^]*/, ""), []],
    ["another number within a sentence", textOf("CC-BY-4.0").replace("within 30 days", "within 60 days"), [["changed", expect.any(Number), expect.stringContaining("60"), expect.any(String)]]],
  ])("%s", (_, text, expected) => expect(differences(text)).toEqual(expected));

  it("records a modified text under a name of its own, another for another text", () => {
    const [one] = identify(mit.replace("free of charge", "free of worries"));
    const [two] = identify(mit.replace("free of charge", "free of cares"));
    expect([one!.base, one!.reads]).toEqual(["MIT", "differs"]);
    expect(one!.license[0]).toMatch(/^LicenseRef-MIT-modified-[\da-f]{8}$/);
    expect(two!.license).not.toEqual(one!.license);
  });

  it.each<[string, string]>([
    ["on a line of its own", mit.replace("Example AI", "Example AI\nFor non-commercial use only.")], ["on its line", mit.replace("Example AI", "Example AI, for non-commercial use only")],
    ["in a paragraph of its own", mit.replace("Example AI", "Example AI\n\nNot for military use.")], ["in a sentence", mit.replace("Example AI", "Example AI. Products with over 100 users are excluded.")],
    ["before the text", `For research only.\n\n${mit}`], ["after the text", `${mit}\n\nMilitary use is prohibited.`], ["for a notice", textOf("BSD-3-Clause").replace(/Copyright \(c\)[^\n]*/, "Copyright (c) 2024 Us\nAcademic users only")],
    ["where the holder is named", textOf("BSD-3-Clause").replace("the copyright holder nor", "the copyright holder, who must be paid, nor")], ["as the holder", textOf("BSD-3-Clause").replaceAll("COPYRIGHT HOLDERS AND CONTRIBUTORS", "EXAMPLE PROJECT FOR RESEARCH ONLY")],
    ["within the instructions", textOf("Apache-2.0").replace("Copyright [yyyy]", "You must pay for each copy.\n\nCopyright [yyyy]")], ["as the head of pages", mit.replaceAll("\n\n", "\n\nNot for commercial use\n\n")],
  ])("takes no term for a name: %s", (_, text) => expect(texts(text)).toEqual([expect.stringContaining(" differs")]));

  it("takes no title of a license for a term beside it", () => {
    expect(texts(textOf("Pixar"))).toEqual(["Pixar same"]);
    expect(texts(`Newly Modified Pixar License\n\n${textOf("Pixar")}`)).toEqual(["Pixar differs"]);
    expect(texts(textOf("CC-BY-NC-4.0"))).toEqual(["CC-BY-NC-4.0 same"]);
  });

  it("takes what stands under another heading of a README for no term of the license", () => {
    expect(texts(`# x\n\n## License\n\n${mit}\n\n## Rules\n\nYou must not use the software on Sundays.\n`, "README.md")).toEqual(["MIT same"]);
    expect(texts(`# x\n\n## License\n\n${mit}\n\nYou must not use the software on Sundays.\n\n## More\n`, "README.md")).toEqual(["MIT differs"]);
  });

  it("finds several texts in one file", () => {
    expect(texts(`Parts of this are others'.\n\n${mit}\n\n---\n\n${textOf("ISC")}\n\n---\n\n${mit}`)).toEqual(["MIT same", "ISC same", "MIT same"]);
  });

  it("names the class of texts that SPDX cannot tell apart", () => {
    const [found] = identify(textOf("GPL-2.0-only"));
    expect([found!.base, found!.reads, found!.license]).toEqual(["GPL-2.0-only", "same", ["GPL-2.0-only", "GPL-2.0-or-later"]]);
  });
});

describe("names of licenses", () => {
  it.each<[string, string, string[]]>([
    ["an SPDX tag", "// SPDX-License-Identifier: GPL-2.0+ OR mit\n", ["tag GPL-2.0-or-later OR MIT"]],
    ["two tags", "/* SPDX-License-Identifier: MIT */\n/* SPDX-License-Identifier: LicenseRef-House */\n", ["tag MIT", "tag LicenseRef-House"]],
    ["the header of Apache", "# Licensed under the Apache License, Version 2.0 (the \"License\");\n# you may not use this file except in compliance with the License.\n", ["notice Apache-2.0"]],
    ["the header of the GPL", " * This program is free software; you can redistribute it and/or modify\n * it under the terms of the GNU General Public License as published by\n * the Free Software Foundation; either version 2 of the License, or\n * (at your option) any later version.\n", ["notice GPL-2.0-or-later"]],
    ["the LGPL, one version", "// you can redistribute it under the terms of the GNU Lesser General Public License, version 2.1.\n", ["notice LGPL-2.1-only"]],
    ["the header of Mozilla", "/* This Source Code Form is subject to the terms of the Mozilla Public\n * License, v. 2.0. */\n", ["notice MPL-2.0"]],
    ["a line in a header", "// @license MIT\n", ["notice MIT"]],
    ["a family", "// Released under the GPL.\n", ["notice GPL-2.0-only|GPL-2.0-or-later|GPL-3.0-only|GPL-3.0-or-later"]],
    ["prose", "This work is licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.\n", ["notice CC-BY-NC-4.0"]],
    ["two in a sentence", "Licensed under either of MIT or Apache-2.0 at your option.\n", ["notice MIT", "notice Apache-2.0"]],
    ["a denial", "This is not licensed under the MIT license.\n", []],
    ["words that are names too", "Papers are distributed under fair conditions. The curl of the field is under test.\n", []],
    ["an example in a fence", "```\n// SPDX is fine. Licensed under the MIT license\n```\n", []],
  ])("%s", (_, text, expected) => expect(named(text)).toEqual(expected));

  it.each<[string, string, string[]]>([
    ["front matter", "---\nlicense: llama3.1\ntags: [x]\n---\n# x\n", ["card LicenseRef-Llama-3.1"]],
    ["a list in front matter", "---\nlicense:\n- mit\n- cc-by-4.0\n---\n", ["card MIT", "card CC-BY-4.0"]],
    ["`other` names nothing", "---\nlicense: other\n---\n", []],
    ["a section", "# x\n\n## License\n\nMIT © Jane\n", ["notice MIT"]],
    ["a section that points elsewhere", "# x\n\n## License\n\nSee the file.\n", []],
    ["a section on several", "# x\n\n## License\n\nThe code is under MIT, the weights under the Llama 3.1 Community License.\n", ["notice MIT", "notice LicenseRef-Llama-3.1"]],
  ])("%s", (_, text, expected) => expect(named(text, "README.md")).toEqual(expected));
});

describe("whatever it is given", () => {
  it.each<[string, string]>([
    ["nothing", ""], ["one long line", "license ".repeat(200_000)], ["one word over and over", "a".repeat(1_000_000)], ["brackets", "<".repeat(300_000)], ["hyphens", "a-\n".repeat(200_000)], ["marks", "(a) 1. ".repeat(100_000)],
    ["one license a hundred times", `${textOf("MIT")}\n\n`.repeat(100)], ["ampersands", "&".repeat(300_000)], ["addresses", "https://".repeat(100_000)], ["headings", "# License\n".repeat(20_000)], ["underlines", `${"x".repeat(50)}\n`.repeat(20_000)],
    ["triggers", "licensed under ".repeat(20_000)], ["half characters", "\ud800license\udfff ".repeat(10_000)], ["fences", "```\n".repeat(30_000)], ["front matter without an end", `---\n${"license: [\n".repeat(30_000)}`], ["tags", "SPDX-License-Identifier: MIT\n".repeat(20_000)],
  ])("ends on %s", (_, text) => expect(Array.isArray(identify(text))).toBe(true));
});
