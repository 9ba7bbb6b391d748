import type { ReadDeal } from "./deal.js";

/** What does not fit together, and what norms do not carry. */
export function Checks({ read: { findings, unread } }: { readonly read: ReadDeal }) {
  return (
    <>
      {findings.length > 0 && <details open={findings.some(({ severity }) => severity === "contradiction")}><summary>{findings.length === 1 ? "1 thing to look at" : `${findings.length} things to look at`}</summary><ul className="small">{findings.map(({ message, remedy, severity }) => <li key={message}><strong>{severity === "contradiction" ? "contradiction" : "look"}</strong>: <bdi>{message}</bdi>; <bdi>{remedy}</bdi></li>)}</ul></details>}
      {unread.length > 0 && <details><summary>{unread.length === 1 ? "1 sentence that norms do not carry" : `${unread.length} sentences that norms do not carry`}</summary><ul className="small">{unread.map(({ cite, text, why }) => <li key={`${cite} ${text}`}><bdi>{text}</bdi> <span className="soft">{cite}: {why}</span></li>)}</ul></details>}
    </>
  );
}
