import { describe, expect, it } from "vitest";
import { PlaceIndex } from "./place.js";

const places = new Map([["US", []], ["DE", []], ["GB", []], ["NO", []], ["US-CA", ["US"]], ["US-TX", ["US"]]].map(([id, isA]) => [id as string, { id: id as string, title: id as string, ...((isA as string[]).length > 0 ? { isA: isA as string[] } : {}) }]));
const groups = new Map(
  [
    { id: "EU", title: "Union", members: ["DE", { place: "GB", from: "1973-01-01", to: "2020-01-31" }] },
    { id: "EEA", title: "Area", members: ["EU", "NO"] },
    { id: "WORLD", title: "all", members: ["*"] },
    { id: "LOOP", title: "itself", members: ["LOOP", "NO"] },
  ].map((group) => [group.id, group]),
);
const index = new PlaceIndex({ places, groups }, ["US-CA"]);
const list = (name: string, on = "2026-01-01") => [...(index.atomsOf(name, on) ?? ["?"])];

describe("PlaceIndex", () => {
  it("cuts a country into what laws name and the rest", () => {
    expect(index.atoms).toEqual(["DE", "GB", "NO", "US", "US-CA"]);
    expect(list("US")).toEqual(["US", "US-CA"]);
    expect(list("US-CA")).toEqual(["US-CA"]);
    expect(list("US-TX")).toEqual(["US"]);
    expect(new PlaceIndex({ places, groups }).atoms).toContain("US-TX");
    expect(list("XX")).toEqual(["?"]);
  });

  it("knows who was a member when", () => {
    expect(list("EU")).toEqual(["DE"]);
    expect(list("EU", "2020-01-31")).toEqual(["DE", "GB"]);
    expect(list("EEA", "2020-02-01")).toEqual(["DE", "NO"]);
    expect(list("WORLD")).toEqual(index.atoms);
  });

  it.each([
    ["EU", "GB", null, "unknown"], ["EU", "DE", null, "true"], ["EU", "NO", null, "false"], ["EEA", "GB", "2019-01-01", "true"], ["US", "US-CA", "2026-01-01", "true"],
    ["US-CA", "US", "2026-01-01", "false"], ["NOWHERE", "DE", "2026-01-01", "unknown"], ["EU", "XX", "2026-01-01", "unknown"], ["LOOP", "NO", "2026-01-01", "true"], ["LOOP", "DE", "2026-01-01", "unknown"],
  ])("%s contains %s on %s: %s", (group, atom, on, expected) => expect(index.contains(group, atom, on)).toBe(expected));

  it("partitions by equal memberships", () => {
    expect(index.partition(["NO", "DE", "GB", "US", "US-CA", "DE"], ["EU", "EEA", "US-CA"], "2026-01-01")).toEqual([["DE"], ["GB", "US"], ["NO"], ["US-CA"]]);
    expect(index.partition(["NO", "DE"], [], "2026-01-01")).toEqual([["DE", "NO"]]);
  });
});
