import { allowsMining } from "@cleartitle/title";
import type { Evidence } from "./evidence.js";
import { recordReserved, sourceTypeOf } from "./said-of-media.js";
import type { MediaSaying } from "./said-of-media.js";

/** A property by the prefix that its standard gives it, and one value. */
export interface MediaProperty {
  readonly name: string;
  readonly text: string;
  /** Something stands there that is no text. */
  readonly unread?: boolean;
}

const reservation = "plus:DataMining";
/** Of the protocol for reservations: 1 reserves, 0 does not, and anything else is as if it were not there. */
const protocol = "tdm:reservation";
/** Names of owners: kept where they are those of organizations. */
const owners = new Set(["photoshop:Credit", "photoshop:Source", "plus:CopyrightOwner", "plus:CopyrightOwnerName", "plus:Licensor", "plus:LicensorName", "xmpRights:Owner"]);
/** What is kept as it stands. Names of creators are not among them: they are mostly persons', and for whoever asks for those. */
const kept: Readonly<Record<string, string>> = {
  "dc:rights": "rights", "xmpRights:UsageTerms": "rights", "xmpRights:WebStatement": "rights-link", "plus:LicensorURL": "license-offer", "tdm:policy": "license-offer", "Iptc4xmpExt:AISystemUsed": "generator", "Iptc4xmpExt:AISystemVersionUsed": "generator-version",
};
const management = new Set(["dc:rights", "dc:creator", "xmpRights:UsageTerms", "xmpRights:WebStatement", "plus:ImageSupplierName", "Iptc4xmpCore:CopyrightNotice", ...owners]);

/** Forms and words of organizations, without which a name is taken for a person's. */
const organization = /\b(?:Inc|LLC|Ltd|Limited|GmbH|AG|SE|SA|SAS|SpA|Corp|Corporation|Company|plc|BV|Pty|University|Institute|Foundation|Agency|Press|News|Museum|Library|Archives?|Images|Photos|Pictures|Studios?|Media|Association|Ministry|Group|Commons|Publishing)\b/;
const notice = /copyright|all rights reserved|\(c\)|©|\bby\b|\d{4}|[\s\p{P}]+/giu;

/** A notice without a person's name: one that names nobody, or an organization, stands as it is. */
function withoutName(text: string): string {
  const rest = text.replace(notice, " ").trim();
  return rest === "" || organization.test(text) ? text : "a notice that may name somebody";
}

/** Whether a property has a part in what is recorded. */
export const tellsOfRights = (name: string): boolean => name === reservation || name === protocol || name === "Iptc4xmpExt:DigitalSourceType" || name === "cc:license" || name === "dcterms:provenance" || Object.hasOwn(kept, name) || management.has(name);

/**
 * Records what a file's properties say of rights. `believed`: whether what they allow counts too, and not only what they reserve. That somebody is named
 * as author or owner is recorded as a fact; the name if it is an organization's, or if the import was asked for persons.
 */
export function recordProperties(saying: MediaSaying, properties: readonly MediaProperty[], believed: boolean, into: Evidence): void {
  const { asset, at } = saying;
  for (const { name, text } of properties) {
    if (text === "") continue;
    const place = { ...at, where: `${at.where ?? ""} ${name}`.trim() };
    const say = (what: string, value: string, raw = text): void => into.statement({ asset, what, raw, value, at: place });
    const type = name === "Iptc4xmpExt:DigitalSourceType" ? sourceTypeOf(text) : null;
    if (type !== null) say("digital-source-type", type);
    if (name === reservation) recordMining({ asset, at: place }, text, believed, into);
    if (name === protocol) recordProtocol({ asset, at: place }, text, believed, into);
    const what = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (name === "dc:rights") say("rights", withoutName(text), into.persons === "keep" ? text : withoutName(text));
    else if (what !== undefined) say(what, text);
    if (owners.has(name) && organization.test(text)) say("rights-owner", text);
    else if (owners.has(name) && believed) into.person(asset, "owner", text, place);
    if (name === "dc:creator" && believed) into.person(asset, "author", text, place);
    if (name === "cc:license" && believed) into.license({ asset, names: [text], at: place });
  }
  const named = properties.find(({ name, text }) => management.has(name) && text !== "");
  if (named !== undefined) into.statement({ asset, what: "fact:work.cmi_present", raw: named.name, value: true, rung: "detected", at });
}

const miningTerm = (text: string): string => text.split("/").at(-1)?.trim() ?? "";

/** Whether a property reserves, which stands whatever else of its file cannot be read. */
export const reservesMining = ({ name, text }: MediaProperty): boolean => (name === protocol && text.trim() === "1") || (name === reservation && text !== "" && !allowsMining(miningTerm(text)));

function recordProtocol(saying: MediaSaying, text: string, believed: boolean, into: Evidence): void {
  const reserved = text.trim() === "1";
  if (reserved || (believed && text.trim() === "0")) into.statement({ asset: saying.asset, what: "data-mining", raw: `tdm-reservation: ${text}`, value: `tdm-reservation: ${text.trim()}`, at: saying.at });
  if (reserved) recordReserved(saying, `tdm-reservation: ${text}`, into, "tdmrep");
}

function recordMining(saying: MediaSaying, text: string, believed: boolean, into: Evidence): void {
  const allowed = allowsMining(miningTerm(text));
  if (!allowed || believed) into.statement({ asset: saying.asset, what: "data-mining", raw: text, value: miningTerm(text), at: saying.at });
  if (!allowed) recordReserved(saying, text, into);
}
