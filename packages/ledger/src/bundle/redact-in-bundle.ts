import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { nameHint, problem, type Problem } from "@cleartitle/norms";
import { type Entry, maxLineBytes, printEntry } from "../entry/entry.js";
import { evidenceOf } from "../entry/evidence-of.js";
import { isEventKind, isKept } from "../entry/kind.js";
import { readEntry } from "../entry/read-entry.js";
import { redacted } from "../entry/seal.js";
import type { SigningKey } from "../head/key.js";
import { linesOf } from "../verify/line.js";
import { appendToBundle, type createBundle, locked } from "./append-to-bundle.js";
import { entriesFile, evidenceFolder, evidenceName } from "./layout.js";
import { openBundle } from "./read-bundle.js";

interface Redacting {
  readonly shown?: string;
  readonly key: SigningKey;
  readonly entry: number;
  readonly fields: readonly string[];
  readonly by: string;
  readonly why: string;
  readonly at: string;
}

async function* entriesIn(folder: string, shown: string): AsyncGenerator<Entry> {
  const file = `${shown}/${entriesFile}`;
  for await (const line of linesOf(createReadStream(join(folder, entriesFile)), { file, maxBytes: maxLineBytes })) {
    const entry = line.problem === null ? readEntry(line.text, { file, line: line.number }).entry : null;
    // The ledger was verified before; what cannot be read now ends the work and leaves the file as it is.
    if (entry === null) throw new Error(`line ${line.number} of ${file} changed while it was read`);
    yield entry;
  }
}

/** Why nothing is taken out of an entry; null: it may be. */
function refusal(entry: Entry | null, { entry: index, fields }: Redacting): Problem | null {
  if (entry === null) return problem("not-found", `there is no entry ${index}`, { hint: "`ledger verify` says how many there are" });
  const { kind } = entry.event;
  if (isEventKind(kind) && isKept(kind)) return problem("not-allowed", `entry ${index} is \`${kind}\`: it says who may sign or what was taken out, and stays`);
  const told = Object.keys(entry.open);
  const strange = fields.find((name) => !told.includes(name));
  return strange === undefined ? null : problem("unknown-name", `entry ${index} tells no \`${strange}\``, { hint: nameHint(strange, told) ?? `it tells ${told.map((name) => `\`${name}\``).join(", ")}` });
}

/** Writes the entries anew without the fields, in one step; gives the evidence that entries still name. Where it cannot be done, nothing is left of the draft. */
async function rewrite(folder: string, shown: string, { entry: index, fields }: Redacting): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const draft = join(folder, `${entriesFile}.new`);
  const file = await open(draft, "w");
  try {
    try {
      for await (const entry of entriesIn(folder, shown)) {
        const kept = entry.event.index === index ? redacted(entry, fields) : entry;
        for (const digest of evidenceOf(kept)) named.add(digest);
        await file.appendFile(`${printEntry(kept)}\n`);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, entriesFile));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return named;
}

/**
 * Takes fields out of an entry. That it was done is recorded first, then the fields go, then the files of evidence that only they named: whatever
 * happens between, the ledger holds, and says what is still to be taken out.
 */
export async function redactInBundle(folder: string, redacting: Redacting): ReturnType<typeof createBundle> {
  const { shown = folder, key, entry: index, fields, by, why, at } = redacting;
  const { bundle, problems } = await openBundle(folder, shown);
  if (bundle === null) return { appended: null, problems };
  let found: Entry | null = null;
  for await (const line of bundle.source.entries.lines) if (line.number === index + 1 && line.problem === null) found = readEntry(line.text, { file: bundle.source.entries.file, line: line.number }).entry;
  const refused = refusal(found, redacting);
  if (refused !== null || found === null) return { appended: null, problems: refused === null ? [] : [refused] };
  const done = await appendToBundle(folder, { shown, key, events: [{ kind: "redaction", at, fields: { by, entry: index, fields: [...fields], why } }] });
  if (done.appended === null) return done;
  const gone = evidenceOf(found);
  const written = await locked(folder, shown, async () => {
    const named = await rewrite(folder, shown, redacting);
    for (const digest of gone) if (!named.has(digest)) await rm(join(folder, evidenceFolder, evidenceName(digest)), { force: true });
    return null;
  });
  return written === null ? done : { appended: null, problems: [written] };
}
