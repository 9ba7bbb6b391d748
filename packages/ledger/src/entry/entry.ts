import { hash } from "node:crypto";
import { canonicalJson } from "@cleartitle/norms";
import { z } from "zod";
import { type Hash, hashLeaf } from "../merkle/hash.js";
import type { Json } from "./json.js";

/** Bytes of a line at most, and of what one event may hold. What is larger is a file of evidence, and the event its digest. */
export const maxLineBytes = 8_000_000;
export const maxDepth = 32;

const Digest = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, "32 bytes in base64");
const fieldName = /^[a-z][A-Za-z0-9-]{0,63}$/;
const FieldName = z.string().regex(fieldName, "a name of letters, digits and dashes");
export const isFieldName = (text: string): boolean => fieldName.test(text);
const ledgerName = /^[\u0021-\u002a\u002c-\u007e]{1,200}$/;
export const isLedgerName = (text: string): boolean => ledgerName.test(text);

/** An event without its fields. */
export const EventHead = z.strictObject({
  version: z.literal(1),
  ledger: z.string().regex(ledgerName, "a name without spaces and plus signs"),
  index: z.int().min(0),
  at: z.iso.datetime(),
  kind: z.string().max(64),
});

/** What is hashed into the tree. It holds no value, only a commitment to each, so that a value can go and the event stays. */
const LedgerEvent = EventHead.extend({ fields: z.record(FieldName, Digest) });
export type LedgerEvent = z.infer<typeof LedgerEvent>;

/** What was read as JSON is JSON: to walk through megabytes of it again would say nothing new. */
const Value = z.custom<Json>((value) => value !== undefined);

/** A field told: its value, and the salt without which the commitment would give away whoever can guess the value. */
const Opening = z.strictObject({ salt: z.string().regex(/^[A-Za-z0-9+/]{22}==$/, "16 bytes in base64"), value: Value });

/** A line of the ledger: the event, the hash of its leaf, and what its fields say as far as it was not redacted. */
export const Entry = z.strictObject({ event: LedgerEvent, leaf: Digest, open: z.record(FieldName, Opening) });
export type Entry = z.infer<typeof Entry>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** Bound to the field's name, so that no two fields can change places. `value`: its canonical text. */
export const commitmentTo = (name: string, salt: string, value: string): string => hash("sha256", `["${salt}",${JSON.stringify(name)},${value}]`, "base64");

/** The leaf of an event, by its canonical text. */
export const leafOf = (event: string): Hash => hashLeaf(Buffer.from(event));
export const leafText = (leaf: Hash): string => base64(leaf);
export const leafBytes = (text: string): Hash => Buffer.from(text, "base64");

/** The one way in which an entry is written: any other text is not this entry. */
export const printEntry = (entry: Entry): string => canonicalJson(entry);
