import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { bundleNames } from "@cleartitle/ledger";
import type { Workspace } from "@cleartitle/store";
import { stopWith } from "../stop.js";
import { TooLarge, ZipFile } from "./zip.js";

async function* lines(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(`${text}\n`);
}

async function* asJson(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) yield JSON.stringify(text);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Writes the whole ledger of one instant into a file, before anything of it is sent: whoever reads slowly holds no transaction open. */
async function written(workspace: Workspace, path: string): Promise<void> {
  const zip = new ZipFile(path);
  try {
    await workspace.ledger.export(async ({ entries, heads, evidence }) => {
      await zip.add(bundleNames.entries, lines(entries));
      await zip.add(bundleNames.heads, lines(asJson(heads)));
      for await (const { sha256, content } of evidence) await zip.add(bundleNames.evidence(sha256), once(content));
    });
    await zip.end();
  } catch (error) {
    if (error instanceof TooLarge) throw stopWith("too-large", "the ledger is larger than an archive can be", { hint: "`cleartitle db export` writes it into a folder" });
    throw error;
  } finally {
    await zip.close();
  }
}

/** The ledger of a workspace as an archive of the folder that `cleartitle ledger verify` reads. */
export async function ledgerBundle(workspace: Workspace): Promise<{ readonly body: ReadableStream<Uint8Array>; readonly bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-ledger-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "ledger.zip");
    await written(workspace, path);
    const { size } = await stat(path);
    const stream = createReadStream(path);
    stream.once("close", () => void remove());
    return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, bytes: size };
  } catch (error) {
    await remove();
    throw error;
  }
}
