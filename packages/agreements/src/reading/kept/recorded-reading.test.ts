import { sha256 } from "@cleartitle/norms";
import { expect, it } from "vitest";
import { recordedReadings } from "./recorded-reading.js";

const [document, at] = [sha256("a contract"), "2026-03-01T09:00:00.000Z"];
const refused = { step: "refused", name: "a.pdf", document, problems: [{ code: "unsupported", message: "it has no text" }] };
const read = { step: "read", name: "b.pdf", document, reading: sha256("r"), text: sha256("t"), format: "pdf", pages: 1, characters: 9, fields: 2, title: null, parties: [] };
const said = { step: "reviewed", reviews: [{ field: "governing-law.1", verdict: "accepted" }] };

/** A reading of these steps, the first by jane and the others by john. */
const of = (...contents: readonly unknown[]) => recordedReadings(contents.map((content, index) => ({ reading: 1, number: index + 1, content, by: index === 0 ? "jane" : "john", at })))[0];

it.each([
  ["one that could not be read", [refused], { document, read: null, problems: refused.problems, by: "jane", steps: 1 }],
  ["one that could be read later", [refused, read], { name: "b.pdf", read, problems: [], by: "john", steps: 2 }],
  ["what was said of it, by whom and when", [read, said], { read, reviews: [{ field: "governing-law.1", verdict: "accepted", by: "john", on: "2026-03-01", at }], by: "jane", steps: 2 }],
  ["one that was redacted, with what was said of it", [null, said], { name: "(redacted)", document: null, read: null, reviews: [{ by: "john" }], steps: 2 }],
  ["one of which something that was said was redacted", [read, null], { read, reviews: [], steps: 2 }],
])("%s", (_, contents, told) => expect(of(...contents)).toMatchObject(told));
