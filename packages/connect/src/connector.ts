import { sha256 } from "@cleartitle/norms";

/** One request to a server, relative to the address that the user named. A request is data: it is kept in the journal, and the same words ask the same. */
export interface Ask {
  /** Below the address, without a query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; with a body the request is a POST. */
  readonly body?: unknown;
  /** Where the answer is kept, below the folder of answers; it names one request of a connection. */
  readonly keep: string;
  /** What the answer is for, in words of the connector. */
  readonly step: string;
  /** An answer of `404` says that there is none, as a license file that a repository lacks. */
  readonly optional?: boolean;
  /** The answer is kept as it is and not looked into. */
  readonly text?: boolean;
  /** Larger ones are passed over with a word, in place of the connection's end. */
  readonly maxBytes?: number;
  /** What a bound cuts off: it is not asked for, and is told in each run, one that goes on from a journal too. */
  readonly beyond?: string;
}

/** What came back, as far as a connector may look at it. */
interface Answer {
  /** The value of the JSON; `undefined` for an answer that is kept as text. */
  readonly value: unknown;
  /** Of the headers only the mark of the next page, taken out of `Link`: an address in an answer is never followed. */
  readonly cursor: string | null;
}

interface Wanted {
  /** Names of what is asked for; none: all that the server has. */
  readonly names: readonly string[];
}

/** How a kind of server is asked: pure words in, pure words out, so that it is tested without a server and resumed from a journal. */
export interface Connector {
  readonly kind: string;
  readonly title: string;
  /** Environment variables of a token or a name with its password, as the server's own client names them. */
  readonly secrets: { readonly token: readonly string[]; readonly user?: string; readonly password?: string };
  /** How a token is sent. */
  readonly scheme: "bearer" | "basic-api";
  /** What a name is, for whoever is told that one is none; `null` where names are not taken. */
  readonly names: string | null;
  isName(name: string): boolean;
  /** Whether it must be told what to ask for, since all that such a server has is the world's. */
  readonly needsNames: boolean;
  start(wanted: Wanted): Ask[];
  /** What to ask after an answer: the next page, and what it speaks of. */
  next(ask: Ask, answer: Answer): Ask[];
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
export const fieldOf = (value: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
export const listIn = (value: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const found = fieldOf(value, ...keys);
  return Array.isArray(found) ? found : [];
};
export const textIn = (value: unknown, ...keys: readonly string[]): string | null => {
  const found = fieldOf(value, ...keys);
  return typeof found === "string" && found !== "" && found.length <= 2_000 ? found : null;
};

/** A text of an answer as one step of an address. What an address takes for a folder or for the one above cannot be asked for. */
export const stepOf = (text: string): string | null => (/^\.{0,2}$/.test(text) ? null : encodeURIComponent(Buffer.from(text).toString()));

/** A text of an answer as the name of a file or folder: without a meaning of its own there, bounded, and told apart from every other. */
export function fileStepOf(text: string): string {
  const plain = encodeURIComponent(Buffer.from(text).toString()).replaceAll(".", "%2E").replaceAll("*", "%2A").replaceAll("~", "%7E");
  return plain.length <= 150 ? plain : `${plain.slice(0, 120)}~${sha256(text).slice(7, 23)}`;
}

/** The page of a list under its own name, from the second. */
export const paged = (keep: string, page: number): string => (page < 2 ? keep : keep.replace(/\.json$/, `~${page}.json`));
export const pageOf = (keep: string): number => Number(/~(\d{1,9})\.json$/.exec(keep)?.[1] ?? "1");
