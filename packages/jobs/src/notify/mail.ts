import { escapeMarkup } from "@cleartitle/engine";
import type { Notice } from "../review/notice.js";
import { line } from "./line.js";

/** A mail before it is sent: text, and the same in plain HTML. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** More than anybody reads at once; the rest is a click away. */
const mostShown = 50;

/** An address that mail can be sent to, and nothing else: no name, no list, no sign that means something in a header. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/.test(text);

/** Tells notices as a mail. `base`: the address of the workspace, that links start from. */
export function letterOf(workspace: string, base: string, notices: readonly Notice[]): Letter {
  const shown = notices.slice(0, mostShown);
  const rest = notices.length - shown.length;
  const first = shown[0]!;
  const subject = line(notices.length === 1 ? `[${workspace}] ${first.what}` : `[${workspace}] ${notices.length} things to look at: ${first.what}`, 150);
  const told = shown.map(({ on, what, todo, link }) => ({ on: on ?? "no day is known", what: line(what, 500), todo: line(todo, 300), link: `${base}/${link}` }));
  const more = rest === 0 ? "" : `and ${rest} more at ${base}/notices`;
  const text = [...told.flatMap(({ on, what, todo, link }) => [`${on}  ${what}`, `  to do: ${todo}`, `  ${link}`, ""]), ...(more === "" ? [] : [more, ""]), `You are told because you subscribed to this. To end it: ${base}/settings/notifications`, ""].join("\n");
  const items = told.map(({ on, what, todo, link }) => `<li><strong>${escapeMarkup(on)}</strong> ${escapeMarkup(what)}<br>To do: ${escapeMarkup(todo)}<br><a href="${escapeMarkup(link)}">${escapeMarkup(link)}</a></li>`);
  const html = `<!doctype html><html lang="en"><body><ul>${items.join("")}</ul>${more === "" ? "" : `<p>${escapeMarkup(more)}</p>`}<p>You are told because you subscribed to this. <a href="${escapeMarkup(base)}/settings/notifications">End it</a></p></body></html>`;
  return { subject, text, html };
}
