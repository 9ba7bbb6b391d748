import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesOf, importFrom } from "./index.js";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "intake-"));
  await mkdir(join(root, "in", "node_modules", "x"), { recursive: true });
  await mkdir(join(root, "in", ".git"));
  await mkdir(join(root, "in", ".cleartitle"));
  await mkdir(join(root, "in", "b"));
  await writeFile(join(root, "secret.md"), "---\nlicense: mit\n---\n");
  for (const path of ["b/README.md", "node_modules/x/README.md", ".git/README.md", ".cleartitle/README.md"]) await writeFile(join(root, "in", path), "---\nlicense: mit\nlibrary_name: x\n---\n");
});
afterEach(() => rm(root, { recursive: true }));
const paths = async (limits = {}) => (await filesOf(join(root, "in"), limits)).files.map((file) => file.path);

describe("a folder", () => {
  it("is counted as its files are looked at, and again as those of a known format are read", async () => {
    await writeFile(join(root, "in", "notes.txt"), "nothing");
    const steps: string[] = [];
    await importFrom(join(root, "in"), { us: "us", step: (done, total, doing) => steps.push(`${done} of ${total} ${doing}`) });
    expect(steps).toEqual(["0 of 2 looked at", "1 of 2 looked at", "1 of 1 read"]);
  });

  it.each(["\uFEFF{", "\uFFFE\u7B00"])("says of text in UTF-16, whichever byte comes first, why it is left out (%j)", async (text) => {
    await writeFile(join(root, "in", "package.json"), Buffer.from(text, "utf16le"));
    expect((await importFrom(join(root, "in"), { us: "us" })).skipped).toContainEqual({ file: "package.json", why: "in UTF-16, which no reader takes: save it as UTF-8" });
  });

  it("gives its files in order and passes over what others installed and what is still being asked for", async () => {
    await writeFile(join(root, "in", "a.txt"), "x");
    expect(await paths()).toEqual(["a.txt", "b/README.md"]);
    expect((await filesOf(join(root, "in"))).passed.map((each) => each.file)).toEqual([".cleartitle", ".git", "node_modules"]);
  });

  it("follows a link to a file within, and none out of the folder, in a circle or to nowhere", async () => {
    await symlink(join(root, "in", "b", "README.md"), join(root, "in", "link.md"));
    await symlink(join(root, "secret.md"), join(root, "in", "out.md"));
    await symlink(join(root, "in"), join(root, "in", "b", "circle"));
    expect(await paths()).toEqual(["b/README.md", "link.md"]);
    await symlink(join(root, "nowhere"), join(root, "in", "broken.md"));
    const { problems, passed } = await filesOf(join(root, "in"));
    expect(problems).toMatchObject([{ code: "io", file: "broken.md", hint: "it is a link that leads nowhere: fetch what it names, or remove it" }]);
    expect(passed.filter(({ why }) => why.startsWith("a link"))).toEqual([{ file: "b/circle", why: "a link to a folder, which is read where it lies" }, { file: "out.md", why: "a link that leads out of the folder" }]);
  });

  it("keeps to its limits and says so", async () => {
    expect((await filesOf(join(root, "in"), { maxBytes: 5 })).problems).toMatchObject([{ code: "too-large", file: "b/README.md" }]);
    expect((await filesOf(join(root, "in"), { maxFiles: 0 })).problems).toMatchObject([{ code: "too-many" }]);
    expect((await filesOf(join(root, "in"), { maxDepth: 0 })).problems).toMatchObject([{ code: "too-deep", file: "b" }]);
  });

  it("gives weights of any size, for only their headers are read", async () => {
    await writeFile(join(root, "in", "net.gguf"), "GGUF and more");
    expect(await paths({ maxBytes: 5 })).toEqual(["net.gguf"]);
  });

  it("imports from a path, of a folder or of one file", async () => {
    expect([...(await importFrom(join(root, "in"), { us: "acme" })).graph.assets.keys()]).toEqual(["card:b"]);
    expect((await importFrom(join(root, "in", "b", "README.md"), { us: "acme" })).read).toEqual([{ file: "README.md", reader: "hugging-face-card", records: 1, links: 0 }]);
    expect((await importFrom(join(root, "nowhere"), { us: "acme" })).problems).toMatchObject([{ code: "not-found" }]);
  });
});
