import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { aiKinds } from "./ai/ai-kind.js";
import type { Classifier } from "./classify/classifier.js";
import { contextLength } from "./classify/context.js";
import { featureBits } from "./classify/feature.js";
import { clauseKinds } from "./classify/kind.js";
import { unpackModel } from "./classify/model.js";
import { plainBits } from "./classify/plain-feature.js";
import { readSecond } from "./classify/second.js";

let loaded: Classifier | null = null;
const fileOf = (name: string): Uint8Array => readFileSync(new URL(`../../model/${name}`, import.meta.url));

const files = () => ({ first: fileOf("clauses.bin"), plain: fileOf("plain-clauses.bin"), second: fileOf("context.json"), ai: fileOf("ai-clauses.bin") });

let named: string | null = null;

/** What the weights that come with the program are named by; had without loading them. */
export function weightsDigest(): string {
  if (named !== null) return named;
  const { first, plain, second, ai } = files();
  named = createHash("sha256").update(first).update(plain).update(second).update(ai).digest("hex").slice(0, 16);
  return named;
}

/** The weights that come with the program, read when they are first asked for. What they were trained on: `clauses.origin.yaml` beside them. */
export function clauseModel(): Classifier {
  if (loaded !== null) return loaded;
  const { first, plain, second, ai } = files();
  const digest = weightsDigest();
  loaded = {
    first: unpackModel(first, clauseKinds, featureBits), plain: unpackModel(plain, clauseKinds, plainBits), ai: unpackModel(ai, aiKinds, featureBits),
    second: readSecond(Buffer.from(second).toString("utf8"), contextLength), digest,
  };
  return loaded;
}
