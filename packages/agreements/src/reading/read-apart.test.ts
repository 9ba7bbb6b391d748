import { expect, it } from "vitest";
import { readApart } from "./read-apart.js";

it("ends when it is told to, before it began and while it reads, and reads on after that", async () => {
  await expect(readApart(new Uint8Array(), "a.txt", AbortSignal.abort(new Error("not begun")))).rejects.toThrow("not begun");
  const ending = new AbortController();
  const reading = readApart(Buffer.from("This Agreement is made."), "a.txt", ending.signal);
  ending.abort(new Error("no more"));
  await expect(reading).rejects.toThrow("no more");
  expect(await readApart(Buffer.from("Governing Law. This Agreement is governed by the laws of New York."), "b.txt", new AbortController().signal)).toMatchObject({ kept: { step: { name: "b.txt", format: "text", pages: null } }, problems: [] });
});
