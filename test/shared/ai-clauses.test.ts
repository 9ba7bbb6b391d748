import { expect, test } from "vitest";
import { readAiCorpus } from "../../bench/reading/ai-corpus.js";

test("the clauses on AI that were marked stand in their documents, each a sentence, in halves that share no document", async () => {
  const documents = await readAiCorpus();
  expect(documents).toHaveLength(25);
  expect(documents.reduce((sum, { marks }) => sum + marks.length, 0)).toBeGreaterThanOrEqual(300);
  expect(new Set(documents.map(({ file }) => file)).size).toBe(25);
  expect(documents.filter(({ half }) => half === "unseen")).toHaveLength(12);
  for (const { document, marks } of documents) {
    const sentences = new Set(document.sentences.map(({ start, end }) => `${start}-${end}`));
    expect(marks.filter(({ start, end }) => !sentences.has(`${start}-${end}`))).toEqual([]);
  }
});
