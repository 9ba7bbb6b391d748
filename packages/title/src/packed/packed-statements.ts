import type { Source, Statement } from "../graph.js";
import { Frames } from "./frames.js";
import { FrontCodedColumn } from "./front-coded-column.js";
import { IntColumn } from "./int-column.js";
import { KnownNames } from "./known-names.js";
import type { NameTable } from "./name-table.js";
import { readList } from "./read-list.js";
import { SmallColumn } from "./small-column.js";
import { Words } from "./words.js";

interface Frame extends Omit<Statement, "id" | "about" | "source" | "supersedes"> {
  readonly kind: Statement["about"]["kind"];
  readonly source: Omit<Source, "locator" | "sha256"> | null;
}

/** Statements in columns, in the order in which they came. */
export class PackedStatements {
  readonly #ids = new FrontCodedColumn();
  readonly #names: KnownNames;
  readonly #about = new IntColumn();
  readonly #frames = new Frames<Frame>();
  readonly #frame = new SmallColumn();
  readonly #locators = new Words();
  readonly #hashes = new Words();
  readonly #superseded = new Words();

  /** `assets`: names of assets, which are held once. */
  constructor(assets: NameTable) {
    this.#names = new KnownNames(assets);
  }

  add({ id, about, source, supersedes, ...said }: Statement): void {
    this.#ids.push(id);
    this.#about.push(this.#names.add(about.id));
    this.#locators.push(source?.locator ?? null);
    this.#hashes.push(source?.sha256 ?? null);
    this.#superseded.push(supersedes);
    this.#frame.push(this.#frames.of({ ...said, kind: about.kind, source: source === null ? null : { system: source.system, retrieved: source.retrieved } }));
  }

  /** Those that were added so far. */
  list(): readonly Statement[] {
    return readList(this.#frame.length, (place) => this.#at(place));
  }

  #at(place: number): Statement {
    const { kind, what, raw, value, scope, part, rung, by, source, valid, recordedAt } = this.#frames.at(this.#frame.at(place));
    return {
      id: this.#ids.at(place), about: { kind, id: this.#names.at(this.#about.at(place)) }, what, raw, value, scope, part, rung, by,
      source: source === null ? null : { system: source.system, locator: this.#locators.at(place), sha256: this.#hashes.at(place), retrieved: source.retrieved },
      valid, recordedAt, supersedes: this.#superseded.at(place),
    };
  }
}
