import { exchange, type Fault, type Guard, type Reply } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import { type Address, ownGuard } from "./address.js";
import type { Ask, Connector } from "./connector.js";
import { backoff, maxTries, maxWait, mayAskAgain, pauseAfter, waitTold } from "./patience.js";
import type { Clock } from "./patience.js";
import type { Secret } from "./secret.js";

const maxBytes = 67_108_864;
const timeout = 60_000;
const maxRedirects = 3;
/** From how long a wait is told. */
const wonder = 4_000;

export type Outcome = { readonly content: string; readonly next: readonly Ask[] } | { readonly end: "none" } | { readonly end: "part" | "stop"; readonly problems: readonly Problem[] };

const hints = {
  inside: "say `--private` if it is meant, or name the address itself",
  outside: "the journal of the answers was changed: remove their folder",
  refused: "is it the server that is meant?",
} as const;

/** Asks for one thing until it is answered, refused, or asked for often enough. */
export class Asker {
  #pause = 0;

  constructor(private readonly connector: Connector, private readonly address: Address, private readonly secret: Secret | null, private readonly options: { readonly signal: AbortSignal; readonly mayBeInside?: boolean; readonly guard?: Guard; readonly timeout?: number; readonly waiting?: (seconds: number, why: string) => void }, private readonly clock: Clock) {}

