export { loadClauses, type ClauseLibrary } from "./clause/library.js";
export { type Topic, stances } from "./clause/topic.js";
export { compileDeal, titleOfDeal, type Compiled } from "./compile/compile.js";
export { checkDeal, type CheckedDeal, type DealFinding } from "./consistency/check-deal.js";
export { readDeal, type DealFile } from "./deal/read-deal.js";
export { effectOf, type Effect, type UseChange } from "./effect/effect.js";
export { clausesOf, shownText, type AgreementDocument, type DocumentClause, type DocumentSentence, type Piece } from "./document/document.js";
export { documentOf } from "./document/document-of.js";
