import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { askedOf } from "../../bench/reading/asked.js";

describe("what is asked of the marked contracts", () => {
  test.each([
    [[], { what: "all", keep: null, wrong: null }],
    [["ai"], { what: "ai", keep: null, wrong: null }],
    [["train", "--keep", "sums"], { what: "train", keep: "sums", wrong: null }],
    [["--wrong", "effective-date"], { what: "all", keep: null, wrong: "effective-date" }],
    [["--help"], null],
    [["train", "-h"], null],
  ])("%j", (words, asked) => expect(askedOf(words)).toEqual(asked));

  test.each([
    [["--halp"], /--halp/],
    [["--keep"], /--keep/],
    [["--wrong", "no-such-kind"], /no kind `no-such-kind`; there are .*governing-law/],
    [["evaluate"], /`evaluate`/],
    [["ai", "train"], /`train`/],
    [["ai", "--wrong", "governing-law"], /--wrong/],
  ])("%j is refused", (words, why) => expect(askedOf(words)).toMatch(why));
});

test.each([
  ["evaluate:reading", ["--help"], 0, /^npm run evaluate:reading/, ""],
  ["train:reading", ["--help"], 0, /^npm run evaluate:reading/, ""],
  ["evaluate:reading", ["--halp"], 64, /^$/, "--halp"],
])("npm run %s -- %s ends with %i", (script, words, code, out, wrong) => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", script, "--", ...words], { encoding: "utf8", timeout: 60_000 });
  expect([status, stdout]).toEqual([code, expect.stringMatching(out)]);
  expect(stderr).toContain(wrong);
});
