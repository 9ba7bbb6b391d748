import { existsSync, readFileSync } from "node:fs";
import { carriageOf } from "@cleartitle/catalogue";
import { canGrant, type Instrument } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { realCatalogue } from "../cases/case-file.js";
import { termOfCode } from "./term-codes.js";

/** What the term sheets say in words: details of conditions and ends, points for counsel, notes. None is dropped: each is carried by its record, or the record says why not. */
interface Clause {
  readonly code: string;
  readonly detail?: string;
}
interface Sheet {
  readonly id: string;
  readonly conditions: readonly Clause[];
  readonly termination: readonly Clause[];
  readonly counsel_flags: readonly string[] | null;
  readonly notes?: string | readonly string[];
}

const path = new URL("../../../shared/facts/licences/terms.yaml", import.meta.url);
const sheets = existsSync(path) ? (parse(readFileSync(path, "utf8"), { version: "1.2" }) as { instruments: Sheet[] }).instruments : [];
const catalogue = realCatalogue();
const { terms } = catalogue.vocabulary!;
const textOf = ({ id }: Sheet): Instrument => catalogue.instruments.get(id.replace("++", "-PlusPlus"))!;
const clausesOf = ({ conditions, termination }: Sheet): readonly Clause[] => [...conditions, ...termination];
const said = sheets.flatMap((sheet) => clausesOf(sheet).flatMap(({ code, detail }) => (detail === undefined ? [] : [{ sheet, code, detail }])));
const toKnow = (sheet: Sheet): readonly string[] => [...(sheet.counsel_flags ?? []), ...(typeof sheet.notes === "string" ? [sheet.notes] : (sheet.notes ?? []))];

test("what the sheets say in words is counted, so that more of it is noticed", () => {
  expect({ details: said.length, ends: said.filter(({ code }) => code === "NOTE").length, points: sheets.flatMap(toKnow).length }).toEqual({ details: 412, ends: 27, points: 200 });
});

test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s: every point for counsel is a point of the record", (_, sheet) => {
  expect(textOf(sheet).points ?? []).toHaveLength(toKnow(sheet).length);
});

test("most points are carried by norms, and each that nothing carries says why", () => {
  const points = [...catalogue.instruments.values()].flatMap((text) => (text.points ?? []).map((point) => ({ point, text })));
  const byNorm = points.filter(({ point, text }) => point.by?.some((id) => text.norms.some((norm) => norm.id === id)) === true);
  expect([byNorm.length / points.length > 0.6, points.filter(({ point }) => point.by === undefined).length < 10]).toEqual([true, true]);
});

/** A text with those that it changes or takes in. */
function wholeText(text: Instrument): string {
  const behind = text.norms.flatMap((norm) => (norm.kind === "modify" ? [norm.modify.base] : norm.kind === "incorporate" ? [norm.incorporate.document] : []));
  return JSON.stringify([text, ...behind.map((id) => catalogue.instruments.get(id) ?? null)]);
}

const sizes: Readonly<Record<string, number>> = { M: 1e6, B: 1e9, k: 1e3 };
/** Numbers in a sentence, each with the forms that a record may give it. */
const numbersIn = (detail: string): { readonly as: string; readonly forms: readonly string[] }[] => [...detail.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*([MBk])?/g)].map(([, digits, size]) => {
  const plain = digits!.replaceAll(",", "");
  return size === undefined ? { as: plain, forms: [plain, digits!] } : { as: `${plain}${size}`, forms: [String(Math.round(Number(plain) * sizes[size]!))] };
});
const has = (text: string, number: string): boolean => new RegExp(`(?<!\\d)${number.replaceAll(".", "\\.")}(?!\\d)`).test(text);

describe("details of conditions and ends", () => {
  /** Numbers that are told otherwise than as numbers. */
  const otherwise: Readonly<Record<string, string>> = {
    "LicenseRef-Llama-3.3 3.2": "the number of another version, from which the paragraph was taken over",
    "LicenseRef-Kimi-K3 12": "months, which are in the name of the quantity (twelve-month-revenue)",
    "LicenseRef-Google-ToS-GenAI 12": "the month of a date, written out",
  };

  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s: what its clauses speak of is carried, with each amount and date", (_, sheet) => {
    const text = textOf(sheet);
    const whole = wholeText(text);
    const lost = said.filter((each) => each.sheet === sheet && each.code !== "NOTE").flatMap(({ code, detail }) => [
      ...(carriageOf(text, terms.find((term) => term.id === termOfCode[code])!, catalogue) === null ? [detail] : []),
      ...numbersIn(detail).filter(({ as, forms }) => !forms.some((form) => has(whole, form)) && otherwise[`${sheet.id} ${as}`] === undefined).map(({ as }) => `${as} of: ${detail}`),
    ]);
    expect(lost).toEqual([]);
  });

  test("a number that is told otherwise is one that the record lacks", () => {
    const stale = Object.keys(otherwise).filter((key) => {
      const [id, number] = key.split(" ") as [string, string];
      return has(wholeText(catalogue.instruments.get(id)!), number);
    });
    expect(stale).toEqual([]);
  });
});

const ending = (text: Instrument): readonly string[] => text.norms.filter((norm) => norm.kind === "terminate").map((norm) => norm.id);

describe("ends of which the sheet says no more than a word", () => {
  const holds: Readonly<Record<string, (text: Instrument) => boolean>> = {
    "none stated": (text) => ending(text).length === 0, none: (text) => ending(text).length === 0, "n/a": (text) => ending(text).length === 0,
    "as base licence": (text) => text.norms.some((norm) => norm.kind === "modify" || norm.id === "as-the-base"),
    "irrevocable (2-3)": (text) => text.norms.some((norm) => norm.kind === "permit" && norm.permit.irrevocable === true), irrevocable: (text) => text.norms.some((norm) => norm.kind === "permit" && norm.permit.irrevocable === true),
    // Where the end was not read, or differs, no end is made up and the text grants nothing surely, or none is recorded.
    varies: (text) => !canGrant(text.verified) || ending(text).length === 0, "not read": (text) => !canGrant(text.verified) || ending(text).length === 0, unknown: (text) => !canGrant(text.verified), "API Terms": (text) => ending(text).length === 0,
  };
  const ends = said.filter(({ code }) => code === "NOTE");
  test.each(ends.map(({ sheet, detail }) => [sheet.id, detail, sheet] as const))("%s: %s", (_, detail, sheet) => {
    expect(holds[detail]?.(textOf(sheet))).toBe(true);
  });
});
