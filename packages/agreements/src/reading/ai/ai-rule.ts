import type { DocumentText } from "../text/text.js";
import { type AiKind, aiKinds } from "./ai-kind.js";

const output = String.raw`(?:outputs?|results?|generated content)`;
const make = String.raw`(?:creat\w*|train\w*|fine-?tun\w*|improv\w*|develop\w*|distill?\w*|enhanc\w*)`;
/** What stands between two words of one sentence part; a dot within a name or number ends none. */
const near = (reach: number): string => String.raw`(?:[^.;]|\.(?=\S)){0,${reach}}`;
const rule = (source: string): RegExp => new RegExp(source, "i");

/**
 * Patterns that a clause of a kind shows, one of them. They were written on the half of the marked documents that is learned from.
 * INVARIANT: no pattern repeats a repetition, so that a long sentence takes no long time.
 */
const patterns: Readonly<Record<AiKind, readonly RegExp[]>> = {
  "training-use": [
    rule(String.raw`\b(?:use|used) may include\b${near(60)}\b(?:fine-?tun|train)`), rule(String.raw`\b(?:us(?:e|ing)|access)\b${near(120)}\bto (?:create|train|fine-?tune)\b${near(60)}\bmodels?\b`), rule(String.raw`\bcomputational use\b.{0,12}\b(?:means|includes)\b`),
    rule(String.raw`\bfor computational use\b`), rule(String.raw`["”]?train(?:ing)?["”]? (?:or ["“]training["”] )?means\b`), rule(String.raw`["“]use["”] (?:includes|means)\b${near(140)}\btraining\b`), rule(String.raw`\bas training data\b`), rule(String.raw`\btraining of\b${near(40)}\b(?:models?|ai)\b`),
  ],
  "model-scope": [
    rule(String.raw`["“”*](?:[\w.\[\]-]+ ){0,4}(?:models?(?:\(s\))?|derivatives?(?: of the model| works?(?:\(s\))?)?|modifications of the model|outputs?|results?|materials|ai (?:system|services|solutions))["“”*]* *(?:\([^)]{0,30}\))? *(?:shall )?means?\b`), rule(String.raw`\b(?:models?|derivatives?|outputs?|results?)(?: \([^)]{0,20}\))?:? (?:shall )?means\b`),
    rule(String.raw`\b(?:means?|mean the)\b${near(80)}\b(?:language models?|machine[- ]learning|model weights|learnt weights)`), rule(String.raw`\b${output}\b${near(20)}\b(?:is|are) not (?:deemed |considered )?(?:a )?(?:model |derivative)`), rule(String.raw`\bresults (?:shall|may|do) (?:not )?include\b`), rule(String.raw`\bmodels? trained on\b${near(80)}\b(?:is|are) results\b`),
  ],
  "competing-models": [rule(String.raw`\b(?:not|no|never)\b.{0,160}\b(?:to )?${make}\b${near(50)}\b(?:any other|other|foundational?|competing|competitive)\b${near(30)}\bmodels?\b`), rule(String.raw`\bmodels?\b${near(20)}\b(?:that|which)\b${near(12)}\bcompet`), rule(String.raw`\b(?:train|fine-?tune|distill?) other models\b`)],
  "purpose-limit": [rule(String.raw`\b(?:solely|only|exclusively)\b${near(60)}\b(?:research|non-?commercial|internal)\b`), rule(String.raw`\b(?:research|non-?commercial|commercial) purpose["”]? means\b`), rule(String.raw`\bfor (?:any |a )?(?:research(?: (?:&|and|or) non-?commercial)?|non-?commercial|commercial) (?:purposes?|use)\b`), rule(String.raw`\bfor any (?:other )?purpose (?:other than|that is not|not explicitly)\b`)],
  "use-restriction": [
    rule(String.raw`\b(?:not|nor)\b${near(60)}\buse\b${near(60)}\b(?:restricted|prohibited) uses?\b`), rule(String.raw`\b(?:acceptable use|prohibited use|usage) polic(?:y|ies)\b`), rule(String.raw`\bcannot use the model\b`), rule(String.raw`\buse-based restrictions?\.?$`), rule(String.raw`\bonly for lawful purposes\b`),
    rule(String.raw`\b(?:not|nor)\b${near(70)}\bus(?:e|ed)\b${near(120)}\b(?:unlawful|illegal|harmful|fraudulent|violat\w+|infring\w+|military)\b`), rule(String.raw`\b(?:circumvent|bypass|override)\b${near(80)}\b(?:safety|guardrail|safeguard|protection|filter)`), rule(String.raw`\btrustworthy ai terms\b`), rule(String.raw`\bnot\b${near(90)}\buse the (?:ai )?services for\b`), rule(String.raw`\brestrictions in attachment\b${near(20)}\bcondition\b`),
  ],
  "passing-on": [
    rule(String.raw`\bcop(?:y|ies) of (?:this|the) (?:agreement|license)\b`), rule(String.raw`\b(?:as an )?enforceable provisions?\b`), rule(String.raw`\bprominent notices?\b${near(40)}\b(?:changed|modified)\b`), rule(String.raw`\bretain\b${near(110)}\b(?:notices?|attribution|documentation)\b`), rule(String.raw`\badd your own\b${near(40)}\b(?:copyright|intellectual property) statement\b`),
    rule(String.raw`\b(?:distribute|share|redistribute|make available)\b.{0,220}\b(?:conditions?|provided that|so long as)\b`), rule(String.raw`\bmust\b${near(30)}\bpublish\w*\b|\bpublished under this\b|\bif you publish data\b|\byou may do so under a license\b`), rule(String.raw`\bdistributions?\b${near(60)}\baccompanied by\b`), rule(String.raw`\b(?:restrict or deter|impose any further restrictions)\b`), rule(String.raw`\b(?:require|bind|procure)\b${near(40)}\b(?:users?|recipients?|persons)\b`), rule(String.raw`\bpreserve all credit\b|\bretained credit\b`), rule(String.raw`\b(?:same terms as|text of this (?:agreement|license))\b`), rule(String.raw`\badditional or different\b${near(20)}\bterms\b`),
  ],
  attribution: [rule(String.raw`["“](?:[\w\[\] ]{0,40})?\b(?:built|improved|powered)\b (?:with|using|by|on)\b`), rule(String.raw`\b(?:at the )?beginning of\b${near(30)}\bname\b`), rule(String.raw`\battribution notices?\b${near(60)}["“”]?notice`), rule(String.raw`["“]notice["”] text file`), rule(String.raw`\bcredit or attribution information\b|\bappropriate attribution\b`)],
  "scale-threshold": [rule(String.raw`\b(?:monthly|daily) active users\b`), rule(String.raw`\bannual revenues?\b`), rule(String.raw`\brequest a license from\b`)],
  "tuned-model-ownership": [rule(String.raw`\b(?:owners? of|owns?(?! (?:or|and) controls?)|ownership of)\b(?!${near(40)}\boutputs?\b)${near(80)}\b(?:derivatives?|derivative works|modifications|model derivatives|solutions)\b`), rule(String.raw`\b(?:derivatives?|derivative works|modifications|solutions)\b${near(160)}\b(?:be the owner|property of|owned by)\b`)],
  "output-ownership": [rule(String.raw`\b(?:no|not)\b${near(40)}\b(?:rights?|ownership)\b${near(30)}\b${output}\b`), rule(String.raw`\b(?:owns?|own the|title|interest)\b${near(70)}\b${output}\b`), rule(String.raw`\b${output}\b${near(60)}\b(?:property of|owned by|protectable)\b`), rule(String.raw`\bassign\w*\b${near(90)}\b${output}\b`)],
  "output-use": [rule(String.raw`\b(?:not|no)\b${near(20)}\bimpose\b${near(120)}\b(?:results|outputs?)\b`), rule(String.raw`\brestrict\w*\b${near(60)}\buse\b${near(60)}\b${output}\b`), rule(String.raw`\buse of the output\b`), rule(String.raw`\b(?:may|can) (?:be )?use[d]?\b${near(10)}\boutputs?\b`), rule(String.raw`\boutputs? can be used\b`)],
  "output-responsibility": [rule(String.raw`\b(?:accountable|responsible) for\b.{0,220}\b(?:outputs?|results|content)\b`)],
  "output-quality": [rule(String.raw`\b(?:outputs?|information generated)\b${near(80)}\b(?:incorrect|inaccurate|duplicative|similar|incomplete|not be unique|offensive)\b`), rule(String.raw`\b(?:not human|human (?:oversight|review))\b`), rule(String.raw`\bnot (?:designed|intended)\b${near(60)}\bhigh-?risk\b`), rule(String.raw`\bwarranty that output\b`)],
  "ai-disclosure": [rule(String.raw`\bmachine[- ]generated\b`), rule(String.raw`\b(?:created|generated) by a human\b|\bhuman-generated\b`)],
  "input-use": [rule(String.raw`\b(?:feedback|usage data|inputs?|training data|content|prompts?)\b.{0,140}\b(?:train|improve|enhance|aggregated|de-identif\w+|benefit|without (?:any )?restriction)\b`), rule(String.raw`\b(?:provider|we) may\b${near(40)}\b(?:use|copy|train)\b${near(80)}\b(?:inputs?|usage data|training data|feedback|content)\b`), rule(String.raw`\btrain the models?\b`), rule(String.raw`\bprocess input\b`)],
  "data-provenance": [rule(String.raw`\b(?:represents?|warrants?|warranty)\b.{0,140}\b(?:rights?)\b.{0,80}\b(?:data|input|publish)\b`), rule(String.raw`\b(?:obtained|created|generated)\b${near(60)}\bwith the right to\b`), rule(String.raw`\bmay contain\b${near(40)}\b(?:personal information|ip rights|copyrighted)\b`), rule(String.raw`\bwarrant that it has any rights\b`), rule(String.raw`\b(?:legitimate basis|handling (?:of )?personal information)\b`)],
  indemnity: [rule(String.raw`\b(?:will|shall|agrees? to)\b(?<!only if you agree to)${near(20)}\bindemnif(?:y|ies)\b${near(200)}\b(?:claims?|losses)\b`), rule(String.raw`\bcovered claims?\b${near(20)}\b(?:include|that)\b`), rule(String.raw`\bindemni\w+\b${near(20)}\b(?:party|obligations)\b.{0,120}\bclaims?\b`)],
  "infringement-suit": [rule(String.raw`\b(?:institutes?|commences?|initiates?|files?|bring)\b.{0,40}\b(?:litigation|lawsuit|proceedings?|legal action)\b`)],
  "usage-control": [rule(String.raw`\brestrict \(remotely or otherwise\)`), rule(String.raw`\bmay update (?!this (?:agreement|license|policy))\w+\b${near(20)}\bfrom time to time\b`), rule(String.raw`\buse the latest version\b`)],
  "after-term": [rule(String.raw`\bterminat\w+\b.{0,120}\b(?:delete|cease|destroy|destruction)\b`), rule(String.raw`\bcertify\b${near(60)}\b(?:destruction|deletion|destroyed|compliance)\b`)],
};

