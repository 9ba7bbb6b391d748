import type { Catalogue } from "@cleartitle/catalogue";
import { licenseKey, nameHint, resolveLicense, type Instrument, type Law, type Position } from "@cleartitle/norms";
import { type Stop, usageStop } from "../stop.js";

export type CatalogueRecord = { readonly of: "instrument"; readonly record: Instrument } | { readonly of: "law"; readonly record: Law } | { readonly of: "position"; readonly record: Position };

/** Ids in the wild, as a hint of what was meant. */
function hint(name: string, catalogue: Catalogue): string | null {
  const { instruments, laws, positions, families } = catalogue;
  const members = families?.get(licenseKey(name));
  if (members !== undefined) return `\`${name}\` names a family: ${members.map((each) => `\`${each}\``).join(", ")}`;
  const ids = [...instruments.keys(), ...laws.keys(), ...positions.keys()];
  return nameHint(name, ids) ?? nameHint(`LicenseRef-${name}`, instruments.keys()) ?? nameHint(licenseKey(name), catalogue.aliases.keys()) ?? "`catalogue list` lists what there is";
}

function found(name: string, catalogue: Catalogue): { readonly instrument: Instrument | undefined; readonly elsewhere: string | null } {
  const resolved = resolveLicense(name, catalogue.aliases, new Set(catalogue.instruments.keys()), catalogue.families);
  const id = resolved.kind === "id" ? resolved.id : name;
  const instrument = catalogue.instruments.get(name) ?? catalogue.instruments.get(id) ?? catalogue.instruments.get(`LicenseRef-${name}`);
  return { instrument, elsewhere: resolved.kind === "id" && instrument === undefined ? id : null };
}

function stop(name: string, what: string, elsewhere: string | null, catalogue: Catalogue): Stop {
  if (elsewhere !== null) return usageStop(`\`${name}\` is the license \`${elsewhere}\`, whose terms are not in the catalogue`, "it is known by its name only, so that every answer on it is unresolved");
  return usageStop(`the catalogue has no ${what} \`${name}\``, hint(name, catalogue));
}

/** An instrument by its id or one of its names. */
export function instrumentNamed(name: string, catalogue: Catalogue): Instrument {
  const { instrument, elsewhere } = found(name, catalogue);
  if (instrument === undefined) throw stop(name, "instrument", elsewhere, catalogue);
  return instrument;
}

/** Any record by its id: an instrument, a rule of law, a position. */
export function recordNamed(name: string, catalogue: Catalogue): CatalogueRecord {
  const law = catalogue.laws.get(name);
  if (law !== undefined) return { of: "law", record: law };
  const position = catalogue.positions.get(name);
  if (position !== undefined) return { of: "position", record: position };
  const { instrument, elsewhere } = found(name, catalogue);
  if (instrument === undefined) throw stop(name, "record", elsewhere, catalogue);
  return { of: "instrument", record: instrument };
}
