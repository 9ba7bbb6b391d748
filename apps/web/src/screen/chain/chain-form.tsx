import type { Release } from "../../answer/use-release.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { AssetField } from "../../part/asset-field.js";
import { DateField, Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";

function UseField() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const { data } = useUses(workspace);
  return (
    <Field label="Colored by the answer to">
      {(own) => (
        <select {...own} value={state["use"] ?? ""} onChange={({ target }) => change({ use: target.value, reason: undefined, on: target.value === "" ? undefined : state["on"] })}>
          <option value="">no use</option>
          {data?.items.map(({ name, of }) => <option key={name} value={name}>{name}: {of}</option>)}
        </select>
      )}
    </Field>
  );
}

/** Which reason of the answer the lit way leads to. */
function ReasonField({ release, chosen }: { readonly release: Release | undefined; readonly chosen: string | null }) {
  const [, change] = useSearchState();
  const reasons = release?.reasons ?? [];
  return (
    <Field label="Way lit to" {...(release?.reasons.length === 0 ? { hint: "nothing keeps it from being clear" } : {})}>
      {(own) => (
        <select {...own} className="reason-choice" disabled={reasons.length === 0} value={chosen ?? ""} onChange={({ target }) => change({ reason: target.value, from: undefined, to: undefined })}>
          {chosen === null && <option value="">the way below</option>}
          {reasons.map(({ id, decision, asset, says }) => <option key={id} value={id}>{id} {decision}: {asset}, {says}</option>)}
        </select>
      )}
    </Field>
  );
}

/** Where one begins, when one looks, by whose answer, and which way is lit. */
export function ChainForm({ release, reason }: { readonly release: Release | undefined; readonly reason: string | null }) {
  const [state, change] = useSearchState();
  return (
    <form className="chain-form" aria-label="What is drawn" onSubmit={(event) => event.preventDefault()}>
      <div className="fields">
        {/* Beginning elsewhere begins anew. */}
        <AssetField label="Around" of="asset" isSearch forgets={["open"]} />
        <DateField label="As recorded by" value={state["asOf"] ?? ""} onChange={(asOf) => change({ asOf })} hint="empty: today" />
        <UseField />
        {state["use"] !== undefined && <DateField label="Answer of" value={state["on"] ?? ""} onChange={(on) => change({ on })} hint="empty: day of the use" />}
      </div>
      <div className="fields">
        {state["use"] !== undefined && <ReasonField release={release} chosen={reason} />}
        <AssetField label="Way from" of="from" />
        <AssetField label="Way to" of="to" />
        {(state["from"] !== undefined || state["to"] !== undefined) && <button type="button" className="bare forget" onClick={() => change({ from: undefined, to: undefined })}>Forget the way</button>}
      </div>
    </form>
  );
}
