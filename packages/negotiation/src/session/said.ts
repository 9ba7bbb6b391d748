import { nameHint, problem, type Problem } from "@cleartitle/norms";
import type { Negotiation, Package } from "../file/negotiation.js";
import { type SessionRecord, settledAs, withMove } from "./record.js";
import { standingOf } from "./session.js";

/** What a side says. `settled`: how issues shall be settled; what is left out stays as the side last asked for it. */
export interface Said {
  readonly by: string;
  readonly says: "offer" | "accept" | "leave";
  readonly settled?: Readonly<Record<string, string>>;
}

/** The whole package of an offer. */
function offered({ issues }: Negotiation, settled: Readonly<Record<string, string>>, before: Package | null, file: string): { readonly settled: Package | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fault = (issue: string, code: "unknown-name" | "missing-key", message: string, hint: string | null): void => void problems.push(problem(code, message, { file, pointer: `/settled/${issue}`, offending: issue, hint }));
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  for (const [id, option] of Object.entries(settled)) {
    const issue = known.get(id);
    if (issue === undefined) fault(id, "unknown-name", `there is no issue \`${id}\``, nameHint(id, known.keys()));
    else if (!Object.hasOwn(issue.options, option)) fault(id, "unknown-name", `\`${id}\` has no option \`${option}\``, nameHint(option, Object.keys(issue.options)) ?? `it has ${Object.keys(issue.options).map((each) => `\`${each}\``).join(", ")}`);
  }
  const whole = issues.map(({ id }, index) => (Object.hasOwn(settled, id) ? settled[id]! : (before?.[index] ?? null)));
  for (const [index, { id }] of issues.entries()) if (whole[index] === null) fault(id, "missing-key", `nothing was said of \`${id}\``, "the first offer of a side says how each issue shall be settled");
  return problems.length > 0 ? { settled: null, problems } : { settled: whole as Package, problems };
}

/** The move that a side means, if it may be made now. `file`: what the record is called in problems. */
export function moveOf(negotiation: Negotiation, record: SessionRecord, { by, says, settled = {} }: Said, file: string): { readonly move: Parameters<typeof withMove>[1] | null; readonly problems: readonly Problem[] } {
  const fault = (code: Problem["code"], message: string, hint: string, pointer: string | null = null): { readonly move: null; readonly problems: readonly Problem[] } => ({ move: null, problems: [problem(code, message, { file, hint, pointer })] });
  const ids = negotiation.parties.map(({ id }) => id);
  if (!ids.includes(by)) return fault("unknown-name", `there is no party \`${by}\``, nameHint(by, ids) ?? ids.map((id) => `\`${id}\``).join(" and "), "/by");
  const { standing, problems } = standingOf(negotiation, record, file);
  if (standing === null) return { move: null, problems };
  if (standing.turn === null) return fault("conflict", "the session is over", "begin another one");
  // A session that has not begun is begun by whoever speaks.
  if (record.moves.length > 0 && standing.turn !== by) return fault("conflict", `it is the turn of \`${standing.turn}\``, `record what \`${standing.turn}\` says first`);
  if (says === "leave") return { move: { by, says }, problems: [] };
  const last = standing.offers.at(-1);
  if (says === "accept") return last === undefined ? fault("conflict", "there is no offer to accept", "an offer comes first") : { move: { by, says, settled: settledAs(negotiation, last.settled) }, problems: [] };
  const own = standing.offers.findLast((offer) => offer.by === by)?.settled ?? null;
  const read = offered(negotiation, settled, own, file);
  return read.settled === null ? { move: null, problems: read.problems } : { move: { by, says, settled: settledAs(negotiation, read.settled) }, problems: [] };
}
