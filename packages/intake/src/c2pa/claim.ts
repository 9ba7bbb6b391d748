import type { Place } from "../evidence.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { Judged } from "./trust.js";

/** A manifest, the asset it is about, and what is known of its signature. */
export interface Claim {
  readonly asset: string;
  readonly label: string;
  readonly value: YamlValue;
  readonly judged: Judged;
  /** The file that it is about, where it is at hand. */
  readonly file: { readonly id: string; readonly digest: string } | null;
  /** The asset of another manifest of the store. */
  readonly assetOf: (label: string) => string;
  readonly at: (value: YamlValue, what: string) => Place;
}
