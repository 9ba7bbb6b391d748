import type { Asked } from "./asked.js";

const formats = [["markdown", "Markdown"], ["docx", "for a word processor"], ["pdf", "PDF"]] as const;

/** The answer as a memo to be handed on. Only of a use as it is recorded: a memo says what it was made of. */
export function MemoLinks({ workspace, asked }: { readonly workspace: string; readonly asked: Asked }) {
  if (!("use" in asked) || asked.in !== undefined || asked.knownAt !== undefined) return null;
  const { use, asOf, profile } = asked;
  const address = (format: string): string => `/api/v1/workspaces/${encodeURIComponent(workspace)}/uses/${encodeURIComponent(use)}/memo?${new URLSearchParams({ format, ...(asOf === undefined ? {} : { asOf }), ...(profile === undefined ? {} : { profile }) }).toString()}`;
  return <span className="memo small">Memo: {formats.map(([format, says], at) => <span key={format}>{at > 0 && ", "}<a href={address(format)} download>{says}</a></span>)}</span>;
}
