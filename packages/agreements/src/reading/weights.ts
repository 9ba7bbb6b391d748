import { readFileSync } from "node:fs";
import { type ClauseModel, unpackModel } from "./classify/model.js";

let loaded: ClauseModel | null = null;

/** The weights that come with the program, read when they are first asked for. What they were trained on: `clauses.origin.yaml` beside them. */
export function clauseModel(): ClauseModel {
  loaded ??= unpackModel(readFileSync(new URL("../../model/clauses.bin", import.meta.url)));
  return loaded;
}
