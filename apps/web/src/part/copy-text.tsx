import { useState } from "react";

/** Takes words along, to be put into a letter. A browser that lets no page write to its clipboard, as one without a secure connection, is offered nothing. */
export function CopyText({ what, text }: { readonly what: string; readonly text: () => string }) {
  const [isCopied, setCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  return <button type="button" className="bare small copy-text" aria-label={`Copy ${what}`} onClick={() => void copy().catch(() => setCopied(false))} onBlur={() => setCopied(false)}><span role="status">{isCopied ? "Copied" : "Copy"}</span></button>;
}
