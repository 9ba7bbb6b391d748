import { always, canonicalJson, digestOf, type Instrument, type Profile } from "@cleartitle/norms";
import { bareAsset, bareParty, placeholderFinding } from "./bare.js";
import { undeclared, unrecorded } from "./declared-statement.js";
import { emptyDraft, type GraphDraft, sealGraph } from "./graph-draft.js";
import type {
  Acceptance, Acquisition, AdoptedPosition, Asset, Derivation, GraphFinding, LifeEvent, Observation, Party, RivalClaim, Statement, TitleGraph,
  TitleRecord, Use, Waiver,
} from "./graph.js";

/** What must be said of a record; the rest has a value for "nothing said". */
type Sparse<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;

export interface GraphBuilderOptions {
  readonly profile?: Profile;
  /** Kind of an asset that is named and never described. Default `document`. */
  readonly guessKind?: (id: string) => string;
}

/** An id made from content, so that equal records have equal ids. */
const contentId = (prefix: string, content: object): string => `${prefix}-${digestOf(content).slice("sha256:".length, "sha256:".length + 16)}`;

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Map([...a, ...b].map((each) => [canonicalJson(each), each])).values()];

/** Of copies that bear one id, the first. */
const firstOfEach = (copies: readonly Acquisition[]): Acquisition[] => copies.filter(({ id }, index) => id === undefined || copies.findIndex((each) => each.id === id) === index);

/** Keeps what is known and fills what is not; `differ` names the fields in which both are known and unequal. */
function merged<T extends { readonly id: string }>(old: T, add: T): { record: T; differ: string[] } {
  const record: Record<string, unknown> = { ...old };
  const differ: string[] = [];
  for (const [key, value] of Object.entries(add)) {
    const known = record[key];
    if (Array.isArray(known) && Array.isArray(value)) {
      const both = union(known, value);
      const copies = key === "acquired" ? firstOfEach(both as Acquisition[]) : both;
      record[key] = copies;
      if (copies.length < both.length) differ.push(key);
    }
    else if (known === null || known === undefined) record[key] = value;
    else if (value !== null && canonicalJson(known) !== canonicalJson(value)) differ.push(key);
  }
  return { record: record as unknown as T, differ };
}

/**
 * Puts a title graph together from what imports find. Nothing is refused: a record with a known id is merged into it (the first
 * word stays, a finding `conflicting-record` says what differed), what is named but never described becomes a placeholder with a finding,
 * and a party named anywhere exists. Records without an id get one from their content, so that importing twice adds nothing.
 */
export class GraphBuilder {
  readonly #draft: GraphDraft;
  readonly #guessKind: (id: string) => string;
  readonly #statements = new Map<string, Statement>();
  readonly #events = new Map<string, LifeEvent>();
  readonly #observations = new Map<string, Observation>();
  readonly #waivers = new Map<string, Waiver>();

  constructor(us: string, { profile = "cautious", guessKind = () => "document" }: GraphBuilderOptions = {}) {
    this.#draft = emptyDraft(us, profile);
    this.#guessKind = guessKind;
    this.addParty({ id: us });
  }

