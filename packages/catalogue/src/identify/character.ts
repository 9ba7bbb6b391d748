/** What a character is to the reading of words. Values up to `lastFolded` are letters and digits. */
export const kind = { space: 0, letter: 1, digit: 2, apostrophe: 3, hyphen: 4, ideograph: 5, ignored: 6, bullet: 7, other: 8 } as const;
export type Kind = (typeof kind)[keyof typeof kind];

const narrow = new Uint8Array(128).fill(kind.other);
for (let code = 0; code <= 32; code++) narrow[code] = kind.space;
for (let code = 48; code < 58; code++) narrow[code] = kind.digit;
for (let code = 65; code < 91; code++) narrow[code] = narrow[code + 32] = kind.letter;
for (const c of "'`") narrow[c.charCodeAt(0)] = kind.apostrophe;
narrow[45] = kind.hyphen;
// What begins lines in comments, quotes, lists and tables.
for (const c of "*#/;%>|!+=~\\\"([{") narrow[c.charCodeAt(0)] = kind.bullet;

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

export const kindOf = (code: number): Kind => (code < 128 ? (narrow[code] as Kind) : lookOnce(code).kind);

/** The characters that a letter or digit beyond ASCII is read as. */
export const foldedWide = (code: number): string => lookOnce(code).folded;
