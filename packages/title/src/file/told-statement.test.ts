import { describe, expect, test } from "vitest";
import { readTitleFile } from "../read-title-file.js";

const withStatement = (statement: string): string => `us: acme
parties: [{ id: acme }]
assets:
  - { id: works, kind: dataset, acquired: [{ on: "2025-01-01", how: crawl }, { on: "2025-02-01", how: crawl }] }
  - { id: films, kind: dataset, acquired: [{ id: first, on: "2025-01-01", how: crawl, facts: { plan: free } }, { id: second, on: "2025-01-01", how: crawl }] }
  - { id: book, kind: dataset, acquired: { on: "2025-01-01", how: download } }
  - { id: m, kind: model }
  - { id: "pkg:npm/tool@1", kind: code }
derivations: [{ id: run, from: works, to: m, by: train, on: "2026-02-01" }]
statements:
  - ${statement}
`;
const messages = (statement: string): string[] => readTitleFile(withStatement(statement), { file: "t.yaml" }).problems.map(({ line, message, hint }) => `${line} ${message} (${hint})`);

const problemsOf = (copies: string): string[] => readTitleFile(`us: acme\nassets: [{ id: works, kind: dataset, acquired: ${copies} }]\n`, { file: "t.yaml" }).problems.map(({ message }) => message);

describe("statements about acts, parties and copies that were got", () => {
  const refused: readonly [string, string, RegExp][] = [
    ["one of several copies", '{ about: { acquisition: "works#acquired1" }, what: "fact:plan", value: pro, rung: declared }', /^11 several copies of `works` were got.*give the copy an `id`/],
    ["a copy by its place that has an id", '{ about: { acquisition: "films#acquired1" }, what: "fact:plan", value: pro, rung: declared }', /^11 several copies of `films` were got.*give the copy an `id`/],
    ["a copy by an id that none has", '{ about: { acquisition: "films#frist" }, what: "fact:plan", value: pro, rung: declared }', /^11 the copy that was got `films#frist` is not described here.*did you mean `films#first`/],
    ["a copy that nobody got", '{ about: { acquisition: "m#acquired1" }, what: "fact:plan", value: pro, rung: declared }', /^11 the copy that was got `m#acquired1` is not described here/],
    ["an amount of an asset", '{ about: m, what: "quantity:users", value: 5, rung: declared }', /^11 an amount is stated of a party.*`scale` of a use/],
    ["an amount without bounds", '{ about: { party: acme }, what: "quantity:users", value: many, rung: declared }', /^11 `many` gives no bounds of `users`.*1000\.\.5000/],
    ["bounds the wrong way round", '{ about: { party: acme }, what: "quantity:users", value: "9..1", rung: declared }', /^11 `9\.\.1` gives no bounds/],
    ["a part of an act", '{ about: { derivation: run }, what: "fact:plan", value: pro, part: docs, rung: declared }', /^11 only an asset has parts and scopes/],
    ["the correction of a record that is not there", '{ about: { derivation: run }, what: "fact:plan", value: pro, rung: declared, supersedes: "rnu:fact:plan" }', /^11 the statement `rnu:fact:plan` is not described here/],
  ];
  test.each(refused)("%s is refused, with where and what to do", (_name, statement, message) => expect(messages(statement)).toEqual([expect.stringMatching(message)]));

  test.each([
    ['{ about: { acquisition: "films#first" }, what: "fact:plan", value: pro, rung: declared, supersedes: "films#first:fact:plan" }'],
    ['{ about: { acquisition: "book#acquired1" }, what: "fact:plan", value: pro, rung: declared, supersedes: "book#acquired1:fact:plan" }'],
    ['{ about: { derivation: run }, what: "fact:plan", value: pro, rung: declared, supersedes: "run:fact:plan" }'],
    ['{ about: { party: acme }, what: "quantity:users", value: "..5", rung: concluded, by: counsel, valid: "2026-01-01/..", supersedes: "acme:quantity:users" }'],
    ['{ about: "pkg:npm/tool@1", what: license, value: MIT, rung: concluded, by: counsel, supersedes: "pkg:npm/tool@1:license" }'],
  ])("%s is read", (statement) => expect(messages(statement)).toEqual([]));

  test("an id is of one copy, and none like a place among them", () => {
    expect(problemsOf("[{ id: a, how: crawl }, { id: a, how: download }]")).toEqual([expect.stringContaining("`a` is described twice")]);
    expect(problemsOf("[{ id: acquired2, how: crawl }]")).toEqual([expect.stringContaining("none like `acquired1`")]);
    expect(problemsOf('[{ id: "a#b", how: crawl }]')).toEqual([expect.stringContaining("a copy has an id of letters")]);
  });
});
