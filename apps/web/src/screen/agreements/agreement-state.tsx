import { shapes } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import "../../part/verdict.css";
import type { AgreementState as State } from "./use-agreements.js";

export const stateWords: Readonly<Record<State, string>> = { draft: "draft", sent: "in negotiation", signed: "signed", "past-term": "past its term", ended: "ended", withdrawn: "given up" };

/** The status whose shape and color each has. */
const colors: Readonly<Record<State, Status>> = { draft: "unresolved", sent: "conditional", signed: "cleared", "past-term": "unresolved", ended: "blocked", withdrawn: "blocked" };

/** Where an agreement stands, in word, shape and color. */
export function AgreementState({ state }: { readonly state: State }) {
  return <span className={`verdict ${colors[state]}`}><span className="shape" aria-hidden="true">{shapes[colors[state]]}</span>{stateWords[state]}</span>;
}
