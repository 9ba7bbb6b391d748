import { problem, type Problem } from "@cleartitle/norms";

/** NIST SP 800-63B-4, section 3.1.1.2: 15 signs where the password is all there is, at least 64 allowed, no rules of composition, no end of its own. */
const least = 15;
const most = 256;
/** Sequences of keyboards and alphabets, in which passwords are looked for. */
const runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn"].flatMap((run) => [run, run.split("").toReversed().join("")]);
const longestRun = 5;

const wrong = (message: string, hint: string): Problem => problem("bad-value", message, { pointer: "/password", hint });

/** What is wrong with a password that somebody chooses: all at once. `others`: names that stand beside it, such as the login's. It is never said itself. */
export function wrongInPassword(password: string, others: readonly string[]): Problem[] {
  const signs = Array.from(password.slice(0, 4 * most).normalize("NFKC"));
  const problems: Problem[] = [];
  if (signs.length < least) problems.push(wrong(`a password has ${least} signs or more`, "take four or five words that do not belong together"));
  if (signs.length > most) problems.push(wrong(`a password has ${most} signs at most`, "take a shorter one"));
  if (signs.length <= most && lettersLeft(signs.join("").toLowerCase(), others) < 8) problems.push(wrong("the password can be guessed: it repeats itself, counts up, or says a name that stands beside it", "take four or five words that do not belong together"));
  return problems;
}

/** How many signs are left of a password where names, repetitions and sequences count as one sign each. */
function lettersLeft(password: string, others: readonly string[]): number {
  let left = password;
  for (const other of ["cleartitle", "password", "passwort", "welcome", "admin", "letmein", ...others.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))]) if (other.length > 2) left = left.replaceAll(other, "•");
  // Bounded: the text has 256 signs at most.
  left = left.replace(/(.{1,8}?)\1+/gsu, "$1");
  let count = 0;
  for (let at = 0; at < left.length; count++) {
    const rest = left.slice(at);
    const run = [...Array(rest.length - longestRun + 1 > 0 ? Math.min(rest.length, 26) : 0).keys()].toReversed().find((size) => size + 1 >= longestRun && runs.some((each) => each.includes(rest.slice(0, size + 1))));
    at += run === undefined ? 1 : run + 1;
  }
  return count;
}
