import type { Evidence } from "../evidence.js";
import { jsonOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placeOf } from "./license.js";
import type { Card } from "./license.js";

/** Records what a person must agree to before the files are given: the prompt and the fields, as the card words them. */
export function recordGate(card: Card, into: Evidence): void {
  for (const [key, value] of card.root.entries ?? []) {
    if (!key.startsWith("extra_gated_")) continue;
    const raw = value.entries === null && value.items === null ? value.text.trim() : plain(value);
    if (raw !== "") into.statement({ asset: card.id, what: key === "extra_gated_prompt" ? "gate" : `gate-${key.slice("extra_gated_".length).replaceAll("_", "-")}`, raw, value: true, at: placeOf(card, value) });
  }
}

/** Labels and kinds of the fields, as JSON: a label often holds a promise (“I agree to …”). */
const plain = (value: YamlValue): string => JSON.stringify(jsonOf(value));
