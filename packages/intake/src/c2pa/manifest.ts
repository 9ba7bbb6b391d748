import type { Evidence } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { isNothing, placedAt } from "../name-place.js";
import { isGenerated, mediaKind, namedModel, recordReserved, recordTrainingUse, sourceTypeOf } from "../said-of-media.js";
import { recordNamed } from "../named.js";
import { recordProperties } from "../media-properties.js";
import type { MediaProperty } from "../media-properties.js";
import { licensesIn, unreadLicenseAt } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import type { Claim } from "./claim.js";
import { recordIngredients, recordUnread } from "./ingredient.js";
import { actionsOf, assertionsOf, generatorOf, unreadOf } from "./store.js";

/** Records what a manifest tells of its asset. Returns the number of links. Who wrote it is for whoever asks for persons, unless an organization signed it. */
export function recordManifest(claim: Claim, into: Evidence): number {
  const { asset, value } = claim;
  const actions = actionsOf(value);
  const types = actions.map((each) => sourceTypeOf(each.source));
  const generating = actions.filter((_, at) => isGenerated(types[at] ?? null));
  const models = [...new Set(generating.flatMap((each) => each.agent ?? generatorOf(value) ?? []))];
  const media = /^(image|video|audio)\//.exec(textAt(value, "format") ?? "")?.[1];
  const ingredients = placedAt(value, "ingredients");
  into.asset({ id: asset, kind: mediaKind(types), modality: media === undefined ? [] : [media], source: claim.file?.id ?? asset, digest: claim.file?.digest ?? null, upstream: models.length + ingredients.length > 0 ? "partial" : generating.length > 0 ? "undisclosed" : null });
  recordSignature(claim, into);
  const say = (what: string, said: string | null, raw = said): void => {
    if (said !== null && raw !== null) into.statement({ asset, what, raw, value: said, at: claim.at(value, what) });
  };
  say("generator", generatorOf(value));
  if (actions.length > 0) say("actions", actions.map((each) => each.name).join(", "));
  for (const type of new Set(types)) if (type !== null) say("digital-source-type", type);
  const from = models.map((name) => namedModel(name, asset, into));
  const on = generating.map((each) => each.on).find((each) => each !== null) ?? null;
  into.derivation({ from, to: asset, by: "generate", who: makerOf(asset), ...(on === null ? {} : { during: { from: on, to: on } }) });
  if (generating.length > 0 && models.length === 0) into.finding("generating-model-unknown", asset, "a model made it, or a part of it, and the manifest names none", "record the model, or that it cannot be known");
  for (const each of unreadOf(value)) recordUnread(asset, each, claim.at(each, "unread"), into);
  recordUses(claim, into);
  return from.length + recordIngredients(claim, ingredients, actions, generating.length > 0, into);
}

/** What is not known of an invalid manifest is who made it and whether it is about this file; that it says so is recorded all the same, since it only asks for more. */
function recordSignature({ asset, label, value, judged, at }: Claim, into: Evidence): void {
  const info = valueAt(value, "signature_info");
  const told = [["manifest", label], ["issuer", textAt(info, "issuer")], ["time", textAt(info, "time")], ["failed", judged.failed.join(" ") || null]] as const;
  const raw = told.flatMap(([key, text]) => (text === null ? [] : [`${key}: ${text}`])).join("; ");
  into.statement({ asset, what: "signature", raw, value: judged.trust, rung: judged.trust === "unverified" || judged.trust === "unsigned" ? "declared" : "detected", by: judged.trust === "trusted" ? textAt(info, "issuer") : null, at: at(value, "signature") });
  if (judged.trust === "invalid") into.finding("manifest-invalid", asset, `its manifest does not hold (${judged.failed.join(", ")}): anybody may have written or changed it`, "get the file again from where it was published, or record what is known of it from elsewhere");
}

/** Authors that are not told to be organizations. */
const personsAmong = (authors: YamlValue | undefined): YamlValue | undefined => (authors === undefined ? undefined : { ...authors, items: (authors.items ?? [authors]).filter((each) => textAt(each, "@type") !== "Organization") });

function recordUses(claim: Claim, into: Evidence): void {
  const { asset, value, judged, at } = claim;
  for (const { label, data } of assertionsOf(value, "c2pa.training-mining", "cawg.training-mining")) {
    const reserved = (valueAt(data, "entries")?.entries ?? []).flatMap(([use, entry]) => {
      const permission = textAt(entry, "use") ?? (entry.entries === null ? entry.text.trim() : "unsaid");
      // What an invalid manifest allows, nobody allows.
      if (permission === "" || (judged.trust === "invalid" && permission === "allowed")) return [];
      return recordTrainingUse({ asset, at: at(entry, `${label} ${use}`) }, use, permission, textAt(entry, "constraint_info") ?? textAt(entry, "constraints_info"), into) ?? [];
    });
    if (reserved.length > 0) recordReserved({ asset, at: at(data, label) }, reserved.join("; "), into);
  }
  for (const { label, data } of assertionsOf(value, "stds.schema-org.CreativeWork")) {
    // What an invalid manifest grants, nobody grants.
    if (judged.trust === "invalid") continue;
    recordNamed(asset, "author", personsAmong(valueAt(data, "author")), at(data, label), into);
    const license = valueAt(data, "license");
    if (license === undefined) continue;
    const { names, whole } = licensesIn(license, at(license, label).file, `${label} license`, into, (object) => textAt(object, "@id") ?? textAt(object, "url") ?? textAt(object, "name"));
    into.license({ asset, names, ...(whole === null ? {} : { raw: whole }), at: at(data, `${label} license`) });
  }
  for (const { label, data } of assertionsOf(value, "cawg.metadata", "c2pa.metadata", "stds.iptc", "stds.iptc.photo-metadata", "stds.exif")) {
    const properties = (data.entries ?? []).flatMap(([name, each]) => (each.items ?? [each]).map((item) => ({ name, text: (item.entries?.[0]?.[1] ?? item).text.trim() })));
    recordProperties({ asset, at: at(data, label) }, properties, judged.trust !== "invalid", into);
    recordNaming(claim, label, data, properties, into);
  }
}

/** What properties name: a license that is no text, and systems that took part. That one took part is believed of an invalid manifest too, since it only asks for more. */
function recordNaming({ asset, judged, at }: Claim, label: string, data: YamlValue, properties: readonly MediaProperty[], into: Evidence): void {
  const unread = (key: string): YamlValue[] => (properties.some(({ name, text }) => name === key && text !== "") ? [] : (data.entries ?? []).flatMap(([name, each]) => (name === key && !isNothing(each) ? [each] : [])));
  for (const each of judged.trust === "invalid" ? [] : unread("cc:license")) into.license({ asset, names: [unreadLicenseAt(each, at(each, label).file, "cc:license", into, each)], raw: JSON.stringify(jsonOf(each)), at: at(each, `${label} cc:license`) });
  const system = "Iptc4xmpExt:AISystemUsed";
  const from = [...new Set([
    ...properties.filter(({ name, text }) => name === system && text !== "").map(({ text }) => namedModel(text, asset, into)),
    ...unread(system).map((each) => unreadAt(each, at(each, label).file, `\`${system}\` names something in a way that cannot be read`, "model", asset, into)),
  ])];
  into.derivation({ from, to: asset, by: "generate", who: makerOf(asset), assumed: "its metadata name a system, and not what it did" });
}
