import { ancestors, canGrant, restsOnPosition, roles, type Instrument, type Interval, type Layer, type Level, type Norm, type NormOf, type Role, type Truth } from "@cleartitle/norms";
import type { RolePlayed } from "./role-profile.js";
import { keptOf, requestTest, truthOf, yes, type Answer, type Names, type Request, type RequestTest } from "./request-test.js";

/** What is asked of the text that governs a thing. */
export interface GrantRequest extends Request {
  readonly action: string;
  readonly layer: Layer;
  /** Parts that the thing plays for the text. */
  readonly played: readonly RolePlayed[];
  /** Whether the matter itself is in the thing. */
  readonly persists: Truth;
}

/** What a text says of an act: what its permits give, after its exceptions, and no better than its own prohibitions allow. */
export interface GrantGiven {
  readonly interval: Interval;
  /** The permit that decides; null: none names the act. */
  readonly norm: string | null;
  /** The first prohibition that blocks, or may; null: none does. */
  readonly ban: string | null;
}

/** Three times the worst level and the best one: cleared 0, conditional 1, blocked 2. Less is better. */
type Span = number;
const [cleared, conditional, blocked] = [0, 4, 8];
const open: Span = 6;
const levels: readonly Level[] = ["cleared", "conditional", "blocked"];
/** The worse end of each, for every pair of spans. */
const joins = Uint8Array.from({ length: 81 }, (_, i) => {
  const [a, b] = [Math.floor(i / 9), i % 9];
  return Math.max(Math.floor(a / 3), Math.floor(b / 3)) * 3 + Math.max(a % 3, b % 3);
});
const joined = (a: Span, b: Span): Span => joins[a * 9 + b]!;
const intervals: readonly Interval[] = Array.from({ length: 9 }, (_, span) => ({ best: levels[span % 3]!, worst: levels[Math.floor(span / 3)]! }));
const worstBlocked = (span: Span): Span => 6 + (span % 3);

interface Clause {
  readonly norm: Norm;
  /** Roles that the clause speaks of, as bits. */
  readonly on: number;
  readonly test: RequestTest;
  /** Days between which it speaks; empty: without end. */
  readonly from: string;
  readonly to: string;
}

interface Permit extends Clause {
  readonly norm: NormOf<"permit">;
  readonly exceptions: readonly (Clause & { readonly norm: NormOf<"except"> })[];
}

/** What a text has to say of one act in one layer, found when it is published. */
interface Entry {
  readonly permits: readonly Permit[];
  /** Acts of which a general grant together serves; null: there is none. */
  readonly needs: readonly string[] | null;
  readonly bans: readonly Clause[];
  /** A construct that norms cannot say may touch the act. */
  readonly vague: boolean;
}

const bits: Readonly<Record<Role | "silent", number>> = { ...Object.fromEntries(roles.map((role, i) => [role, 1 << i])) as Record<Role, number>, silent: 0 };

/** A part that is played, as bits. */
interface Played {
  readonly role: number;
  readonly inner: number;
  readonly as: RolePlayed["role"];
}

const playedOf = ({ role, inner }: RolePlayed): Played => ({ role: bits[role], inner: bits[inner], as: role });

/** What is the same in all places in which something is asked. */
interface Asked {
  readonly request: GrantRequest;
  readonly entry: Entry;
  readonly played: readonly Played[];
  /** The act by itself, as the first of those asked on the way. */
  readonly chain: readonly string[];
}

const bitsOf = (on: readonly Role[]): number => on.reduce((sum, role) => sum | bits[role], 0);
const inForce = ({ from, to }: Clause, date: string | null): boolean => date === null || (from <= date && (to === "" || date <= to));

/**
 * The permits and prohibitions of one instrument, compiled when it is published. Whether it is in force for the party, and whether its
 * licensor holds what it grants, is judged before it is asked.
 */
