import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { assetRows } from "../api/asset-rows.js";
import { queryKey } from "../api/query-key.js";
import { useWorkspace } from "../api/workspace.js";
import { Field } from "./field.js";
import { useSearchState } from "./search-state.js";

/** Names that are offered while one is written. */
const mostOffered = 20;

const useOffered = (workspace: string, q: string) =>
  useQuery({
    queryKey: queryKey.of(workspace, "offered-assets", q), enabled: q !== "", staleTime: 60_000, placeholderData: (before) => before,
    queryFn: async () => (await assetRows(workspace, { q, limit: mostOffered })).items.map(({ id }) => id),
  });

interface AssetFieldProps {
  readonly label: string;
  /** The key in the address. */
  readonly of: string;
  readonly hint?: string;
  /** `/` leads to it. */
  readonly isSearch?: boolean;
  /** Keys of the address that another asset forgets. */
  readonly forgets?: readonly string[];
}

/** An asset by its name, with those offered whose names have in them what is written. Taken once the field is left, or by Enter. */
export function AssetField({ label, of: name, hint, isSearch = false, forgets = [] }: AssetFieldProps) {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const taken = state[name] ?? "";
  const [{ written, of }, setWritten] = useState({ written: taken, of: taken });
  const now = of === taken ? written : taken;
  const list = useId();
  const { data: offered = [] } = useOffered(workspace, now === taken ? "" : now.trim());
  const take = (value: string): void => {
    if (value.trim() !== taken) change({ [name]: value.trim(), ...Object.fromEntries(forgets.map((key) => [key, undefined])) });
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
