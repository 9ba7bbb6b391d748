import { clausesOf, documentOf, newDeal, questionsOf, shownText, stances, trackedDocx, writeDraft } from "@cleartitle/agreements";
import { readYaml } from "@cleartitle/norms";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { draftingOf } from "../draft/drafted.js";
import { exampleText } from "../examples/example.js";
import { type Seen, seenByOffice } from "./office.js";

type Drafting = ReturnType<typeof draftingOf>;

/** Every template, each in another position than the one before it. What all of the three come to in a word processor is told in docs/agreements.md. */
const templates = new Map([...library.templates.values()].map((template, at): [string, Drafting] => {
  const position = stances[at % stances.length]!;
  const asked = questionsOf(template, library, position).filter(({ proposed }) => proposed === null);
  const answers = Object.fromEntries(asked.map(({ id, field }) => [id, library.topics.get(field!.split(".")[0]!)!.fields[field!.split(".")[1]!]!.example!]));
  return [template.id, draftingOf(newDeal(template, { id: template.id, written: "2026-11-28", licensor: { id: "maker", name: "The Archive" }, licensee: { id: "acme", name: "Acme" }, assets: ["corpus"], answers, position }, library))];
}));
const example = (file: string): Drafting => draftingOf(readYaml(exampleText(file), { file }).document!.value as object);
const drafts = new Map([...templates, ["vendor", example("code-model/deal/vendor.yaml")], ["ours", example("code-model/deal/ours.yaml")]]);
/** Two versions of one paper, two papers that have little in common, and sentences that only stand elsewhere: one of them stood last under its heading. */
const redlines = [["vendor", "ours"], ["evaluation", "user-consent"], ["ours", "moved"]] as const;

/** The paper with sentences put behind others. */
function moved(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  let xml = strFromU8(files["word/document.xml"]!);
  const paragraphWith = (words: string): string => {
    const at = xml.lastIndexOf(words);
    return xml.slice(Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at)), xml.indexOf("</w:p>", at) + 6);
  };
  for (const [words, behind] of [["With the part of the other neither party does this", "runs for 2 years"], ["may be kept and used as before", "With what the models put out"]] as const) {
    const paragraph = paragraphWith(words);
    xml = xml.replace(paragraph, "");
    xml = xml.replace(paragraphWith(behind), (there) => there + paragraph);
  }
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}

let seen: ReadonlyMap<string, Seen> = new Map();
beforeAll(async () => {
  const written = new Map<string, Uint8Array>();
  for (const [name, drafting] of drafts) written.set(name, await writeDraft(drafting, "docx", { reckoned: false }));
  written.set("moved", moved(written.get("ours")!));
  for (const [left, right] of redlines) {
    const { tracked } = await trackedDocx({ file: left, bytes: written.get(left)! }, { file: right, bytes: written.get(right)! });
    written.set(`${left}-${right}`, tracked!.bytes);
  }
  seen = await seenByOffice(written);
});

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

test.each(redlines)("%s to %s: with all changes accepted it reads as the second, with all rejected as the first", (left, right) => {
  const { changes, accepted, rejected } = seen.get(`${left}-${right}`)!;
  expect(changes).toEqual(["Delete", "Insert"]);
  expect(accepted).toEqual(seen.get(right)!.text);
  expect(rejected).toEqual(seen.get(left)!.text);
});
