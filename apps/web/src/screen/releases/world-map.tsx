import { mapShapes, mapSize } from "./map-shapes.js";
import type { CountryAnswer } from "./place-answers.js";
import { tallied } from "./place-answers.js";
import { Verdict } from "../../part/verdict.js";
import "./world-map.css";

interface WorldMapProps {
  readonly answers: ReadonlyMap<string, CountryAnswer>;
  readonly titleOf: (place: string) => string;
  /** The country that is looked at. */
  readonly chosen: string | null;
  readonly onChoose: (country: string) => void;
}

/** Hatchings, so that nothing is told by color alone. */
function Hatchings() {
  return (
    <defs>
      <pattern id="map-blocked" className="blocked" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" className="whole" /></pattern>
      <pattern id="map-unresolved" className="unresolved" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" className="ground" /><circle cx="2.5" cy="2.5" r="1.3" className="whole" /></pattern>
      <pattern id="map-conditional" className="conditional" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" className="ground" /><rect width="1.6" height="5" className="whole" /></pattern>
      <pattern id="map-cleared" className="cleared" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" className="ground" /></pattern>
    </defs>
  );
}

/** Where a use comes to what. The list beside it says all of it in words; a click looks at a country. */
export function WorldMap({ answers, titleOf, chosen, onChoose }: WorldMapProps) {
  const counts = tallied([...answers.values()].map(({ status }) => status));
  const drawn = new Set(mapShapes.map(({ country }) => country));
  const small = [...answers.keys()].filter((country) => !drawn.has(country));
  return (
    <figure className="world-map">
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="img" aria-label={`World map: ${counts.map(([status, count]) => `${count} ${status}`).join(", ")}`}>
        <Hatchings />
        {mapShapes.map(({ key, country, path }) => {
          const answer = country === null ? undefined : answers.get(country);
          if (country === null || answer === undefined) return <path key={key} d={path} className="unasked" />;
          return (
            <path key={key} d={path} className={`${answer.status}${chosen === country ? " chosen" : ""}`} fill={`url(#map-${answer.status})`} data-country={country} onClick={() => onChoose(country)}>
              <title>{`${titleOf(country)}: ${answer.status}`}</title>
            </path>
          );
        })}
      </svg>
      <figcaption className="small">
        <ul className="legend">
          {counts.map(([status, count]) => (
            <li key={status}><svg className="sample" viewBox="0 0 20 12" aria-hidden="true"><rect width="20" height="12" className={status} fill={`url(#map-${status})`} /></svg><Verdict status={status} /> <span className="soft">{count === 1 ? "1 country" : `${count} countries`}</span></li>
          ))}
          <li><svg className="sample" viewBox="0 0 20 12" aria-hidden="true"><rect width="20" height="12" className="unasked" /></svg>not asked</li>
        </ul>
        {small.length > 0 && <p className="soft">Too small for the map, and in the list: {small.map(titleOf).join(", ")}.</p>}
      </figcaption>
    </figure>
  );
}
