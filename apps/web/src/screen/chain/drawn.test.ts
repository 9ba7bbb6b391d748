import { expect, test } from "vitest";
import { type Drawn, drawnOf, type GraphWay, type Neighborhood } from "./drawn.js";
import type { Opening } from "./opened.js";
import { pictureOf, type PictureColors } from "./picture.js";

type Node = Neighborhood["center"];
const node = (id: string, sources: number, results: number): Node => ({ id, kind: "model", version: null, placeholder: false, sources, results, verdict: null });
const step = (derivation: string, at: Node): Neighborhood["sources"]["items"][number] => ({ derivation, by: "train", who: "acme", from: null, to: null, node: at });
const side = (...items: Neighborhood["sources"]["items"]): Neighborhood["sources"] => ({ total: items.length, items, next: null });

const [a, b, c, d] = [node("a", 2, 0), node("b", 1, 1), node("c", 0, 1), node("d", 0, 1)];
const around = (center: Node, sources: Neighborhood["sources"], results: Neighborhood["results"] = side()): Neighborhood => ({ changeSet: 1, center, sources, results, complete: true });
const answers = new Map([["a", around(a, side(step("e1", b), step("e2", c)))], ["b", around(b, side(step("e3", d)), side(step("e1", a)))]]);
const open = (id: string, shown = 12): Opening => ({ id, side: "sources", shown });

const told = ({ things, lines }: Drawn) => ({ things: things.map(({ node: { id }, shown }) => [id, shown.sources, shown.results]), lines: lines.map(({ from, to }) => `${from} ${to}`) });

test("what was opened is drawn once, with how much of each side is shown", () => {
  expect(told(drawnOf("a", [open("b"), open("a"), { id: "b", side: "results", shown: 12 }], answers, null))).toEqual({ things: [["a", 2, 0], ["b", 1, 1], ["c", 0, 1], ["d", 0, 1]], lines: ["b a", "c a", "d b"] });
  expect(told(drawnOf("a", [open("a", 1)], answers, null))).toEqual({ things: [["a", 1, 0], ["b", 0, 1]], lines: ["b a"] });
});

test("what was opened of a thing that nothing leads to is not drawn", () => {
  expect(told(drawnOf("a", [open("b")], answers, null))).toEqual({ things: [["a", 0, 0]], lines: [] });
});

test("a way is lit whether or not it was opened", () => {
  const way: GraphWay = { changeSet: 1, direction: "sources", center: a, steps: [step("e1", b), step("e3", d)], cut: 0 };
  const { things, lines } = drawnOf("a", [open("a")], answers, way);
  expect(things.filter(({ isLit }) => isLit).map(({ node: { id } }) => id)).toEqual(["a", "b", "d"]);
  expect(lines.map(({ from, to, isLit }) => [from, to, isLit])).toEqual([["b", "a", true], ["d", "b", true], ["c", "a", false]]);
});

test("a picture has names as text and nothing else", () => {
  const colors = Object.fromEntries(["ground", "raised", "text", "soft", "edge", "accent", "cleared", "conditional", "unresolved", "blocked"].map((name) => [name, "#000"])) as PictureColors;
  const struck = node(`<script>"&\u0000`, 0, 0);
  const { markup, width } = pictureOf({ things: [{ node: struck, shown: { sources: 0, results: 0 }, isLit: true }], lines: [] }, new Map([[struck.id, { x: -50, y: 3 }]]), colors);
  expect(markup).toContain("&lt;script&gt;&quot;&amp;");
  for (const left of ["<script", "\u0000"]) expect(markup).not.toContain(left);
  expect(width).toBe(240 + 2 * 24);
});
