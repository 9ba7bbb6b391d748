/** What a character is to the reading of words. */
export const kind = { space: 0, letter: 1, digit: 2, apostrophe: 3, hyphen: 4, ideograph: 5, ignored: 6, bullet: 7, other: 8 } as const;
export type Kind = (typeof kind)[keyof typeof kind];

const unseen = 255;
/** What each character is; what stands beyond ASCII is looked up once it is met. */
const kinds = new Uint8Array(65_536).fill(unseen);
kinds.fill(kind.other, 0, 128);
for (let code = 0; code <= 32; code++) kinds[code] = kind.space;
for (let code = 48; code < 58; code++) kinds[code] = kind.digit;
for (let code = 65; code < 91; code++) kinds[code] = kinds[code + 32] = kind.letter;
for (const c of "'`") kinds[c.charCodeAt(0)] = kind.apostrophe;
kinds[45] = kind.hyphen;
// What begins lines in comments, quotes, lists and tables.
for (const c of "*#/;%>|!+=~\\\"([{") kinds[c.charCodeAt(0)] = kind.bullet;

const wide = new Map<number, { readonly kind: Kind; readonly folded: string }>();

function look(code: number): { readonly kind: Kind; readonly folded: string } {
  const char = String.fromCharCode(code);
  if (/\u00AD|[\u200B-\u200F]|\u2060|\uFEFF|\p{M}/u.test(char)) return { kind: kind.ignored, folded: "" };
  if (/[‘’‚‛ʼ´′＇]/u.test(char)) return { kind: kind.apostrophe, folded: "" };
  if (/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/u.test(char)) return { kind: /[\u2010\u2011\uFE63\uFF0D]/u.test(char) ? kind.hyphen : kind.bullet, folded: "" };
  if (/[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uAC00-\uD7AF]/u.test(char)) return { kind: kind.ideograph, folded: char.normalize("NFKC") };
  if (/[“”„«»•·▪◦●○■□–—…°º†‡§¶©®™\u2500-\u25FF\u2700-\u27BF\uE000-\uF8FF]/u.test(char)) return { kind: kind.bullet, folded: "" };
  // Letters with marks are read without them, ligatures as their letters, full-width forms as plain ones.
  const folded = char.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  if (/^\p{L}+$/u.test(folded)) return { kind: kind.letter, folded };
  if (/^\p{Nd}+$/u.test(folded)) return { kind: kind.digit, folded };
  return { kind: /\s/u.test(char) ? kind.space : kind.other, folded: "" };
}

function lookOnce(code: number): { readonly kind: Kind; readonly folded: string } {
  let found = wide.get(code);
  if (found === undefined) wide.set(code, (found = look(code)));
  return found;
}

/** What the character with a code is. */
export function kindOf(code: number): Kind {
  const known = kinds[code]!;
  return known === unseen ? (kinds[code] = lookOnce(code).kind) : (known as Kind);
}

/** The characters that a letter or digit beyond ASCII is read as. */
export const foldedWide = (code: number): string => lookOnce(code).folded;

/** What readings ask of each character first. Letters of ASCII are `letter` and nothing else; others may end a word whatever stands beside them, and may be passed where no word is being read. */
export const firstIs = { letter: 1, ends: 2, passed: 4 } as const;
export const firstOf = new Uint8Array(65_536);
for (let code = 0; code < 128; code++) {
  const [char, isDigit] = [String.fromCharCode(code), kinds[code] === kind.digit];
  const ends = isDigit || kinds[code] === kind.apostrophe || "-&:@.)\\".includes(char) ? 0 : firstIs.ends;
  firstOf[code] = kinds[code] === kind.letter ? firstIs.letter : ends + (isDigit || "\n<&\\".includes(char) ? 0 : firstIs.passed);
}
