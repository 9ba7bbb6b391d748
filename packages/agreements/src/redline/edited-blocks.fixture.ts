import * as fc from "fast-check";
import type { Block } from "../docx/docx-sample.fixture.js";

const words = fc.constantFrom("data", "weights", "the licensee", "may", "not", "train", "for 30 days", "Acme & Co", "<all>", "under clause 4", "deletes");
const sentence = fc.array(words, { minLength: 1, maxLength: 7 }).map((list) => `${list.join(" ")}.`);
const look = fc.constantFrom("", "", "<w:b/>", "<w:i/>", "<w:strike/>", "<w:caps/>", '<w:u w:val="single"/>', '<w:highlight w:val="yellow"/>', '<w:color w:val="FF0000"/><w:sz w:val="40"/>', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>');
const set = fc.constantFrom("", "", '<w:jc w:val="center"/>', '<w:ind w:left="720"/>', '<w:pStyle w:val="Heading1"/>', '<w:spacing w:before="200"/>');
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ p: sentence, look, set }) },
  { weight: 3, arbitrary: fc.record({ item: sentence, level: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: sentence.map((heading): Block => ({ heading })) },
  { weight: 1, arbitrary: fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 3 }).map((rows): Block => ({ rows })) },
);
const said = (each: Block, change: string): Block => ("p" in each ? { ...each, p: `${each.p} ${change}` } : "heading" in each ? { heading: `${change} ${each.heading}` } : "item" in each ? { ...each, item: each.item.replace(/\w+/, change) } : { rows: [...each.rows.slice(1), [change, "new"]] });
type Edit = (blocks: readonly Block[]) => readonly Block[];
const edit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(20), fc.constantFrom("word", "gone", "new", "moved", "look"), sentence, block, look, set).map(([place, kind, change, more, nowLook, nowSet]): Edit => (blocks) => {
  const at = place % (blocks.length + 1);
  if (kind === "new" || blocks[at] === undefined) return [...blocks.slice(0, at), more, ...blocks.slice(at)];
  const rest = [...blocks.slice(0, at), ...blocks.slice(at + 1)];
  if (kind === "look") return blocks.map((each, index) => (index === at && "p" in each ? { p: each.p, look: nowLook, set: nowSet } : each));
  if (kind === "word") return [...blocks.slice(0, at), said(blocks[at], change), ...blocks.slice(at + 1)];
  return kind === "gone" ? rest : [...rest, blocks[at]];
});

/** What a document may hold, and the same as somebody edited it. */
export const editedBlocks: fc.Arbitrary<readonly [readonly Block[], readonly Block[]]> = fc.tuple(fc.array(block, { minLength: 1, maxLength: 9 }), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([blocks, edits]) => [blocks, edits.reduce<readonly Block[]>((now, each) => each(now), blocks)]);
