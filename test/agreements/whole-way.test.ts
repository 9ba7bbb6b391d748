import { type AskedStep, dutiesOf, effectOf, type Effect, openDocx, paragraphsOf, readDeal, readDraft, runbookOf, standingOn, trackedDocx, writeDraft, type DealFile } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import { calendarOf } from "@cleartitle/jobs";
import type { TitleGraph } from "@cleartitle/title";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { trackedHere } from "../../packages/agreements/src/redline/in-process.fixture.js";
import { catalogue, library } from "../cases/clause-house.js";
import { draftingOf } from "../draft/drafted.js";
import { exampleText } from "../examples/example.js";
import { DealLife } from "./deal-life.js";

const { taxonomies } = catalogue;
const dealIn = (text: string): DealFile => readDeal(text, { file: "deal.yaml", library, taxonomies }).file!;
type Drafting = ReturnType<typeof draftingOf>;

/** The document as the other side sends it back: words changed as a word processor would, and paragraphs taken out. */
function edited(docx: Uint8Array, changes: Readonly<Record<string, string>>, gone: readonly string[] = []): Uint8Array {
  const files = unzipSync(docx);
  let xml = strFromU8(files["word/document.xml"]!);
  for (const [from, to] of Object.entries(changes)) {
    if (!xml.includes(from)) throw new Error(`the document does not say: ${from}`);
    xml = xml.replace(from, to);
  }
  for (const words of gone) {
    const at = xml.lastIndexOf(words);
    xml = xml.slice(0, Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at))) + xml.slice(xml.indexOf("</w:p>", at) + 6);
  }
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}

const linesOf = (bytes: Uint8Array, view: "accepted" | "rejected" = "accepted"): string[] => {
  const opened = openDocx(bytes, "a.docx");
  return "problems" in opened ? [] : paragraphsOf(opened.archive, view).map(({ text }) => text.trim()).filter((text) => text !== "");
};

interface Returned {
  readonly told: readonly string[];
  readonly theirs: DealFile;
}

/** Drafted as DOCX and PDF, edited by the other side, read back, and compared in tracked changes that hold both sides. */
async function sentAndBack(drafting: Drafting, edit: (docx: Uint8Array) => Uint8Array): Promise<Returned> {
  const [docx, pdf] = [await writeDraft(drafting, "docx", { reckoned: false }), await writeDraft(drafting, "pdf")];
  expect(readDraft(pdf, { file: "sent.pdf", library, taxonomies }).deal!.deal).toEqual(drafting.deal);
  const back = edit(docx);
  const { tracked, problems } = await trackedDocx({ file: "ours.docx", bytes: docx }, { file: "theirs.docx", bytes: back }, trackedHere);
  expect(problems).toEqual([]);
  expect([linesOf(tracked!.bytes, "accepted"), linesOf(tracked!.bytes, "rejected")]).toEqual([linesOf(back), linesOf(docx)]);
  const read = readDraft(back, { file: "theirs.docx", library, taxonomies, known: drafting.deal });
  return { told: [...new Set(read.differences.map(({ kind, where }) => `${kind} ${where}`))], theirs: read.deal! };
}

const because = ({ because: { alone, together } }: Effect["uses"][number]["places"][number]): string => (alone.length > 0 ? alone.join(" or ") : together.join(" and "));

/** What changes from one text to another: use by use, with the clause that does it. */
function effects(before: DealFile, after: DealFile, graph: TitleGraph): readonly string[] {
  const { effect, problems } = effectOf(before, after, { graph, catalogue }, { library, file: "cleartitle.yaml", decide });
  expect(problems).toEqual([]);
  return effect!.uses.flatMap((use) => [...new Set(use.places.map((place) => `${use.use}: ${place.before} → ${place.after} by ${because(place)}`))]);
}

const asText = ({ deal }: DealFile, topics: object = {}): string => JSON.stringify({ ...deal, topics: { ...deal.topics, ...topics } });

/** The rest of the way: our text goes, theirs comes, ours goes again and both sides sign it. */
const signed = (life: DealLife, year: number, ours: string, theirs: DealFile, answer: string): DealLife => {
  const [send, sign] = [(day: string): AskedStep => ({ step: "send", on: `${year}-12-${day}` }), (side: "licensor" | "licensee"): AskedStep => ({ step: "sign", side, on: `${year}-12-15`, evidence: "contract 1" })];
  const steps: readonly AskedStep[] = [{ step: "draft", text: ours }, send("01"), { step: "receive", text: asText(theirs), on: `${year}-12-05` }, { step: "draft", text: answer }, send("08")];
  return life.all(...steps.map((step) => [step, "jane", "2026-12-31"] as const), [sign("licensor"), "ann", "2026-12-31"], [sign("licensee"), "ann", "2026-12-31"]);
};

