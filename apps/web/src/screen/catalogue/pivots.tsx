import type { Decision } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { answered, api, asking } from "../../api/client.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { type Column, Table } from "../../part/table.js";
import { Verdict } from "../../part/verdict.js";
import { askAt } from "../../shell/address.js";

type Range = NonNullable<Decision["range"]>;

interface Turning {
  readonly use: string;
  readonly decision: Decision["decision"];
  readonly range: Range | null;
  /** Alone, or only together with another position. */
  readonly turns: "alone" | "with others" | "no";
}

/** More are asked for by another step. */
const atOnce = 20;

function turningOf(use: string, { decision, range }: Decision, position: string): Turning {
  const sets = range?.pivots.filter((set) => set.includes(position)) ?? [];
  return { use, decision, range: range ?? null, turns: sets.some((set) => set.length === 1) ? "alone" : sets.length > 0 ? "with others" : "no" };
}

/** Uses of the workspace whose answer would be another if the question were answered otherwise. Each is decided over all positions, one after the other, so it begins when somebody asks. */
export function Pivots({ position }: { readonly position: string }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [wanted, setWanted] = useState(0);
  useEffect(() => setWanted(0), [position, workspace]);
  const uses = useUses(workspace, mayIn(session, workspace, "records:read"));
  if (!mayIn(session, workspace, "decisions:ask")) return null;
  const names = uses.data?.items.map(({ name }) => name) ?? [];
  return (
    <Section id="pivots" title="Releases that pivot on it">
      {uses.error !== null && <ProblemBox problem={uses.error} again={() => void uses.refetch()} />}
      {uses.data !== undefined && names.length === 0 && <p className="soft">No use is recorded in this workspace.</p>}
      {names.length > 0 && wanted === 0 && <p>Each use is decided with every answer that is open. <button type="button" onClick={() => setWanted(atOnce)}>Look at {Math.min(atOnce, names.length)} of {names.length}</button></p>}
      {wanted > 0 && <Looked uses={names.slice(0, wanted)} position={position} />}
      {wanted > 0 && wanted < names.length && <p><button type="button" onClick={() => setWanted(wanted + atOnce)}>Look at {Math.min(atOnce, names.length - wanted)} more of {names.length}</button></p>}
    </Section>
  );
}

function useTurnings(uses: readonly string[], position: string) {
  const workspace = useWorkspace();
  const [found, setFound] = useState<readonly Turning[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const key = uses.join("\n");
  useEffect(() => {
    const gone = new AbortController();
    const look = async (): Promise<void> => {
      const told: Turning[] = [];
      for (const use of key.split("\n")) {
        const decision = (await answered(api.POST("/workspaces/{workspace}/ask", { params: { path: { workspace } }, body: { use }, ...asking, signal: gone.signal }))) as unknown as Decision;
        if (gone.signal.aborted) return;
        told.push(turningOf(use, decision, position));
        setFound([...told]);
      }
    };
    setProblem(null);
    look().catch((reason: unknown) => !gone.signal.aborted && setProblem(reason));
    return () => gone.abort();
  }, [key, position, workspace]);
  return { found, problem };
}

const turnWords: Readonly<Record<Turning["turns"], string>> = { alone: "by itself", "with others": "together with other positions", no: "no" };

function Looked({ uses, position }: { readonly uses: readonly string[]; readonly position: string }) {
  const workspace = useWorkspace();
  const { found, problem } = useTurnings(uses, position);
  const turning = found.filter(({ turns }) => turns !== "no");
  const columns: Column<Turning>[] = [
    { head: "Use", cell: ({ use }) => <Link to={askAt(workspace)} search={{ use }}><bdi>{use}</bdi></Link> },
    { head: "Now", cell: ({ decision }) => <Verdict status={decision} /> },
    { head: "At best", cell: ({ range }) => range !== null && <Verdict status={range.permissive} /> },
    { head: "At worst", cell: ({ range }) => range !== null && <Verdict status={range.conservative} /> },
    { head: "Turns on it", cell: ({ turns }) => turnWords[turns] },
  ];
  return (
    <>
      <p className="soft" role="status">{found.length} of {uses.length} decided; {turning.length} {turning.length === 1 ? "turns" : "turn"} on it.</p>
      {problem !== null && <ProblemBox problem={problem} />}
      {turning.length > 0 && <Table label="Releases that pivot on the position" columns={columns} rows={turning} keyOf={({ use }) => use} />}
    </>
  );
}
