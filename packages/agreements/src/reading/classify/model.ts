import { gunzipSync, gzipSync } from "node:zlib";
import { featureGroups, type Row } from "./feature.js";

/**
 * One linear model a kind, by hashed features. Weights are bytes times a scale of their kind; a feature that has none is left out.
 * INVARIANT: the weights of the feature at place `p` are the entries from `starts[p]` up to, but without, `starts[p + 1]`.
 */
export interface ClauseModel {
  /** Of each hash, its place, or -1. */
  readonly places: Int32Array;
  readonly starts: Uint32Array;
  readonly kinds: Uint8Array;
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  /** Added to every sum. */
  readonly shift: number;
}

interface Head {
  readonly version: 1;
  readonly kinds: readonly string[];
  readonly bits: number;
  readonly scales: readonly number[];
  readonly shift: number;
}

/** How many sums are written of a row by `sumsOf`. */
export const sumsLength = (kinds: number): number => (1 + featureGroups) * kinds;

/** How much speaks for each kind, as the logarithm of its odds, written to `out`: first altogether, then what comes of each group of features. */
export function sumsOf({ places, starts, kinds, weights, scales, shift }: ClauseModel, { features, values, ends }: Row, out: Float64Array): void {
  const count = scales.length;
  out.fill(0);
  let index = 0;
  for (let group = 0; group < featureGroups; group += 1) {
    const base = (1 + group) * count;
    for (; index < (ends[group] as number); index += 1) {
      const place = places[features[index] as number] as number;
      if (place < 0) continue;
      const value = values[index] as number;
      const to = starts[place + 1] as number;
      for (let entry = starts[place] as number; entry < to; entry += 1) {
        const at = base + (kinds[entry] as number);
        out[at] = (out[at] as number) + (weights[entry] as number) * value;
      }
    }
    for (let kind = 0; kind < count; kind += 1) {
      const sum = (out[base + kind] as number) * (scales[kind] as number);
      out[base + kind] = sum;
      out[kind] = (out[kind] as number) + sum;
    }
  }
  for (let kind = 0; kind < count; kind += 1) out[kind] = (out[kind] as number) + shift;
}

/** The gaps between hashes as numbers of seven bits a byte. */
function pushGap(out: number[], gap: number): void {
  let left = gap;
  for (; left >= 128; left >>>= 7) out.push((left & 127) | 128);
  out.push(left);
}

/** The model as a file: a line of JSON, then by rising hash the gap to the one before, how many weights, kinds and weights. */
export function packModel({ places, starts, kinds, weights, scales, shift }: ClauseModel, names: readonly string[]): Uint8Array {
  const head: Head = { version: 1, kinds: names, bits: Math.log2(places.length), scales, shift };
  const gaps: number[] = [];
  let last = 0;
  const inOrder: number[] = [];
  places.forEach((place, hash) => {
    if (place < 0) return;
    pushGap(gaps, hash - last);
    last = hash;
    inOrder.push(place);
  });
  const counts = Uint8Array.from(inOrder, (place) => (starts[place + 1] as number) - (starts[place] as number));
  const json = Buffer.from(JSON.stringify({ ...head, features: inOrder.length, gaps: gaps.length, entries: weights.length }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return gzipSync(Buffer.concat([length, json, Uint8Array.from(gaps), counts, kinds, new Uint8Array(weights.buffer, weights.byteOffset, weights.length)]), { level: 9 });
}

/** INVARIANT: the file is the project's own and was written by `packModel`; anything else is a bug. */
export function unpackModel(bytes: Uint8Array, names: readonly string[], bits: number): ClauseModel {
  const all = gunzipSync(bytes);
  const length = all.readUInt32LE(0);
  const head = JSON.parse(all.subarray(4, 4 + length).toString()) as Head & { readonly features: number; readonly gaps: number; readonly entries: number };
  if (head.bits !== bits || head.kinds.join() !== names.join()) throw new Error("the weights are of other features or kinds than the program");
  let at = 4 + length;
  const take = (count: number): Uint8Array => all.subarray(at, (at += count));
  const gaps = take(head.gaps);
  const counts = take(head.features);
  const kinds = take(head.entries);
  const weights = new Int8Array(take(head.entries));
  const places = new Int32Array(1 << bits).fill(-1);
  let hash = 0;
  let byte = 0;
  for (let place = 0; place < head.features; place += 1) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const next = gaps[byte++] as number;
      gap |= (next & 127) << shift;
      if (next < 128) break;
    }
    hash += gap;
    places[hash] = place;
  }
  const starts = new Uint32Array(head.features + 1);
  counts.forEach((count, place) => {
    starts[place + 1] = (starts[place] as number) + count;
  });
  return { places, starts, kinds, weights, scales: head.scales, shift: head.shift };
}
