import { existsSync, readFileSync } from "node:fs";
import { carriageOf, rightReading, type RightReading } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { realCatalogue } from "../cases/case-file.js";
import { termOfCode } from "./term-codes.js";

interface Sheet {
  readonly id: string;
  readonly version: string;
  readonly evidence: { readonly status: "VERIFIED" | "PARTIAL" | "FROM_MEMORY" };
  readonly rights: Readonly<Record<string, string>>;
  readonly conditions: readonly { readonly code: string }[];
  readonly termination: readonly { readonly code: string }[];
  readonly governing_law: string;
  readonly osi: string;
  readonly osaid: string;
}

const path = new URL("../../../shared/facts/licences/terms.yaml", import.meta.url);
const sheets = existsSync(path) ? (parse(readFileSync(path, "utf8"), { version: "1.2" }) as { instruments: Sheet[] }).instruments : [];
const catalogue = realCatalogue();
const { terms, rights } = catalogue.vocabulary!;
const textOf = (sheet: Sheet) => catalogue.instruments.get(sheet.id.replace("++", "-PlusPlus"))!;

test("every sheet has a record", () => expect([sheets.length, sheets.filter((sheet) => textOf(sheet) === undefined).map((sheet) => sheet.id)]).toEqual([139, []]));

test("a record is never said to be better known than its sheet", () => {
  const grants = ["primary", "secondary"];
  expect(sheets.filter((sheet) => sheet.evidence.status !== "VERIFIED" && grants.includes(textOf(sheet).verified) && textOf(sheet).norms.every((norm) => norm.verified === undefined || grants.includes(norm.verified))).map((sheet) => sheet.id)).toEqual([]);
});

describe("conditions and ends: the record carries each, by a norm or by a note with its reason", () => {
  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s", (_, sheet) => {
    const codes = [...sheet.conditions, ...sheet.termination].map((each) => each.code).filter((code) => code !== "NOTE");
    expect(codes.filter((code) => carriageOf(textOf(sheet), terms.find((term) => term.id === termOfCode[code])!, catalogue) === null)).toEqual([]);
  });
});

describe("law that a text names, and what is said of it", () => {
  /** Words of a sheet for a law that nobody read, or that there is none of. */
  const unread = /^(?:n\/a|unknown|not read|varies|by region|ToS: see site|not stated \(recalled\))$/;
  const silent = /^(?:silent|none|fallback licence silent)/;
  /** Names of places and words by which a sheet tells a law, as records have them. */
  const told: Readonly<Record<string, string>> = { PRC: "China", US: "United States", EEA: "EEA", French: "France", German: "Germany", Belgian: "Belgium", NY: "New York", MCSA: "master agreement", APIs: "Google APIs", "General Terms": "general terms", SIAC: "SIAC", KCAB: "KCAB" };
  const names = ["California", "Texas", "Washington", "New York", "New Jersey", "Delaware", "Ireland", "Korea", "Singapore", "Hong Kong", "China", "France", "Paris", "Hangzhou", "Santa Clara", "Seoul", ...Object.keys(told)];

  /** What a record lacks of the law that its sheet tells. */
  function faultsOf(sheet: Sheet): string[] {
    const { governingLaw } = textOf(sheet);
    const words = sheet.governing_law;
    if (unread.test(words)) return governingLaw === undefined ? [] : ["nobody read it"];
    if (silent.test(words)) return governingLaw === "silent" ? [] : ["the text is silent"];
    const said = JSON.stringify(governingLaw ?? null);
    const lacking = names.filter((name) => new RegExp(`\\b${name}\\b`).test(words) && !said.includes(told[name] ?? name));
    return [...lacking, ...(Array.isArray(governingLaw) ? [] : ["no law is told"]), ...(words.includes("recalled") && !said.includes('"verified":"memory"') ? ["it was recalled"] : [])];
  }

  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s", (_, sheet) => {
    const { approval } = textOf(sheet);
    expect(faultsOf(sheet)).toEqual([]);
    expect(approval?.osi ?? "n/a").toBe({ "not-approved (withdrawn)": "withdrawn", "not-approved (new)": "not-approved", "check (submitted)": "submitted", "not in SPDX OSI list (6.12.0)": "not-listed" }[sheet.osi] ?? sheet.osi);
    expect(approval?.osaid ?? "n/a").toBe(/^(?:terms-)?(compatible|incompatible|plausible|n\/a)/.exec(sheet.osaid.replace("plausibly-", "plausible "))![1]!);
  });
});

const rightOf: Readonly<Record<string, string>> = {
  use: "use", reproduce: "reproduce", modify: "modify", train_on_it: "train", fine_tune: "fine-tune", distribute: "distribute", distribute_derivatives: "distribute-derivatives", host_service: "host", commercial: "commercial", sublicense: "sublicense", patent: "patent",
};

/** Words of a sheet → readings of a record that agree with them. `not-applicable` agrees with all: the sheet does not say. */
const agreeing: Readonly<Record<string, readonly RightReading[]>> = {
  granted: ["granted", "conditional", "implied"], "granted-with-conditions": ["granted", "conditional", "implied", "non-commercial", "research", "offered"], "non-commercial-only": ["non-commercial", "research"],
  "research-only": ["research", "non-commercial"], withheld: ["withheld", "silent", "offered"], silent: ["silent", "withheld", "implied"], "implied-or-argued": ["silent", "withheld", "implied", "conditional", "granted"],
  "automatic-direct-licence-to-recipients": ["silent", "withheld"], "expressly-excluded": ["silent", "withheld"], "depends-on-plan-or-threshold": ["conditional", "offered"],
};

