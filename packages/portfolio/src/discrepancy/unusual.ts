import { type ClauseHouse, deviationsOf, type Playbook } from "@cleartitle/agreements";
import { isSameParty } from "../document/party.js";
import { type Family, groundOf, placeOn, sideOf } from "../family/family.js";
import { finding, type PortfolioFinding } from "./finding.js";

const severities = { stop: "conflict", ask: "look" } as const;

/** Deals against the playbook, where the house is on its side of them. What is in words cannot be held against it, and that is told. */
export function unusualFindings(family: Family, playbook: Playbook, us: string | null, house: ClauseHouse): PortfolioFinding[] {
  const own = sideOf(family, playbook.side);
  if (us !== null && (own === null || !isSameParty(own, { name: us, id: us }))) return family.form === "reading" && own === null ? [finding("unusual", "open", [family.id], "which side is whose was not found: it was not held against the playbook", [groundOf(family)])] : [];
  if (family.deal === null) return [finding("unusual", "open", [family.id], "words alone are not held against a playbook", [groundOf(family)])];
  return deviationsOf(family.deal.file.deal, { playbook, ...house }).flatMap(({ topic, number, title, severity, kind, message, why }): PortfolioFinding[] =>
    severity === "fallback" ? [] : [finding("unusual", kind === "own" ? "open" : severities[severity], [family.id], `${number}. ${title}: ${message}. Wanted because: ${why}`, [placeOn(family, topic) ?? groundOf(family)])]);
}
