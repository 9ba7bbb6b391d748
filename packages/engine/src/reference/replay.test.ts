import { describe, expect, it } from "vitest";
import { Replay, type Surroundings } from "./replay.js";

/** Surroundings that note what they are asked. */
function surroundings(positions: Record<string, string>, states: Record<string, "open" | "covered"> = {}) {
  const asked: string[] = [];
  const noted = <T>(name: string, value: T): T => {
    asked.push(name);
    return value;
  };
  const env = { position: (id: string, place: string) => noted(`${id} in ${place}`, positions[id] ?? null) } as Surroundings["env"];
  return { asked, of: { env, history: (asset, layer) => noted(`${asset} ${layer}`, states[asset] ?? null) } satisfies Surroundings };
}

/** Asks for `b` only where `a` is yes, and for an earlier act only where `b` is no. */
function judge({ env, history }: Surroundings): string {
  if (env.position("a", "DE") !== "yes") return "a is not";
  if (env.position("a", "DE") === "yes" && env.position("b", "US") === "yes") return "both are";
  return `set is ${history("set", "copyright")}`;
}

const rows = [
  { name: "nothing else is asked", positions: { a: "no", b: "yes" }, asks: ["a in DE"], value: "a is not" },
  { name: "what is asked next", positions: { a: "yes", b: "yes" }, asks: ["a in DE", "b in US"], value: "both are" },
  { name: "what became of an act", positions: { a: "yes", b: "no" }, states: { set: "open" as const }, asks: ["a in DE", "b in US", "set copyright"], value: "set is open" },
  { name: "another state of it", positions: { a: "yes" }, asks: ["a in DE", "b in US", "set copyright"], value: "set is null" },
];

describe("a judgment made before", () => {
  const replay = new Replay<string>();
  for (const { positions, states } of rows) replay.of("x", surroundings(positions, states).of, judge);

  it.each(rows)("is found by what it asked, which is asked again: $name", ({ positions, states, asks, value }) => {
    const { asked, of } = surroundings(positions, states);
    expect(replay.of("x", of, () => "judged again")).toBe(value);
    expect(asked).toEqual(asks);
  });

  it("is not found by answers that were never given, nor under another name", () => {
    expect(replay.of("x", surroundings({ a: "yes", b: "no" }, { set: "covered" }).of, () => "judged again")).toBe("judged again");
    expect(replay.of("y", surroundings({ a: "no" }).of, () => "judged again")).toBe("judged again");
  });
});
