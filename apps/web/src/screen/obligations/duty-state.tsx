import type { Obligation } from "./use-obligations.js";
import { stateWords } from "./use-obligations.js";

const shapes: Readonly<Record<Obligation["state"], string>> = { overdue: "✖", open: "◐", if: "?", met: "✔" };
const colors: Readonly<Record<Obligation["state"], string>> = { overdue: "blocked", open: "conditional", if: "unresolved", met: "cleared" };

/** Where an obligation stands, in word, shape and color. */
export function DutyState({ state }: { readonly state: Obligation["state"] }) {
  return <span className={`verdict ${colors[state]}`}><span className="shape" aria-hidden="true">{shapes[state]}</span>{stateWords[state]}</span>;
}
