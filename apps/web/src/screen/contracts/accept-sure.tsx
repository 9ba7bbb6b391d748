import { sayCount } from "@cleartitle/engine";
import { type FormEvent, useState } from "react";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { atLeast, type ShownField } from "./fields-shown.js";
import { useSaying } from "./use-readings.js";

/** As many as one request takes. */
const mostAtOnce = 1_000;

/** Accepts what is shown, that nobody looked at, and that the program was sure enough of. Each is recorded for itself. */
export function AcceptSure({ number, shown }: { readonly number: number; readonly shown: readonly ShownField[] }) {
  const { saying } = useSaying(useWorkspace(), number);
  const [bound, setBound] = useState("90");
  const percent = /^\d{1,2}$/.test(bound) ? Number(bound) : null;
  const sure = percent === null ? [] : atLeast(shown, percent).slice(0, mostAtOnce);
  if (shown.every(({ field }) => field.state !== "open")) return null;
  const accept = (event: FormEvent): void => {
    event.preventDefault();
    if (sure.length > 0 && !saying.isPending) saying.mutate({ verdict: "accepted", fields: sure.map(({ field }) => field.id), why: `accepted together, as shown with at least ${bound} % of confidence` });
  };
  return (
    <form className="accept-sure" onSubmit={accept}>
      <Field label="Least confidence, in %" wrong={percent === null ? "a whole number from 0 to 99" : null}>{(own) => <input {...own} inputMode="numeric" value={bound} onChange={({ target }) => setBound(target.value.trim())} />}</Field>
      <button disabled={saying.isPending || sure.length === 0}>{saying.isPending ? "Being recorded …" : `Accept ${sayCount(sure.length, "clause")} of those shown`}</button>
      {saying.error !== null && <ProblemBox problem={saying.error} />}
    </form>
  );
}
