/** Kinds of clauses that are read, as the marked contracts name them; a weight stands for one by its place in this list. */
export const clauseKinds = [
  "document-name", "parties", "agreement-date", "effective-date", "expiration-date", "renewal-term", "notice-period-to-terminate-renewal", "governing-law",
  "most-favored-nation", "competitive-restriction-exception", "non-compete", "exclusivity", "no-solicit-of-customers", "no-solicit-of-employees", "non-disparagement",
  "termination-for-convenience", "rofr-rofo-rofn", "change-of-control", "anti-assignment", "revenue-profit-sharing", "price-restrictions", "minimum-commitment",
  "volume-restriction", "ip-ownership-assignment", "joint-ip-ownership", "license-grant", "non-transferable-license", "affiliate-license-licensor",
  "affiliate-license-licensee", "unlimited-all-you-can-eat-license", "irrevocable-or-perpetual-license", "source-code-escrow", "post-termination-services",
  "audit-rights", "uncapped-liability", "cap-on-liability", "liquidated-damages", "warranty-duration", "insurance", "covenant-not-to-sue", "third-party-beneficiary",
] as const;

export type ClauseKind = (typeof clauseKinds)[number];