/** Days of an agreement, as they stand in a calendar too. */
function daysOf(life: DealLife, day: string): readonly string[] {
  const agreement = life.agreement();
  const duties = dutiesOf(agreement, standingOn(agreement, day), day);
  const ics = calendarOf(agreement.life.id, "cleartitle:", duties.map(({ id, on, what, who }) => ({ fingerprint: id, kind: "obligation-due", stage: "ahead", on, roles: [], person: null, what, todo: who.join(), link: agreement.life.id, at: "2026-12-15T00:00:00.000Z" })));
  const dated = duties.filter(({ on }) => on !== null);
  expect(ics.match(/DTSTART;VALUE=DATE:\d{8}/g)).toEqual(dated.map(({ on }) => `DTSTART;VALUE=DATE:${on!.replaceAll("-", "")}`));
  return duties.map(({ on, cite, who }) => `${on ?? "open"} ${cite}${who.length === 0 ? "" : ` ${who.join()}`}`);
}

const bookOf = (life: DealLife, on: string): ReturnType<typeof runbookOf> => runbookOf({ graph: life.graph, catalogue }, life.agreement(), { on, how: "termination" }, { decide });
const stepsOf = (book: ReturnType<typeof runbookOf>): readonly string[] => book.steps.map(({ kind, asset, by, cite }) => `${kind} ${asset ?? "all"} ${by ?? "-"} ${cite ?? "-"}`);

const end = (life: DealLife, on: string, why: string): DealLife => life.all([{ step: "end", on, how: "termination", side: "licensor", why }, "jane", "2026-12-31"]);

test("a model that writes code: ownership, indemnity, fine-tuning and confidentiality", async () => {
  const ours = dealIn(exampleText("code-model/deal/ours.yaml"));
  const life = new DealLife("coder-2027", exampleText("code-model/cleartitle.yaml"));
  const { told, theirs } = await sentAndBack(draftingOf(ours.deal), (docx) => edited(docx,
    { "runs for 2 years": "runs for 1 year", "3 years beyond it": "5 years beyond it", "With the part of the other neither party does this": "With the part of The Vendor Acme does not do this" },
    ["The Vendor indemnifies for outputs", "The Vendor does not indemnify for inputs", ">Indemnity: outputs<"]));
  expect(told).toEqual(["value term-and-renewal", "edited improvements", "value confidentiality", "removed output-indemnity"]);
  expect(effects(ours, theirs, life.graph)).toEqual([
    "keep-serving: conditional → unresolved by improvements", "launch: conditional → unresolved by improvements", "suggest: cleared → unresolved by improvements", "train-a-successor: cleared → unresolved by improvements", "tune-again: cleared → unresolved by improvements",
  ]);
  const asked = ["launch", "suggest", "tune-again"];
  const before = asked.map((use) => life.answer(use));
  // Their term and secrecy, our words on tuned weights, and the indemnity back.
  signed(life, 2026, asText(ours), theirs, asText(theirs, { improvements: ours.deal.topics["improvements"], "output-indemnity": ours.deal.topics["output-indemnity"] }));
  expect([before, asked.map((use) => life.answer(use))]).toEqual([["blocked", "conditional", "blocked"], ["conditional", "cleared", "cleared"]]);
  expect(daysOf(life, "2027-02-01")).toEqual(["2027-01-01 7.1", "2027-11-01 7.2", "2027-12-31 7.1", "2028-12-31 7.2", "2032-12-31 17.1", "open 3.3 acme", "open 10.2 vendor", "open 12.1 vendor", "open 13.2 acme", "open 22.1 vendor"]);
  const book = bookOf(life, "2027-09-01");
  expect(stepsOf(book)).toEqual([
    "stop studio 2027-08-31 1.4", "stop coder-tuned 2027-08-31 2.2", "stop coder 2027-08-31 1.1", "delete studio 2027-08-31 -", "delete coder 2027-08-31 -", "certify all - 13.2", "keep suggestions - own contribution to a recorded derivation", "find-out coder-tuned 2027-08-31 -",
  ]);
  expect(book.releases.map(({ use, before: was, after }) => `${use}: ${was} → ${after}`)).toEqual(["keep-serving: conditional → blocked", "launch: conditional → blocked", "train-a-successor: cleared → blocked", "tune-again: cleared → blocked"]);
});

