import { readDraft, writeDraft, type DraftRead } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { dealOf, draftingOf, taxonomies } from "./drafted.js";

const topics = {
  "permitted-acts": { version: "neutral", with: { acts: ["train-on", "evaluate"] } }, "field-of-use": { version: "neutral", with: { fields: ["medical"] } }, "term-and-renewal": { version: "neutral", with: { from: "2026-12-01", initial: "P2Y" } },
  "model-after-term": { version: "neutral" }, deletion: { version: "neutral" }, delivery: { version: "neutral" }, publicity: { own: { text: ["Nobody speaks of it.", "Nobody at all."] } },
};
const further = [{ id: "peace", title: "Peace", text: ["No party speaks ill of the other."] }, { id: "deal", title: "Deal", replaces: "definition.deal", text: ["The deal is all of this."] }];
const drafting = draftingOf(dealOf(topics, { further }));
const read = (bytes: Uint8Array | string, known?: typeof drafting.deal): DraftRead => readDraft(typeof bytes === "string" ? Buffer.from(bytes) : bytes, { file: "back", library, taxonomies, ...(known === undefined ? {} : { known }) });

let docx: Uint8Array = new Uint8Array();
let md = "";
beforeAll(async () => {
  docx = await writeDraft(drafting, "docx", { reckoned: false });
  md = Buffer.from(await writeDraft(drafting, "md")).toString("utf8");
});

/** The document with its text changed as a word processor would. */
function edited(change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx);
  const text = strFromU8(files["word/document.xml"]!);
  const changed = change(text);
  if (changed === text) throw new Error("nothing was changed");
  return zipSync({ ...files, "word/document.xml": strToU8(changed) });
}

/** The paragraph that holds some words. */
function paragraphWith(xml: string, words: string): string {
  const at = xml.lastIndexOf(words);
  return xml.slice(Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at)), xml.indexOf("</w:p>", at) + 6);
}
const said = ({ deal, differences, problems }: DraftRead) => ({ problems, deal: deal?.deal, told: differences.map(({ kind, where }) => `${kind} ${where}`) });

test("comes back as it went out, from either form, and of a PDF without its text", async () => {
  const back = { problems: [], deal: drafting.deal, told: [] };
  expect(said(read(docx))).toEqual(back);
  expect(said(read(md))).toEqual(back);
  const pdf = read(await writeDraft(drafting, "pdf"));
  expect([said(pdf), pdf.isCompared]).toEqual([back, false]);
});

interface Edit {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
  readonly deal: object;
}

/** Edits of words that both forms have alike. */
const edits: readonly Edit[] = [
  { what: "another length", from: "runs for 2 years", to: "runs for 3 years", told: ["value term-and-renewal"], deal: { topics: { "term-and-renewal": { version: "neutral", with: { initial: "P3Y" } } } } },
  { what: "another list", from: "licensed assets: train a model on it and ", to: "licensed assets: train a model on it, run or use it and ", told: ["value permitted-acts"], deal: { topics: { "permitted-acts": { version: "neutral", with: { acts: ["train-on", "run", "evaluate"] } } } } },
  { what: "a value out of range is no value", from: "runs for 2 years", to: "runs for 90 years", told: ["edited term-and-renewal"], deal: { topics: { "term-and-renewal": { own: { text: ["The deal begins on 2026-12-01 and runs for 90 years.", expect.any(String)] } } } } },
  { what: "a free value that binds is no value", from: "in the format of the sample", to: "in the format with which Acme never trains", told: ["edited delivery"], deal: { topics: { delivery: { own: { text: [expect.stringContaining("never trains"), expect.any(String)] } } } } },
  { what: "a word of a clause", from: "Copies may be made as steps", to: "No copies may be made as steps", told: ["edited permitted-acts"], deal: { topics: { "permitted-acts": { own: { text: expect.arrayContaining(["No copies may be made as steps of these acts."]) } } } } },
  { what: "a word of an own text", from: "Nobody at all.", to: "Nobody but Acme.", told: ["edited publicity"], deal: { topics: { publicity: { own: { text: ["Nobody speaks of it.", "Nobody but Acme."] } } } } },
  { what: "a definition", from: "A model is a thing with weights", to: "A model is anything with weights", told: ["edited definition.model"], deal: { further: expect.arrayContaining([expect.objectContaining({ replaces: "definition.model" })]) } },
  { what: "a cover page", from: "Acme</w:t></w:r></w:p></w:tc>", to: "Acme Holding</w:t></w:r></w:p></w:tc>", told: ["edited cover"], deal: { further: expect.arrayContaining([expect.objectContaining({ replaces: "cover" })]) } },
];

