import { namesOf, sayDecision, sayProof, sayQuestion, sayReasonAlone, sayStatus, wordingOf } from "@cleartitle/engine";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { usageStop } from "../stop.js";
import { decideOptions, decideUse, openWorld, type AskingOptions } from "../world.js";

export interface ExplainOptions extends AskingOptions {
  readonly use: string;
  readonly full?: boolean;
}

/** Tells why: one reason with what stands under it, or the whole decision with its proof. */
export async function explain(io: Io, file: string, id: string | undefined, options: ExplainOptions): Promise<ExitCode> {
  const world = await openWorld(io, file);
  const decision = await decideUse(io, world, options.use, { ...decideOptions(options), fullProof: true });
  const names = namesOf(world);
  const layout = { color: wantsColor(io), width: widthOf(io) };
  const full = options.full === true;
  if (id === undefined) {
    const words = full ? sayDecision(decision, { names, full, ...layout }) : `${sayStatus(decision.decision, layout)}  ${decision.use.name}\n`;
    io.stdout.write(`${words}\nProof\n${sayProof(decision, { ...layout, full })}`);
    return 0;
  }
  const reason = decision.reasons.find((each) => each.id === id);
  if (reason === undefined) {
    const ids = decision.reasons.map((each) => each.id);
    throw usageStop(`there is no reason \`${id}\` in the decision on \`${options.use}\``, nameHint(id, ids) ?? (ids.length === 0 ? "the decision has no reasons" : `it has ${ids.join(", ")}`));
  }
  const questions = decision.questions.filter((question) => question.settles.includes(id)).map((question) => {
    const words = sayQuestion(question, wordingOf(decision, { names }));
    return `  - ${words.ask}\n    ${words.record}\n`;
  });
  const proof = sayProof(decision, { ...layout, full, from: id });
  io.stdout.write(
    [sayReasonAlone(decision, reason, { names, ...layout }), questions.length === 0 ? "" : `\nWhat would settle it\n${questions.join("")}`, proof === "" ? "" : `\nProof\n${proof}`].join(""),
  );
  return 0;
}
