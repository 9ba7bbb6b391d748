/** The YAML between the first two lines of three hyphens, and the line at which it begins. */
export interface FrontMatter {
  readonly yaml: string;
  readonly firstLine: number;
}

/**
 * Splits the front matter from a card. It begins on the first line that is not blank and ends at the next line of three
 * hyphens; one that never ends is none, since the text below would be read as metadata.
 */
export function frontMatterOf(text: string): FrontMatter | null {
  const lines = text.split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start === -1 || !/^---\s*$/.test(lines[start] ?? "")) return null;
  const length = lines.slice(start + 1).findIndex((line) => /^---\s*$/.test(line));
  return length === -1 ? null : { yaml: `${lines.slice(start + 1, start + 1 + length).join("\n")}\n`, firstLine: start + 2 };
}

/** Keys that only cards have, or that with front matter in a README make one. */
const cardKey = /^["']?(license|licence|license_name|base_model|base_model_relation|datasets|source_datasets|pipeline_tag|library_name|task_categories|task_ids|size_categories|annotations_creators|dataset_info|extra_gated_prompt|extra_gated_fields|duplicated_from|model-index|model_name)["']?\s*:/m;

/** Whether a text begins like a card: front matter with at least one of the keys of a card. */
export function looksLikeCard(head: string): boolean {
  const text = head.trimStart();
  if (!/^---\s*[\r\n]/.test(text)) return false;
  const end = text.slice(3).search(/^---\s*$/m);
  return cardKey.test(end === -1 ? text : text.slice(0, end + 3));
}
