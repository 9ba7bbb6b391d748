import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { historyAt } from "../../shell/address.js";

type Import = components["schemas"]["Import"];

const openStates = ["working", "waiting"] as const;

/** Imports that are under way, or wait for their turn. */
function UnderWay() {
  const workspace = useWorkspace();
  const [{ run }] = useSearchState();
  const { data } = useQuery({
    queryKey: queryKey.of(workspace, "runs", "open"),
    queryFn: async () => (await Promise.all(openStates.map(async (state) => answered(api.GET("/workspaces/{workspace}/runs", { params: { path: { workspace }, query: { state, limit: 20 } } }))))).flatMap(({ items }) => items),
  });
  const others = data?.filter((each) => each.kind === "import" && String(each.number) !== run) ?? [];
  if (others.length === 0) return null;
  return <p>Under way: {others.map(({ number }, index) => <span key={number}>{index > 0 && ", "}<Link to="." search={{ run: String(number) }}>import {number}</Link></span>)}</p>;
}

/** What was imported before, the newest first. */
export function PastImports() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [{ cursor }] = useSearchState();
  const query = { limit: 50, order: "newest" as const, ...(cursor === undefined ? {} : { cursor }) };
  const { data, error, refetch } = useQuery({ queryKey: queryKey.of(workspace, "imports", query), queryFn: async () => answered(api.GET("/workspaces/{workspace}/imports", { params: { path: { workspace }, query } })), placeholderData: keepPreviousData });
  const columns: Column<Import>[] = [
    { head: "Change set", cell: ({ number }) => <Link to={historyAt(workspace)} search={{ number: String(number) }}>{number}</Link> },
    { head: "From", cell: ({ source }) => <bdi>{source}</bdi> },
    { head: "Read", isNumber: true, cell: ({ files }) => files.filter(({ format }) => format !== null).length.toLocaleString("en") },
    { head: "Left out", isNumber: true, cell: ({ files }) => files.filter(({ format }) => format === null).length.toLocaleString("en") },
    { head: "Formats", cell: ({ files }) => [...new Set(files.flatMap(({ format }) => format ?? []))].join(", ") },
  ];
  return (
    <Section id="past" title="Imported before">
      {mayIn(session, workspace, "runs:read") && <UnderWay />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <p className="soft">Nothing was imported here yet.</p>}
      {data !== undefined && data.items.length > 0 && <><Table label="Imports" columns={columns} rows={data.items} keyOf={({ number }) => String(number)} /><Pages shown={data.items.length} next={data.next} /></>}
    </Section>
  );
}
