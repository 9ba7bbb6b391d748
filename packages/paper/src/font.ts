import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Where each font lies: one for letters of Latin, Greek and Cyrillic, and those for the scripts that it lacks. */
const files = {
  latin: () => require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  arabic: () => require.resolve("@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"),
  han: () => require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  kanji: () => require.resolve("@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff"),
  hangul: () => require.resolve("@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf"),
} as const;
const boldFile = (): string => require.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf");

export type FontName = keyof typeof files;

const read = new Map<string, Uint8Array>();

function bytesOf(file: string): Uint8Array {
  let bytes = read.get(file);
  if (bytes === undefined) read.set(file, (bytes = readFileSync(file)));
  return bytes;
}

/** The bytes of a font; only what is needed is read. Letters of Latin, Greek and Cyrillic can be bold. */
export const fontBytes = (name: FontName, bold = false): Uint8Array => bytesOf(bold && name === "latin" ? boldFile() : files[name]());

/** Which script a sign is of, by its block. What none of the fonts has is written as it is in the first one: an empty frame. */
function fontOf(point: number): FontName {
  if ((point >= 0x0600 && point <= 0x06ff) || (point >= 0x0750 && point <= 0x077f) || (point >= 0x08a0 && point <= 0x08ff) || (point >= 0xfb50 && point <= 0xfdff) || (point >= 0xfe70 && point <= 0xfeff)) return "arabic";
  if ((point >= 0x1100 && point <= 0x11ff) || (point >= 0x3130 && point <= 0x318f) || (point >= 0xac00 && point <= 0xd7af)) return "hangul";
  // Arrows and shapes too, which the fonts of letters lack.
  return (point >= 0x2190 && point <= 0x27bf) || (point >= 0x2e80 && point <= 0x9fff) || (point >= 0xf900 && point <= 0xfaff) || (point >= 0xff00 && point <= 0xffef) || (point >= 0x20000 && point <= 0x3134f) ? "han" : "latin";
}

let japaneseSigns: ReadonlySet<string> | null = null;

/** Kana, and the signs of JIS X 0208: those of which the Japanese font has its own forms. What it lacks of other signs is left to the Chinese one. */
function isJapanese(sign: string): boolean {
  if (/[\u3000-\u3003\u3005-\u301c\u3041-\u3096\u309b-\u30ff]/.test(sign)) return true;
  if (japaneseSigns === null) {
    const decoder = new TextDecoder("euc-jp");
    const signs = new Set<string>();
    for (let row = 0xb0; row <= 0xf4; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) signs.add(decoder.decode(Uint8Array.of(row, cell)));
    japaneseSigns = signs;
  }
  return sign >= "\u4e00" && sign <= "\u9fff" && japaneseSigns.has(sign);
}

/** Signs that stand with whatever is around them, and are no reason to change the font. */
const isNeutral = (sign: string): boolean => /[\s\p{M}]/u.test(sign);

/** A text cut where another font is needed: the library has no font to fall back on. Signs that Chinese and Japanese write differently have their Japanese forms in a text with kana, which Chinese has not. */
export function fontRuns(text: string): { readonly font: FontName; readonly text: string }[] {
  const runs: { font: FontName; text: string }[] = [];
  const hasKana = /[\u3041-\u3096\u30a1-\u30fa]/.test(text);
  for (const sign of text) {
    const last = runs.at(-1);
    const of = fontOf(sign.codePointAt(0)!);
    const font = isNeutral(sign) && last !== undefined ? last.font : of === "han" && hasKana && isJapanese(sign) ? "kanji" : of;
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}