export class CompiledText {
  readonly #instrument: Instrument;
  readonly #names: Names;
  readonly #permits: readonly Permit[];
  readonly #bans: readonly (Clause & { readonly norm: NormOf<"prohibit"> })[];
  /** Roles that some permit, and that some exception, names. */
  readonly #named: { readonly permit: number; readonly except: number };
  #asked: Asked | null = null;
  readonly #entries = new Map<string, Map<string, Entry>>();

  constructor(instrument: Instrument, names: Names) {
    this.#instrument = instrument;
    this.#names = names;
    const of = <K extends Norm["kind"]>(kind: K) => instrument.norms.filter((n): n is NormOf<K> & Norm => n.kind === kind);
    const roleBits = (kind: "permit" | "except"): number => of(kind).reduce((sum, norm) => sum | bitsOf(norm.on ?? []), 0);
    const clause = <N extends Norm>(norm: N, reading: "permit" | "prohibit") =>
      ({ norm, on: bitsOf(norm.on ?? ["materials"]), test: requestTest(norm.if, reading, names), from: norm.inForce?.from ?? "", to: norm.inForce?.to ?? "" });
    const exceptions = of("except").map((norm) => clause(norm, "prohibit"));
    this.#permits = of("permit").map((norm) => ({ ...clause(norm, "permit"), exceptions: exceptions.filter((e) => e.norm.except.from.includes(norm.id)) }));
    this.#bans = of("prohibit").map((norm) => clause(norm, "prohibit"));
    this.#named = { permit: roleBits("permit"), except: roleBits("except") };
    for (const action of names.taxonomies.actions.keys()) this.#entry(action, "copyright");
  }

  /** Total: an act that no vocabulary knows is asked by its name alone. */
  grant(request: GrantRequest, place: string): GrantGiven {
    const { verified } = this.#instrument;
    const asked = this.#askedOf(request);
    const { entry } = asked;
    const { permit, span: given } = this.#action(asked, place, entry, asked.chain);
    let span = given;
    if (span % 3 === 2) span = verified === "memory" || verified === "unverified" ? open : span;
    else if (entry.vague || !canGrant(permit?.norm.verified ?? verified)) span = worstBlocked(span);
    let ban: Clause | null = null;
    for (const each of entry.bans) {
      const banned = this.#banned(each, asked, place);
      if (banned !== cleared) span = joined(span, banned);
      if (banned >= open) ban ??= each;
    }
    return { interval: intervals[span]!, norm: permit?.norm.id ?? null, ban: ban?.norm.id ?? null };
  }

  /** Places are asked one after the other. */
  #askedOf(request: GrantRequest): Asked {
    if (this.#asked?.request !== request) this.#asked = { request, entry: this.#entry(request.action, request.layer), played: request.played.map(playedOf), chain: [request.action] };
    return this.#asked;
  }

