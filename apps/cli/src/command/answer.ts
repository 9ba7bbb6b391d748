import { randomUUID } from "node:crypto";
import { open, realpath, rename, stat, unlink } from "node:fs/promises";
import { resolve } from "node:path";
import { inquire, readAnswer, type AskedFact } from "@cleartitle/engine";
import { nameHint, parsePeriod, type ExitCode, type Problem } from "@cleartitle/norms";
import { answerTitleFile, bearerOf, recordedFacts, type Answer } from "@cleartitle/title";
import { fileStop, readText } from "../file.js";
import type { Io, World } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { decideOptions, instantOption, openWorld, useNamed, type AskingOptions } from "../world.js";

export interface AnswerOptions extends AskingOptions {
  readonly use: string;
  readonly by?: string;
  readonly recordedAt?: string;
  readonly during?: string;
  readonly dryRun?: boolean;
}

interface Written {
  readonly fact: string;
  readonly of: string | null;
  readonly value: string;
}

/** `FACT=VALUE` or `FACT@OF=VALUE`. */
function parse(text: string): Written {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw usageStop(`\`${text}\` is no answer`, "an answer is written FACT=VALUE, or FACT@OF=VALUE where several are asked for it");
  const at = name.indexOf("@");
  return at === -1 ? { fact: name, of: null, value } : { fact: name.slice(0, at), of: name.slice(at + 1), value };
}

const typeOf = ({ catalogue }: World, fact: string): AskedFact["type"] | null =>
  catalogue.taxonomies.facts.get(fact)?.type ?? (catalogue.taxonomies.quantities.has(fact) ? "quantity" : fact === "license" ? "license" : null);

/** Whose fact it is: as written, or the one thing of which it is asked, or else the one of which it was answered before. */
function bearerNamed(world: World, asked: readonly AskedFact[], { fact, of }: Written, use: string): Answer["of"] {
  const owner = world.catalogue.taxonomies.facts.get(fact)?.of ?? (fact === "license" ? "asset" : "actor");
  const lacking = asked.filter((q) => q.fact === fact && q.bearer !== null).map((q) => q.of);
  const candidates = [...new Set(lacking.length > 0 ? lacking : recordedFacts(world.graph, fact).map((each) => each.of.id))];
  const [only, ...others] = candidates;
  if (of === null && others.length > 0) throw usageStop(`\`${fact}\` is a fact of several`, `say of which: ${candidates.map((each) => `\`${fact}@${each}\``).join(", ")}`);
  if (of === null && only === undefined) throw usageStop(`\`${fact}\` is not asked for the use \`${use}\``, "say of what it is, like FACT@ASSET=VALUE; `cleartitle questions` lists what is asked");
  const name = of ?? only!;
  const bearer = bearerOf(world.graph, name, owner);
  if (bearer !== null) return bearer;
  const { assets, uses, derivations, parties } = world.graph;
  throw usageStop(`there is no \`${name}\``, nameHint(name, [...assets.keys(), ...uses.keys(), ...derivations.keys(), ...parties.keys()]) ?? "name an asset, an act, a use or a party of the file");
}

function answerOf(world: World, asked: readonly AskedFact[], text: string, use: string): Answer {
  const written = parse(text);
  const { facts, quantities } = world.catalogue.taxonomies;
  const type = typeOf(world, written.fact);
  if (type === null) throw usageStop(`there is no fact \`${written.fact}\``, nameHint(written.fact, [...facts.keys(), ...quantities.keys(), "license"]) ?? "`cleartitle questions` lists what is asked");
  const values = facts.get(written.fact)?.values ?? null;
  const value = readAnswer(written.value, type, values);
  const hints: Partial<Record<AskedFact["type"], string>> = {
    boolean: "true or false", enum: `one of ${(values ?? []).map((v) => `\`${v}\``).join(", ")}`, number: "a number", quantity: "an amount, or bounds like 1000..5000, ..5000, 1000..",
  };
  if (value === null) throw usageStop(`\`${written.value}\` is no answer to \`${written.fact}\``, hints[type] ?? "a text of at most 500 characters");
  return { fact: written.fact, of: bearerNamed(world, asked, written, use), value };
}

/** All answers, or a stop with everything that is wrong with any of them. */
function answersOf(world: World, asked: readonly AskedFact[], texts: readonly string[], use: string): Answer[] {
  const [answers, problems]: [Answer[], Problem[]] = [[], []];
  for (const text of texts) {
    try {
      answers.push(answerOf(world, asked, text, use));
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Stop(problems);
  return answers;
}

/** Puts a text in the place of a file at once: whoever reads meanwhile reads the old one or the new one. */
async function replaceText(io: Io, path: string, text: string): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(resolve(io.folder, path));
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    const { mode } = await stat(target);
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw fileStop(error, path);
  }
}

/** Records answers in a title file: of assets, acts and parties as statements, of uses as their facts. Evidence is never written over. */
export async function answer(io: Io, file: string, texts: readonly string[], options: AnswerOptions): Promise<ExitCode> {
  const during = options.during === undefined ? undefined : parsePeriod(options.during);
  if (during === null) throw usageStop(`\`${options.during!}\` is no period`, "--during takes a date, or two like 2026-01-01/2026-06-30, 2026-01-01/..");
  const recordedAt = instantOption("--recorded-at", options.recordedAt ?? io.today());
  const world = await openWorld(io, file);
  useNamed(world.graph, options.use);
  const asked = inquire(world, options.use, await io.rooms.decide(), { ...decideOptions(options), most: Infinity }).questions;
  const answers = answersOf(world, asked, texts, options.use);
  const before = await readText(io, file);
  const answering = { by: options.by ?? null, recordedAt, ...(during === undefined ? {} : { during }) };
  const { text, notes, problems } = answerTitleFile(before, answers, answering, { file, taxonomies: world.catalogue.taxonomies });
  if (problems.length > 0) throw new Stop(problems);
  if (options.dryRun === true) io.stdout.write(text);
  else if (text !== before) await replaceText(io, file, text);
  for (const note of notes) (options.dryRun === true ? io.stderr : io.stdout).write(`${note}\n`);
  if (options.dryRun !== true) io.stderr.write(`next: cleartitle questions ${file} --use ${options.use}\n`);
  return 0;
}
