import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Release } from "../../answer/use-release.js";
import { assetRows } from "../../api/asset-rows.js";
import { queryKey } from "../../api/query-key.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { DateField, Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";

/** Names that are offered while one is written. */
const mostOffered = 20;

const useOffered = (workspace: string, q: string) =>
  useQuery({
    queryKey: queryKey.of(workspace, "offered-assets", q), enabled: q !== "", staleTime: 60_000, placeholderData: (before) => before,
    queryFn: async () => (await assetRows(workspace, { q, limit: mostOffered })).items.map(({ id }) => id),
  });

/** An asset by its name, with those offered whose names have in them what is written. Taken once the field is left, or by Enter. */
function AssetField({ label, name, hint, isSearch = false }: { readonly label: string; readonly name: "asset" | "from" | "to"; readonly hint?: string; readonly isSearch?: boolean }) {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const taken = state[name] ?? "";
  const [{ written, of }, setWritten] = useState({ written: taken, of: taken });
  const now = of === taken ? written : taken;
  const list = useId();
  const { data: offered = [] } = useOffered(workspace, now === taken ? "" : now.trim());
  const take = (value: string): void => {
    // Beginning elsewhere begins anew.
    if (value.trim() !== taken) change({ [name]: value.trim(), ...(name === "asset" ? { open: undefined } : {}) });
  };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(own) => (
        <>
          <input
            {...own} {...(isSearch ? { "data-search": "" } : {})} list={list} value={now} maxLength={2000} dir="auto" autoComplete="off"
            onChange={({ target }) => (offered.includes(target.value) ? take(target.value) : setWritten({ written: target.value, of: taken }))} onBlur={() => take(now)} onKeyDown={({ key }) => key === "Enter" && take(now)}
          />
          <datalist id={list}>{offered.map((id) => <option key={id} value={id} />)}</datalist>
        </>
      )}
    </Field>
  );
}

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
function ReasonField({ release, chosen }: { readonly release: Release; readonly chosen: string | null }) {
  const [, change] = useSearchState();
  return (
    <Field label="Way lit to" {...(release.reasons.length === 0 ? { hint: "nothing keeps it from being clear" } : {})}>
      {(own) => (
        <select {...own} className="reason-choice" disabled={release.reasons.length === 0} value={chosen ?? ""} onChange={({ target }) => change({ reason: target.value, from: undefined, to: undefined })}>
          {chosen === null && <option value="">the way below</option>}
          {release.reasons.map(({ id, decision, asset, says }) => <option key={id} value={id}>{id} {decision}: {asset}, {says}</option>)}
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
        <AssetField label="Around" name="asset" isSearch />
        <DateField label="As recorded by" value={state["asOf"] ?? ""} onChange={(asOf) => change({ asOf })} hint="empty: today" />
        <UseField />
        {state["use"] !== undefined && <DateField label="Answer of" value={state["on"] ?? ""} onChange={(on) => change({ on })} hint="empty: day of the use" />}
      </div>
      <div className="fields">
        {release !== undefined && state["asOf"] === undefined && <ReasonField release={release} chosen={reason} />}
        <AssetField label="Way from" name="from" />
        <AssetField label="Way to" name="to" />
        {(state["from"] !== undefined || state["to"] !== undefined) && <button type="button" className="bare forget" onClick={() => change({ from: undefined, to: undefined })}>Forget the way</button>}
      </div>
    </form>
  );
}
