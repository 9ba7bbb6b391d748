import { openCatalogue } from "@cleartitle/catalogue";
import { GraphBuilder } from "@cleartitle/title";
import { expect, test } from "vitest";
import { ApiStop } from "../stop.js";
import { outlineWithin } from "./outline.js";

test("of more things than there is time for no outline is made, and it is told where to ask", () => {
  const builder = new GraphBuilder("acme");
  for (const id of ["one", "two", "reader"]) builder.addAsset({ id, kind: id === "reader" ? "model" : "dataset", upstream: "complete" });
  builder.addDerivation({ id: "training", from: ["one", "two"], to: "reader", by: "train" });
  builder.addUse({ name: "reading", of: "reader", actions: ["host"], in: ["US"], on: "2026-12-01" });
  const world = { graph: builder.build(), catalogue: openCatalogue().catalogue! };
  expect(outlineWithin(3, world, "reading", {}).things).toBe(3);
  const stop = (() => {
    try {
      return outlineWithin(2, world, "reading", {});
    } catch (error) {
      return error;
    }
  })();
  expect(stop).toBeInstanceOf(ApiStop);
  expect((stop as ApiStop).problems).toEqual([expect.objectContaining({ code: "too-many", message: "3 things are upstream, and an outline is made here of 2 at most", hint: expect.stringContaining("--outline") })]);
});
