import { retoldIn, type Upstream } from "@cleartitle/title";
import { assetAt, type Ground } from "./ground.js";
import type { Moment } from "./moment.js";
import type { Stated } from "./stated.js";

/** Who licenses things, and how much of their origin is recorded: by their descriptions, and by what is stated of the few of which something else is. */
export class Licensors {
  readonly #ground: Ground;
  readonly #stated: Stated;

  constructor(ground: Ground, stated: Stated) {
    this.#ground = ground;
    this.#stated = stated;
  }

  /** Several where sources differ; none where nobody is recorded. */
  of(node: number, at: Moment): readonly string[] {
    const asset = assetAt(this.#ground, node);
    if (asset === undefined) return nobody;
    if (!this.#isRetold(asset.id)) return asset.licensor === null ? nobody : [asset.licensor];
    return [...new Set(this.#said(node, "licensor", at).filter((party) => typeof party === "string"))];
  }

  /** The one who licenses a thing; null: nobody is recorded, or several are and nobody concluded which. */
  soleOf(node: number, at: Moment): string | null {
    const asset = assetAt(this.#ground, node);
    if (asset === undefined || !this.#isRetold(asset.id)) return asset?.licensor ?? null;
    const all = this.of(node, at);
    return all.length === 1 ? all[0]! : null;
  }

  /** Whether more may have gone into a thing than is recorded. */
  isOpenUpstream(node: number, at: Moment): boolean {
    const asset = assetAt(this.#ground, node);
    if (asset === undefined || !this.#isRetold(asset.id)) return asset?.upstream !== complete;
    const said = this.#said(node, "upstream", at).filter((each) => each !== null);
    return said.length === 0 || said.some((each) => each !== complete);
  }

  #isRetold(asset: string): boolean {
    return retoldIn(this.#ground.world.graph).has(asset);
  }

  #said(node: number, what: "licensor" | "upstream", { day }: Moment): readonly unknown[] {
    return this.#stated.current(node, { what, part: null, scope: null }, day).map(({ value, raw }) => value ?? raw);
  }
}

const complete: Upstream = "complete";
const nobody: readonly string[] = [];
