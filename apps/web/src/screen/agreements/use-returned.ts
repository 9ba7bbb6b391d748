import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemHere } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";

export type Returned = components["schemas"]["ReturnedDocument"];
type Changes = "told" | "made";

/** As large as the server takes one. */
const mostBytes = 20_000_000;

export interface ReadFile {
  readonly file: File;
  readonly changes: Changes;
  readonly told: Returned;
}

const bytes = { bodySerializer: (body: unknown) => body as never, headers: { "Content-Type": "application/octet-stream" } };

async function readReturned(workspace: string, id: string | null, { file, changes }: Omit<ReadFile, "told">): Promise<Returned> {
  if (file.size > mostBytes) throw problemHere("that is too large for an agreement", "pictures make documents large: leave them out");
  const query = { name: file.name, changes };
  return id === null
    ? answered(api.POST("/workspaces/{workspace}/drafts/returned", { params: { path: { workspace }, query }, body: file as never, ...bytes }))
    : answered(api.POST("/workspaces/{workspace}/agreements/{id}/returned", { params: { path: { workspace, id }, query }, body: file as never, ...bytes }));
}

/** Reads a document beside the newest version of an agreement, which is asked again with it. */
export function useReturned(workspace: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (given: Omit<ReadFile, "told">): Promise<ReadFile> => ({ ...given, told: await readReturned(workspace, id, given) }),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace, "agreement", id) }),
  });
}

/** Whether a file is a document that may carry a deal, and no deal file. */
export const isDocument = ({ name }: File): boolean => /\.(?:docx|md|pdf)$/i.test(name);

/** The deal that a document says. */
export async function dealOfDocument(workspace: string, file: File): Promise<string> {
  const { read } = await readReturned(workspace, null, { file, changes: "told" });
  if (read === null) throw problemHere("the document carries no deal", "only a document that was drafted here does");
  return JSON.stringify(read.deal);
}
