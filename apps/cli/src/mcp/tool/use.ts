import { inquire, namesOf, sayProof, sayReasonAlone } from "@cleartitle/engine";
import { nameHint } from "@cleartitle/norms";
import { isNotRead } from "@cleartitle/title";
import { z } from "zod";
import { usageStop } from "../../stop.js";
import { dateOption, decideOptions, inPlaces, useNamed } from "../../world.js";
import { bounded, brief, page, paging } from "../page.js";
import { type Bench, tool } from "../tool.js";

const question = { use: z.string(), in: z.string().optional().describe("places, like EU,US"), asOf: z.string().optional(), profile: z.enum(["cautious", "strict", "permissive"]).optional() };

interface Question {
  readonly use: string;
  readonly in?: string | undefined;
  readonly asOf?: string | undefined;
  readonly profile?: "cautious" | "strict" | "permissive" | undefined;
}

function asked({ world }: Bench, { use, in: places, asOf, profile }: Question) {
  useNamed(world.graph, use);
  const options = decideOptions({ ...(asOf === undefined ? {} : { asOf: dateOption("asOf", asOf) }), ...(profile === undefined ? {} : { profile }) });
  return { world: inPlaces(world, use, places), options };
}

export const uses = tool({
  name: "uses", says: "List the uses that can be asked about.", input: z.strictObject(paging),
  async run(args, { world }) {
    return page([...world.graph.uses.values()].map(({ name, of, actions, purpose, in: places, on }) => ({ name, of, actions, purpose, in: places, on })), args);
  },
});

export const ask = tool({
  name: "ask", says: "Decide a use: cleared, conditional, unresolved or blocked, by place, with the reasons in brief. `counts.notRead`: evidence that could not be read when it was imported, and has no part in it.", input: z.strictObject({ ...question, ...paging }),
  async run(args, bench) {
    const { world, options } = asked(bench, args);
    const { decision, byTerritory, range, reasons, obligations, questions, exposure, findings, remedies, basis } = bench.decide(world, args.use, options);
    const brieves = reasons.map(({ id, decision: status, tense, asset, layer, action, outcome, instrument, cite, territories }) => ({ id, decision: status, tense, asset, layer, action, outcome, instrument, cite, territories }));
    return {
      use: args.use, decision, byTerritory: page(byTerritory.map(({ territories, decision: status }) => ({ territories, decision: status })), {}).items,
      range: range === null ? null : { conservative: range.conservative, permissive: range.permissive, pivots: range.pivots.slice(0, 5) },
      counts: { placeGroups: byTerritory.length, obligations: obligations.length, questions: questions.length, findings: findings.length, notRead: world.graph.findings.filter(isNotRead).length, openPastActs: exposure.filter(({ state }) => state === "open" || state === "unknown").length },
      remedies: remedies.slice(0, 5).map(({ kind, what, asset }) => ({ kind, what: brief(what), asset })), basis: { asOf: basis.asOf, catalogue: basis.catalogue, graph: basis.graph, engine: basis.engine }, reasons: page(brieves, args),
    };
  },
});

export const explain = tool({
  name: "explain", says: "Say why: one reason of `ask` with quote, options and proof.", input: z.strictObject({ ...question, reason: z.string() }),
  async run(args, bench) {
    const { world, options } = asked(bench, args);
    const decision = bench.decide(world, args.use, { ...options, fullProof: true });
    const reason = decision.reasons.find(({ id }) => id === args.reason);
    if (reason === undefined) throw usageStop(`there is no reason \`${args.reason}\` in the decision on \`${args.use}\``, nameHint(args.reason, decision.reasons.map(({ id }) => id)) ?? "`ask` lists the reasons");
    return { reason: reason.id, words: bounded(`${sayReasonAlone(decision, reason, { names: namesOf(world) })}\n${sayProof(decision, { color: false, width: 120, full: false, from: reason.id })}`) };
  },
});

export const questions = tool({
  name: "questions", says: "List the facts that a use lacks, what settles most first.", input: z.strictObject({ ...question, ...paging }),
  async run(args, bench) {
    const { world, options } = asked(bench, args);
    const { decision, questions: facts } = inquire(world, args.use, bench.decide, { ...options, most: Infinity });
    return { decision, ...page(facts.map(({ fact, of, type, ask: words, settles, answers }) => ({ ask: words, write: `${fact}@${of}=VALUE`, type, values: answers.slice(0, 20).map(({ value }) => value), settles })), args) };
  },
});

export const obligations = tool({
  name: "obligations", says: "List what has to be done for a use: duty, debtor, due, evidence.", input: z.strictObject({ ...question, ...paging }),
  async run(args, bench) {
    const { world, options } = asked(bench, args);
    const decision = bench.decide(world, args.use, { ...options, withoutRange: true, withoutProof: true });
    return page(decision.obligations.map((each) => ({ ...each, text: brief(each.text) })), args);
  },
});
