import { expect, it } from "vitest";
import { structureOf } from "../text/read-text.js";
import { affiliateSigns } from "./affiliate.js";

const signs = (text: string): number[][] => affiliateSigns(structureOf(text, null));

it.each<[why: string, sentence: string, signs: readonly number[]]>([
  ["affiliates grant too", "Acme, for itself and its Affiliates, hereby grants to Beta a license to use the Works.", [1, 0, 0, 0, 0, 0, 4]],
  ["affiliates are made to grant", "Acme grants, and shall cause its Affiliates to grant, to Beta a license.", [1, 0, 0, 0, 0, 1, 4]],
  ["what is granted is of affiliates", "Acme hereby grants to Beta a license under the Patents controlled by Acme or its Affiliates.", [0, 1, 0, 0, 1, 1, 4]],
  ["affiliates receive it", "Acme hereby grants to Beta and its Affiliates a license to use the Service.", [0, 0, 0, 0, 0, 1, 0]],
  ["no grant", "No license is granted to Beta under Patents owned by Acme or its Affiliates.", [0, 0, 0, 0, 1, 0, 0]],
  ["nothing of affiliates", "Acme hereby grants to Beta a license under the Patents that Acme owns.", [0, 0, 0, 0, 0, 0, 0]],
  ["Affiliate is the name of a party", 'Acme and Beta (the "Affiliate"): Acme hereby grants to Affiliate the right to use Patents owned by Acme.', [0, 0, 0, 0, 0, 0, 0]],
])("%s", (_why, sentence, expected) => {
  expect(signs(sentence)).toEqual([expected]);
});

it("follows a term from its meaning to where it is granted", () => {
  const [means, grants, other, aside] = signs('"Acme Patents" means all Patents owned by Acme or its Subsidiaries. Acme hereby grants to Beta a license under the Acme Patents. "Beta Marks" means all marks owned by Beta or its Affiliates. Acme shall list the Acme Patents.');
  expect({ means, grants, other, aside }).toEqual({ means: [0, 0, 0, 2, 1, 0, 2], grants: [0, 0, 1, 0, 0, 0, 3], other: [0, 0, 0, 1, 1, 0, 1], aside: [0, 0, 0, 0, 0, 0, 0] });
});

it("knows a term in brackets, and a name for a company with its group", () => {
  expect(signs('Inventions made by Acme or its Affiliates are "New" (collectively, the "Acme Inventions"). Acme hereby grants to Beta a license under the Acme Inventions.').map((each) => each.at(-1))).toEqual([2, 3]);
  expect(signs('"Company Entity" means Beta and its Subsidiaries. Acme hereby grants to Gamma a license under the Know-How owned by any Company Entity.').map((each) => each.at(-1))).toEqual([0, 4]);
});

it.each<[text: string]>([
  ['"Term" means patents owned by X or its Affiliates. '], ['("'], ["patents Affiliates "], ["no "],
])("takes a text of nothing but %s in one go", (part) => {
  const started = process.cpuUsage().user;
  signs(part.repeat(200_000 / part.length));
  expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
});
