import { randomInt } from "node:crypto";

// Without signs that are read for another.
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code that somebody copies from a terminal by hand, once: 100 bits, in groups of five. */
export const newOneTimeCode = (): string => Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("")).join("-");

/** The code as it was meant, whatever was typed for a sign that looks alike. */
export const meantCode = (typed: string): string => typed.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/[\s-]/g, "");
