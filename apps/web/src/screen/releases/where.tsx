import { useMemo } from "react";
import { useNames } from "../../api/names.js";
import { Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";
import { Verdict } from "../../part/verdict.js";
import { answersByCountry } from "./place-answers.js";
import type { Release } from "../../answer/use-release.js";
import { WorldMap } from "./world-map.js";

/** The map, and what decides in the country that is looked at. */
export default function Where({ release }: { readonly release: Release }) {
  const { places } = useNames();
  const [state, change] = useSearchState();
  const answers = useMemo(() => answersByCountry(release.byTerritory), [release]);
  const titleOf = (place: string): string => places[place]?.title ?? place;
  const chosen = state["place"] ?? null;
  const answer = chosen === null ? undefined : answers.get(chosen);
  const countries = [...answers.keys()].toSorted((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
  return (
    <div className="release-where">
      <WorldMap answers={answers} titleOf={titleOf} chosen={chosen} onChoose={(place) => change({ place: place === chosen ? undefined : place }, true)} />
      <Field label="Look at a country">
        {(own) => (
          <select {...own} value={answer === undefined ? "" : chosen!} onChange={({ target }) => change({ place: target.value }, true)}>
            <option value="">all</option>
            {countries.map((country) => <option key={country} value={country}>{titleOf(country)}: {answers.get(country)!.status}</option>)}
          </select>
        )}
      </Field>
      {chosen !== null && answer === undefined && <p>The use is not asked for {titleOf(chosen)}.</p>}
      {chosen !== null && answer !== undefined && <Country title={titleOf(chosen)} country={chosen} answer={answer} release={release} titleOf={titleOf} />}
    </div>
  );
}

interface CountryProps {
  readonly title: string;
  readonly country: string;
  readonly answer: NonNullable<ReturnType<ReturnType<typeof answersByCountry>["get"]>>;
  readonly release: Release;
  readonly titleOf: (place: string) => string;
}

function Reasons({ reasons }: { readonly reasons: Release["reasons"] }) {
  return reasons.length === 0 ? null : <ul className="plain">{reasons.map(({ id, decision, says, asset }) => <li key={id}><Verdict status={decision} /> <bdi>{asset}</bdi>: <bdi>{says}</bdi></li>)}</ul>;
}

function Country({ title, country, answer, release, titleOf }: CountryProps) {
  const here = release.reasons.filter(({ territories }) => territories.some((place) => place === country || place.startsWith(`${country}-`)));
  const differs = new Set(answer.parts.map(([, status]) => status)).size > 1;
  const open = here.filter(({ decision }) => decision !== "conditional");
  const rest = here.filter((reason) => !open.includes(reason));
  return (
    <section className="look" aria-label={title}>
      <h3>{title} <Verdict status={answer.status} /></h3>
      {differs && <p className="small">{answer.parts.map(([place, status]) => `${titleOf(place)}: ${status}`).join("; ")}</p>}
      {here.length === 0 && <p className="soft">No open reason is told for it.</p>}
      <Reasons reasons={open} />
      {rest.length > 0 && <details open={open.length === 0}><summary>{rest.length === 1 ? "1 condition or past act" : `${rest.length} conditions and past acts`}</summary><Reasons reasons={rest} /></details>}
    </section>
  );
}
