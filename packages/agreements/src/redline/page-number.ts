const field = /(\b(?:NUM)?PAGES?\s*<\/w:(?:instrText|delInstrText)>)([^]*?)(w:fldCharType="end")/g;
const shown = /(<w:(?:t|delText)\b[^>]*>)[^<]*/g;

/** The number of a page is no word: fields of pages show nothing, whatever they showed last. */
export const withoutPageNumbers = (xml: string): string => xml.replaceAll(field, (_found, asked: string, inside: string, end: string) => `${asked}${inside.replaceAll(shown, "$1")}${end}`);
