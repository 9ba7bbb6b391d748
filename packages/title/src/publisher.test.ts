import { describe, expect, it } from "vitest";
import { makerOf, publisherOf } from "./publisher.js";

describe("the publisher of an id", () => {
  it.each<[string, string | null]>([
    ["hf:model/acme/base", "hf:acme"], ["hf:dataset/acme/notes", "hf:acme"], ["gh:acme/tools", "gh:acme"], ["gh:acme/tools/part", "gh:acme"],
    ["hf:dataset/wikipedia", null], ["hf:model/gpt2", null], ["hf:model/a/", null], ["hf:model//a", null], ["hf:model/", null], ["gh:tools", null], ["doi:10.1/a", null], ["notes", null], ["", null],
  ])("%s → %s", (id, publisher) => {
    expect([publisherOf(id), makerOf(id)]).toEqual([publisher, publisher ?? `publisher-of:${id}`]);
  });
});
