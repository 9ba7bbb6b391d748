import type { Role } from "@cleartitle/access";
import { addDuration, digestOf } from "@cleartitle/norms";

interface KindRow {
  /** Whose work it is to see to it. */
  readonly roles: readonly Role[];
  /** How long before the day somebody is told. */
  readonly lead: string;
  /** Told again when the day has passed: there is something else to do then. */
  readonly again?: boolean;
}

/** What time brings. `lead` is a habit of the house, and each may be set otherwise. */
export const noticeKinds = {
  "term-ends": { roles: ["counsel"], lead: "P90D", again: true },
  "obligation-due": { roles: ["engineer", "counsel"], lead: "P14D" },
  "waiver-ends": { roles: ["counsel", "engineer"], lead: "P14D", again: true },
  "evidence-stale": { roles: ["engineer"], lead: "P0D" },
  "decision-changes": { roles: ["engineer", "counsel"], lead: "P90D" },
  "law-review": { roles: ["counsel"], lead: "P30D", again: true },
  "law-ahead": { roles: ["counsel"], lead: "P90D" },
  "law-pending": { roles: ["counsel"], lead: "P0D" },
} as const satisfies Record<string, KindRow>;

export type NoticeKind = keyof typeof noticeKinds;

/** `ahead`: the day is to come, or it is today; `past`: it is over. */
type Stage = "ahead" | "past";

export interface Notice {
  /** The same whenever the same is found again, so that nobody is told twice. */
  readonly fingerprint: string;
  readonly kind: NoticeKind;
  readonly stage: Stage;
  /** The day that it is about; null: none is known. */
  readonly on: string | null;
  readonly roles: readonly Role[];
  /** Whoever is told beside those whose work it is: the person who signed. */
  readonly person: string | null;
  readonly what: string;
  readonly todo: string;
  /** Where to look: a path below the address of the workspace. */
  readonly link: string;
}

/** What a notice is about and says, before it is known whether it is time to tell. */
export interface Told {
  readonly kind: NoticeKind;
  readonly on: string | null;
  /** What tells it apart from others of its kind and day: ids, never words that may be put otherwise. */
  readonly about: readonly (string | null)[];
  readonly person?: string | null;
  readonly what: (stage: Stage) => string;
  readonly todo: string;
  readonly link: readonly string[];
}

export type Leads = Partial<Record<NoticeKind, string>>;

/** One step of an address. An id may hold half a character, of which no address can be made as it is. */
const stepOf = (id: string): string => encodeURIComponent(Buffer.from(id).toString());

/** What is told on a day, each thing once; in order of the day that it is about. */
export function noticesOf(found: Iterable<Told>, asOf: string, leads: Leads = {}): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { kind, on, about, person = null, what, todo, link } of found) {
    const until = addDuration(asOf, leads[kind] ?? noticeKinds[kind].lead) ?? asOf;
    if (on !== null && on > until) continue;
    const stage: Stage = on !== null && on < asOf ? "past" : "ahead";
    const { again = false, roles }: KindRow = noticeKinds[kind];
    const fingerprint = digestOf([kind, again ? stage : null, on, about]);
    notices.set(fingerprint, { fingerprint, kind, stage, on, roles, person, what: what(stage), todo, link: link.map(stepOf).join("/") });
  }
  const key = ({ on, kind, what, fingerprint }: Notice): string => `${on ?? "9999-99"}\u0000${kind}\u0000${what}\u0000${fingerprint}`;
  return [...notices.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
