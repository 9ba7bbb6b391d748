import { expect, test } from "vitest";
import { sayChange } from "./say-change.js";

const names = { positions: { model_weights_as_copy: { question: "Are weights a copy?" } }, places: { DE: { title: "Germany" } }, groups: { EU: { title: "European Union" } } } as unknown as Parameters<typeof sayChange>[1];
const waiver = { id: "w", kind: "no-basis", asset: "notes", use: null, reason: "asked", by: "p", from: null, until: "2026-12-31" };
const statement = { about: { kind: "asset", id: "notes" }, what: "license", value: "MIT", part: null, scope: "content", valid: { from: "2026-01-01", to: null } };

test.each<[unknown, string]>([
  [{ change: "add-position", position: { position: "model_weights_as_copy", territory: "EU", option: "no_copy", on: "2026-05-01" } }, "Position “Are weights a copy?”: no copy, in European Union from 2026-05-01"],
  [{ change: "remove-position", position: "model_weights_as_copy", territory: "DE" }, "The position “Are weights a copy?” is taken back, in Germany"],
  [{ change: "remove-position", position: "model_weights_as_copy" }, "The position “Are weights a copy?” is taken back, everywhere"],
  [{ change: "add-statement", statement }, "Concluded: license of notes (content) is MIT from 2026-01-01"],
  [{ change: "remove-statement", statement: "s1" }, "The conclusion s1 is taken back"],
  [{ change: "add-waiver", waiver }, "Waiver of no basis of notes, for every use until 2026-12-31: asked"],
  [{ change: "add-waiver", waiver: { ...waiver, kind: "any", asset: null, use: "launch", from: "2026-06-01" } }, "Waiver of any finding for the use launch from 2026-06-01 until 2026-12-31: asked"],
  [{ change: "set-profile", profile: "strict" }, "Where no position is taken, a contested question gets its strictest answer"],
  [{ change: "remove-waiver", waiver: "w1" }, "The waiver w1 ends"],
  // What is not known here is shown as it is, never left out.
  [{ change: "add-event", event: { kind: "breach-concluded" } }, 'add event: {"change":"add-event","event":{"kind":"breach-concluded"}}'],
])("%j", (change, expected) => expect(sayChange(change, names)).toBe(expected));
