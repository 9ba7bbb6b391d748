import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { problem, type Problem } from "@cleartitle/norms";
import { isPermission, type Permission } from "../permission.js";
import { keptSecret } from "./secret.js";

const prefix = "ctk_";
const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const length = 43;
const sumLength = 6;
const form = new RegExp(`^${prefix}[0-9A-Za-z]{${length + sumLength}}$`);

function inSigns(value: bigint, width: number): string {
  let text = "";
  for (let rest = value, n = 0; n < width; n++, rest /= 62n) text = signs[Number(rest % 62n)] + text;
  return text;
}

const sumOf = (text: string): string => inSigns(BigInt(crc32(text)), sumLength);

/** A token for a program: with a beginning by which scanners of repositories find it, and a sum by which a mistyped or made-up one is known without asking the database. */
export function newApiToken(): string {
  const body = prefix + inSigns(BigInt(`0x${randomBytes(32).toString("hex")}`), length);
  return body + sumOf(body);
}

/** What is kept of a token; null: it is none. */
export function keptApiToken(text: string): string | null {
  if (!form.test(text) || sumOf(text.slice(0, -sumLength)) !== text.slice(-sumLength)) return null;
  return keptSecret(text);
}

const day = 86_400_000;
/** Longest life of a token, in days. */
const longest = 366;

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  /** An instant. */
  readonly expiresAt: string;
}

/** What is wrong with a token that somebody wants: all at once. `held`: what its maker may do. */
export function wrongInToken({ name, scopes, expiresAt }: TokenWish, held: ReadonlySet<Permission>, now: string): Problem[] {
  const problems: Problem[] = [];
  if (name.trim() === "" || name.length > 100) problems.push(problem("bad-value", "a token needs a name of 100 signs at most", { pointer: "/name", hint: "say what uses it" }));
  if (scopes.length === 0) problems.push(problem("bad-value", "a token without scopes may do nothing", { pointer: "/scopes", hint: "name what it is for, such as `decisions:ask`" }));
  scopes.forEach((scope, at) => {
    if (!isPermission(scope)) problems.push(problem("unknown-name", `\`${scope.slice(0, 100)}\` is no permission`, { pointer: `/scopes/${at}`, offending: scope }));
    else if (!held.has(scope)) problems.push(problem("not-allowed", `the permission \`${scope}\` is not yours to give`, { pointer: `/scopes/${at}`, offending: scope, hint: "a token may do at most what its maker may" }));
  });
  const life = Date.parse(expiresAt) - Date.parse(now);
  if (!(life > 0 && life <= longest * day)) problems.push(problem("bad-value", `a token ends within ${longest} days from now`, { pointer: "/expiresAt", offending: expiresAt, hint: "make a new one before it ends" }));
  return problems;
}

/** What a token may do: what it was made for, as far as its maker still may. */
export const scopeOf = (scopes: readonly string[], held: ReadonlySet<Permission>): ReadonlySet<Permission> => new Set(scopes.filter(isPermission).filter((scope) => held.has(scope)));
