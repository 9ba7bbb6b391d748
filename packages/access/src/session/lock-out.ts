/** When guessing is stopped. Times in milliseconds. */
export interface LockOutPolicy {
  /** Failures in a row that are free. */
  readonly free: number;
  /** The first lock; each further failure doubles it. */
  readonly first: number;
  readonly longest: number;
  /** After so long without a failure all is forgotten. */
  readonly forgotten: number;
}

/** Of one account: slow enough that guessing is hopeless, short enough that who is locked out by others waits a coffee. */
export const accountPolicy: LockOutPolicy = { free: 5, first: 30_000, longest: 900_000, forgotten: 86_400_000 };
/** Of one address, from which many may sign in: against one password tried on many names. */
export const addressPolicy: LockOutPolicy = { free: 30, first: 60_000, longest: 3_600_000, forgotten: 86_400_000 };

export interface Failures {
  readonly count: number;
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

/** The failures after one more. */
export function failedAgain(before: Failures | null, now: string, { free, first, longest, forgotten }: LockOutPolicy): Failures {
  const isOver = before !== null && Date.parse(now) - Date.parse(before.lastAt) >= forgotten;
  const count = (before === null || isOver ? 0 : before.count) + 1;
  const over = count - free;
  const lock = over <= 0 ? 0 : Math.min(longest, first * 2 ** Math.min(over - 1, 30));
  return { count, lastAt: now, lockedUntil: lock === 0 ? null : new Date(Date.parse(now) + lock).toISOString() };
}

/** Whole seconds until another try is taken; 0: now. */
export const lockedFor = (failures: Failures | null, now: string): number => (failures?.lockedUntil == null ? 0 : Math.max(0, Math.ceil((Date.parse(failures.lockedUntil) - Date.parse(now)) / 1_000)));

/** The network that one guesser has: an address of the fourth version, or the 64 bits that a line is given of the sixth. */
export function guesserAt(ip: string): string {
  const spelled = ip.includes(":") && URL.canParse(`http://[${ip}]/`) ? new URL(`http://[${ip}]/`).hostname.slice(1, -1) : ip;
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(spelled);
  if (mapped !== null) return [mapped[1]!, mapped[2]!].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]).join(".");
  if (!spelled.includes(":")) return spelled;
  const [head = "", tail] = spelled.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const all = tail === undefined ? first : [...first, ...Array<string>(8 - first.length - last.length).fill("0"), ...last];
  return `${all.slice(0, 4).join(":")}::/64`;
}
