/** Codes of the term sheet → terms of the vocabulary. Where two codes are one term here, records do not tell them apart. */
export const termOfCode: Readonly<Record<string, string>> = {
  COPY_LICENCE: "copy-license", KEEP_NOTICES: "keep-notices", NOTICE_FILE: "notice-file", ATTR: "attribute", REMOVE_ATTR_ON_REQUEST: "remove-attribution-on-request", DISPLAY_LICENCE: "display-license", STATE_CHANGES:
  "state-changes", DOC_DUTY: "document", NO_ENDORSEMENT: "no-endorsement", NO_TRADEMARK: "no-marks", NOTICE_ON_PRODUCED_WORK: "produced-work-notice", OUTPUT_MODEL_NOTICE: "output-model-notice", DATASET_NOTICE:
  "dataset-notice", USER_NOTICE: "user-notice", CONTENT_CREDENTIALS: "content-credentials", FLOWDOWN_DISCLAIMER: "flow-down-disclaimer", DISPLAY_BRAND: "display-brand", NAME_PREFIX: "name-prefix", NAME_BAN:
  "name-ban", SHARE_ALIKE: "share-alike", SOURCE_DISCLOSURE: "source-disclosure", NETWORK_COPYLEFT: "network-source", SERVICE_SOURCE: "service-source", RELINK: "relink", INSTALL_INFO: "installation-information",
  PREFERRED_FORM: "preferred-form", OFFER_DERIVATIVE_DB: "offer-derivative-database", NO_FURTHER_RESTRICTION: "no-further-restrictions", BIND_RECIPIENTS: "bind-recipients", NO_SHARE_ADAPTED:
  "no-sharing-of-adaptations", SECONDARY_LICENCE: "secondary-license", INVARIANT_SECTIONS: "invariant-sections", COVER_TEXTS: "cover-texts", TRANSPARENT_COPY: "transparent-copy", NO_TPM: "no-technical-protection",
  DB_RIGHT_COVERED: "database-right", NO_OPEN_SOURCING: "no-open-sourcing", CODE_DEPOSIT: "deposit-code", USE_RESTR: "use-restrictions", USE_RESTR_FLOWDOWN: "use-restrictions-flow-down", USER_FLOWDOWN:
  "user-flow-down", AUP_INCORP: "use-policy", USAGE_POLICY: "use-policy", NO_GUARDRAIL_BYPASS: "keep-guardrails", CONTENT_FILTER: "content-filter", REGULATORY_GATE: "regulatory-approval", HUMAN_REVIEW: "human-review",
  VOICE_CONSENT: "voice-consent", AGE_GATE: "age-gate", NO_HUMAN_CLAIM: "no-human-claim", DERIVATIVE_IMPACT_REPORT: "impact-report", TIERED_RISK: "tiered-risk", FIELD_LIMIT: "purpose-limit", EMPLOYER_BOUND:
  "employer-bound", NO_COMMERCIAL: "purpose-limit", BETA_LIMIT: "beta-limit", TIED_TO_SERVICE: "tied-to-service", MODULAR_RIGHTS: "modular-rights", TIER_CONDITION: "plan-decides", EXEMPTION: "exempt-uses", MAU_CAP:
  "user-cap", REV_CAP: "revenue-cap", REGISTER: "register", TERRITORY_EXCLUDED: "territory-excluded", TERRITORY_SCOPE: "territory-scope", REGION_GATE: "region-gate", EXPORT: "export-control", NO_HOSTING: "no-hosting",
  NO_COMPETE_SERVICE: "no-competing-service", NO_SELL: "no-selling", NO_RESALE: "no-resale", NO_COMBINE: "no-combination", NO_KEY_BYPASS: "no-key-bypass", NO_REVERSE_ENGINEER: "no-reverse-engineering", NO_EXTRACT:
  "no-extraction", OUTPUT_TRAIN_BAN: "no-training-on-outputs", ALLOW_OUTPUT_TRAIN: "training-on-outputs-allowed", NO_DISTIL: "no-training-on-outputs", NO_RESTRICT_RESULTS: "results-free", OUTPUT_OWNER: "output-owner",
  OUTPUT_NC: "outputs-non-commercial", OUTPUT_LABEL_AI: "label-output", OUTPUT_INDEMNITY: "indemnity-for-outputs", NO_OWNERSHIP_CLAIM: "no-ownership-claim", THIRD_PARTY_LICENCE_IN_OUTPUT:
  "rights-of-others-in-outputs", NO_TRAIN_ON_GROUNDED: "no-training-on-outputs", GATED_ACCESS: "gated-access", NO_SHARE_ACCESS: "no-share-access", NO_REDISTRIBUTION: "no-redistribution", NO_REIDENTIFY:
  "no-reidentification", SECURITY: "security", REPORT_PHI: "report-personal-data", NO_RIGHTS_IN_CONTENT: "no-rights-in-contents", RESPECT_SITE_TERMS: "respect-site-terms", NO_REPUBLISH: "no-republishing",
  THIRD_PARTY_IP_DUTY: "rights-of-others", PER_ITEM_LICENCE: "license-by-item", OWNER_CONSENT: "owner-consent", OWNER_CHOICE: "choice-of-creators", NO_BENCHMARK_DISCLOSURE: "no-benchmark-disclosure", CONTRACT_OVERLAY:
  "contract-besides", EXCLUSIONS: "left-out", CONTRACTOR_EXCEPTION: "works-of-contractors", NO_WARRANTY_OF_STATUS: "status-not-warranted", NEGOTIATED_DATASET: "negotiated-license", NO_SCRAPE: "no-scraping", NO_TRAIN:
  "no-training", NO_BOTS: "no-bots", NO_BULK_COPY: "no-bulk-copying", NO_DOWNLOAD: "no-download", LIQUIDATED_DAMAGES: "liquidated-damages", RECIPROCITY_WAIVER: "reciprocity", USER_LICENCE_IN: "license-from-users",
  OPT_OUT: "opt-out-of-training", AI_ADDENDUM: "ai-addendum", PATENT_RETAL: "suit-ends-rights", PATENT_PEACE: "patent-peace", IP_LIT_TERM: "suit-ends-rights", LIBERTY_OR_DEATH: "all-or-nothing", COVENANT_NOT_TO_SUE:
  "covenant-not-to-sue", GRANTBACK: "grant-back", LICENSOR_OWNS_DERIVATIVES: "licensor-owns-derivatives", NO_PATENT: "no-patent-license", NO_PATENT_TM: "no-patents-or-marks", INDEMNITY: "indemnify",
  COMMERCIAL_INDEMNITY: "commercial-indemnity", BREACH_TERM: "ends-on-breach", REINSTATE: "reinstatement", CONVENIENCE_TERM: "ends-at-will", TERM_DELETE: "deletion-at-the-end", DATED_CONVERSION: "later-license",
  TERMS_CAN_CHANGE: "terms-may-change", REMOTE_RESTRICT: "remote-restriction", UPDATE_DUTY: "update", OVERLAY: "overlay", NO_MODIFY_TERMS: "terms-not-modified", PUBLIC_SHAMING: "breaches-published", STEWARD_ADVICE:
  "advice",
};
