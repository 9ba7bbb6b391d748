import type { ClauseModel } from "../../packages/agreements/src/reading/classify/model.js";
import type { Linear } from "./train.js";

/** The largest so many weights of a model as bytes; the rest is left out. */
export function compress({ kinds, places, weights }: Linear, most: number, shift: number): ClauseModel {
  const sizes = Float32Array.from(weights, Math.abs).toSorted();
  const least = Math.max(sizes[Math.max(0, sizes.length - most)] ?? 0, 1e-6);
  const largest = Array.from({ length: kinds }, () => 1e-9);
  weights.forEach((weight, index) => {
    largest[index % kinds] = Math.max(largest[index % kinds] ?? 0, Math.abs(weight));
  });
  const scales = largest.map((each) => each / 127);
  const newPlaces = new Int32Array(places.length).fill(-1);
  const starts = [0];
  const keptKinds: number[] = [];
  const keptWeights: number[] = [];
  places.forEach((place, hash) => {
    if (place < 0) return;
    const before = keptKinds.length;
    for (let kind = 0; kind < kinds; kind += 1) {
      const weight = weights[place * kinds + kind] as number;
      const byte = Math.round(weight / (scales[kind] as number));
      if (Math.abs(weight) < least || byte === 0) continue;
      keptKinds.push(kind);
      keptWeights.push(byte);
    }
    if (keptKinds.length === before) return;
    newPlaces[hash] = starts.length - 1;
    starts.push(keptKinds.length);
  });
  return { places: newPlaces, starts: Uint32Array.from(starts), kinds: Uint8Array.from(keptKinds), weights: Int8Array.from(keptWeights), scales, shift };
}
