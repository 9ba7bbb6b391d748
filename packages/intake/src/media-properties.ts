import type { Evidence } from "./evidence.js";
import { recordReserved, sourceTypeOf } from "./said-of-media.js";
import type { MediaSaying } from "./said-of-media.js";

/** A property by the prefix that its standard gives it, and one value. */
export interface MediaProperty {
  readonly name: string;
  readonly text: string;
}

const reservation = "plus:DataMining";
/** What is kept as it stands. Names of creators are not among them: they are mostly persons. */
const kept: Readonly<Record<string, string>> = {
  "dc:rights": "rights", "xmpRights:UsageTerms": "rights", "xmpRights:WebStatement": "rights-link", "plus:LicensorURL": "license-offer", "Iptc4xmpExt:AISystemUsed": "generator", "Iptc4xmpExt:AISystemVersionUsed": "generator-version",
};
const management = new Set(["dc:rights", "dc:creator", "xmpRights:UsageTerms", "xmpRights:WebStatement", "xmpRights:Owner", "photoshop:Credit", "photoshop:Source", "plus:CopyrightOwnerName", "plus:LicensorName", "plus:ImageSupplierName", "Iptc4xmpCore:CopyrightNotice"]);

/**
 * Records what a file's properties say of rights. `believed`: whether what they allow counts too, and not only what they reserve. That somebody is named
 * as author or owner is recorded as a fact, and the name is not.
 */
export function recordProperties(saying: MediaSaying, properties: readonly MediaProperty[], believed: boolean, into: Evidence): void {
  const { asset, at } = saying;
  for (const { name, text } of properties) {
    if (text === "") continue;
    const place = { ...at, where: `${at.where ?? ""} ${name}`.trim() };
    const say = (what: string, value: string): void => into.statement({ asset, what, raw: text, value, at: place });
    const type = name === "Iptc4xmpExt:DigitalSourceType" ? sourceTypeOf(text) : null;
    if (type !== null) say("digital-source-type", type);
    if (name === reservation) recordMining({ asset, at: place }, text, believed, into);
    const what = kept[name];
    if (what !== undefined) say(what, text);
    if (name === "cc:license" && believed) into.license({ asset, names: [text], at: place });
  }
  const named = properties.find(({ name, text }) => management.has(name) && text !== "");
  if (named !== undefined) into.statement({ asset, what: "fact:work.cmi_present", raw: named.name, value: true, rung: "detected", at });
}

/** Terms of the vocabulary for mining. One that is not known is a word on mining all the same, and is taken for a reservation. */
function recordMining(saying: MediaSaying, text: string, believed: boolean, into: Evidence): void {
  const term = text.split("/").at(-1)?.trim() ?? "";
  const allowed = term === "DMI-ALLOWED" || term === "DMI-UNSPECIFIED";
  if (!allowed || believed) into.statement({ asset: saying.asset, what: "data-mining", raw: text, value: term, at: saying.at });
  if (!allowed) recordReserved(saying, text, into);
}