  #put<T extends { readonly id: string }>(records: Map<string, T>, record: T, asset: string | null): void {
    const old = records.get(record.id);
    if (old === undefined) {
      records.set(record.id, record);
      return;
    }
    const { record: result, differ } = merged(old, record);
    records.set(record.id, result);
    if (differ.length === 0) return;
    this.addFinding({
      kind: "conflicting-record", asset,
      detail: `\`${record.id}\` was recorded twice, with different ${differ.toSorted().map((key) => `\`${key}\``).join(", ")}`,
      settle: "see which record is right, and correct the other",
    });
  }

  addParty(party: Sparse<Party, "id">): this {
    this.#put(this.#draft.parties, { ...bareParty(party.id), ...party }, null);
    return this;
  }

  /** The graph will hold a declared statement of the asset's `licensor` and `upstream`, unless one is added. */
  addAsset(asset: Sparse<Asset, "id" | "kind">): this {
    const full: Asset = { ...bareAsset(asset.id, asset.kind), ...asset };
    const old = this.#draft.assets.get(full.id);
    if (old !== undefined && full.placeholder) return this;
    // A placeholder knows nothing of its own: its kind was a guess.
    if (old?.placeholder === true) this.#draft.assets.delete(full.id);
    this.#put(this.#draft.assets, full, full.id);
    return this;
  }

  addDerivation(derivation: Sparse<Omit<Derivation, "id">, "from" | "by"> & { readonly id?: string }): string {
    const { id: given, ...content } = { to: null, who: this.#draft.us, during: always, in: [], purpose: [], field: [], facts: [], acts: [], ...derivation };
    const id = given ?? contentId("d", content);
    this.#put(this.#draft.derivations, { id, ...content }, content.to);
    return id;
  }

  /** Statements are never merged nor overwritten: other content under a taken id is another statement. */
  addStatement(statement: Sparse<Omit<Statement, "id">, "about" | "what" | "rung"> & { readonly id?: string }): string {
    const full = {
      raw: null, value: null, scope: null, part: null, by: null, source: null, valid: always, recordedAt: unrecorded, supersedes: null, ...statement,
    };
    const { id: given, ...content } = full;
    let id = given ?? contentId("s", content);
    const old = this.#statements.get(id);
    if (old !== undefined && canonicalJson(old) !== canonicalJson({ id, ...content })) id = `${id}-${contentId("s", content)}`;
    this.#statements.set(id, { id, ...content });
    return id;
  }

  addInstrument(instrument: Instrument, covers: readonly string[] = []): this {
    this.#put(this.#draft.instruments, instrument, null);
    for (const asset of covers) this.#draft.covers.push({ instrument: instrument.id, asset });
    return this;
  }

  addTitle(record: TitleRecord): this {
    this.#draft.title = union(this.#draft.title, [record]);
    return this;
  }

  addClaim(claim: RivalClaim): this {
    this.#draft.claims = union(this.#draft.claims, [claim]);
    return this;
  }

  addAcceptance(acceptance: Acceptance): this {
    this.#draft.acceptances = union(this.#draft.acceptances, [acceptance]);
    return this;
  }

  addEvent(event: Sparse<Omit<LifeEvent, "id">, "kind" | "of" | "on"> & { readonly id?: string }): string {
    const full = { party: null, part: null, recordedAt: unrecorded, evidence: null, duty: null, quantity: null, ...event };
    const id = full.id ?? contentId("e", full);
    this.#put(this.#events, { ...full, id }, null);
    return id;
  }

  addObservation(observation: Sparse<Omit<Observation, "id">, "of" | "at" | "mechanism" | "value" | "form"> & { readonly id?: string }): string {
    const full = { sha256: null, ...observation };
    const id = full.id ?? contentId("o", full);
    this.#put(this.#observations, { ...full, id }, null);
    return id;
  }

  addPosition(position: AdoptedPosition): this {
    this.#draft.positions = union(this.#draft.positions, [position]);
    return this;
  }

  addUse(use: Sparse<Use, "name" | "of" | "actions" | "in" | "on">): this {
    const full: Use = {
      actor: this.#draft.us, recipients: [], as: null, named: null, purpose: [], field: [], hosted: [], scale: [], facts: [], ...use,
    };
    this.#draft.uses.set(full.name, full);
    return this;
  }

  addWaiver(waiver: Waiver): this {
    this.#put(this.#waivers, waiver, waiver.asset);
    return this;
  }

  addFinding(finding: GraphFinding): this {
    this.#draft.findings.push(finding);
    return this;
  }

  /** One after the other, for in a list they would take as much as the records that name them. */
  *#assetsNamed(draft: GraphDraft): Generator<string> {
    for (const { from, to, acts } of draft.derivations.values()) {
      yield* from;
      if (to !== null) yield to;
      for (const act of acts) yield act.of;
    }
    for (const { about } of draft.statements) if (about.kind === "asset") yield about.id;
    for (const { asset } of [...draft.title, ...draft.claims, ...draft.covers]) yield asset;
    for (const use of draft.uses.values()) yield use.of;
    for (const { asset } of draft.waivers) if (asset !== null) yield asset;
    for (const event of draft.events) if (event.kind === "erasure-requested" || event.kind === "deleted") yield event.of;
  }

  *#partiesNamed(draft: GraphDraft): Generator<string> {
    for (const derivation of draft.derivations.values()) yield derivation.who;
    for (const use of draft.uses.values()) yield use.actor;
    for (const acceptance of draft.acceptances) yield acceptance.party;
    for (const asset of draft.assets.values()) for (const acquired of asset.acquired) yield acquired.who;
    for (const event of draft.events) if (event.party !== null) yield event.party;
    for (const { about } of draft.statements) if (about.kind === "party") yield about.id;
    for (const party of draft.parties.values()) for (const control of party.controlledBy) yield control.party;
  }

  /** The graph of what was added so far. The builder may go on and build again. */
  build(): TitleGraph {
    return sealGraph(this.#whole());
  }

  /** The graph of what was added. The builder lets go of each section as it is put in order, and is done. */
  finish(): TitleGraph {
    const draft = this.#whole();
    this.#draft.findings.length = 0;
    for (const records of [this.#statements, this.#events, this.#observations, this.#waivers]) records.clear();
    return sealGraph(draft, undefined, undefined, true);
  }

  #whole(): GraphDraft {
    const draft: GraphDraft = {
      ...this.#draft, parties: new Map(this.#draft.parties), findings: [...this.#draft.findings],
      statements: [...this.#statements.values()], events: [...this.#events.values()], observations: [...this.#observations.values()],
      waivers: [...this.#waivers.values()],
    };
    const undescribed = new Map<string, Asset>();
    for (const id of this.#assetsNamed(draft)) {
      if (!draft.assets.has(id)) undescribed.set(id, { ...bareAsset(id, this.#guessKind(id)), placeholder: true });
    }
    // What was added stays as it was, and is copied only where there is more than that.
    if (undescribed.size > 0) draft.assets = new Map([...draft.assets, ...undescribed]);
    for (const asset of draft.assets.values()) if (asset.placeholder) draft.findings.push(placeholderFinding(asset.id));
    for (const id of this.#partiesNamed(draft)) if (!draft.parties.has(id)) draft.parties.set(id, bareParty(id));
    for (const statement of undeclared(draft.assets.values(), draft.statements)) draft.statements.push(statement);
    return draft;
  }
}
