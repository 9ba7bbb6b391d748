import { openCatalogue } from "@cleartitle/catalogue";
import { expect, test } from "vitest";
import { mapShapes } from "../../apps/web/src/screen/releases/map-shapes.js";

test("every shape of the map is drawn, and all but the three without a code are a place of the catalogue, once", () => {
  const { places } = openCatalogue().catalogue!.taxonomies;
  const countries = mapShapes.map(({ country }) => country).filter((country) => country !== null);
  expect(mapShapes.length - countries.length).toBe(3);
  expect(countries.filter((country) => !places.has(country))).toEqual([]);
  expect(new Set(countries).size).toBe(countries.length);
  expect(mapShapes.every(({ path }) => path.startsWith("M") && !path.includes("NaN"))).toBe(true);
});
