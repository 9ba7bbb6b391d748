import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ReadDocument, readDocument } from "../../packages/agreements/src/reading/text/read-text.js";
import { root } from "../root.js";

interface AiMark {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly string[];
}

/** A document with the clauses on AI that were marked in it. */
export interface AiDocument {
  readonly file: string;
  readonly half: "learned" | "unseen";
  readonly document: ReadDocument;
  readonly marks: readonly AiMark[];
}

interface Raw {
  readonly kinds: Readonly<Record<string, string>>;
  readonly documents: readonly { readonly file: string; readonly digest: string; readonly half: AiDocument["half"]; readonly clauses: readonly { readonly at: readonly [number, number]; readonly digest: string; readonly kinds: readonly string[] }[] }[];
}

const sha256 = (of: Uint8Array | string): string => createHash("sha256").update(of).digest("hex");

/** The marked documents of the material beside the repository. INVARIANT: what is marked is what was read when it was marked; else the marks mean nothing. */
export async function readAiCorpus(): Promise<AiDocument[]> {
  const { documents, kinds } = parse(readFileSync(join(root, "bench/reading/ai-clauses.yaml"), "utf8")) as Raw;
  return Promise.all(
    documents.map(async ({ file, digest, half, clauses }) => {
      const bytes = readFileSync(join(root, "../shared/data", file));
      if (`sha256:${sha256(bytes)}` !== digest) throw new Error(`${file} is not the one that was marked`);
      const { document } = await readDocument(bytes, file);
      if (document === null) throw new Error(`${file} cannot be read`);
      const marks = clauses.map((clause) => {
        const [start, end] = clause.at;
        if (!sha256(document.text.slice(start, end)).startsWith(clause.digest)) throw new Error(`${file}: other words stand at ${start}`);
        for (const kind of clause.kinds) if (!(kind in kinds)) throw new Error(`${file}: no kind \`${kind}\``);
        return { start, end, kinds: clause.kinds };
      });
      return { file, half, document, marks };
    }),
  );
}
