import type { ProblemCode } from "@cleartitle/norms";
import { StoreRefusal } from "../refusal.js";

type Told = readonly [ProblemCode, string, string];

const unreachable: Told = ["io", "the database cannot be reached", "check that it runs and that the address is right, then try again"];
const busy: Told = ["io", "the database gave no connection in time", "it has much to do, or does not answer: try again, and see whether it runs"];
const full: Told = ["io", "the database has no room left", "make room on its disk; nothing was written"];
const unwritable: Told = ["io", "the database may not be written", "check the permissions of its folder, or that it is no read-only copy"];
/** Ids and what records say are kept whatever is in them; words beside them, such as why something was recorded, are columns of text. */
const unkept: Told = ["bad-value", "a text holds a character that the database cannot keep", "leave out the character U+0000 and halves of characters; nothing was written"];

/** By the code that the system or the database gives; two characters stand for a class of codes. */
const faults: Readonly<Record<string, Told>> = {
  ECONNREFUSED: unreachable, ECONNRESET: unreachable, ENOTFOUND: unreachable, EAI_AGAIN: unreachable, ETIMEDOUT: unreachable, EPIPE: unreachable, EHOSTUNREACH: unreachable,
  "08": unreachable, "57P01": unreachable, "57P02": unreachable, "57P03": unreachable,
  "28": ["not-allowed", "the database refuses the login", "check user and password of the address"],
  "3D000": ["not-found", "the server has no database of that name", "create it, or check the address"],
  "42704": ["not-found", "the server has no login of that name", "create it first: `create role NAME login password '…'`"],
  "42501": ["not-allowed", "the login may not do that in the database", "give the login the role `cleartitle_app`; `cleartitle db migrate` makes it"],
  "53100": full, ENOSPC: full, EDQUOT: full, EFBIG: full,
  "58": ["io", "the disk of the database fails", "see what the database says in its log"],
  "53300": ["io", "the database takes no more connections", "close some, or allow more"],
  "22021": unkept, "22P05": unkept, "25006": unwritable, EACCES: unwritable, EROFS: unwritable, EPERM: unwritable,
};

/** What a driver throws when its connection ended has no code. */
const ended = /^Connection terminated|^Client has encountered a connection error/;
/** All connections of the pool were lent, for longer than anybody waits. */
const waited = /^timeout exceeded when trying to connect/;

/** A file that may not grow has no code of its own. */
const ungrown = /: (File too large|No space left on device|Disk quota exceeded)$/;

/** A failure of a database as a refusal that says what to do; null where it is none of these, and so a bug. */
function refusalOf(error: unknown): StoreRefusal | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  const told = (ungrown.test(error.message) ? full : undefined) ?? faults[code] ?? faults[code.slice(0, 2)] ?? (ended.test(error.message) ? unreachable : undefined) ?? (waited.test(error.message) ? busy : undefined);
  if (told === undefined) return null;
  const [kind, message, hint] = told;
  return new StoreRefusal(kind, message, { hint, offending: code === "" ? null : code }, error);
}

/** A text of which the database would keep another. */
export function unkeptText(): StoreRefusal {
  const [code, message, hint] = unkept;
  return new StoreRefusal(code, message, { hint });
}

/** Does something with a database; its expected failures come as refusals. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}
