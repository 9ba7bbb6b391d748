/** Words that ask, forbid or limit. No holder's name, notice or page heading has them; what stands in a blank and does is a term that somebody put there. */
const limiting =
  /\b(?:only|solely|exclusively|non-?\s?commercial(?:ly)?|not|cannot|never|no\s+(?:commercial|military|derivatives?|redistribution|use)|(?:research|academic|education(?:al)?|evaluation|personal|internal|private|commercial|military|production|testing)\s+(?:use[rs]?|purposes?)|must|shall|prohibit\w*|forbid\w*|restrict\w*|exclud\w*|unless|provided\s+that|conditions?|permi(?:ts?|tted|ssions?)|granted|requires?|required|subject\s+to|in\s+addition|pay(?:s|ment|able)?|paid|fees?|royalt(?:y|ies)|display|notify|cite|acknowledge|donate|postcard)\b/iu;
/** The header by which the Apache license and its kin are told of, which repeats a term and adds none. */
const header = /you\s+may\s+not\s+use\s+this\s+file\s+except\s+in\s+compliance\s+with\s+the\s+licen[cs]e/giu;

const where = "(?:research|academic|education(?:al)?|evaluation|personal|internal|private|non-?production|testing)";
/** Phrases that limit use by themselves, however little else a paragraph says. */
const useLimiting = new RegExp(
  `\\b(?:non-?\\s?commercial(?:ly)?\\b|${where}\\s+(?:use|purposes?|users?\\s+only)\\b|(?:for|to|in)\\s+(?:[\\w-]+\\s+){0,3}${where}\\b[^.]{0,30}\\bonly\\b|only\\s+(?:for|in)\\s+(?:[\\w-]+\\s+){0,3}${where}\\b|not\\s+for\\s+[^.]{0,40}\\b(?:use|purposes?)\\b|no\\s+(?:commercial|military)\\b)`,
  "iu",
);

/** Whether words that stand where a copy may have some of its own are more than a name. */
export const limits = (text: string): boolean => limiting.test(text.normalize("NFKC").replaceAll(/[\s*#/;%>|!-]+/g, " ").replaceAll(header, ""));

/** The phrase by which a paragraph limits what a thing may be used for. */
export const useLimitIn = (text: string): string | null => useLimiting.exec(text)?.[0] ?? null;