  #entry(action: string, layer: Layer): Entry {
    let ofLayer = this.#entries.get(layer);
    if (ofLayer === undefined) this.#entries.set(layer, (ofLayer = new Map()));
    let entry = ofLayer.get(action);
    if (entry === undefined) ofLayer.set(action, (entry = this.#find(action, layer)));
    return entry;
  }

  #find(action: string, layer: Layer): Entry {
    const term = this.#names.taxonomies.actions.get(action);
    const needs = term?.power === true ? null : (term?.needs?.[layer] ?? null);
    return {
      permits: this.#permits.filter(({ norm: { permit } }) => (permit.layers ?? ["copyright"]).includes(layer) && this.#isAny(action, permit.actions)),
      needs: needs === null || needs.includes(action) ? null : needs,
      bans: this.#bans.filter(({ norm }) => this.#isAny(action, norm.prohibit.actions)),
      vague: (this.#instrument.unsupported ?? []).some((u) => u.actions === undefined || this.#isAny(action, u.actions)),
    };
  }

  #isAny(action: string, named: readonly string[]): boolean {
    const kinds = ancestors(this.#names.taxonomies.actions, action);
    return named.some((name) => kinds.has(name));
  }

  /** Best of the permits that speak of such a thing; where none does, what a general grant of all that the act needs gives. */
  #action(asked: Asked, place: string, { permits, needs }: Entry, chain: readonly string[]): { span: Span; permit: Permit | null } {
    let [best, by]: [Span, Permit | null] = [blocked, null];
    for (const permit of permits) {
      if (!covers(permit, this.#named.permit, asked.played)) continue;
      const span = this.#permitted(permit, asked, place, chain);
      if (by === null || span < best) [best, by] = [span, permit];
    }
    if (by !== null) return { span: best, permit: by };
    const general = needs === null ? { span: blocked, permit: null } : this.#needed(asked, place, needs, chain);
    return permits.length > 0 && general.span === blocked ? { span: blocked, permit: permits[0]! } : general;
  }

  #needed(asked: Asked, place: string, needs: readonly string[], chain: readonly string[]): { span: Span; permit: Permit | null } {
    const parts = needs.map((need) => this.#action(asked, place, this.#entry(need, asked.request.layer), [...chain, need]));
    const worst = parts.reduce((a, b) => (b.span > a.span ? b : a));
    return { span: parts.reduce((span, part) => joined(span, part.span), cleared), permit: worst.permit };
  }

  #permitted(permit: Permit, { request, played }: Asked, place: string, chain: readonly string[]): Span {
    const { norm, test, exceptions } = permit;
    if (norm.permit.offer === true || !inForce(permit, request.date)) return blocked;
    if (norm.permit.promise === true && (!restsOnPosition(norm.if) || chain.some((a) => this.#names.taxonomies.actions.get(a)?.power === true))) return blocked;
    let span = asPermission(test(request, place));
    for (const except of exceptions) {
      const { actions } = except.norm.except;
      if (!inForce(except, request.date) || (actions !== undefined && !chain.some((a) => this.#isAny(a, actions)))) continue;
      if (except.norm.on !== undefined && !played.some((each) => covers(except, this.#named.except, [each]))) continue;
      span = joined(span, asProhibition(except.test(request, place)));
    }
    return span;
  }

  #banned(clause: Clause, { request, played }: Asked, place: string): Span {
    if (!inForce(clause, request.date)) return cleared;
    const reached = reachOf(clause.on, played, request.persists);
    if (reached === "false") return cleared;
    const answer = clause.test(request, place);
    return truthOf(answer) === 0 ? cleared : truthOf(answer) === 2 && reached === "true" ? blocked : keptOf(answer) === 0 ? conditional : open;
  }
}

/** A clause that gives or takes back speaks of a role, or of the matter inside where no such clause of the text names the role. */
function covers({ on }: Clause, named: number, played: readonly Played[]): boolean {
  for (const { role, inner } of played) {
    if ((on & role) === 0 && ((named & role) !== 0 || (on & inner) === 0)) return false;
  }
  return true;
}

/** A prohibition reaches what is inside a product, and what the text is silent of only where the matter itself is there. */
function reachOf(on: number, played: readonly Played[], persists: Truth): Truth {
  let reached: Truth = "false";
  for (const { role, inner, as } of played) {
    if ((on & role) !== 0) return "true";
    if ((on & inner) === 0) continue;
    if (as === "product" || (as === "silent" && persists === "true")) return "true";
    if (as === "silent" && persists === "unknown") reached = "unknown";
  }
  return reached;
}

/** True serves, unknown may, an undertaking serves on condition. */
const asPermission = (answer: Answer): Span => (answer === yes || truthOf(answer) === 2 ? cleared : truthOf(answer) === 0 ? blocked : keptOf(answer) === 2 ? conditional : open);
const asProhibition = (answer: Answer): Span => (truthOf(answer) === 0 ? cleared : truthOf(answer) === 2 ? blocked : keptOf(answer) === 0 ? conditional : open);