  async ask(ask: Ask): Promise<Outcome> {
    if (ask.beyond !== undefined) return { end: "part", problems: [problem("too-many", this.#clean(`${this.#at(ask)}: ${ask.beyond}`), { hint: "they were passed over" })] };
    let why = "its limit is used up";
    for (let tries = 1; ; tries++) {
      const stopped = await this.#wait(this.#pause, why);
      if (stopped !== null) return stopped;
      this.#pause = 0;
      const reply = await this.#exchange(ask);
      if ("status" in reply && !mayAskAgain(reply.status)) {
        this.#pause = pauseAfter(reply.headers);
        return this.#outcome(ask, reply);
      }
      if ("fault" in reply && reply.fault !== "lost") return this.#failed(ask, reply.fault, reply.detail);
      const told = "status" in reply ? waitTold(reply.headers, this.clock.now()) : null;
      why = "status" in reply ? `the server answers ${reply.status}` : reply.detail;
      if (tries >= maxTries) return this.#stop(`${this.#at(ask)}: ${why}, asked ${tries} times`);
      this.#pause = told ?? backoff(tries);
    }
  }

  async #wait(milliseconds: number, why: string): Promise<Outcome | null> {
    if (milliseconds > maxWait) return this.#stop(`\`${this.address.url.host}\` asks to wait ${Math.ceil(milliseconds / 1_000)} s`);
    if (milliseconds >= wonder) this.options.waiting?.(Math.ceil(milliseconds / 1_000), this.#clean(`\`${this.address.url.host}\`: ${why}`));
    if (milliseconds > 0) await this.clock.wait(milliseconds, this.options.signal);
    return this.options.signal.aborted ? this.#stop("interrupted") : null;
  }

  #stop(message: string): Outcome {
    return { end: "stop", problems: [problem("io", this.#clean(message), { hint: "what was answered is kept: run the same command again to go on" })] };
  }

  #failed(ask: Ask, fault: Exclude<Fault["fault"], "lost">, detail: string): Outcome {
    if (fault === "stopped") return this.#stop("interrupted");
    // Also of what may be missing: it is there, and may be the license.
    if (fault === "too-large") return { end: "part", problems: [problem("too-large", `${this.#at(ask)}: ${detail}`, { hint: "it was passed over" })] };
    return { end: "stop", problems: [problem("not-allowed", this.#clean(`${this.#at(ask)}: ${detail}`), { hint: fault === "inside" && this.options.guard !== undefined ? "an administrator of the server may allow it" : hints[fault] })] };
  }

  #at = (ask: Ask): string => `\`${this.address.url.host}/${ask.path}\``;

  /** A server may answer with what it was sent: secrets go into no text. */
  #clean(text: string): string {
    return (this.secret?.texts ?? []).filter((each) => each.length > 5).reduce((clean, each) => clean.replaceAll(each, "[secret]"), text);
  }

  /** Asks, and follows a redirect to the same server and below the same path alone. */
  async #exchange(ask: Ask): Promise<Reply | Fault> {
    let url = new URL(this.address.url);
    // Joined as text, a path of two slashes would name another host.
    url.pathname += ask.path;
    // A journal is a file that somebody may have written to: steps that lead up are not followed.
    if (!url.pathname.startsWith(this.address.url.pathname)) return { fault: "outside", detail: "it is not below the address that was named" };
    for (const [key, value] of Object.entries(ask.query ?? {})) url.searchParams.set(key, value);
    const body = ask.body === undefined ? null : JSON.stringify(ask.body);
    for (let turn = 0; turn <= maxRedirects; turn++) {
      const headers = this.secret === null ? {} : { authorization: this.secret.header };
      const reply = await exchange({ url, headers, body, maxBytes: ask.maxBytes ?? maxBytes, timeout: this.options.timeout ?? timeout }, this.options.guard ?? ownGuard(this.address, this.options.mayBeInside ?? false), this.options.signal);
      if ("fault" in reply || reply.status < 300 || reply.status > 399) return reply;
      const to = targetOf(reply.headers.location, url);
      if (to === null || to.origin !== this.address.url.origin || !to.pathname.startsWith(this.address.url.pathname)) return { fault: "refused", detail: `it sends on to \`${to?.host ?? "nowhere"}\`, where nothing is asked` };
      // A name in a redirect's address would be sent as who asks.
      url = new URL(to.pathname + to.search, to.origin);
    }
    return { fault: "refused", detail: "it sends on and on" };
  }

  #outcome(ask: Ask, { status, headers, body }: Reply): Outcome {
    if (status === 404 && ask.optional === true) return { end: "none" };
    if (status === 401 || status === 403) {
      const names = [...this.connector.secrets.token, this.connector.secrets.user].filter((name) => name !== undefined).map((name) => `\`${name}\``).join(" or ");
      return { end: "part", problems: [problem("not-allowed", `${this.#at(ask)}: the server answers ${status}`, { hint: this.secret === null ? `set ${names}` : `\`${this.secret.from}\` does not open it` })] };
    }
    if (status !== 200) return { end: "part", problems: [problem(status === 404 ? "not-found" : "io", `${this.#at(ask)}: the server answers ${status}`, { hint: "is it the address of such a server, and does it have this?" })] };
    const content = this.#clean(body.toString("utf8"));
    if (ask.text === true) return { content, next: [] };
    try {
      return { content, next: this.connector.next(ask, { value: JSON.parse(content) as unknown, cursor: cursorIn(headers.link) }) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { end: "part", problems: [problem("json-syntax", `${this.#at(ask)}: an answer that is no JSON`, { hint: "is it the address of such a server? a page to sign in stands in the way of many" })] };
    }
  }
}

function targetOf(location: string | undefined, from: URL): URL | null {
  try {
    return location === undefined ? null : new URL(location, from);
  } catch {
    // The language's only way of saying that an address is none.
    return null;
  }
}

/** The mark of the next page. The address around it is not believed: it is built anew from what the user named. */
function cursorIn(link: string | string[] | undefined): string | null {
  for (const part of [link].flat().join(",").split(/,(?=\s*<)/)) {
    const [, target] = /<([^>]{1,8000})>\s*;\s*rel="?next"?/i.exec(part) ?? [];
    const cursor = target === undefined ? null : targetOf(target, new URL("http://localhost"))?.searchParams.get("cursor");
    if (cursor != null && cursor !== "") return cursor;
  }
  return null;
}
