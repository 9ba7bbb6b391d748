import { type Names, sayPlaces, type Wording } from "@cleartitle/engine";
import { namesIn, useNames } from "../api/names.js";
import { placeIn } from "../api/place-in.js";
import "./places.css";

interface PlacesProps {
  readonly places: readonly string[];
  /** The date at which membership of groups is read. */
  readonly on?: string;
  /** Every place in play, so that a group can be said with what is left out of it. */
  readonly all?: readonly string[];
}

const groupsOf = (names: Names): Wording["groups"] => names.taxonomies?.groups;

/** Places as they are said: groups by name and size, then the rest; one click tells each by its full name. */
export function Places({ places, on, all }: PlacesProps) {
  const told = useNames();
  const groups = groupsOf(namesIn(told));
  const said = sayPlaces(places, { ...(groups === undefined ? {} : { groups }), ...(on === undefined ? {} : { on }), ...(all === undefined ? {} : { all }) });
  const title = (id: string): string => placeIn(told, id);
  const [only] = places;
  if (places.length === 1 && only !== undefined) return <span>{title(only)}</span>;
  return (
    <details className="places">
      <summary>{said}</summary>
      <p className="soft small">{places.map(title).join(" · ")}</p>
    </details>
  );
}
