import { z } from "@hono/zod-openapi";
import { checker, driftFindings, exitOfCheck, type FileFinding, fileFindings, type JudgedRow, licenseReader, type World } from "@cleartitle/engine";
import { contradictionsIn } from "@cleartitle/intake";
import type { Backing } from "../backing.js";
import { decideOptions } from "../decision/question.js";
import { Status } from "../status.js";
import type { CheckPayload } from "./asked.js";

const text = z.string();
const maybe = text.nullable();
const FindingSaid = z.strictObject({ kind: text, asset: maybe, detail: text, settle: text });

/** A use with its answer at the gate. */
const CheckedUse = z
  .strictObject({
    use: text, asset: text, decision: Status, left: Status.openapi({ description: "What is left of the decision after waivers: this meets the gate." }), gate: z.enum(["stops", "waived", "passes"]), waivers: z.array(text),
    reasons: z.array(z.strictObject({ id: text, decision: Status, asset: text, layer: text, action: text, instrument: maybe, outcome: text, cite: maybe, says: text })), hiddenReasons: z.int(), obligations: z.int(), openExposures: z.int(), findings: z.array(FindingSaid),
    drift: z.array(z.strictObject({ declared: text, source: text, license: text, why: z.enum(["outbound", "refused"]), through: text, depth: z.int(), cite: maybe })), unknowns: z.array(text),
  })
  .openapi("CheckedUse");
const CheckedFinding = FindingSaid.extend({ fingerprint: text, bearsOn: Status.nullable().openapi({ description: "The worst answer that it has a part in; null: no use reaches it." }) }).openapi("CheckedFinding");

/** An answer of a check: first each use in the order of the records, then what was found, what is behind the worst answers first. */
export const CheckEntry = z.union([z.strictObject({ use: CheckedUse }), z.strictObject({ finding: CheckedFinding })]).openapi("CheckEntry");

/** A row without what a server has no use for: there is one file, and no use is made up. */
const told = ({ file: _file, synthetic: _synthetic, ...row }: JudgedRow): object => row;
const foundTold = ({ file: _file, known: _known, ...finding }: FileFinding): object => finding;

export interface Check {
  readonly uses: readonly string[];
  /** An answer of a use, as it is kept. */
  readonly answer: (index: number) => string;
  /** Takes answers that an earlier attempt kept, in order from the first. */
  readonly take: (kept: readonly string[]) => void;
  /** When all uses are answered: what was found, as it is kept, and what it comes to. */
  readonly rest: () => { readonly findings: readonly string[]; readonly result: object };
}

function tally<K extends string>(names: readonly K[], keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, keys.filter((key) => key === name).length])) as Record<K, number>;
}

/** Every use of the records through the gate, with all findings: what `cleartitle check` tells of a title file. */
export function checkOf(world: World, { asked: { failOn, ...asking }, on }: CheckPayload, decide: Backing["decide"]): Check {
  const { graph, catalogue } = world;
  const licenseOf = licenseReader(graph, catalogue, on);
  const licenses = new Map([...graph.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const));
  const check = checker(world, { decide, options: decideOptions(asking), gate: { failOn, on, waivers: graph.waivers, baseline: null }, licenses, file: "", synthetic: false });
  const uses = [...graph.uses.keys()];
  const rows: JudgedRow[] = [];
  return {
    uses,
    answer: (index) => {
      const { row } = check(uses[index]!, Infinity);
      rows[index] = row;
      return JSON.stringify({ use: told(row) });
    },
    take: (kept) => {
      for (const each of kept) rows.push({ ...(JSON.parse(each) as { readonly use: JudgedRow }).use, file: "", synthetic: false });
    },
    rest: () => {
      const findings = fileFindings("", rows, [graph.findings, contradictionsIn(graph, catalogue, on), ...rows.flatMap((row) => [row.findings, driftFindings(row)])], null);
      const decisions = tally(["blocked", "unresolved", "conditional", "cleared"], rows.map((row) => row.decision));
      const gate = tally(["stops", "waived", "passes"], rows.map((row) => row.gate));
      return { findings: findings.map((finding) => JSON.stringify({ finding: foundTold(finding) })), result: { on, failOn, exit: exitOfCheck(rows, findings, { on, waivers: graph.waivers }), uses: rows.length, decisions, gate, findings: findings.length } };
    },
  };
}
