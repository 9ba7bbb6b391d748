import type { ClauseKind } from "@cleartitle/agreements";

/** The topic of the house on which a kind of clause speaks; a kind that is not here is of none, and is told under its own name. */
const topics: Partial<Readonly<Record<ClauseKind, string>>> = {
  "effective-date": "term-and-renewal", "expiration-date": "term-and-renewal", "renewal-term": "term-and-renewal", "notice-period-to-terminate-renewal": "term-and-renewal", "irrevocable-or-perpetual-license": "term-and-renewal",
  "governing-law": "governing-law", "most-favored-nation": "most-favored", exclusivity: "exclusivity", "competitive-restriction-exception": "exclusivity", "non-compete": "exclusivity",
  "termination-for-convenience": "termination", "change-of-control": "assignment", "anti-assignment": "assignment", "non-transferable-license": "sublicensing", "affiliate-license-licensor": "sublicensing", "affiliate-license-licensee": "sublicensing",
  "revenue-profit-sharing": "price", "price-restrictions": "price", "minimum-commitment": "minimums", "volume-restriction": "minimums", "license-grant": "permitted-acts", "unlimited-all-you-can-eat-license": "permitted-acts",
  "ip-ownership-assignment": "source-ownership", "joint-ip-ownership": "source-ownership", "source-code-escrow": "escrow", "post-termination-services": "transition", "audit-rights": "audit",
  "uncapped-liability": "liability-caps", "cap-on-liability": "liability-caps", "liquidated-damages": "liability-caps", "warranty-duration": "quality-and-safety", insurance: "insurance", "covenant-not-to-sue": "cross-license",
};

export const topicOfKind = (kind: ClauseKind): string => topics[kind] ?? kind;
