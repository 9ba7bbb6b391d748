import type { z } from "zod";
import { TitleFile } from "./title-file.js";

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** The well-formed records of a file that has others too. */
export interface SoundRecords {
  readonly file: TitleFile;
  /** Where in the document each kept record of a list stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * What of a malformed file can be checked all the same, so that a second reading brings no new problems to light.
 * `null` where not even `us` is known.
 */
export function soundRecords(written: unknown): SoundRecords | null {
  if (!isObject(written)) return null;
  const kept: Record<string, unknown> = { us: written["us"] };
  const places = new Map<string, number[]>();
  for (const [section, schema] of Object.entries(TitleFile.shape as Record<string, z.ZodType>)) {
    const records = Object.hasOwn(written, section) ? written[section] : undefined;
    if (Array.isArray(records)) {
      const sound = [...records.entries()].filter(([, record]) => schema.safeParse([record]).success);
      kept[section] = sound.map(([, record]) => record);
      places.set(section, sound.map(([index]) => index));
    } else if (isObject(records)) {
      kept[section] = Object.fromEntries(Object.entries(records).filter(([key, record]) => schema.safeParse({ [key]: record }).success));
    }
  }
  const file = TitleFile.safeParse(kept);
  return file.success ? { file: file.data, places } : null;
}
