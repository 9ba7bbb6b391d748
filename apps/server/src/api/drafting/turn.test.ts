import { expect, test } from "vitest";
import { inReading } from "./turn.js";

test("documents are read in their turn, one that fails keeps nobody waiting, and beyond eight the next is told to come again", async () => {
  const told: string[] = [];
  let begin!: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const work = (name: string) => async (): Promise<string> => {
    await begun;
    told.push(name);
    if (name === "b") throw new Error("broken");
    return name;
  };
  const asked = ["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => inReading(work(name)));
  await expect(inReading(work("i"))).rejects.toMatchObject({ problems: [{ code: "unavailable" }] });
  begin();
  expect((await Promise.allSettled(asked)).map(({ status }) => status === "fulfilled")).toEqual([true, false, true, true, true, true, true, true]);
  expect([told.join(""), await inReading(work("i"))]).toEqual(["abcdefgh", "i"]);
});
