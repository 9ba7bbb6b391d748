import { expect, it } from "vitest";
import { withoutPersons } from "./personal.js";

it.each([
  ["write to jane.roe+x@mail.example.org.", "write to [e-mail]."],
  ["https://jane:secret@git.example/r", "https://git.example/r"],
  ["/home/jane/models/x and /Users/jane/y", "/home/[user]/models/x and /Users/[user]/y"],
  ["C:\\Users\\Jane Roe\\x", "C:\\Users\\[user] Roe\\x"],
  ["mit @ 2.0", "mit @ 2.0"],
  ["org/name@revision", "org/name@revision"],
])("%j", (text, expected) => {
  expect(withoutPersons(text)).toBe(expected);
});
