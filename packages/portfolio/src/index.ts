export type { ReadingDocument } from "./document/document.js";
export { documentOfReading } from "./document/reading-document.js";
export { isSameParty } from "./document/party.js";
export { recordedInSteps, recordedSources } from "./document/recorded-sources.js";
export { readSources, type PortfolioSource } from "./document/read-sources.js";
export { drawPlaybook, playbookText } from "./draw/draw-playbook.js";
export { type Portfolio, portfolioInSteps, portfolioJson, portfolioOf, searchIn } from "./portfolio.js";
export type { PortfolioQuery, PortfolioSearch } from "./search.js";
export { sayPortfolio, saySearch } from "./words/say-portfolio.js";
