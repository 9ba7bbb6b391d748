import { expect, it } from "vitest";
import type { AgreementSide } from "./agreement-side.js";
import { redlineOf } from "./redline.js";

const side = (file: string, notes: readonly string[], isDocument = true): AgreementSide => ({ file, kind: "docx", terms: null, words: [], docx: () => (isDocument ? Promise.resolve(Buffer.from(file)) : null), notes, openChanges: false, read: null });
const found = { bytes: Buffer.from("both"), notes: ["`b` looks otherwise"] };

it.each([
  ["with what one should know of both and of it", [side("a", ["of a"]), side("b", ["of b"])], { tracked: found, problems: [] }, { bytes: found.bytes, notes: ["of a", "of b", "Tracked changes: `b` looks otherwise."] }],
  ["where a side is no document", [side("a", []), side("b", [], false)], { tracked: found, problems: [] }, { wordsAlone: ["b"] }],
  ["where none can be made", [side("a", []), side("b", [])], { tracked: null, problems: [{ code: "unsupported" }] }, { problems: [{ code: "unsupported" }] }],
] as const)("a redline %s", async (_, sides, made, told) => expect(await redlineOf(sides, async () => made as never)).toEqual(told));
