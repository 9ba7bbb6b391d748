import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json" with { type: "json" };
import { countryOf } from "./map-codes.js";

/** Sides of the map in its own units. */
export const mapSize = { width: 960, height: 440 } as const;

export interface MapShape {
  readonly key: string;
  /** ISO 3166-1; null: it has none. */
  readonly country: string | null;
  readonly path: string;
}

const isLand = (country: string | null): boolean => country !== "AQ";

/** Every country as it is drawn, all areas in their true proportion. Nobody licenses to Antarctica, which would take a tenth of the page. */
function drawn(): readonly MapShape[] {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const shapes = feature(topology, topology.objects.countries).features.filter(({ id }) => isLand(countryOf(id as string | undefined)));
  const draw = geoPath(geoEqualEarth().fitExtent([[2, 2], [mapSize.width - 2, mapSize.height - 2]], { type: "FeatureCollection", features: shapes })).digits(1);
  return shapes.map((shape, at): MapShape => ({ key: `${at}`, country: countryOf(shape.id as string | undefined), path: draw(shape) ?? "" }));
}

export const mapShapes = drawn();
