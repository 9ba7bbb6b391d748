import type { AssetRisk, PlaceRisk, SourceRisk } from "../inquiry/risk.js";
import { type Block, item, type Item, section } from "./block.js";
import { sayList, sayPlaces } from "./list.js";
import type { Wording } from "./names.js";
import { toTerminal } from "./terminal.js";
import type { WordsOptions } from "./say-decision.js";

const sayLevel = ({ level, territories, cell }: PlaceRisk, wording: Wording): string =>
  level === null ? `no level in ${sayPlaces(territories, wording)}: the table has no place for it` : `${level} in ${sayPlaces(territories, wording)}${cell === null || territories.includes(cell) ? "" : ` (as ${cell})`}`;

const placeItem = (place: PlaceRisk, wording: Wording): Item =>
  item(sayLevel(place, wording), { details: place.reasons.map(({ says, rules }) => `${says}${rules.length === 0 ? "" : ` (${sayList(rules.map((rule) => rule.id))})`}`) });

/** The risk of one type of source, worst first, with its reasons. */
export function sayRisk(risk: SourceRisk, options: WordsOptions & { readonly all?: readonly string[]; readonly on?: string } = {}): string {
  const wording: Wording = { ...(options.groups === undefined ? {} : { groups: options.groups }), ...(options.all === undefined ? {} : { all: options.all }), ...(options.on === undefined ? {} : { on: options.on }) };
  const blocks: Block[] = [
    { kind: "text", text: `Risk of ${risk.title} (${risk.type}). ${risk.assumes} A report, reviewed ${risk.reviewed}: no answer rests on it.` },
    { kind: "items", ordered: false, items: risk.places.map((place) => placeItem(place, wording)) },
    ...section("What moves it", risk.modifiers.map((text) => item(text))),
  ];
  return toTerminal(blocks, { color: options.color ?? false, width: Math.max(40, options.width ?? 100) });
}

/** The risks of the assets that an answer stands on, in one section. */
export const riskSection = (risks: readonly AssetRisk[], wording: Wording): Block[] =>
  section("Risk by type of source (a report: no answer rests on it)", risks.map((risk) => item(`${risk.asset}: ${risk.title}`, { details: risk.places.map((place) => `${sayLevel(place, wording)}${place.reasons.length === 0 ? "" : ` — ${place.reasons.map((r) => r.says).join("; ")}`}`) })));