test("medical images: field of use, residual rights and deletion", async () => {
  const ours = dealIn(exampleText("medical-image-license/agreement/deal.yaml"));
  const life = new DealLife("scans-2026", exampleText("medical-image-license/cleartitle.yaml"));
  const later = { ...life.graph, uses: new Map([...life.graph.uses].map(([name, use]) => [name, { ...use, on: "2028-06-01" }] as const)) };
  const { told, theirs } = await sentAndBack(draftingOf(ours.deal), (docx) => edited(docx, {
    "Within 30 days after": "Within 14 days after",
    "A model whose training was done by the end of the deal may be kept and used as before; nothing new is trained on the licensed assets.": "With the end of the deal every use of models that were trained on the licensed assets stops, and Pharma deletes them within 30 days.",
    "The next training from the start leaves the licensed assets out, and Pharma certifies so within 30 days.": "A model may stay in use only if the parties sign for it, at 3 percent of the revenue from it.",
  }));
  expect(told).toEqual(["value model-after-term", "value deletion"]);
  // What they wrote is the licensor's version of the house, so that it is known what it does.
  expect(theirs.deal.topics["model-after-term"]).toEqual({ version: "licensor" });
  expect(effects(ours, theirs, later)).toEqual(["clinics: cleared → blocked by model-after-term"]);
  const before = ["clinics", "insurers"].map((use) => life.answer(use));
  signed(life, 2025, asText(ours), theirs, asText(theirs, { "model-after-term": ours.deal.topics["model-after-term"] }));
  expect([before, ["clinics", "insurers"].map((use) => life.answer(use))]).toEqual([["blocked", "blocked"], ["cleared", "blocked"]]);
  expect(daysOf(life, "2026-02-01")).toEqual(["2026-01-01 7.1", "2027-11-01 7.2", "2027-12-31 7.1", "2028-01-14 14.1 pharma", "2028-01-14 14.1", "2028-12-31 7.2", "open 5.3 archive", "open 13.2 pharma"]);
  expect(stepsOf(bookOf(life, "2026-05-20"))).toEqual([
    "stop reader 2026-05-19 1.4; 5.1", "stop marked-scans 2026-05-19 1.1; 5.1", "stop scans 2026-05-19 1.1; 5.1", "delete reader 2026-05-19 -", "delete marked-scans 2026-06-02 14.1", "delete scans 2026-06-02 14.1",
    "certify all - 13.2", "keep reports - own contribution to a recorded derivation",
  ]);
  expect(end(life, "2026-05-20", "unpaid").answer("clinics")).toBe("blocked");
});

test("a pool of data: what a member asks for when it joins, and what its leaving does", async () => {
  const [north, south] = ["north", "south"].map((member) => dealIn(exampleText(`data-pool/agreement/${member}.yaml`))) as [DealFile, DealFile];
  const first = new DealLife("pool-north", exampleText("data-pool/cleartitle.yaml"));
  signed(first, 2025, asText(north), { ...north, deal: { ...north.deal, written: "2025-12-02" } }, asText({ ...north, deal: { ...north.deal, written: "2025-12-03" } }));
  const life = new DealLife("pool-south", exampleText("data-pool/cleartitle.yaml"));
  life.graph = first.graph;
  const { told, theirs } = await sentAndBack(draftingOf(south.deal), (docx) => edited(docx, {
    "The data of a member that leaves with notice of 90 days is frozen: it may lie where it is, models that stand go on, and nothing new is trained.": "A member that leaves with notice of 60 days takes its data out, and nothing more is done with it; the copies are gone within 14 days of that day.",
  }, ["Members are those who signed", "What is made together belongs to members", "Members tell each other nothing"]));
  expect(told).toEqual(["value consortium"]);
  expect(theirs.deal.topics["consortium"]).toEqual({ version: "licensor", with: { notice: "P60D" } });
  const before = life.answer("serve");
  const answer = asText(south, { consortium: { version: "neutral", with: { notice: "P60D" } } });
  signed(life, 2025, asText(south), theirs, answer);
  expect([before, life.answer("serve")]).toEqual(["blocked", "cleared"]);
  expect(daysOf(life, "2026-02-01")).toEqual(["2026-01-01 7.1", "2027-11-01 7.2", "2027-12-31 7.1", "2028-12-31 7.2", "open 5.3 south", "open 13.2 operator", "open 36.4 south,operator"]);
  expect(stepsOf(bookOf(life, "2026-05-20"))).toEqual([
    "stop pooled 2026-05-19 1.1; 5.1", "stop south-scans 2026-05-19 1.1; 5.1", "certify all - 13.2", "find-out common-model 2026-05-19 1.4; 5.1", "find-out pooled 2026-05-19 36.1; 5.1", "find-out south-scans 2026-05-19 36.1; 5.1",
  ]);
  expect(end(life, "2026-05-20", "left on notice").answer("serve")).toBe("unresolved");
  // What they asked for would have stopped the model of all.
  expect(effects(dealIn(answer), theirs, life.graph)).toEqual(["serve: unresolved → blocked by consortium"]);
});
