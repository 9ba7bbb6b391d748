import * as engine from "docxodus/core";
import { settings } from "./comparing-worker.js";

let ready: Promise<unknown> | null = null;

/** Tracked changes made in the process of a test, with the settings of the worker: its runtime is started once. */
export async function trackedHere(left: Uint8Array, right: Uint8Array): Promise<{ readonly bytes: Uint8Array }> {
  await (ready ??= engine.initialize());
  return { bytes: await engine.docxDiffCompare(left, right, settings) };
}
