import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const bytes = 32;

/** A secret that nobody guesses: shown or sent once, and kept as its digest. */
export const newSecret = (): string => randomBytes(bytes).toString("base64url");

/** What is kept of a secret. It has 256 bits of chance, so that a fast digest is no help to who finds it. */
export const keptSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
