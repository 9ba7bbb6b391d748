import type { Condition, Instrument } from "@cleartitle/norms";
import { assetOfAcquisition, type ChangeSet, type Derivation, type GraphChange, type Statement, type Waiver } from "@cleartitle/title";
import { platformsIn } from "../compiled/judge/platforms.js";
import type { State } from "../compiled/state/state.js";
import type { RecordedTexts } from "./recorded-texts.js";

/** A world before its changes and after them. */
export interface Change {
  readonly before: State;
  readonly after: State;
  readonly changes: ChangeSet;
}

/**
 * What changes speak of themselves, before anything is followed: assets, uses, or all there is. More than they alter is no fault; what they
 * alter and this leaves out would be.
 */
export class Touched {
  readonly assets = new Set<string>();
  readonly uses = new Set<string>();
  /** Why nothing can be left out; null: something can. */
  everything: string | null = null;
  readonly #change: Change;
  readonly #recorded: () => RecordedTexts;
  #known: RecordedTexts | null = null;

  /** `recorded`: looked up only where a change speaks of texts. */
  constructor(change: Change, recorded: () => RecordedTexts) {
    this.#change = change;
    this.#recorded = recorded;
    for (const each of change.changes) this.#add(each);
    this.#addReliance();
    if (this.#states().some(({ ground: { world } }) => platformsIn(world).clauses.length > 0)) this.#all("what somebody does under the terms of a platform may give up bans of its own");
    const [before, after] = this.#states().map(({ ground: { world } }) => placesNamed(world.graph.instruments.values()));
    if (before !== after) this.#all("a text of this workspace speaks of other places than before");
  }

  get #texts(): RecordedTexts {
    return (this.#known ??= this.#recorded());
  }

  #states(): readonly State[] {
    return [this.#change.before, this.#change.after];
  }

  #all(why: string): void {
    this.everything ??= why;
  }

