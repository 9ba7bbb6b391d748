import type { AskedModel } from "@cleartitle/model";

/** The language model that whoever runs the server named. */
export interface ServedModel {
  readonly name: string;
  /** The same model with what may be spent on one run. */
  readonly open: () => Promise<AskedModel>;
}
