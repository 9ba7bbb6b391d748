import { describe, expect, test } from "vitest";
import { deal, portfolio } from "../portfolio.fixture.js";
import type { Family } from "../family/family.js";
import { finding } from "./finding.js";
import { Gathered, toldWithin } from "./gathered.js";
import type { PairFinding } from "./pair-finding.js";

const family = (id: string): Family => ({ id }) as Family;
const owners = Array.from({ length: 20 }, (_, at) => family(`owner-${at}`));
const takers = Array.from({ length: 60 }, (_, at) => family(`taker-${at}`));
const place = (quote: string): PairFinding["places"] => () => [{ file: "a", cite: null, line: 1, page: null, start: null, end: null, quote }];
const promise = (owner: Family, taker: Family, how = "at once"): PairFinding => ({ kind: "exclusivity", severity: "conflict", families: [owner, taker], message: () => `${owner.id} is exclusive, and ${taker.id} licenses it ${how}`, places: place(taker.id), alike: `one is exclusive, and another licenses it ${how}`, under: owner });
const clash = (one: Family, other: Family): PairFinding => ({ kind: "law", severity: "look", families: [one, other], message: () => `${one.id} and ${other.id}`, places: place(one.id), alike: "they are between the same parties, and the law is not the same", under: "acme and maker" });

const told = (...found: readonly PairFinding[]): ReturnType<Gathered["findings"]> => {
  const gathered = new Gathered();
  gathered.add(found);
  return gathered.findings();
};
const all = owners.flatMap((owner) => takers.map((taker) => promise(owner, taker)));

describe("findings between agreements", () => {
  test("are told one by one, as long as nobody has to read thousands", () => {
    expect(told(...all.slice(0, 1_000)).map(({ families, message, places }) => [families, message, places.length])).toEqual(all.slice(0, 1_000).map(({ families, message }) => [families.map(({ id }) => id), message(), 1]));
  });

  test("of more, those that say the same of one agreement are told as one, which is of all of them", () => {
    const found = told(...all, promise(owners[0]!, takers[0]!, "later"), clash(owners[0]!, owners[1]!));
    expect(found).toHaveLength(owners.length + 2);
    expect(found[0]).toMatchObject({ severity: "conflict", families: ["owner-0", ...takers.map(({ id }) => id)], message: "one is exclusive, and another licenses it at once: `owner-0` against `taker-0`, `taker-1`, `taker-2`, `taker-3` and 56 more" });
    expect(found[0]!.places.map(({ quote }) => quote)).toEqual(["taker-0", "taker-1", "taker-2", "taker-3"]);
    // One that is alone in what it says, or in its kind, keeps its own words.
    expect(found.slice(owners.length).map(({ message }) => message)).toEqual(["owner-0 is exclusive, and taker-0 licenses it later", "owner-0 and owner-1"]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  test("of agreements that have their parties in common name them all", () => {
    const pairs = owners.flatMap((one) => takers.map((other) => clash(one, other)));
    expect(told(...pairs).map(({ families, message }) => [families.length, message])).toEqual([[owners.length + takers.length, "they are between the same parties, and the law is not the same: `owner-0`, `taker-0`, `taker-1`, `taker-2` and 76 more"]]);
  });

  test("of hundreds of thousands, all that say the same are one", () => {
    const many = Array.from({ length: 450 }, (_, at) => family(`many-${at}`));
    const gathered = new Gathered();
    for (const one of many) gathered.add(many.flatMap((other) => (one === other ? [] : [promise(one, other)])));
    expect(gathered.findings().map(({ families, message }) => [families.length, message])).toEqual([[450, "one is exclusive, and another licenses it at once: `many-0`, `many-1`, `many-2`, `many-3` and 446 more against `many-1`, `many-2`, `many-3`, `many-4` and 446 more"]]);
  });
});

const rule = (at: number, message: string) => finding("inconsistent", "conflict", [`deal-${at}`], message, place(`deal-${at}`)());

test("of more than a thousand findings within agreements those with the same words are one, and of fewer none", () => {
  const alike = Array.from({ length: 1_000 }, (_, at) => rule(at, "rule 1: nothing says whose the weights are"));
  const other = finding("notice-window", "look", ["deal-0"], "it closes", []);
  expect(toldWithin([...alike, other])).toEqual([...alike, other]);
  const found = toldWithin([...alike, rule(1_000, "rule 2: it has no end"), other]);
  expect(found.map(({ families, message, places }) => [families.length, message, places.length])).toEqual([[1_000, "rule 1: nothing says whose the weights are: `deal-0`, `deal-1`, `deal-2`, `deal-3` and 996 more", 4], [1, "rule 2: it has no end", 1], [1, "it closes", 0]]);
});

test("those that are too many to be held against each other are named, and it is not told that they fit", async () => {
  const topics = `{ exclusivity: { version: neutral, with: { fields: [medical], window: P12M } }, term-and-renewal: { version: licensor, with: { from: "2026-01-01", initial: P2Y } } }`;
  const files = Object.fromEntries(["a", "b", "c"].map((id) => [`${id}.yaml`, deal(id, topics, { to: id })]));
  const findings = async (mostPairs: number): Promise<readonly (readonly string[])[]> => (await portfolio(files, { mostPairs })).findings.filter(({ kind }) => kind === "exclusivity").map(({ severity, families, places }) => [severity, ...families, String(places.length)]);
  expect(await findings(3)).toEqual([["conflict", "a", "b", "3"], ["conflict", "a", "c", "3"], ["open", "b", "c", "2"]]);
  expect(await findings(6)).toHaveLength(6);
});
