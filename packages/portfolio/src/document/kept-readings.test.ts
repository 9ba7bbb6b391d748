import { sha256 } from "@cleartitle/norms";
import { expect, test } from "vitest";
import { day, house, law, parties, reading } from "../portfolio.fixture.js";
import { readSources } from "./read-sources.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const schema = { $schema: "urn:cleartitle:schema:reading:1", version: 1, basis: { weights: "0" } };
const text = "This page says nothing.";
const accepted = { field: "governing-law.1", verdict: "accepted", by: "jane", on: "2026-12-01" };
const corrected = { field: "governing-law.1", verdict: "corrected", by: "joe", on: "2026-12-02", values: [{ type: "law", places: ["US-DE"] }], was: [] };
type Reviews = readonly object[];
const kept = (file: string, of: string, reviews: Reviews = []): object => ({ ...reading(file, parties("A Inc.", "B Inc."), law("US-NY")), digest: sha256(bytes(of)), reviews });
const holding = (documents: readonly object[], problems: readonly unknown[] = []): string => JSON.stringify({ ...schema, documents, problems });

test.each<readonly [what: string, files: Readonly<Record<string, string>>, documents: readonly (readonly [file: string, law: string])[], leftOut: readonly string[], problems: readonly string[]]>([
  ["two documents of the same bytes both count, as they do where they are read", { "r.json": holding([kept("a.txt", text), kept("a(1).txt", text)]) }, [["a(1).txt", "US-NY"], ["a.txt", "US-NY"]], [], []],
  ["a document of the folder counts once, whatever it was called", { "r.json": holding([kept("x/a.txt", text), kept("y/b.txt", text, [corrected])]), "c.txt": text }, [["c.txt", "US-DE"]], [], []],
  ["each of two in the folder has its own", { "r.json": holding([kept("x/a.txt", text, [corrected]), kept("x/b.txt", text, [accepted])]), "a.txt": text, "b.txt": text }, [["a.txt", "US-DE"], ["b.txt", "US-NY"]], [], []],
  ["of one document the reading that goes on where the other stopped counts", { "1.json": holding([kept("a.txt", text, [accepted, corrected])]), "2.json": holding([kept("a.txt", text, [accepted])]), "3.json": holding([kept("a.txt", text)]) }, [["a.txt", "US-DE"]], [], []],
  ["two that say different things are told", { "1.json": holding([kept("a.txt", text, [accepted])]), "2.json": holding([kept("a.txt", text, [corrected])]) }, [["a.txt", "US-NY"]], [], ["2.json"]],
  ["a reading of what a document of the folder said before is left out, and told", { "r.json": holding([kept("x/a.txt", "What it said before.", [corrected])]), "a.txt": text }, [], ["a.txt", "r.json"], []],
  ["what could not be read then is told", { "r.json": holding([], [{ code: "bad-value", file: "x/scan.pdf", message: "it has no text" }, { code: "bad-value", file: "a.txt", message: "it is not in English" }, null]), "a.txt": text }, [], ["a.txt", "x/scan.pdf"], []],
  ["a page of which one kind alone was found is no agreement, kept or not", { "r.json": holding([{ ...reading("a.txt", day("effective-date", "2026-01-01")), digest: "sha256:0" }]) }, [], ["a.txt"], []],
])("%s", async (_what, files, documents, leftOut, problems) => {
  const read = await readSources(Object.entries(files).map(([file, said]) => ({ file, bytes: bytes(said) })), house);
  expect(read.documents.map(({ file, terms }) => [file, terms.find(({ kind }) => kind === "governing-law")?.values[0]?.value])).toEqual(documents.map(([file, place]) => [file, [place]]));
  expect(read.leftOut.map(({ file }) => file)).toEqual(leftOut);
  expect(read.problems.map(({ file }) => file)).toEqual(problems);
});
