import { sha256 } from "@cleartitle/norms";

/** What becomes of natural persons whom files name: not recorded, told apart without their names, or recorded as they are named. */
export const personModes = ["drop", "hash", "keep"] as const;
export type Persons = (typeof personModes)[number];

const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}/g;
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^/\s@]{1,300}@/gi;
const home = /((?:\/home|\/Users|\\Users)[/\\]+)([^/\\\s]{1,100})/g;

/**
 * A text as it was found, less what names a natural person and is needed for no question of rights: e-mail addresses, the
 * user part of an address on the net, the name of somebody's home folder.
 */
export function withoutPersons(text: string): string {
  return text.replace(userInfo, "$1").replace(email, "[e-mail]").replace(home, "$1[user]");
}

/** What is told of something that is named by no id: the folders above it tell of somebody's machine and nothing of rights. */
export const lastPart = (name: string): string => (withoutPersons(name).split(/[/\\]/).findLast((each) => each !== "") ?? "unnamed").slice(0, 100);

const pseudonym = /^person:[0-9a-f]{16}$/;

/**
 * A mark that is the same for one name, however it is spaced and written large or small, within what is kept on behalf of one party. It is no secret: whoever
 * has a list of names can find out which of them it stands for.
 */
export function pseudonymOf(name: string, us: string): string {
  const plain = name.normalize("NFC").replace(/\s+/g, " ").trim();
  return pseudonym.test(plain) ? plain : `person:${sha256(`${us}\n${plain.toLowerCase()}`).slice(7, 23)}`;
}

/** A text as it was found, with the persons in it as was asked for. The user part of an address goes in each case, for it may be a password. */
export function textWith(persons: Persons, text: string, us: string): string {
  if (persons === "drop") return withoutPersons(text);
  const plain = text.replace(userInfo, "$1");
  return persons === "keep" ? plain : plain.replace(email, (found) => pseudonymOf(found, us)).replace(home, (_, above: string, user: string) => `${above}${pseudonymOf(user, us)}`);
}
