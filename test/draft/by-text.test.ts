import { newDeal, readDraft, stances, writeDraft } from "@cleartitle/agreements";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Field } from "../../packages/agreements/src/clause/field.js";
import { parametersIn } from "../../packages/agreements/src/clause/template.js";
import { another } from "../cases/another-value.js";
import { library } from "../cases/clause-house.js";
import { answered, draftingOf, taxonomies } from "./drafted.js";

type Deal = ReturnType<typeof draftingOf>["deal"];
type Taken = Deal["topics"][string];

const spoken = (id: string, { version }: Taken): readonly (readonly [string, Field])[] => {
  if (version === undefined) return [];
  const names = parametersIn(library.topics.get(id)!.versions[version].text);
  return Object.entries(library.topics.get(id)!.fields).filter(([name]) => names.has(name));
};

/** The deal with other values in all its clauses, as far as they are a deal then. */
function withOthers(deal: Deal): Deal {
  const topics = Object.entries(deal.topics).map(([id, taken]): readonly [string, Taken] => [id, { ...taken, with: { ...taken.with, ...Object.fromEntries(spoken(id, taken).flatMap(([name, field]) => (another(field) === null ? [] : [[name, another(field)!]]))) } }]);
  return { ...deal, topics: Object.fromEntries(topics) };
}

/** What the text of a deal states, a line each: who, when, what, which versions, and the values that they speak of. */
const stated = ({ title, written, parties, assets, topics }: Deal): string[] => [
  `title ${title}`, `written ${written}`, ...parties.map(({ role, name }) => `${role} ${name ?? ""}`), ...assets.map((asset) => `asset ${JSON.stringify(asset)}`),
  ...Object.entries(topics).flatMap(([id, taken]) => [`${id} ${taken.version ?? "own"}`, ...spoken(id, taken).map(([name, field]) => `${id}.${name} ${JSON.stringify(taken.with?.[name] ?? field.default)}`)]),
];

async function bareText(deal: Deal): Promise<string> {
  const text = Buffer.from(await writeDraft(draftingOf(deal), "md", { reckoned: false })).toString();
  return text.slice(0, text.indexOf("```cleartitle-draft"));
}

async function bareDocx(deal: Deal): Promise<Uint8Array> {
  const parts = unzipSync(await writeDraft(draftingOf(deal), "docx", { reckoned: false }));
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith("customXml/"))));
}

const byText = (content: string | Uint8Array, file = "bare.md") => readDraft(typeof content === "string" ? Buffer.from(content) : content, { file, library, taxonomies, byText: true });

const templates = [...library.templates.values()];
/** One position of each template in a build, all of them in a soak. */
const isSoak = process.env["CLEARTITLE_RUNS"] !== undefined;
const drafted = (index: number, position = stances[index % stances.length]!): Deal => withOthers(draftingOf(newDeal(templates[index]!, answered(templates[index]!, position), library)).deal);

describe("a drafted document whose deal was taken out is read by its words", () => {
  test("what its text states is found again, whatever the values are", async () => {
    const missing: string[] = [];
    let [all, unusual] = [0, 0];
    for (const index of templates.keys()) {
      for (const position of isSoak ? stances : [stances[index % stances.length]!]) {
        const deal = drafted(index, position);
        const read = byText(await bareText(deal));
        expect(read.carries).toBe("nothing");
        const there = new Set(read.deal === null ? [] : stated(read.deal.deal));
        const asked = stated(deal);
        all += asked.length;
        unusual += Object.entries(deal.topics).reduce((sum, [id, taken]) => sum + spoken(id, taken).filter(([name, field]) => JSON.stringify(taken.with?.[name]) === JSON.stringify(another(field))).length, 0);
        missing.push(...asked.filter((each) => !there.has(each)).map((each) => `${templates[index]!.id} ${position} ${each}`));
      }
    }
    expect(missing).toEqual([]);
    expect(unusual).toBeGreaterThan(all / 4);
  });

  test("so is one of a word processor, as the same deal", async () => {
    const deal = drafted(0);
    const read = byText(await bareDocx(deal), "bare.docx");
    expect({ carries: read.carries, problems: read.problems, stated: read.deal === null ? [] : stated(read.deal.deal) }).toEqual({ carries: "nothing", problems: [], stated: stated(deal) });
  });

  test("what somebody edited is words of the parties, and nothing is taken as signed", async () => {
    const text = await bareText(drafted(4));
    const clause = text.split("\n").find((line) => line.startsWith('<a id="_permitted_acts_1">'))!;
    const edited = byText(text.replace(clause, `${clause} Nothing else is meant.`));
    expect(edited.deal!.deal.topics["permitted-acts"]!.own?.text.join(" ")).toContain("Nothing else is meant.");
    expect(edited.deal!.deal.signed).toBeUndefined();
    const defined = byText(text.replace("Weights are the parameters", "Weights are never the parameters"));
    expect(defined.deal!.deal.further?.map(({ text: words }) => words.join(" ")).join(" ")).toContain("never the parameters");
    expect(defined.differences.map(({ kind }) => kind)).toContain("edited");
  });

  test.each([
    ["a text of another hand", "# Lease\n\n2026-01-01 · signed\n\n## 1 Rent\n\nThe rent is paid each month.\n"],
    ["nothing", ""],
    ["a document of the house without its table of parties", null],
  ])("%s stays one that carries no deal", async (_what, text) => {
    const read = byText(text ?? (await bareText(drafted(0))).replace(/^\| Licensor \|.*$/m, ""));
    expect([read.deal, read.problems.length]).toEqual([null, 1]);
  });
});
