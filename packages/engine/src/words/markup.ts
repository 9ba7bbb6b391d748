const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for HTML, SVG and XML alike. Characters that XML forbids and those that turn the reading direction are replaced. */
export function escapeMarkup(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const shown = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return shown.replaceAll(/[&<>"']/g, (found) => entities[found] ?? found);
}
