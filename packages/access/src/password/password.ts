import { randomBytes } from "node:crypto";
import { hashedApart } from "./hashing-worker.js";

/**
 * Cost of a hash: 46 MiB, one pass, one lane. The OWASP Password Storage Cheat Sheet (Argon2id) gives it and 19 MiB with two passes as the least, of equal strength; of these it needs more memory,
 * which is what attackers have least of. RFC 9106, section 4, asks for more where one can wait longer.
 */
const cost = { memorySize: 47_104, iterations: 1, parallelism: 1 } as const;
const encoding = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;
/** Memory in KiB beyond which a kept hash is not one of ours: computing it would take the server's. */
const mostMemory = 262_144;

/** One way of writing what can be typed in several, so that a password opens from every keyboard (NIST SP 800-63B-4, section 3.1.1.2). */
const typed = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hashedApart("argon2id", { ...cost, password: typed(password), salt: randomBytes(16), hashLength: 32, outputType: "encoded" });

/** A hash that no password has, in the cost of the others. */
const nobodys = `$argon2id$v=19$m=${cost.memorySize},t=${cost.iterations},p=${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

export interface PasswordCheck {
  readonly isRight: boolean;
  /** It was hashed at another cost than today's: hash it again while it is known. */
  readonly isOld: boolean;
}

/** Whether a password is the one that was kept. `kept` null: there is no such account, which takes the same time. */
export async function checkPassword(password: string, kept: string | null): Promise<PasswordCheck> {
  const [, memory, passes, lanes] = encoding.exec(kept ?? "") ?? [];
  const isReadable = memory !== undefined && Number(memory) <= mostMemory && Number(memory) >= 8 * Number(lanes) && Number(passes) > 0 && Number(lanes) > 0;
  const hash = isReadable && kept !== null ? kept : nobodys;
  const isRight = (await hashedApart("argon2Verify", { password: typed(password), hash })) && isReadable;
  return { isRight, isOld: isRight && (Number(memory) !== cost.memorySize || Number(passes) !== cost.iterations || Number(lanes) !== cost.parallelism) };
}
