import { type Verified, verifiedWords } from "./verified-words.js";

const shapes: Readonly<Record<Verified, string>> = { primary: "✔", secondary: "✔", partial: "◐", memory: "?", unverified: "?" };

/** How well a record is known. Only what was read, or told reliably, can grant. */
export function Verification({ verified }: { readonly verified: Verified }) {
  return <span className="verification"><span className="shape" aria-hidden="true">{shapes[verified]}</span> {verified}<span className="unseen">: {verifiedWords[verified]}</span></span>;
}
