/** One field by RFC 4180. A spreadsheet takes a leading =, +, -, @, tab or return for a formula: an apostrophe makes it text. */
export function csvField(text: string): string {
  const safe = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
