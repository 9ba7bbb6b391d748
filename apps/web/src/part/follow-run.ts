import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { askAnew } from "../api/ask-anew.js";
import { answered, api } from "../api/client.js";
import { queryKey } from "../api/query-key.js";

/** How far long work is, as the server tells it while it goes on. */
export interface Progress {
  readonly done: number;
  /** null: it is not known how much there is. */
  readonly total: number | null;
  /** What is being done; null where the work is of one kind. */
  readonly note: string | null;
}

/** An attempt that came to nothing, after which another is made. */
export interface Failure {
  readonly message: string;
  readonly againAt: string;
}

const ends = ["done", "dead", "cancelled"] as const;

const progressOf = (data: string): Progress | null => {
  const { content } = JSON.parse(data) as { readonly content: Partial<Progress> | null };
  return typeof content?.done === "number" ? { done: content.done, total: content.total ?? null, note: content.note ?? null } : null;
};

const failureOf = (data: string): Failure => {
  const { content } = JSON.parse(data) as { readonly content: { readonly problem: { readonly message: string }; readonly againAt: string } };
  return { message: content.problem.message, againAt: content.againAt };
};

/** Long work with what happens to it. What comes while nobody listens is told when one comes back. */
export function useRun(workspace: string, number: number) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useQuery({ queryKey: queryKey.of(workspace, "run", number), queryFn: async () => answered(api.GET("/workspaces/{workspace}/runs/{number}", { params: { path: { workspace, number } } })) });
  const isOver = run.data !== undefined && run.data.finishedAt !== null;
  const isOpen = run.data !== undefined && !isOver;
  useEffect(() => {
    setProgress(null);
    setFailure(null);
    // It may have been through before anybody asked; whatever is shown of the workspace may be otherwise now.
    if (isOver) void askAnew(client, { queryKey: queryKey.of(workspace), predicate: (query) => query.queryKey[2] !== "run" });
    if (!isOpen) return undefined;
    const source = new EventSource(`/api/v1/workspaces/${encodeURIComponent(workspace)}/runs/${number}/events`);
    source.addEventListener("progress", ({ data }: MessageEvent<string>) => setProgress(progressOf(data)));
    source.addEventListener("failed", ({ data }: MessageEvent<string>) => setFailure(failureOf(data)));
    const ended = (): void => {
      // It would come back for more by itself.
      source.close();
      void run.refetch();
    };
    for (const end of ends) source.addEventListener(end, ended);
    return () => source.close();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one stream for one run, as long as it goes on
  }, [workspace, number, isOpen, isOver]);
  return { run, progress, failure };
}
