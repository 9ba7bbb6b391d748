import * as fc from "fast-check";
import { expect, it } from "vitest";
import { NodeTable } from "./node-table.js";

const value = fc.oneof(fc.nat(9), fc.constantFrom(0x7fff_ffff, 0x7fff_fffe));
const entries = (most: number) => fc.array(fc.tuple(fc.nat(most), value), { maxLength: 400 });

it.each([{ name: "few among many", most: 1_000_000 }, { name: "most of them", most: 200 }, { name: "first few among many, then most", most: 2_000 }])("a table of nodes is a map of numbers: $name", ({ most }) => {
  fc.assert(fc.property(entries(most), (list) => {
    const [table, map] = [new NodeTable(), new Map<number, number>()];
    for (const [node, number] of list) {
      table.set(node, number);
      map.set(node, number);
      expect(table.of(node)).toBe(number);
    }
    for (const node of [...map.keys()].flatMap((each) => [each, each + 1])) expect(table.of(node)).toBe(map.get(node) ?? -1);
  }));
});
