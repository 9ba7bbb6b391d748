import type { Asset } from "../graph.js";
import { Frames } from "./frames.js";
import { NameTable } from "./name-table.js";
import { PackedMap } from "./packed-map.js";
import { SmallColumn } from "./small-column.js";
import { Words } from "./words.js";

type Frame = Omit<Asset, "id" | "version" | "digest" | "licensor" | "source">;

/** Assets in columns. */
export class PackedAssets extends PackedMap<Asset> {
  readonly ids = new NameTable();
  readonly #frames = new Frames<Frame>();
  readonly #frame = new SmallColumn();
  readonly #versions = new Words();
  readonly #digests = new Words();
  readonly #licensors = new Words();
  readonly #sources = new Words();

  override get size(): number {
    return this.ids.size;
  }

  /** Adds an asset whose id is none of those before. */
  add({ id, version, digest, licensor, source, ...frame }: Asset): void {
    if (this.ids.add(id) !== this.#frame.length) throw new RangeError(`the asset \`${id}\` is there already`);
    this.#frame.push(this.#frames.of(frame));
    this.#versions.push(version);
    this.#digests.push(digest);
    this.#licensors.push(licensor);
    this.#sources.push(source);
  }

  override rowOf(id: string): number {
    return this.ids.numberOf(id);
  }

  override idAt(row: number): string {
    return this.ids.at(row);
  }

  override at(row: number): Asset {
    const { kind, modality, upstream, published, acquired, parts, placeholder } = this.#frames.at(this.#frame.at(row));
    return { id: this.idAt(row), kind, version: this.#versions.at(row), digest: this.#digests.at(row), licensor: this.#licensors.at(row), source: this.#sources.at(row), modality, upstream, published, acquired, parts, placeholder };
  }
}
