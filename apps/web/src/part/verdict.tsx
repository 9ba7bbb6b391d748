import { shapes } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import "./verdict.css";

/** A decision in one word, with its shape and its color: never by color alone. */
export function Verdict({ status, large = false }: { readonly status: Status; readonly large?: boolean }) {
  return (
    <span className={`verdict ${status}${large ? " large" : ""}`}>
      <span className="shape" aria-hidden="true">{shapes[status]}</span>
      {status}
    </span>
  );
}