  #add(change: GraphChange): void {
    switch (change.change) {
      case "add-statement": return this.#statement(change.statement.id, change.statement);
      case "remove-statement": return this.#statement(change.statement);
      case "add-instrument": return this.#text(change.instrument.id);
      case "remove-instrument": case "terminate-instrument": return this.#text(change.instrument);
      case "add-acceptance": case "remove-acceptance": return this.#text(change.acceptance.instrument);
      case "add-event": return this.#event(change.event.id, change.event.of);
      case "remove-event": return this.#event(change.event);
      case "add-derivation": return this.#derivations(change.derivation.id, change.derivation);
      case "remove-derivation": return this.#derivations(change.derivation);
      case "add-act": return this.#act(change.derivation, change.act.of);
      case "add-asset": return void this.assets.add(change.asset.id);
      case "drop-asset": return this.#drop(change.asset);
      case "add-party": return this.#all("what is recorded of a party counts wherever it acts");
      case "add-position": case "remove-position": return this.#all("a position counts wherever its question comes up");
      case "add-waiver": return this.#waiver(change.waiver.id, change.waiver);
      case "remove-waiver": return this.#waiver(change.waiver);
      case "set-profile": return this.#all("the profile answers every question on which nobody took a position");
      case "set-use": return void this.uses.add(change.use);
    }
  }

  /** A statement as it was, as it is, and what it corrects. */
  #statement(id: string, ...more: readonly Statement[]): void {
    const known = this.#states().flatMap(({ ground: { world } }) => world.graph.statements);
    for (const { about, supersedes } of [...more, ...known.filter((each) => each.id === id)]) {
      if (about.kind === "asset") this.assets.add(about.id);
      else if (about.kind === "instrument") this.#text(about.id);
      else if (about.kind === "derivation") this.#derivations(about.id);
      else if (about.kind === "acquisition") this.assets.add(assetOfAcquisition(about.id));
      else this.#all("what is stated of a party counts wherever it acts");
      for (const corrected of known) if (corrected.id === supersedes && corrected.about.kind === "asset") this.assets.add(corrected.about.id);
    }
  }

  /** A text counts where it or one of its family is recorded, or is what a use goes out under; a policy of this workspace counts for every use. */
  #text(id: string): void {
    const family = this.#texts.family(id);
    for (const asset of this.#texts.assetsUnder(family)) this.assets.add(asset);
    for (const { ground: { world: { graph } } } of this.#states()) {
      for (const member of family) if (graph.instruments.get(member)?.kind === "policy") this.#all("a policy of ours counts for every use");
      for (const use of graph.uses.values()) if (use.as !== null && family.has(use.as)) this.uses.add(use.name);
    }
  }

  #event(id: string, ...more: readonly string[]): void {
    const known = this.#states().flatMap(({ ground: { world } }) => world.graph.events.filter((each) => each.id === id).map((each) => each.of));
    for (const of of new Set([...more, ...known])) this.#happenedTo(of);
  }

  /** An event of a text, an asset, an act, a use; of anything else it may count anywhere. */
  #happenedTo(of: string): void {
    const states = this.#states();
    const has = (test: (state: State) => boolean): boolean => states.some(test);
    // Of an asset, or of a copy that was got of one.
    const asset = has(({ ground: { world: { graph } } }) => graph.assets.has(of)) ? of : assetOfAcquisition(of);
    if (has(({ ground: { world: { graph } } }) => graph.parties.has(of))) this.#all("what happens to a party counts wherever it acts");
    let known = this.assets.has(of);
    const note = (is: boolean, add: () => void): void => {
      if (!is) return;
      known = true;
      add();
    };
    note(has(({ texts }) => texts.recorded(of) !== undefined), () => this.#text(of));
    note(has(({ ground: { world: { graph } } }) => graph.assets.has(asset)), () => this.assets.add(asset));
    note(has(({ ground: { world: { graph } } }) => graph.derivations.has(of)), () => this.#derivations(of));
    note(has(({ ground: { world: { graph } } }) => graph.uses.has(of)), () => this.uses.add(of));
    if (!known) this.#all(`nobody knows what \`${of}\` is`);
  }

  #derivations(id: string, ...more: readonly Derivation[]): void {
    const known = this.#states().flatMap(({ ground: { world } }) => world.graph.derivations.get(id) ?? []);
    for (const { from, to, acts } of [...more, ...known]) for (const asset of [...from, ...(to === null ? [] : [to]), ...acts.map((act) => act.of)]) this.assets.add(asset);
  }

  #act(derivation: string, of: string): void {
    this.assets.add(of);
    this.#derivations(derivation);
  }

  /** A waiver as it was and as it is: of one use, or of every use. */
  #waiver(id: string, ...more: readonly Waiver[]): void {
    for (const { use } of [...more, ...this.#change.before.ground.world.graph.waivers.filter((each) => each.id === id)]) {
      if (use === null) this.#all("a waiver for every use counts for each");
      else this.uses.add(use);
    }
  }

  /** With an asset go the derivations that it was alone in, and the waivers that speak of it. */
  #drop(asset: string): void {
    this.assets.add(asset);
    const { graph } = this.#change.before.ground.world;
    for (const derivation of graph.derivations.values()) if (derivation.to === asset || derivation.from.includes(asset) || derivation.acts.some((act) => act.of === asset)) this.#derivations(derivation.id);
    for (const waiver of graph.waivers) {
      if (waiver.asset !== asset) continue;
      if (waiver.use === null) this.#all("a waiver for every use goes with its asset");
      else this.uses.add(waiver.use);
    }
  }

  /** Texts that somebody has come to rely on, or has no longer relied on, from another day on than before. */
  #addReliance(): void {
    const states = this.#states();
    const [before, after] = states.map((state) => state.reliances());
    for (const party of new Set([...before!.keys(), ...after!.keys()])) {
      const [was, is] = [before!.get(party), after!.get(party)];
      for (const text of new Set([...(was?.since.keys() ?? []), ...(is?.since.keys() ?? [])])) if (was?.since.get(text) !== is?.since.get(text)) this.#text(text);
      const [then, now] = [was, is].map((each, i) => new Map(Array.from(each?.changing ?? [], ([node, since]) => [states[i]!.ground.graph.nodes[node]!, since] as const)));
      for (const asset of new Set([...then!.keys(), ...now!.keys()])) {
        if (then!.get(asset) === now!.get(asset) && !this.assets.has(asset)) continue;
        for (const text of this.#texts.of(asset)) this.#text(text);
      }
    }
  }
}

/** All places that conditions of texts name, in order: they cut the places of every question into classes. */
function placesNamed(texts: Iterable<Instrument>): string {
  const found = new Set<string>();
  for (const text of texts) for (const norm of text.norms) placesOf(norm.if, found);
  return [...found].toSorted().join("\u0000");
}

function placesOf(condition: Condition | undefined, into: Set<string>): void {
  if (typeof condition !== "object") return;
  if ("place" in condition) for (const place of condition.place) into.add(place);
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : "none" in condition ? condition.none : "position" in condition ? Object.values(condition.options) : [];
  for (const part of parts) placesOf(part, into);
}
