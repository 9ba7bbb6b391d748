const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}/g;
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^/\s@]{1,300}@/gi;
const home = /((?:\/home|\/Users|\\Users)[/\\]+)[^/\\\s]{1,100}/g;

/**
 * A text as it was found, less what names a natural person and is needed for no question of rights: e-mail addresses, the
 * user part of an address on the net, the name of somebody's home folder.
 */
export function withoutPersons(text: string): string {
  return text.replace(userInfo, "$1").replace(email, "[e-mail]").replace(home, "$1[user]");
}
