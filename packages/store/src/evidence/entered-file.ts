import { appendEntries, type Signing } from "../ledger/append.js";
import { ofFile } from "../ledger/draft.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";
import { keepFile, type Keeping } from "./evidence.js";

/** A file that something else speaks of. */
export interface Attachment {
  readonly content: Uint8Array;
  readonly mediaType: string | null;
}

/** Keeps a file that is entered for itself, and enters it where it is new; gives its digest. */
export async function keepEntered(scope: Scope, keeping: Keeping, recording: Recording, signing: Signing): Promise<string> {
  const { digest, isNew } = await keepFile(scope, keeping, recording);
  const { at, by } = recording;
  if (isNew) await appendEntries(scope, { drafts: [ofFile(digest, keeping.content.byteLength, keeping.mediaType, recording)], at, by, signing });
  return digest;
}
