import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrontCodedColumn } from "./front-coded-column.js";
import { IntColumn } from "./int-column.js";
import { NameTable } from "./name-table.js";
import { readList } from "./read-list.js";
import { SmallColumn } from "./small-column.js";
import { TextColumn } from "./text-column.js";
import { Words } from "./words.js";

const texts = fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: "binary", maxLength: 4 }), fc.constantFrom("", "ÿ", "\u0100", "\ud800", "a\u0000b")), { maxLength: 60 });

function filled(from: number): IntColumn {
  const column = new IntColumn();
  for (let i = 0; i < 200_000; i++) column.push(from + i);
  return column;
}

describe("columns", () => {
  it("have the numbers that were put into them, page by page", () => {
    const [column, count] = [new IntColumn(), 200_000];
    for (let i = 0; i < count; i++) column.push(i * 7 - 50);
    for (const place of [0, 15, 16, 65_535, 65_536, 131_071, 131_072, count - 1]) {
      expect(column.at(place)).toBe(place * 7 - 50);
      column.set(place, place + 1);
      expect(column.at(place)).toBe(place + 1);
    }
    expect([...column]).toHaveLength(count);
    column.cut(3);
    column.push(9);
    expect([...column]).toEqual([1, -43, -36, 9]);
  });

  it("grow anew on pages that others let go", () => {
    const [first, kept] = [filled(1), filled(2)];
    first.release();
    const [second, third] = [filled(3), filled(4)];
    for (const [column, from] of [[kept, 2], [second, 3], [third, 4]] as const) expect([column.length, ...[0, 65_536, 131_072, 199_999].map((place) => column.at(place) - place)]).toEqual([200_000, from, from, from, from]);
    expect([...first]).toEqual([]);
    IntColumn.forget();
  });

  it.each([[255, 1_000], [256, 20], [100_000, 20]])("have small numbers, also once one of them does not fit a byte (%i)", (most, count) => {
    const column = new SmallColumn();
    const all = Array.from({ length: count }, (_, i) => (i * 31) % 256).concat(most, 3, 0);
    for (const number of all) column.push(number);
    expect([column.length, all.map((_, place) => column.at(place))]).toEqual([all.length, all]);
  });

  it("have the texts that were put into them, whatever letters they have", () => {
    fc.assert(fc.property(texts, (each) => {
      const column = new TextColumn();
      for (const text of each) column.push(text);
      expect(each.map((_, place) => column.at(place))).toEqual(each);
      for (const [place, text] of each.entries()) for (const other of each) expect(column.is(place, other)).toBe(text === other);
    }));
  });

  it("have texts of which each is told by what differs from the one before", () => {
    const ids = fc.array(fc.tuple(fc.constantFrom("d-", "d-0", "set/", "x".repeat(254), "y".repeat(300), ""), fc.oneof(fc.nat(40).map(String), fc.string({ unit: "binary", maxLength: 3 }))).map(([start, end]) => `${start}${end}`), { maxLength: 80 });
    fc.assert(fc.property(fc.oneof(texts, ids), (each) => {
      const column = new FrontCodedColumn();
      for (const text of each) column.push(text);
      expect(column.length).toBe(each.length);
      for (const place of [...each.keys()].toReversed()) expect([column.at(place), column.is(place, each[place]!), column.is(place, `${each[place]!}x`)]).toEqual([each[place], true, false]);
    }));
  });

  it("have such texts page after page", () => {
    const [column, all] = [new FrontCodedColumn(), Array.from({ length: 30_000 }, (_, i) => `${"z".repeat(i % 200)}${i}`)];
    for (const text of all) column.push(text);
    expect(all.every((text, place) => column.at(place) === text)).toBe(true);
  });

  it("keep texts apart where a page ends, and those that are longer than a page", () => {
    const [column, all] = [new TextColumn(), "a b c d e f g h".split(" ").flatMap((letter, i) => [letter.repeat(300_000 + i), letter, "", letter.repeat(2 ** 20 - i)])];
    for (const text of all) column.push(text);
    for (const [place, text] of all.entries()) expect([column.at(place) === text, column.is(place, text), column.is(place, `${text}x`)]).toEqual([true, true, false]);
  });

  it("number each name once, in the order in which they came", () => {
    fc.assert(fc.property(texts, texts, (each, others) => {
      const [table, known] = [new NameTable(), [...new Set(each)]];
      expect(each.map((name) => table.add(name))).toEqual(each.map((name) => known.indexOf(name)));
      expect(table.size).toBe(known.length);
      for (const [number, name] of known.entries()) expect(table.at(number)).toBe(name);
      for (const name of others) expect(table.numberOf(name)).toBe(known.indexOf(name));
    }));
  });

  it("have a text or none for each record", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.constantFrom("a", "b", "")), { maxLength: 40 }), (each) => {
      const words = new Words();
      for (const text of each) words.push(text);
      expect(each.map((_, place) => words.at(place))).toEqual(each);
    }));
  });
});

describe("a list that is made as it is read", () => {
  const list = readList(5, (place) => place * place);

  it.each([
    ["an item", list[3], 9], ["beyond its end", list[5], undefined], ["before its beginning", list.at(-1), 16], ["its length", list.length, 5], ["all of it", [...list], [0, 1, 4, 9, 16]],
    ["what fits", list.filter((each) => each % 2 === 0), [0, 4, 16]], ["each as something else", list.map(String), ["0", "1", "4", "9", "16"]], ["one that fits", list.find((each) => each > 4), 9],
    ["a part of it", list.slice(1, 3), [1, 4]], ["with another", [...list, 1].length, 6], ["places and items", [...list.entries()][2], [2, 4]], ["as text", JSON.stringify(list), "[0,1,4,9,16]"],
    ["whether it has a place", 4 in list, true], ["whether it has one beyond", "5" in list, false], ["its keys", Object.keys(list), ["0", "1", "2", "3", "4"]], ["in order", list.toSorted((a, b) => b - a), [16, 9, 4, 1, 0]],
  ])("is read like any other: %s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it("cannot be written", () => {
    const written = list as number[];
    expect(() => written.push(1)).toThrow(TypeError);
    expect(() => { written[0] = 7; }).toThrow(TypeError);
    expect(Reflect.deleteProperty(written, "0")).toBe(false);
    expect([...list]).toEqual([0, 1, 4, 9, 16]);
  });
});
