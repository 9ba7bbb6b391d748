import { expect, test } from "vitest";
import { hasWord, marked, renamed, spoken, unnamed } from "./marked-words.js";

const words = `host ${marked.thing("a")} (copyright, version ${marked.version("a", "1")}): nothing gives the right in ${marked.thing("ab")}.`;
const called = (name: string): string => ({ a: "b", b: "c" })[name] ?? name;
const versionOf = (name: string): string | null => ({ a: "1", b: "2", c: "3" })[name] ?? null;

test("marked words are told of others, each name as a whole and with its own version", () => {
  expect(spoken(words, (name) => name, versionOf)).toBe("host a (copyright, version 1): nothing gives the right in ab.");
  expect(spoken(words, called, versionOf)).toBe("host b (copyright, version 2): nothing gives the right in ab.");
  expect(spoken(renamed(words, called), called, versionOf)).toBe("host c (copyright, version 3): nothing gives the right in ab.");
  expect(unnamed(words)).toBe("host  (copyright, version ): nothing gives the right in .");
});

test("what stands for a thing in a batch is found as a whole though its name holds a mark", () => {
  expect(spoken(renamed(marked.thing("a\u00017"), (name) => (name === "a\u00017" ? "a" : name)), called, versionOf)).toBe("b");
});

test("a name that holds marks is told as it is", () => {
  const name = "a\u0001b\u0002c\u0003d\u0004e\u00041";
  expect(spoken(renamed(`host ${marked.thing(name)}, version ${marked.version(name, "1")}`, (each) => each), (each) => each, (each) => (each === name ? "1" : null))).toBe(`host ${name}, version 1`);
});

test.each([
  ["acme forbids it", "acme", true], ["the terms of acme-labs", "acme", true], ["acmes forbid it", "acme", false], ["of acmes and acme", "acme", true], ["ümacme", "acme", false], ["acme2", "acme", false], ["", "acme", false],
])("in %j %j is a word by itself: %s", (text, name, is) => expect(hasWord(text, name)).toBe(is));
