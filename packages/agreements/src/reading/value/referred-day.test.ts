import { expect, test } from "vitest";
import { refersToOwnDay } from "./referred-day.js";

test.each([
  ["It is effective as of the date first written above.", true],
  ["The term begins on the date hereof.", true],
  ["It comes into force on the date of this Agreement.", true],
  ["It takes effect on the date\n   first above\n written.", true],
  ["It enters into effect on the date it is signed by both parties.", false],
  ["It takes effect upon execution.", false],
  ["It takes effect on the signature date.", false],
  ["It takes effect on the later of the date of this License Agreement and its approval.", false],
  ["It begins thirty days after the date of this Agreement.", false],
  ["It expires five years from the date hereof.", false],
  ["It ends two years after delivery, and begins on the date hereof.", true],
  ["It takes effect on the Effective Date.", false],
  ["It begins on the date of delivery.", false],
  ["Notices are effective when received.", false],
  [`date ${"of the ".repeat(2_000)}`, false],
])("%s", (text, is) => {
  expect(refersToOwnDay(text)).toBe(is);
});
