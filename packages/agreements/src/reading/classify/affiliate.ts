import type { DocumentText } from "../text/text.js";
import { type DefinedTerm, definedTermsOf } from "./defined-term.js";

const companies = "affiliate[ds]?|subsidiar(?:y|ies)|(?:parent|sister|group|associated|related) compan(?:y|ies)|group members?|members of (?:its|the|their) group";
/** Whose something is, or from whom it comes. */
const owned = /\b(?:own(?:s|ed|ing)?|controll?(?:s|ed)?|held|holds|possess(?:es|ed)?|licensable|licensed (?:by|to)|develop(?:s|ed)?|made|created|generated|conceived|discovered|reduced to practice|acquired?|proprietary|propert(?:y|ies) of|rights of)\b/i;
const property = /\b(?:intellectual property|patents?|copyrights?|know-?how|trade\s?(?:marks?|names?|secrets?)|(?:service )?marks?|technolog(?:y|ies)|inventions?|software|data|materials?|works?|domain names?)\b/i;
const grant = /\b(?:(?:hereby|does|do|shall|will|agrees? to|further|also|and|party|affiliates?)\s+(?:\w+\s+)?grants?\b(?=.{0,200}\b(?:licen[sc]es?|rights?|sublicen[sc]es?)\b)|grants? (?:to|unto)\b|grants\b(?=.{0,200}\b(?:licen[sc]es?|rights?)\b)|(?:is|are) (?:hereby )?granted\b(?=.{0,200}\b(?:licen[sc]es?|rights?)\b)|hereby licenses|licenses to\b|shall have (?:\w+ ){0,6}(?:right|license) to use|(?:has|have) the right to use)/is;
const denied = /\b(?:no|not|nothing|neither|nor|without)\b[^,;]{0,60}$/i;
const causedToGrant = /cause (?:its|their|such|the) (?:\w+ )?(?:affiliates|subsidiaries)[^.;]{0,60}grant/i;
/** In affiliate programs a party is called Affiliate: it is none of a party. */
const partyCalledAffiliate = /\([^()]{0,40}[“"](?:\w+ )?(?:Affiliate|Subsidiary)[”"]\s*\)/;
const opening = 6000;
/** A name for a company together with those of its group, like `Company Entity`. */
const groupName = /Entit|Group|Part(?:y|ies)|Compan/;
const withGroup = /\b(?:and|or|together with|including) (?:any |all |each )?(?:of )?(?:its|their|his) (?:\w+ ){0,3}(?:affiliates|subsidiaries)/i;
const [near, beforeGrant, mostGroups, mostTerms] = [120, 200, 20, 200];

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What a document calls companies of a party's group. */
function affiliatesIn(text: string, terms: readonly DefinedTerm[], meaningOf: (term: DefinedTerm) => string): RegExp {
  const words = partyCalledAffiliate.test(text.slice(0, opening)) ? "subsidiar(?:y|ies)" : companies;
  const groups = terms.filter((term) => groupName.test(term.name) && !/affiliate|subsidiar/i.test(term.name) && !property.test(meaningOf(term)) && withGroup.test(meaningOf(term).slice(0, 300)));
  const names = groups.slice(0, mostGroups).map(({ name }) => escaped(name.replace(/y$|ies$/, "")));
  return new RegExp([`\\b(?:${words})\\b`, ...(names.length === 0 ? [] : [`\\b(?:${names.join("|")})`])].join("|"), "gi");
}

/** Whether a text says of property that it is of affiliates. */
function namesTheirProperty(text: string, affiliate: RegExp): boolean {
  return property.test(text) && [...text.matchAll(affiliate)].some(({ index }) => owned.test(text.slice(Math.max(0, index - near), index + near)));
}

/**
 * Of each sentence, in numbers, what it says of affiliates of those who grant something: whether they grant it too, whether what is granted is theirs by the sentence itself or by
 * what a term in it means, whether it defines such a term (2: one that is granted somewhere), names property of theirs, or has affiliates behind the grant; and the weightiest of these.
 * 0 is no.
 */
export function affiliateSigns(document: DocumentText): number[][] {
  const { text, sentences } = document;
  const terms = definedTermsOf(document);
  const meaningOf = ({ meaning }: DefinedTerm): string => text.slice(meaning.start, meaning.end);
  const affiliate = affiliatesIn(text, terms, meaningOf);
  const isNamedIn = (part: string): boolean => part.search(affiliate) >= 0;
  const theirs = terms.filter((term) => namesTheirProperty(meaningOf(term), affiliate)).slice(0, mostTerms);
  const names = [...new Set(theirs.map(({ name }) => name))];
  const shown = sentences.map(({ start, end }) => text.slice(start, end));
  const grants = shown.map((each) => {
    const match = grant.exec(each);
    return match === null || denied.test(each.slice(0, match.index)) ? -1 : match.index;
  });
  const used = shown.map((each) => names.filter((name) => each.includes(name)));
  const granted = new Set(used.flatMap((each, index) => ((grants[index] as number) >= 0 ? each : [])));
  return sentences.map(({ start, end }, index) => {
    const sentence = shown[index] as string;
    const at = grants[index] as number;
    const defined = theirs.filter((term) => term.at >= start && term.at < end);
    const definition = defined.length === 0 ? 0 : defined.some(({ name }) => granted.has(name)) ? 2 : 1;
    const named = namesTheirProperty(sentence, affiliate) ? 1 : 0;
    if (at < 0) return [0, 0, 0, definition, named, 0, definition];
    const grantToo = isNamedIn(sentence.slice(Math.max(0, at - beforeGrant), at)) || causedToGrant.test(sentence);
    const isTheirs = namesTheirProperty(sentence.slice(at), affiliate);
    const byTerm = (used[index] as string[]).length > 0;
    return [grantToo ? 1 : 0, isTheirs ? 1 : 0, byTerm ? 1 : 0, definition, named, isNamedIn(sentence.slice(at)) ? 1 : 0, grantToo || isTheirs ? 4 : byTerm ? 3 : definition];
  });
}
