import type { Place } from "../document/place.js";
import type { Family } from "../family/family.js";
import { finding, type FindingKind, type PortfolioFinding } from "./finding.js";
import { type PairFinding, toldAlone } from "./pair-finding.js";

/** Findings of a kind that are told one by one. */
const mostAlone = 1_000;
/** Agreements that findings of one sort name in all, before they are told as one. */
const mostNames = 200_000;
/** Agreements that one message names; a finding lists all that it is of. */
const mostNamed = 4;

/** Findings between one agreement, or what several have in common, and others, that say the same. */
interface Group {
  readonly first: PairFinding;
  readonly ones: Set<Family>;
  readonly others: Set<Family>;
  readonly places: (Place | null)[];
}

export const namesIn = (ids: readonly string[]): string => {
  const named = ids.slice(0, mostNamed).map((id) => `\`${id}\``);
  return ids.length <= mostNamed ? named.join(", ") : `${named.join(", ")} and ${ids.length - mostNamed} more`;
};

function toldTogether({ first: { kind, severity, alike }, ones, others, places }: Group): PortfolioFinding {
  const [those, all] = [[...ones].map(({ id }) => id), [...others].map(({ id }) => id)];
  return finding(kind, severity, [...new Set([...those, ...all])], `${alike}: ${those.length === 0 ? "" : `${namesIn(those)} against `}${namesIn(all)}`, places);
}

function joined(groups: readonly Group[]): Group {
  const whole: Group = { first: groups[0]!.first, ones: new Set(groups.flatMap(({ ones }) => [...ones])), others: new Set(), places: groups.slice(0, mostNamed).flatMap(({ places }) => places) };
  for (const { others } of groups) for (const each of others) whole.others.add(each);
  return whole;
}

/** Findings of one kind between agreements. As long as they are few each is told alone; of more, those that say the same of one agreement, or of the same parties, are told as one, since nobody reads thousands. */
class OfKind {
  #alone: PairFinding[] | null = [];
  /** By what they say, and then by whom they are of. */
  readonly #alike = new Map<string, Map<Family | string, Group>>();

  add(found: PairFinding): void {
    this.#alone?.push(found);
    if (this.#alone !== null && this.#alone.length > mostAlone) this.#alone = null;
    const { severity, alike, under, families, places } = found;
    const sort = `${severity} ${alike}`;
    const groups = this.#alike.get(sort) ?? new Map<Family | string, Group>();
    this.#alike.set(sort, groups);
    const group = groups.get(under) ?? { first: found, ones: new Set(), others: new Set(), places: [] };
    groups.set(under, group);
    for (const each of families) if (typeof under !== "string" && each === under) group.ones.add(each); else group.others.add(each);
    if (group.others.size <= mostNamed) group.places.push(...places());
  }

  findings(): PortfolioFinding[] {
    if (this.#alone !== null) return this.#alone.map(toldAlone);
    return [...this.#alike.values()].flatMap((by) => {
      const groups = [...by.values()];
      return (groups.reduce((sum, { others }) => sum + others.size, 0) > mostNames ? [joined(groups)] : groups).map((group) => (group.ones.size + group.others.size === 2 ? toldAlone(group.first) : toldTogether(group)));
    });
  }
}

/** Findings between agreements, as they are told. */
export class Gathered {
  readonly #kinds = new Map<FindingKind, OfKind>();

  add(found: readonly PairFinding[]): void {
    for (const each of found) {
      const kind = this.#kinds.get(each.kind) ?? new OfKind();
      this.#kinds.set(each.kind, kind);
      kind.add(each);
    }
  }

  findings(): PortfolioFinding[] {
    return [...this.#kinds.values()].flatMap((kind) => kind.findings());
  }
}

/** Findings of one agreement each, of a kind and as grave as each other. */
function toldAlike(alike: readonly PortfolioFinding[]): PortfolioFinding {
  const [{ kind, severity, message }] = alike as readonly [PortfolioFinding];
  const ids = [...new Set(alike.flatMap(({ families }) => families))];
  return alike.length === 1 ? alike[0]! : finding(kind, severity, ids, `${message}: ${namesIn(ids)}`, alike.slice(0, mostNamed).flatMap(({ places }) => places));
}

/** Findings within single agreements, as they are told: of more than a thousand of a kind those with the same words are one. */
export function toldWithin(findings: readonly PortfolioFinding[]): readonly PortfolioFinding[] {
  const kinds = new Map<FindingKind, PortfolioFinding[]>();
  for (const each of findings) kinds.set(each.kind, kinds.get(each.kind) ?? []).get(each.kind)!.push(each);
  return [...kinds.values()].flatMap((of) => {
    if (of.length <= mostAlone) return of;
    const alike = new Map<string, PortfolioFinding[]>();
    for (const each of of) {
      const said = `${each.severity} ${each.message}`;
      alike.set(said, alike.get(said) ?? []).get(said)!.push(each);
    }
    return [...alike.values()].map(toldAlike);
  });
}
