import type { World } from "../../world.js";
import type { Ownership } from "../../judgment/ownership.js";
import type { CompiledGraph } from "../graph.js";
import { placesIn } from "../places.js";
import { Amendments } from "./amendments.js";
import { Bonds } from "./bonds.js";
import { Endings } from "./endings.js";
import type { Ground } from "./ground.js";
import { Groups } from "./groups.js";
import { LicenseValues } from "./license-values.js";
import { Licenses } from "./licenses.js";
import { Licensors } from "./licensors.js";
import { Lives } from "./lives.js";
import { Makers } from "./makers.js";
import { Observations } from "./observations.js";
import { ownershipIn, type OwnershipAsked } from "./ownership.js";
import { Quantities } from "./quantities.js";
import { Relied, type Reliances } from "./relied.js";
import { StandingTexts } from "./standing-texts.js";
import { Stated, statedOnce } from "./stated.js";
import { TextLines } from "./text-lines.js";
import { Titles } from "./titles.js";
import { Told } from "./told.js";
import { VersionLines } from "./version-lines.js";
import { WholeTexts } from "./whole-texts.js";

/**
 * What stands on a date for a party, by what was known at an instant: step 0, compiled. Each part answers as the function of the reference of
 * its name does; what it has found it keeps for as long as nothing that it rests on changes with the date.
 */
export class State {
  readonly ground: Ground;
  readonly groups: Groups;
  readonly amendments: Amendments;
  readonly versions: VersionLines;
  readonly texts: WholeTexts;
  readonly lines: TextLines;
  readonly values: LicenseValues;
  readonly stated: Stated;
  readonly told: Told;
  readonly licenses: Licenses;
  readonly lives: Lives;
  readonly titles: Titles;
  readonly licensors: Licensors;
  readonly makers: Makers;
  readonly bonds: Bonds;
  readonly standing: StandingTexts;
  readonly observations: Observations;
  readonly quantities: Quantities;
  #endings: Endings | null = null;
  #relied: Relied | null = null;
  readonly #following: Following | null;

  constructor(world: World, graph: CompiledGraph, knownAt: string, following: Following | null = null) {
    this.#following = following;
    this.ground = { world, graph };
    this.groups = new Groups(world.graph.parties);
    this.amendments = new Amendments(world.graph, knownAt);
    this.versions = new VersionLines(world);
    this.texts = new WholeTexts(world, this.versions, this.amendments);
    this.lines = new TextLines(world, this);
    this.values = new LicenseValues(world, this.texts);
    this.stated = statedOnce(world.graph, graph, knownAt, () => new Stated(world.graph, graph, knownAt, following === null ? null : { before: following.before.stated, changed: isSaidAsBefore(world, following) ? nothing : following.changed }));
    this.told = new Told(world.graph, knownAt);
    this.lives = new Lives(world.graph, this.groups, knownAt);
    this.licenses = new Licenses(this.ground, this);
    this.titles = new Titles(world.graph, placesIn(world.catalogue));
    this.licensors = new Licensors(this.ground, this.stated);
    this.makers = new Makers(this.ground, this.licensors);
    this.bonds = new Bonds(this.told, this.groups, this.lines, () => this.relied);
    this.standing = new StandingTexts(this);
    this.observations = new Observations(this.ground);
    this.quantities = new Quantities(this.ground, this, knownAt);
  }

  /** Whether it is read from the state before some changes. */
  get isFollowing(): boolean {
    return this.#following !== null;
  }

  /** Derivations that left no result. */
  get endings(): Endings {
    return (this.#endings ??= this.#following?.before.endings ?? new Endings(this.ground));
  }

  get relied(): Relied {
    return (this.#relied ??= new Relied(this.ground, this, this.#following === null ? null : { relied: this.#following.before.relied, changed: this.#following.changed }));
  }

  /** By party, the texts that it relies on, each from its first day on. */
  reliances(): ReadonlyMap<string, Reliances> {
    return this.relied.all("9999-12-31");
  }

  /** null: nothing recorded makes the party an owner. */
  ownership(asked: OwnershipAsked): Ownership | null {
    return ownershipIn(this, asked);
  }
}

/** A state before some changes, and the assets of which they speak: of all others everything stands as it stood. */
export interface Following {
  readonly before: State;
  readonly changed: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Whether the changes speak of acts alone. */
const isSaidAsBefore = ({ graph: { statements } }: World, { before }: Following): boolean => before.ground.world.graph.statements === statements;

const kept = new WeakMap<World["graph"], Map<string, State>>();

/** The state of a world whose graph is compiled; one for each instant of knowledge, as long as its world and graph are the same. */
export function stateOf(world: World, graph: CompiledGraph, knownAt: string, follow: () => Following | null = () => null): State {
  let states = kept.get(world.graph);
  if (states === undefined) kept.set(world.graph, (states = new Map()));
  let state = states.get(knownAt);
  if (state === undefined || state.ground.world.catalogue !== world.catalogue || state.ground.graph !== graph) states.set(knownAt, (state = new State(world, graph, knownAt, follow())));
  return state;
}
