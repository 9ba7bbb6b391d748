import { problem, type Status } from "@cleartitle/norms";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { keyOf } from "./gate.js";
import { checkSchema } from "./render-json.js";

const statuses: readonly unknown[] = ["cleared", "conditional", "unresolved", "blocked"];

function isRow(row: unknown): row is { file: string; use: string; left: Status } {
  if (typeof row !== "object" || row === null) return false;
  const { file, use, left } = row as Record<string, unknown>;
  return typeof file === "string" && typeof use === "string" && statuses.includes(left);
}

/** Reads what `check --format json` wrote before: how bad each question was. Only what is worse now reaches the gate. */
export async function readBaseline(io: Io, path: string): Promise<Map<string, Status>> {
  const text = await readText(io, path);
  const hint = "a baseline is what `cleartitle check --format json` wrote";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Stop([problem("json-syntax", "the baseline is not JSON", { file: path, hint })]);
  }
  const { $schema, rows } = (typeof value === "object" && value !== null ? value : {}) as { $schema?: unknown; rows?: unknown };
  if ($schema !== checkSchema || !Array.isArray(rows) || !rows.every(isRow)) throw new Stop([problem("bad-value", "the file is no baseline", { file: path, hint })]);
  return new Map(rows.map((row) => [keyOf(row), row.left]));
}
