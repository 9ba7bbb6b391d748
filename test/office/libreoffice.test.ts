import { clausesOf, documentOf, newDeal, questionsOf, shownText, stances, trackedDocx, writeDraft } from "@cleartitle/agreements";
import { readYaml } from "@cleartitle/norms";
import * as fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { type Block, sampleDocx } from "../../packages/agreements/src/docx/docx-sample.fixture.js";
import { editedBlocks } from "../../packages/agreements/src/redline/edited-blocks.fixture.js";
import { library } from "../cases/clause-house.js";
import { draftingOf } from "../draft/drafted.js";
import { exampleText } from "../examples/example.js";
import { type Seen, seenByOffice } from "./office.js";

type Template = Parameters<typeof questionsOf>[0];
type Drafting = ReturnType<typeof draftingOf>;

const isSoak = process.env["CLEARTITLE_RUNS"] !== undefined;

function templateIn(template: Template, position: (typeof stances)[number]): Drafting {
  const asked = questionsOf(template, library, position).filter(({ proposed }) => proposed === null);
  const answers = Object.fromEntries(asked.map(({ id, field }) => [id, library.topics.get(field!.split(".")[0]!)!.fields[field!.split(".")[1]!]!.example!]));
  return draftingOf(newDeal(template, { id: template.id, written: "2026-11-28", licensor: { id: "maker", name: "The Archive" }, licensee: { id: "acme", name: "Acme" }, assets: ["corpus"], answers, position }, library));
}

/** Every template, each in another position than the one before it; in a soak in all three of them. */
const templates = new Map([...library.templates.values()].flatMap((template, at) => stances.flatMap((position, nth): [string, Drafting][] => (nth === at % stances.length ? [[template.id, templateIn(template, position)]] : isSoak ? [[`${template.id}-${position}`, templateIn(template, position)]] : []))));
const example = (file: string): Drafting => draftingOf(readYaml(exampleText(file), { file }).document!.value as object);
const drafts = new Map([...templates, ["vendor", example("code-model/deal/vendor.yaml")], ["ours", example("code-model/deal/ours.yaml")]]);
/** Those of which it is reckoned on which page each clause begins; the others are written without, since that takes a second or more. */
const isReckoned = (name: string): boolean => name === "content-license" || (isSoak && templates.has(name));
/** Two versions of one paper, two papers that have little in common, and sentences that only stand elsewhere: one of them stood last under its heading. */
const redlines = [["vendor", "ours"], ["evaluation", "user-consent"], ["ours", "moved"]] as const;

const item = (said: string, level = 0): Block => ({ item: said, level });
const [first, fee]: [Block, Block] = [{ heading: "Grant" }, { rows: [["fee", "EUR 100"]] }];
/** What ends or begins at the end of a document, a cell or before a table, and words that change on both sides of the end of a paragraph. */
const small: Readonly<Record<string, readonly [readonly Block[], readonly Block[]]>> = {
  "comes-last": [[first, item("Acme may train.")], [first, item("Acme may train."), item("It may publish."), item("Not the data.", 1)]],
  "goes-last": [[first, item("Acme may train."), item("It may publish.")], [first, item("Acme may train.")]],
  "goes-before-a-table": [[item("Acme may train."), item("It may publish."), fee, item("It pays.")], [item("Acme may train."), fee, item("It pays."), item("It may publish.")]],
  "on-both-sides": [[{ p: "Acme trains." }, item("the licensee may publish.")], [{ p: "Acme trains. Now." }, item("may the licensee may publish.")]],
  "runs-into-an-item": [[item("data deletes.", 1), { p: "deletes data." }, item("data for 30 days it deletes under clause 4.", 1), item("train.", 1)], [item("data deletes.", 1), item("weights not it. for 30 days it deletes under clause 4.", 1), item("train.", 1)]],
};

/** And whatever somebody edits: `CLEARTITLE_RUNS=60 npx vitest run test/office` asks more. */
const edited = Object.fromEntries(fc.sample(editedBlocks, { seed: 11, numRuns: Number(process.env["CLEARTITLE_RUNS"] ?? 4) }).map((sides, at) => [`edited-${at}`, sides] as const));

