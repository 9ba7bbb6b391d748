import { stat } from "node:fs/promises";

/** A larger file is not read again for this. */
const mostBytes = 16_777_216;

/**
 * Whether a reader still finds a record in a file that has one of these digests. Those of some formats are of a record within (a line, a manifest, a text in a picture), or of the text without the mark before it, and not of
 * the whole file. `null`: the file is too large to tell. `shown`: the path by which it was read.
 */
export async function isReadStill(file: string, shown: string, digests: ReadonlySet<string>): Promise<boolean | null> {
  if ((await stat(file)).size > mostBytes) return null;
  const { filesOf, importFrom } = await import("@cleartitle/intake");
  const { files } = await filesOf(file);
  const { graph } = await importFrom(files.map((each) => ({ ...each, path: shown })), { us: "us" });
  return graph.statements.some(({ source }) => digests.has(source?.sha256 ?? ""));
}
