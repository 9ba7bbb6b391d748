import { expect, test } from "vitest";
import * as fc from "fast-check";
import { chainOf, changed, everyRole, textOver, useOf } from "./change.js";
import { condition } from "../worlds/norm-arbitrary.js";
import { brief, byPlace, classOf, holds, isWorse, patience } from "./property.js";
import { actions, one, places, some } from "../worlds/vocabulary.js";
import { anyWorld } from "../worlds/rare-world.js";
import type { RandomWorld } from "../worlds/world-arbitrary.js";

const where = fc.nat(7);

/** A text may ban what follows acts that were covered: a permit that covers them sets it off. Such words are left out where more is permitted. */
const withoutHistory = (world: RandomWorld): RandomWorld =>
  JSON.parse(JSON.stringify(world), (_, value: unknown) => (typeof value === "object" && value !== null && "exposure" in value ? "unknown" : value)) as RandomWorld;

test("a permit added as a further option never makes an answer worse, and makes some better", patience, () => {
  let better = 0;
  holds(fc.tuple(anyWorld, where, some(actions, 4), fc.option(condition, { nil: undefined })), ([drawn, at, named, only]) => {
    const world = withoutHistory(drawn);
    const chain = chainOf(world.title);
    const permit = { id: "p", cite: "s. 1", on: everyRole, permit: { actions: named }, ...(only === undefined ? {} : { if: only }) };
    const more = changed(world, (title) => void title.instruments.push(textOver("LicenseRef-more", "license", [permit], [chain[at % chain.length]!])));
    const [before, after] = [byPlace(brief(world)), byPlace(brief(more))];
    for (const [place, status] of after) expect({ place, class: classOf(status) <= classOf(before.get(place)!) }).toEqual({ place, class: true });
    if ([...after].some(([place, status]) => classOf(status) < classOf(before.get(place)!))) better += 1;
  }, 120);
  expect(better).toBeGreaterThan(0);
});

test("a prohibition added to a text never improves an answer", patience, () => {
  holds(fc.tuple(anyWorld, fc.nat(2), some(actions), fc.option(condition, { nil: undefined })), ([world, at, named, only]) => {
    const norm = { id: "ban", cite: "s. 1", prohibit: { actions: named }, ...(only === undefined ? {} : { if: only }) };
    const more = changed(world, (title) => void (title.instruments[at]!["norms"] as unknown[]).push(norm));
    expect(isWorse(brief(world).decision, brief(more).decision)).toBe(false);
  });
});

test("a policy of ours that bars an act never improves an answer, and makes some worse", patience, () => {
  let worse = 0;
  holds(fc.tuple(anyWorld, where, some(actions), fc.option(condition, { nil: undefined })), ([world, at, named, only]) => {
    const chain = chainOf(world.title);
    const norm = { id: "ban", cite: "s. 1", on: everyRole, prohibit: { actions: named }, ...(only === undefined ? {} : { if: only }) };
    const more = changed(world, (title) => void title.instruments.push(textOver("LicenseRef-policy", "policy", [norm], [chain[at % chain.length]!], { licensor: "us" })));
    const [before, after] = [brief(world).decision, brief(more).decision];
    expect(isWorse(before, after)).toBe(false);
    if (isWorse(after, before)) worse += 1;
  }, 40);
  expect(worse).toBeGreaterThan(0);
});

test("a statute that bars an act never improves an answer", patience, () => {
  holds(fc.tuple(anyWorld, one(places), some(actions), fc.option(condition, { nil: undefined })), ([world, jurisdiction, named, only]) => {
    const norms = [{ id: "ban", cite: "s. 1", prohibit: { actions: named, layers: ["copyright"] }, ...(only === undefined ? {} : { if: only }) }];
    const law = { ...world.laws[0], id: "law-ban", jurisdiction, norms };
    expect(isWorse(brief(world).decision, brief({ ...world, laws: [...world.laws, law] }).decision)).toBe(false);
  });
});

test("one more act asked for never improves an answer", patience, () => {
  holds(fc.tuple(anyWorld, one(actions)), ([world, action]) => {
    const more = changed(world, (title) => void (useOf(title).actions = [...new Set([...useOf(title).actions, action])]));
    expect(isWorse(brief(world).decision, brief(more).decision)).toBe(false);
  });
});

test("one more place asked for never improves an answer", patience, () => {
  holds(fc.tuple(anyWorld, one(places)), ([world, place]) => {
    const more = changed(world, (title) => void (useOf(title)["in"] = [...new Set([...(useOf(title)["in"] as string[]), place])]));
    expect(isWorse(brief(world).decision, brief(more).decision)).toBe(false);
  });
});

test("an asset found upstream, of strangers and without a grant, never improves an answer", patience, () => {
  const kinds = one(["copy", "merge", "finetune", "train", "generate", "include"]);
  holds(fc.tuple(anyWorld, where, kinds, one(["NONE", "LicenseRef-nobody-knows-it", undefined])), ([world, at, by, license]) => {
    const chain = chainOf(world.title);
    const more = changed(world, (title) => {
      title.parties.push({ id: "stranger" });
      title.assets.push({ id: "found", kind: "dataset", ...(license === undefined ? {} : { license }) });
      title.derivations.push({ id: "d-found", from: ["found"], to: chain[at % chain.length], by, who: "stranger", on: "2021-01-01", in: ["US"], field: ["general"] });
    });
    expect(isWorse(brief(world).decision, brief(more).decision)).toBe(false);
  });
});
