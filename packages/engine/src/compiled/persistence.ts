import type { Layer, PersistenceRow } from "@cleartitle/norms";
import type { Conditions, Test } from "./condition-test.js";
import { unsure } from "./plane.js";
import type { Setting } from "./setting.js";

const nothingSaid: Test = { at: () => unsure, fixed: true };

/** The table of persistence, compiled: each row once, the row that speaks found once for each layer, kind of source and kind of derivation. */
export class Persistence {
  readonly #setting: Setting;
  readonly #conditions: Conditions;
  readonly #rows = new Map<PersistenceRow, Test>();
  readonly #cells = new Map<Layer, (Test | undefined)[]>();

  constructor(setting: Setting, conditions: Conditions) {
    this.#setting = setting;
    this.#conditions = conditions;
  }

  /** Whether the matter of a source of one kind persists through a derivation of another; unknown where no row speaks. */
  test(layer: Layer, sourceKind: number, derivationKind: number): Test {
    let cells = this.#cells.get(layer);
    if (cells === undefined) this.#cells.set(layer, (cells = []));
    const { assetKinds, derivationKinds } = this.#setting.graph;
    const cell = sourceKind * derivationKinds.length + derivationKind;
    return (cells[cell] ??= this.#find(layer, assetKinds[sourceKind]!, derivationKinds[derivationKind]!));
  }

  #find(layer: Layer, source: string, derivation: string): Test {
    const row = this.#setting.world.catalogue.taxonomies.persistence.find((r) => matches(r.layer, layer) && matches(r.source, source) && matches(r.derivation, derivation));
    if (row === undefined) return nothingSaid;
    let test = this.#rows.get(row);
    if (test === undefined) this.#rows.set(row, (test = this.#conditions.test(row.persists, "permit", null)));
    return test;
  }
}

const matches = (cell: readonly string[] | "any", value: string): boolean => cell === "any" || cell.includes(value);