/** The paper with sentences put behind others. */
function moved(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  let xml = strFromU8(files["word/document.xml"]!);
  const paragraphWith = (words: string): string => {
    const at = xml.lastIndexOf(words);
    return xml.slice(Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at)), xml.indexOf("</w:p>", at) + 6);
  };
  for (const [words, behind] of [["With the part of the other neither party does this", "runs for 2 years"], ["may be kept and used as before", "As to what the models put out"]] as const) {
    const paragraph = paragraphWith(words);
    xml = xml.replace(paragraph, "");
    xml = xml.replace(paragraphWith(behind), (there) => there + paragraph);
  }
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}

/** What the contents of a document say before any word processor made them anew: marks with their pages. */
const saidPages = (docx: Uint8Array): readonly (readonly [mark: string, page: number])[] =>
  [...strFromU8(unzipSync(docx)["word/document.xml"]!).matchAll(/PAGEREF (\S+)[^<]*<\/w:instrText>.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, mark, page]) => [mark!, Number(page)]);

let seen: ReadonlyMap<string, Seen> = new Map();
const written = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const [name, drafting] of drafts) written.set(name, await writeDraft(drafting, "docx", { reckoned: isReckoned(name) }));
  written.set("moved", moved(written.get("ours")!));
  for (const [left, right] of redlines) {
    const { tracked } = await trackedDocx({ file: left, bytes: written.get(left)! }, { file: right, bytes: written.get(right)! });
    written.set(`${left}-${right}`, tracked!.bytes);
  }
  for (const [name, sides] of Object.entries({ ...small, ...edited })) {
    const [left, right] = sides.map((blocks) => sampleDocx(blocks)) as [Uint8Array, Uint8Array];
    const { tracked } = await trackedDocx({ file: "left", bytes: left }, { file: "right", bytes: right });
    for (const [side, bytes] of [["left", left], ["right", right], ["redline", tracked!.bytes]] as const) written.set(`${name}-${side}`, bytes);
  }
  seen = await seenByOffice(written);
}, isSoak ? 900_000 : 120_000);

test.each([...drafts])("%s is opened as it was drafted: every clause under the number that the document means, and every reference to one that is there", (name, drafting) => {
  const document = documentOf(drafting);
  const lines = [
    ...document.groups.map(({ number, title }) => `${number} ${title}`), ...document.schedules.map(({ number, title }) => `${number} ${title}`),
    ...clausesOf(document).flatMap(({ number, title, sentences }) => [`${number} ${title}`, ...sentences.map((sentence) => `${sentence.number} ${shownText(sentence.pieces)}`)]),
  ].map((line) => line.replaceAll(/\s+/g, " "));
  const { text, pages, changes } = seen.get(name)!;
  expect(lines.filter((line) => !text.includes(line))).toEqual([]);
  expect([changes, pages > 4, text.filter((line) => line.startsWith("Error:"))]).toEqual([[], true, []]);
});

test.each([...drafts.keys()].filter(isReckoned))("%s has its clauses on the pages that its contents say", (name) => {
  const said = saidPages(written.get(name)!);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter(([mark, page]) => seen.get(name)!.marks.get(mark) !== page)).toEqual([]);
});

test.each(redlines)("%s to %s: with all changes accepted it reads as the second, with all rejected as the first", (left, right) => {
  const { changes, accepted, rejected } = seen.get(`${left}-${right}`)!;
  expect(changes.filter((kind) => kind !== "ParagraphFormat")).toEqual(["Delete", "Insert"]);
  expect(accepted).toEqual(seen.get(right)!.text);
  expect(rejected).toEqual(seen.get(left)!.text);
});

test.each([...Object.keys(small), ...Object.keys(edited)])("a change that LibreOffice would take for another: %s", (name) => {
  // An edit that changes nothing leaves no change.
  const { text, accepted, rejected } = seen.get(`${name}-redline`)!;
  expect([accepted ?? text, rejected ?? text]).toEqual([seen.get(`${name}-right`)!.text, seen.get(`${name}-left`)!.text]);
});
