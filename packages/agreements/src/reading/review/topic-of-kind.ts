import type { AiKind } from "../ai/ai-kind.js";
import type { ClauseKind } from "../classify/kind.js";

/** The topic of the house on which a kind of clause speaks; a kind that is not here is of none, and is told under its own name. */
const topics: Partial<Readonly<Record<ClauseKind | AiKind, string>>> = {
  "effective-date": "term-and-renewal", "expiration-date": "term-and-renewal", "renewal-term": "term-and-renewal", "notice-period-to-terminate-renewal": "term-and-renewal", "irrevocable-or-perpetual-license": "term-and-renewal",
  "governing-law": "governing-law", "most-favored-nation": "most-favored", exclusivity: "exclusivity", "competitive-restriction-exception": "exclusivity", "non-compete": "exclusivity",
  "termination-for-convenience": "termination", "change-of-control": "assignment", "anti-assignment": "assignment", "non-transferable-license": "sublicensing", "affiliate-license-licensor": "sublicensing", "affiliate-license-licensee": "sublicensing",
  "revenue-profit-sharing": "price", "price-restrictions": "price", "minimum-commitment": "minimums", "volume-restriction": "minimums", "license-grant": "permitted-acts", "unlimited-all-you-can-eat-license": "permitted-acts",
  "ip-ownership-assignment": "source-ownership", "joint-ip-ownership": "source-ownership", "source-code-escrow": "escrow", "post-termination-services": "transition", "audit-rights": "audit",
  "uncapped-liability": "liability-caps", "cap-on-liability": "liability-caps", "liquidated-damages": "liability-caps", "warranty-duration": "quality-and-safety", insurance: "insurance", "covenant-not-to-sue": "cross-license",
  "training-use": "permitted-acts", "model-scope": "model-scope", "competing-models": "permitted-acts", "purpose-limit": "field-of-use", "use-restriction": "field-of-use", "passing-on": "sublicensing", attribution: "attribution", "scale-threshold": "dynamic-terms",
  "tuned-model-ownership": "improvements", "output-ownership": "output-ownership", "output-use": "outputs", "output-responsibility": "outputs", "output-quality": "quality-and-safety", "input-use": "supplier-training", "data-provenance": "provenance-warranties",
  "infringement-suit": "termination", "after-term": "deletion",
};

export const topicIdOf = (kind: string): string | null => (topics as Readonly<Record<string, string>>)[kind] ?? null;

export const topicOfKind = (kind: ClauseKind): string => topicIdOf(kind) ?? kind;
