import { sha256 } from "@cleartitle/norms";
import { Store } from "@cleartitle/store";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { within } from "./bare-sql.js";
import { bothKinds, refusal, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { at, recording } from "./small-title.js";

const server = serverOfFile();

describe.each(bothKinds(server))("evidence: $name", ({ open }) => {
  const { database, fresh, anew } = keptStore(open);

  it("keeps evidence by the digest of its bytes, once, and gives out no other bytes", async () => {
    const workspace = await fresh();
    for (const size of [0, 1, 1_000_000, 1_000_001]) {
      const content = Buffer.alloc(size, `of ${size}`);
      const digest = await workspace.keepFile(content, "text/plain", recording);
      expect(digest).toBe(sha256(content));
      expect(Buffer.compare(content, Buffer.from(await workspace.file(digest)))).toBe(0);
    }
    const again = await workspace.keepFile(Buffer.alloc(1, "of 1"), "image/png", { by: "john", at: "2027-01-01T00:00:00Z" });
    const files = await (await anew(workspace.id)).files();
    expect(files.map((each) => each.bytes).toSorted((a, b) => a - b)).toEqual([0, 1, 1_000_000, 1_000_001]);
    expect(files.find((each) => each.sha256 === again)).toEqual({ sha256: again, bytes: 1, mediaType: "text/plain", at, by: "jane" });
    const stranger = await fresh();
    expect(await refusal(stranger.file(again))).toMatchObject({ code: "not-found" });
  });

  it("keeps no more evidence than it may", async () => {
    const { id } = await fresh();
    const narrow = await new Store(database().connection, { fileBytes: 10, workspaceBytes: 15 }).workspace(id);
    expect(await refusal(narrow.keepFile(Buffer.alloc(11), null, recording))).toMatchObject({ code: "too-large" });
    await narrow.keepFile(Buffer.alloc(10), null, recording);
    expect(await refusal(narrow.keepFile(Buffer.alloc(6), null, recording))).toMatchObject({ code: "too-large" });
    await narrow.keepFile(Buffer.alloc(5), null, recording);
    await narrow.keepFile(Buffer.alloc(10), null, recording);
    expect(await narrow.files()).toHaveLength(2);
  });

  it("finds evidence that was changed behind its back", async () => {
    const workspace = await fresh();
    const content = Buffer.from("as it was");
    const digest = sha256("something else");
    await within(database(), workspace.id, async (tx) => {
      await sql`insert into cleartitle.evidence_files (workspace, sha256, bytes, recorded_at, by) values (${workspace.id}, ${digest}, ${content.length}, ${at}, 'me')`.execute(tx);
      await sql`insert into cleartitle.evidence_chunks (workspace, sha256, part, content) values (${workspace.id}, ${digest}, 0, ${content})`.execute(tx);
    });
    expect(await refusal(workspace.file(digest))).toMatchObject({ code: "contradiction" });
  });
});