/** What is shorter is a heading or the name of a thing. */
const shortest = 36;

/** A sentence that opens a list of what the model may not be used for. */
const lead = rule(String.raw`\b(?:not|nor)\b${near(80)}\buse\b${near(120)}(?::|\bfor\b|\bto)\s*$|\bfollowing (?:restricted|prohibited) uses\b`);
const listMark = /^(?:\(?[a-z0-9]{1,3}[.)]|[-*•·])\s?/i;
const opensPoint = /^(?:(?:in|to|for|by|use|using|generate|perform|[a-z]+ing|generation|attempts?|engagement|abuse|misleading|military)\b)/i;
const goesOn = /(?:[;:,]|\b(?:or|and))\s*$/i;

/** Of each sentence, whether it stands in a list of banned uses. */
function bannedUses({ text, sentences }: DocumentText): boolean[] {
  let isIn = false;
  let before = "";
  return sentences.map(({ start, end }) => {
    const shown = text.slice(start, end).trim();
    const bare = shown.replace(listMark, "");
    if (lead.test(shown)) isIn = true;
    else if (isIn && !(goesOn.test(before) || opensPoint.test(bare) || bare === "")) isIn = false;
    before = shown;
    return isIn;
  });
}

/** Of each sentence, the kinds whose pattern it shows, by their number. */
export function ruledKinds(document: DocumentText): number[][] {
  const banned = bannedUses(document);
  return document.sentences.map(({ start, end }, index) => {
    const shown = document.text.slice(start, end).replace(/\s+/g, " ");
    if (banned[index] !== true && shown.length < shortest) return [];
    return aiKinds.flatMap((kind, number) => (patterns[kind].some((pattern) => pattern.test(shown)) || (kind === "use-restriction" && banned[index] === true) ? [number] : []));
  });
}
