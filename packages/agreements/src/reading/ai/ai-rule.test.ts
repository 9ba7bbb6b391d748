import { describe, expect, it, test } from "vitest";
import { structureOf } from "../text/read-text.js";
import { aiKinds } from "./ai-kind.js";
import { ruledKinds } from "./ai-rule.js";

const kindsIn = (text: string): string[][] => ruledKinds(structureOf(text, null)).map((kinds) => kinds.map((kind) => aiKinds[kind] ?? ""));

describe("patterns", () => {
  it.each([
    ["The licensee may use the corpus to train and tune its own models.", ["training-use"]],
    ["Outputs are not deemed derivatives of the model under this contract.", ["model-scope"]],
    ["You will not use the outputs to improve any other language model.", ["competing-models"]],
    ["The weights are licensed solely for non-commercial research.", ["purpose-limit"]],
    ["You give every recipient of the model a copy of this agreement.", ["passing-on"]],
    ["If your product has more than 10 million monthly active users, ask us first.", ["scale-threshold"]],
    ["The licensor claims no rights in the outputs that you generate.", ["output-ownership"]],
    ["You are solely responsible for the outputs and for what they are used for.", ["output-responsibility"]],
    ["You must not claim that a text was created by a human when it was not.", ["ai-disclosure"]],
    ["We may use your inputs to improve our models and services.", ["input-use"]],
    ["If you file a lawsuit that says that the model infringes, your rights end.", ["infringement-suit"]],
    ["On termination you delete the model and cease every use of it.", ["after-term"]],
    ["This agreement is governed by the laws of the State of New York.", []],
    ["“Falcon 3.1” means the large language models of version 3.1, as they were published here.", ["model-scope"]],
  ])("%s", (text, kinds) => {
    expect(kindsIn(text)).toEqual([kinds]);
  });
});

test("each point of a list of bans is a ban, and what follows the list is none", () => {
  const text = "You agree not to use the model:\n\n1. To harm anybody in any way;\n\n2. To spread false statements about people; or\n\n3. For weapons.\n\nThe licensor answers for gross negligence alone.";
  expect(kindsIn(text).map((kinds) => kinds.includes("use-restriction"))).toEqual([true, true, true, true, false]);
});

test("hostile sentences take no more than their length asks", () => {
  for (const words of ["you may not use the output model ", "not use not ", "train improve ", "3.1.4.1 ", "“model ” ", "retain copies "]) expect(kindsIn(words.repeat(Math.ceil(30_000 / words.length))).length).toBeGreaterThan(5);
}, 20_000);
