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
import { Lives } from "./lives.js";
import { Makers } from "./makers.js";
import { Observations } from "./observations.js";
import { ownershipIn, type OwnershipAsked } from "./ownership.js";
import { Quantities } from "./quantities.js";
import { Relied, type Reliances } from "./relied.js";
import { StandingTexts } from "./standing-texts.js";
import { Stated } from "./stated.js";
import { TextLines } from "./text-lines.js";
import { Titles } from "./titles.js";
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
  readonly licenses: Licenses;
  readonly lives: Lives;
  readonly titles: Titles;
  readonly makers: Makers;
  readonly bonds: Bonds;
  readonly standing: StandingTexts;
  readonly observations: Observations;
  readonly quantities: Quantities;
  #endings: Endings | null = null;
  #relied: Relied | null = null;

  constructor(world: World, graph: CompiledGraph, knownAt: string) {
    this.ground = { world, graph };
    this.groups = new Groups(world.graph.parties);
    this.amendments = new Amendments(world.graph, knownAt);
    this.versions = new VersionLines(world);
    this.texts = new WholeTexts(world, this.versions, this.amendments);
    this.lines = new TextLines(world, this);
    this.values = new LicenseValues(world, this.texts);
    this.stated = new Stated(world.graph, graph, knownAt);
    this.lives = new Lives(world.graph, this.groups, knownAt);
    this.licenses = new Licenses(this.ground, this);
    this.titles = new Titles(world.graph, placesIn(world.catalogue), this.groups);
    this.makers = new Makers(this.ground);
    this.bonds = new Bonds(world.graph.parties, this.groups, this.lines, () => (this.#relied ??= new Relied(this.ground, this)));
    this.standing = new StandingTexts(this.ground, this);
    this.observations = new Observations(this.ground);
    this.quantities = new Quantities(this.ground, this.groups, knownAt);
  }

  /** Derivations that left no result. */
  get endings(): Endings {
    return (this.#endings ??= new Endings(this.ground));
  }

  /** By party, the texts that it relies on, each from its first day on. */
  reliances(): ReadonlyMap<string, Reliances> {
    return (this.#relied ??= new Relied(this.ground, this)).all("9999-12-31");
  }

  /** null: nothing recorded makes the party an owner. */
  ownership(asked: OwnershipAsked): Ownership | null {
    return ownershipIn(this, asked);
  }
}

const kept = new WeakMap<CompiledGraph, Map<string, State>>();

/** The state of a world whose graph is compiled; one for each instant of knowledge, as long as its world and graph are the same. */
export function stateOf(world: World, graph: CompiledGraph, knownAt: string): State {
  let states = kept.get(graph);
  if (states === undefined) kept.set(graph, (states = new Map()));
  let state = states.get(knownAt);
  if (state === undefined || state.ground.world.catalogue !== world.catalogue || state.ground.world.graph !== world.graph) states.set(knownAt, (state = new State(world, graph, knownAt)));
  return state;
}