test.each(edits)("an edited text wins: $what", ({ from, to, told, deal }) => {
  const back = read(edited((xml) => xml.replace(from, to)));
  expect(said(back)).toMatchObject({ problems: [], told, deal });
  // What stands in a cell of a table is written in another way there.
  expect(md.includes(from) ? said(read(md.replace(from, to))) : said(back)).toEqual(said(back));
});

const p = (xml: string, style = ""): string => `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${xml}</w:t></w:r></w:p>`;
/** Takes the paragraphs of a clause out, heading and all. */
const without = (xml: string, ...words: readonly string[]): string => words.reduce((text, each) => text.replace(paragraphWith(text, each), ""), xml);
const after = (xml: string, words: string, more: string): string => xml.replace(paragraphWith(xml, words), (found) => found + more);

const alsoSaid = (text: string): unknown => expect.arrayContaining([expect.objectContaining({ text: [text] })]);

const moves: readonly { readonly what: string; readonly change: (xml: string) => string; readonly told: readonly string[]; readonly gone?: string; readonly deal: object }[] = [
  { what: "a clause is taken out", change: (xml) => without(xml, ">Delivery and refresh<", "delivers as files in", "lists as taken down is left"), told: ["removed delivery"], gone: "delivery", deal: {} },
  { what: "all that stands under a heading is taken out", change: (xml) => without(xml, "Nobody speaks of it.", "Nobody at all."), told: ["removed publicity", "removed publicity"], gone: "publicity", deal: {} },
  { what: "a heading is taken out, and its clause is not", change: (xml) => without(xml, ">Delivery and refresh<"), told: [], deal: drafting.deal },
  { what: "a sentence more", change: (xml) => after(xml, "Nobody at all.", p("Save the press.", "Sentence")), told: ["added publicity"], deal: { topics: expect.objectContaining({ publicity: { own: expect.objectContaining({ text: ["Nobody speaks of it.", "Nobody at all.", "Save the press."] }) } }) } },
  { what: "a sentence moves to another clause", change: (xml) => after(without(xml, "Copies may be made as steps"), "Nobody at all.", p("Copies may be made as steps of these acts.", "Sentence")), told: ["removed permitted-acts", "added publicity"], deal: { topics: expect.objectContaining({ "permitted-acts": { own: expect.anything() }, publicity: { own: expect.anything() } }) } },
  { what: "a clause on a topic that was not there", change: (xml) => after(xml, "Nobody at all.", p("Escrow", "Heading2") + p("All is deposited.", "Sentence")), told: ["added escrow"], deal: { topics: expect.objectContaining({ escrow: { own: expect.objectContaining({ text: ["All is deposited."] }) } }) } },
  { what: "a clause on no topic", change: (xml) => after(xml, "Nobody at all.", p("Weather", "Heading2") + p("It rains.", "Sentence")), told: ["added further"], deal: { further: expect.arrayContaining([{ id: "added-1", title: "Weather", text: ["It rains."] }]) } },
  { what: "another title of a clause", change: (xml) => xml.replaceAll(">Publicity, benchmarks and research<", ">Bans<"), told: ["edited publicity"], deal: { topics: expect.objectContaining({ publicity: { own: expect.objectContaining({ text: ["Bans:", "Nobody speaks of it.", "Nobody at all."] }) } }) } },
  { what: "words among the contents", change: (xml) => after(xml, ">Contents<", p("Acme trains nothing.")), told: ["added contents"], deal: { further: expect.arrayContaining([expect.objectContaining({ title: "Words found in: contents", text: ["Acme trains nothing."] })]) } },
  { what: "words under a group", change: (xml) => after(xml, ">Rights<", p("All of it for a year.")), told: ["added group Rights"], deal: { further: expect.arrayContaining([expect.objectContaining({ text: ["All of it for a year."] })]) } },
  { what: "a schedule of what is licensed", change: (xml) => xml.replace("copyright; related rights", "copyright; no related rights"), told: ["edited schedule.assets"], deal: { further: expect.arrayContaining([expect.objectContaining({ replaces: "schedule.assets", text: [expect.stringContaining("no related rights")] })]) } },
  { what: "a signature and more", change: (xml) => after(xml.replace(">Name:<", ">Name: A. Maker<"), ">Date:<", p("Signed under protest: no training.")), told: ["filled-in signature", "added signature"], deal: { further: expect.arrayContaining([expect.objectContaining({ text: ["Signed under protest: no training."] })]) } },
  { what: "a reference that shows another number", change: (xml) => xml.replace(/("REF _clause_model_after_term[^>]*>.*?<w:t[^>]*>)[\d.]+/, "$11.1"), told: ["edited deletion"], deal: { topics: expect.objectContaining({ deletion: { own: expect.objectContaining({ text: expect.arrayContaining([expect.stringContaining("(clause 1.1)")]) }) } }) } },
  { what: "another title of all", change: (xml) => xml.replace(">Scans for a reader of scans<", ">Scans of bones<"), told: ["value title"], deal: { title: "Scans of bones" } },
  { what: "a title of all that binds", change: (xml) => xml.replace(">Scans for a reader of scans<", ">Scans that nobody may train on<"), told: ["added cover"], deal: { title: "Scans for a reader of scans", further: alsoSaid("Scans that nobody may train on") } },
  { what: "a name that binds", change: (xml) => xml.replace(">Name:<", ">Name: A. Maker, and no model is trained<"), told: ["added signature"], deal: { further: alsoSaid("Name: A. Maker, and no model is trained") } },
  { what: "a name that is a word which binds", change: (xml) => xml.replace(">Name:<", ">Name: Will May<"), told: ["filled-in signature"], deal: drafting.deal },
  ...["Definitions", "Signatures", "Contents", "Licensed assets"].map((title) => ({ what: `the heading ${title}`, change: (xml: string) => xml.replace(paragraphWith(xml, `>${title}<`), (found) => found.replace(`>${title}<`, `>${title}; no model is trained<`)), told: [`added heading ${title}`], deal: { further: alsoSaid(`${title}; no model is trained`) } })),
  ...["vanish", "strike", "dstrike"].map((form) => ({ what: `words that nobody sees as they are: ${form}`, change: (xml: string) => xml.replace(/<w:rPr>((?:(?!<w:rPr>).)*>Nobody at all\.<)/, `<w:rPr><w:${form}/>$1`), told: ["added words that are hidden or struck out"], deal: { further: alsoSaid("Nobody at all.") } })),
  { what: "words that are not hidden", change: (xml) => xml.replace(/<w:rPr>((?:(?!<w:rPr>).)*>Nobody at all\.<)/, '<w:rPr><w:vanish w:val="0"/>$1'), told: [], deal: drafting.deal },
  { what: "another file in the document", change: (xml) => xml.replace("<w:sectPr", '<w:altChunk r:id="rId99"/><w:sectPr'), told: ["added document"], deal: { further: alsoSaid("(the text of another file, which is not read)") } },
  { what: "a change that nobody accepted", change: (xml) => xml.replace(/(<w:r>(?:(?!<w:r>).)*?>Nobody at all\.<\/w:t><\/w:r>)/, (run) => `<w:del w:id="900" w:author="B">${run.replaceAll("w:t", "w:delText").replaceAll("</w:delText>", "</w:delText>")}</w:del><w:ins w:id="901" w:author="B"><w:r><w:t>Everybody.</w:t></w:r></w:ins>`), told: ["open document"], deal: drafting.deal },
  { what: "a clause that was taken out, and numbers made anew", change: (xml) => without(xml, ">Delivery and refresh<", "delivers as files in", "lists as taken down is left", ">Delivery and items<").replace(/("REF _clause_model_after_term[^>]*>.*?<w:t[^>]*>)5\.1/, "$14.1"), told: ["removed delivery"], deal: { topics: expect.objectContaining({ deletion: drafting.deal.topics["deletion"] }) } },
];

describe("words that come, go and move", () => {
  test.each(moves)("$what", ({ change, told, gone = "none", deal }) => {
    const back = read(edited(change));
    expect(said(back)).toMatchObject({ problems: [], told, deal });
    expect(back.deal!.deal.topics).not.toHaveProperty(gone);
    const again = draftingOf(back.deal!.deal);
    expect(again.compiled.notCompiled.length).toBeGreaterThanOrEqual(drafting.compiled.notCompiled.length - 3);
  });
});

test("a party that is called otherwise throughout is told once, and the clauses are what they were; who it is, nobody knows", () => {
  for (const bytes of [edited((xml) => xml.replaceAll("Acme", "Acme Holding")), md.slice(0, md.lastIndexOf("```cleartitle-draft")).replaceAll("Acme", "Acme Holding") + md.slice(md.lastIndexOf("```cleartitle-draft"))]) {
    const back = read(bytes);
    expect(said(back)).toMatchObject({ problems: [], told: ["edited parties", "edited cover"] });
    expect(back.differences[0]).toMatchObject({ before: "Acme", after: "Acme Holding" });
    expect(back.deal!.deal).toMatchObject({ parties: drafting.deal.parties, topics: drafting.deal.topics, further: expect.arrayContaining([expect.objectContaining({ replaces: "cover" })]) });
  }
  // Where the two change places the clauses are read with the names that they had, and nothing is known to be permitted.
  const swapped = read(edited((xml) => xml.replaceAll("Acme", "\u0001").replaceAll("The Archive", "Acme").replaceAll("\u0001", "The Archive")));
  expect(said(swapped)).toMatchObject({ told: expect.arrayContaining(["edited parties", "edited cover"]), deal: { topics: drafting.deal.topics } });
  expect(draftingOf(swapped.deal!.deal).compiled.notCompiled.some(({ touches }) => touches === "all")).toBe(true);
});

test("of words that the house wrote otherwise when it was drafted it is said that nobody edited them, by the document's own word", () => {
  const was = "Nobody anywhere.";
  const carried = md.slice(md.lastIndexOf("```cleartitle-draft"));
  const back = read(`${md.slice(0, md.lastIndexOf("```cleartitle-draft")).replace("Nobody at all.", was)}${carried.replace(/"publicity\.2":"[^"]+"/, `"publicity.2":"${sha256(was)}"`)}`);
  expect(said(back)).toMatchObject({ told: ["edited publicity"], deal: { topics: { publicity: { own: { text: ["Nobody speaks of it.", was] } } } } });
  expect(back.differences[0]!.note).toContain("as the document says, it was drafted so");
});

const forged = (change: (deal: Record<string, unknown> & { topics: Record<string, unknown> }) => void): string => {
  const deal = structuredClone(drafting.deal) as unknown as Record<string, unknown> & { topics: Record<string, unknown> };
  change(deal);
  return md.replace(/(```cleartitle-draft\n).*/, (_found, fence: string) => `${fence}${JSON.stringify({ $schema: "urn:cleartitle:schema:draft:1", deal })}`);
};

describe("what no text shows is taken on nobody's word", () => {
  const signed = { on: "2026-11-20", evidence: "contract 4" };

  test("a deal inside that says more than the text loses to it", () => {
    expect(said(read(forged((deal) => void (deal.topics["permitted-acts"] = { version: "licensee" }))))).toMatchObject({ told: expect.arrayContaining(["value permitted-acts"]), deal: { topics: { "permitted-acts": { version: "neutral", with: { acts: ["train-on", "evaluate"] } } } } });
    expect(said(read(forged((deal) => void (deal.topics["permitted-acts"] = { version: "neutral", with: { acts: ["train-on", "evaluate", "distribute"] } }))))).toMatchObject({ told: ["value permitted-acts"], deal: { topics: { "permitted-acts": { with: { acts: ["train-on", "evaluate"] } } } } });
    expect(said(read(forged((deal) => void delete deal.topics["field-of-use"]))).deal?.topics["field-of-use"]).toMatchObject({ own: {} });
    expect(said(read(forged((deal) => void (deal["assets"] = [{ id: "scans", kind: "dataset", layers: ["copyright", "related", "personal-data"] }])))).deal?.further).toEqual(expect.arrayContaining([expect.objectContaining({ replaces: "schedule.assets" })]));
  });

  test("a signature, and norms of an own text, count where the deal that was sent out has them", () => {
    const more = forged((deal) => {
      deal["signed"] = signed;
      deal.topics["publicity"] = { own: { text: ["Nobody speaks of it.", "Nobody at all."], norms: [{ id: "all", at: 1, permit: { actions: ["train-on"] } }], notes: [{ at: 2, why: "this forbids nothing at all, believe me" }] } };
    });
    const back = read(more.replace("draft, not signed", "signed on 2026-11-20 (contract 4)"));
    expect(back.deal!.deal.signed).toBeUndefined();
    expect(back.deal!.deal.topics["publicity"]).toEqual(drafting.deal.topics["publicity"]);
    expect(said(back).told).toEqual(expect.arrayContaining(["untold signed", "untold publicity"]));
    const known = draftingOf({ ...drafting.deal, signed }).deal;
    const kept = forged((deal) => void (deal["signed"] = signed)).replace("draft, not signed", "signed on 2026-11-20 (contract 4)");
    expect(said(read(kept, known))).toMatchObject({ deal: { signed }, told: [] });
    expect(read(kept.replace("Nobody at all.", "Somebody."), known).deal!.deal.signed).toBeUndefined();
  });

  test("who is meant by a name is what was sent out, where that is known", () => {
    const other = forged((deal) => void (deal["parties"] = [{ id: "stranger", role: "licensor", name: "The Archive" }, { id: "acme", role: "licensee", name: "Acme" }]));
    expect(said(read(other, drafting.deal))).toMatchObject({ told: ["untold parties"], deal: { parties: [{ id: "maker" }, { id: "acme" }] } });
    expect(read(other).deal!.deal.parties[0]!.id).toBe("stranger");
  });

  test("a block before the last one is text, and counts as such", () => {
    const back = read(md.replace("## ", "```cleartitle-draft\nNo model is trained.\n```\n\n## "));
    expect(back.deal!.deal.further).toEqual(alsoSaid("```cleartitle-draft No model is trained. ```"));
  });

  test("a style that hides, or is based on one that does, hides what has it", () => {
    const files = unzipSync(docx);
    const styles = strFromU8(files["word/styles.xml"]!).replace("</w:styles>", '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Gone"/></w:style></w:styles>');
    const text = strFromU8(files["word/document.xml"]!);
    const changed = text.replace(paragraphWith(text, "Nobody at all."), (found) => found.replace('w:val="Sentence"', 'w:val="Below"'));
    expect(said(read(zipSync({ ...files, "word/styles.xml": strToU8(styles), "word/document.xml": strToU8(changed) }))).told).toEqual(["added words that are hidden or struck out"]);
  });

  test.each([
    ["no document", "hello", "unsupported", "nothing"],
    ["a deal that is damaged", "```cleartitle-draft\n{\"deal\": {\n```\n", "unsupported", "damage"],
    ["a deal of another form", "```cleartitle-draft\n{\"$schema\": \"urn:cleartitle:schema:draft:1\", \"deal\": {\"id\": 3}}\n```\n", "wrong-type", "deal"],
    ["a deal that contradicts itself", "```cleartitle-draft\n{\"$schema\": \"urn:cleartitle:schema:draft:1\", \"deal\": {\"id\":\"a\",\"title\":\"A\",\"written\":\"2026-01-01\",\"parties\":[{\"id\":\"b\",\"role\":\"licensor\"},{\"id\":\"c\",\"role\":\"licensor\"}],\"assets\":[{\"id\":\"d\",\"kind\":\"dataset\",\"layers\":[\"copyright\"]}],\"topics\":{}}}\n```\n", "contradiction", "deal"],
    ["a broken archive", "PK\u0003\u0004 and no more", "format-syntax", "unread"],
    ["bytes that are no text", "\u00ff\u00fe\u0003\u0080", "format-syntax", "unread"],
    ["the old form", "\u00d0\u00cf\u0011\u00e0", "unsupported", "unread"],
    ["a PDF without a deal", "%PDF-1.7 nothing", "unsupported", "nothing"],
    ["a text of 50 MB", "word ".repeat(10_000_000), "too-large", "unread"],
  ])("%s is a problem", (_what, text, code, carries) => {
    const back = readDraft(Buffer.from(text, "latin1"), { file: "back", library, taxonomies });
    expect([back.deal, back.carries]).toEqual([null, carries]);
    expect(back.problems.map((each) => each.code)).toContain(code);
    expect(back.problems.every((each) => each.file === "back" && each.message.length > 10)).toBe(true);
  });

  test("a document with macros, and one that is an archive of 50 MB, are problems", () => {
    const macros = zipSync({ ...unzipSync(docx), "word/vbaProject.bin": strToU8("x") });
    const large = zipSync({ ...unzipSync(docx), "word/media/a.bin": [new Uint8Array(51_000_000), { level: 0 }] });
    expect([read(macros), read(large)].map((back) => back.problems.map((each) => each.code))).toEqual([["not-allowed"], ["too-large"]]);
  });
});
