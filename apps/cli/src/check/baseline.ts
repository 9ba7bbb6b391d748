import { keyOf } from "@cleartitle/engine";
import { problem, type Status } from "@cleartitle/norms";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { checkSchema } from "./render-json.js";
import type { KnownFinding } from "./report.js";

const statuses: readonly unknown[] = ["cleared", "conditional", "unresolved", "blocked"];

function isRow(row: unknown): row is { file: string; use: string; left: Status } {
  if (typeof row !== "object" || row === null) return false;
  const { file, use, left } = row as Record<string, unknown>;
  return typeof file === "string" && typeof use === "string" && statuses.includes(left);
}

export interface Baseline {
  /** How bad each question was. */
  readonly statuses: ReadonlyMap<string, Status>;
  /** The findings by their fingerprints. */
  readonly findings: ReadonlyMap<string, KnownFinding>;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function knownFinding(finding: unknown): readonly [string, KnownFinding][] {
  const { fingerprint, file, kind, asset, detail } = (typeof finding === "object" && finding !== null ? finding : {}) as Record<string, unknown>;
  return typeof fingerprint === "string" ? [[fingerprint, { file: textOf(file), kind: textOf(kind), asset: typeof asset === "string" ? asset : null, detail: textOf(detail) }]] : [];
}

/** Reads what `check --format json` wrote before. Only what is worse now reaches the gate, and findings that were there are told apart. */
export async function readBaseline(io: Io, path: string): Promise<Baseline> {
  const text = await readText(io, path);
  const hint = "a baseline is what `cleartitle check --format json` wrote";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Stop([problem("json-syntax", "the baseline is not JSON", { file: path, hint })]);
  }
  const { $schema, rows, findings } = (typeof value === "object" && value !== null ? value : {}) as { $schema?: unknown; rows?: unknown; findings?: unknown };
  if ($schema !== checkSchema || !Array.isArray(rows) || !rows.every(isRow)) throw new Stop([problem("bad-value", "the file is no baseline", { file: path, hint })]);
  return { statuses: new Map(rows.map((row) => [keyOf(row), row.left])), findings: new Map((Array.isArray(findings) ? (findings as unknown[]) : []).flatMap(knownFinding)) };
}
