import { shapes } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import type { Obligation } from "./use-obligations.js";
import { stateWords } from "./use-obligations.js";

/** The status whose shape and color each has. */
const colors: Readonly<Record<Obligation["state"], Status>> = { overdue: "blocked", open: "conditional", if: "unresolved", met: "cleared" };

/** Where an obligation stands, in word, shape and color. */
export function DutyState({ state }: { readonly state: Obligation["state"] }) {
  return <span className={`verdict ${colors[state]}`}><span className="shape" aria-hidden="true">{shapes[colors[state]]}</span>{stateWords[state]}</span>;
}
