import { statusOf } from "@cleartitle/norms";
import { checkProof } from "@cleartitle/engine";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { changed, chainOf, dropVainWords, toldDerivation, useOf } from "./change.js";
import { brief, byPlace, decided, holds, isWorse, patience } from "./property.js";
import { dates, one } from "../worlds/vocabulary.js";
import { anyWorld } from "../worlds/rare-world.js";
import { type TitleText } from "../worlds/world-arbitrary.js";

test("permissive is no worse than adopted, adopted no worse than conservative", patience, () => {
  holds(anyWorld, (world) => {
    const { decision, range } = decided(world);
    expect([range, isWorse(range!.permissive, decision), isWorse(decision, range!.conservative)]).toEqual([range, false, false]);
  });
});

test("each decision is the status of its interval and the worst of its places, and its proof holds", patience, () => {
  holds(anyWorld, (world) => {
    const decision = decided(world, { fullProof: true, withoutRange: true });
    expect(checkProof(decision)).toEqual([]);
    expect(statusOf({ best: decision.best, worst: decision.worst })).toBe(decision.decision);
    expect([...byPlace(decision).values()].some((status) => isWorse(status, decision.decision))).toBe(false);
  }, 20);
});

type Raw = Record<string, unknown>;

/** A statement about a derivation, said of one of its halves; it corrects what was said of the same half. */
function toldOfHalf(s: Raw, half: string): Raw {
  const whole = toldDerivation(s)!;
  const corrected = s["supersedes"] as string | undefined;
  const supersedes = corrected === undefined ? {} : { supersedes: corrected.startsWith(`${whole}:`) ? corrected.replace(whole, `${whole}-${half}`) : `${corrected}-${half}` };
  return { ...s, id: `${String(s["id"])}-${half}`, about: { derivation: `${whole}-${half}` }, ...supersedes };
}

/** The same file with each distillation drawn as what it is made of: outputs generated, then a model trained on them. */
function drawnOut(title: TitleText): void {
  title.derivations = title.derivations.flatMap((d) => {
    if (d["by"] !== "distil") return [d];
    const middle = `middle-of-${String(d["id"])}`;
    title.assets.push({ id: middle, kind: "output" });
    // What befell the one derivation befell both of its halves, and what is told of it is told of both.
    title.events = title.events.flatMap((e) => (e["of"] === d["id"] ? ["generate", "train"].map((half) => ({ ...e, id: `${String(e["id"])}-${half}`, of: `${String(d["id"])}-${half}` })) : [e]));
    title.statements = title.statements.flatMap((s) => (toldDerivation(s) === d["id"] ? ["generate", "train"].map((half) => toldOfHalf(s, half)) : [s]));
    return [{ ...d, id: `${String(d["id"])}-generate`, to: middle, by: "generate" }, { ...d, id: `${String(d["id"])}-train`, from: [middle], by: "train" }];
  });
  dropVainWords(title);
}

test("one edge `distil` equals `generate` and then `train`", patience, () => {
  holds(fc.tuple(anyWorld, one(dates)), ([random, on]) => {
    // The middle is ours where we made it; a power over what a machine made asks for its author, whom only a recorded middle can have.
    const world = changed(random, (title) => {
      const models = title.assets.filter((a) => a["kind"] === "model").map((a) => a["id"] as string);
      for (const d of title.derivations) if ((d["from"] as string[]).every((id) => models.includes(id))) Object.assign(d, { by: "distil", who: "us", on });
      title.derivations = title.derivations.filter((d) => d["by"] !== "distil" || (d["who"] === "us" && d["acts"] === undefined && (d["from"] as string[]).every((id) => models.includes(id))));
      dropVainWords(title);
      useOf(title).actions = useOf(title).actions.map((a) => (a === "license" ? "host" : a));
      delete useOf(title)["actor"];
    });
    fc.pre(world.title.derivations.some((d) => d["by"] === "distil" && chainOf(world.title).includes(d["to"] as string)));
    const [once, twice] = [brief(world), brief(changed(world, drawnOut))];
    expect([twice.decision, [...byPlace(twice)]]).toEqual([once.decision, [...byPlace(once)]]);
  }, 16);
});
