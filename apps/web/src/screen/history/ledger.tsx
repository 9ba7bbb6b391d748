import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";

type Entry = components["schemas"]["LedgerEntry"];

function useLedger(workspace: string) {
  const [{ cursor }] = useSearchState();
  const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  const standing = useQuery({ queryKey: queryKey.of(workspace, "ledger"), queryFn: async () => answered(api.GET("/workspaces/{workspace}/ledger", { params: { path: { workspace } } })) });
  const entries = useQuery({ queryKey: queryKey.of(workspace, "ledger", "entries", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/ledger/entries", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
  return { standing, entries };
}

/** A field's value, short of what nobody reads in a table. */
function short(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

const columns: readonly Column<Entry>[] = [
  { head: "Entry", isNumber: true, cell: ({ event }) => event.index },
  { head: "When (UTC)", cell: ({ event }) => <span className="day">{instant(event.at)}</span> },
  { head: "What", cell: ({ event }) => event.kind },
  {
    head: "It says",
    cell: ({ event, open }) => (
      <dl className="told">
        {Object.keys(event.fields).map((name) => <div key={name}><dt>{name}</dt><dd>{open[name] === undefined ? <span className="soft">redacted; its commitment stays</span> : <bdi>{short(open[name].value)}</bdi>}</dd></div>)}
      </dl>
    ),
  },
  { head: "Leaf", cell: ({ leaf }) => <code title={leaf}>{leaf.slice(0, 10)}…</code> },
];

/** Entries in order, and how much of them is signed. */
export function Ledger() {
  const workspace = useWorkspace();
  const { standing, entries } = useLedger(workspace);
  const error = standing.error ?? entries.error;
  if (error !== null) return <ProblemBox problem={error} again={() => { void standing.refetch(); void entries.refetch(); }} />;
  if (standing.data === undefined || entries.data === undefined) return <Loading what="Reading the ledger" />;
  const { name, size, signed, signer } = standing.data;
  return (
    <>
      <p>Ledger <bdi>{name}</bdi>: {size.toLocaleString("en")} {size === 1 ? "entry" : "entries"}, {signed === 0 ? "none of them signed" : `${signed.toLocaleString("en")} of them signed`}. {signer !== null && <>Signed with <code className="address">{signer}</code>.</>}</p>
      <p className="ways"><Link to="." search={{ show: "verify" }}>Verify it in this browser</Link> · <a href={`/api/v1/workspaces/${encodeURIComponent(workspace)}/ledger/bundle`} download>Export it with its evidence</a></p>
      <Table label="Entries of the ledger" columns={columns} rows={entries.data.items} keyOf={({ event }) => String(event.index)} />
      <Pages shown={entries.data.items.length} next={entries.data.next} total={size} />
    </>
  );
}