/** What a reading, which knows one word for a right, cannot tell apart. Each names the direction in which the record differs. */
const ofKind: readonly (readonly [string, (sheet: Sheet, right: string, reading: RightReading) => boolean])[] = [
  ["terms and policies speak of a service; what is found there is licensed item by item, so that the record grants less", ({ id }, _, reading) => ["terms", "policy", "agreement"].includes(catalogue.instruments.get(id)!.kind) && ["silent", "withheld"].includes(reading)],
  ["a text that does not speak of training grants it through copying, within the limits of the copying", (sheet, right) => right === "train_on_it" && sheet.rights[right] === "silent" && !textOf(sheet).speaksOf.training],
  ["a right to change is not told apart from one to fine-tune; what comes of it is for `reach` to say", (sheet, right) => right === "fine_tune" && sheet.rights[right] === "silent"],
  ["a purpose is one way to the right and an agreement or a kind of actor the other", (sheet, _, reading) => reading === "conditional" && textOf(sheet).norms.some((norm) => norm.kind === "permit" && JSON.stringify(norm.if ?? null).includes('"any":[') && JSON.stringify(norm.if).includes('"purpose"'))],
];

/** Single disagreements, each looked at in sheet and record. */
const examined: Readonly<Record<string, string>> = {
  "MDL-2021 use, train_on_it, commercial": "section 4(a)(iv) gives use inside for any purpose; the sheet has one word for benchmark, research and internal use; trade is forbidden for what comes of it",
  "BUSL-1.1 host_service": "withheld in production alone: a fact of the act", "Elastic-2.0 host_service": "withheld where a substantial set of features is offered: a fact of the use", "Commons-Clause-1.0 host_service, commercial": "withheld where the value comes from the software: a fact of the use",
  "MiniMax-M2.7-NC host_service, sublicense": "withheld for commercial purposes without an agreement; the text says MIT beside that", "Mistral-MRL-0.1 host_service": "commercial entities may not host; others follow the purpose of research", "Mistral-MNPL-0.1 host_service": "no supply in a commercial activity; tests follow the purpose",
  "OpenAI-Services-Agreement modify, train_on_it": "fine-tuning through the provider is the exception that the sheet tells among the conditions",
  "CDLA-Permissive-1.0 sublicense": "the record gives less: recipients are licensed by the providers", "AI2-ImpACT-LR sublicense": "the record gives less: by tier, which is not recorded",
  "CDLA-Permissive-2.0 sublicense": "the record gives less: the text hands the agreement on, which is no power over it", "O-UDA-1.0 sublicense": "the record gives less: downstream recipients get the terms with the data",
  
  "Gemma-4 patent": "the record gives less: a label recalled grants no patents", "H2O-Danube patent": "the record gives less: a label recalled grants no patents", "Falcon-180B patent": "the record gives less: that clause was recalled",
  "PhysioNet-Restricted-DUA distribute_derivatives": "the record gives less: no sharing at all", "Research-Only-Generic distribute, distribute_derivatives": "the record gives less: a stand-in for many labels, which often bar it",
  "NVIDIA-Data-Training-2025 use, host_service, commercial": "of the models, which are the company's; of the data itself every act but training is forbidden (2.2.1)", "CommonCrawl-ToU use, reproduce, distribute": "the record gives less: the terms give no right in what others wrote",
  "ImageNet-Terms use, reproduce, modify, train_on_it": "the record gives less: the maker holds no copyright in the pictures, so that its permit names the right in the database alone", "EXAONE-1.1-NC fine_tune": "a fine-tune is a change, which is permitted for research; what is forbidden is to improve another model (3.1)",
};
const wasExamined = (id: string, right: string): boolean => Object.keys(examined).some((key) => key.startsWith(`${id.replace("LicenseRef-", "")} `) && key.slice(key.indexOf(" ") + 1).split(", ").includes(right));

describe("rights: the record says of each what the sheet says, or why not", () => {
  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s", (_, sheet) => {
    const differing = Object.entries(rightOf).flatMap(([word, id]) => {
      const reading = rightReading(textOf(sheet), rights.find((right) => right.id === id)!, catalogue);
      const agrees = agreeing[sheet.rights[word]!]?.includes(reading) ?? true;
      return agrees || ofKind.some(([, covers]) => covers(sheet, word, reading)) || wasExamined(sheet.id, word) ? [] : [`${word}: ${sheet.rights[word]} in the sheet, ${reading} in the record`];
    });
    expect(differing).toEqual([]);
  });

  test("no disagreement is listed that there is not", () => {
    const left = Object.keys(examined).flatMap((key) => {
      const [id, list] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1).split(", ")];
      const sheet = sheets.find((each) => each.id.replace("LicenseRef-", "") === id)!;
      return list.filter((word) => agreeing[sheet.rights[word]!]?.includes(rightReading(textOf(sheet), rights.find((right) => right.id === rightOf[word])!, catalogue)) ?? true).map((word) => `${id} ${word}`);
    });
    expect(left).toEqual([]);
  });
});
