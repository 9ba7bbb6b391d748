import { nameHint, problem, type Problem } from "@cleartitle/norms";
import { acquisitionName, bearerOf, isWordOnAsset, recordedFacts, type Answer } from "@cleartitle/title";
import type { World } from "../world.js";
import { readAnswer } from "./answer-text.js";
import type { AskedFact } from "./inquiry.js";

interface Written {
  readonly fact: string;
  readonly of: string | null;
  readonly value: string;
}

/** What keeps one answer from being taken. */
class NoAnswer extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** `FACT=VALUE` or `FACT@OF=VALUE`. */
function parse(text: string): Written {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new NoAnswer(`\`${text}\` is no answer`, "an answer is written FACT=VALUE, or FACT@OF=VALUE where several are asked for it");
  const at = name.indexOf("@");
  return at === -1 ? { fact: name, of: null, value } : { fact: name.slice(0, at), of: name.slice(at + 1), value };
}

const typeOf = ({ catalogue }: World, fact: string): AskedFact["type"] | null =>
  catalogue.taxonomies.facts.get(fact)?.type ?? (catalogue.taxonomies.quantities.has(fact) ? "quantity" : fact === "license" ? "license" : fact === "licensor" ? "text" : null);

/** Whose fact it is: as written, or the one thing of which it is asked, or else the one of which it was answered before. */
function bearerNamed(world: World, asked: readonly AskedFact[], { fact, of }: Written, use: string): Answer["of"] {
  const owner = world.catalogue.taxonomies.facts.get(fact)?.of ?? (isWordOnAsset(fact) ? "asset" : "actor");
  const lacking = asked.filter((q) => q.fact === fact && q.bearer !== null).map((q) => q.of);
  const candidates = [...new Set(lacking.length > 0 ? lacking : recordedFacts(world.graph, fact).map((each) => each.of.id))];
  const [only, ...others] = candidates;
  if (of === null && others.length > 0) throw new NoAnswer(`\`${fact}\` is a fact of several`, `say of which: ${candidates.map((each) => `\`${fact}@${each}\``).join(", ")}`);
  if (of === null && only === undefined) throw new NoAnswer(`\`${fact}\` is not asked for the use \`${use}\``, "say of what it is, like FACT@ASSET=VALUE; `cleartitle questions` lists what is asked");
  const name = of ?? only!;
  const bearer = bearerOf(world.graph, name, owner);
  if (bearer !== null) return bearer;
  const { assets, uses, derivations, parties } = world.graph;
  const copies = [...assets.values()].flatMap((asset) => asset.acquired.map((copy, index) => acquisitionName(asset.id, copy, index)));
  throw new NoAnswer(`there is no \`${name}\``, nameHint(name, [...assets.keys(), ...uses.keys(), ...derivations.keys(), ...copies, ...parties.keys()]) ?? "name an asset, an act, a copy that was got, a use or a party of the file");
}

function answerOf(world: World, asked: readonly AskedFact[], text: string, use: string): Answer {
  const written = parse(text);
  const { facts, quantities } = world.catalogue.taxonomies;
  const type = typeOf(world, written.fact);
  if (type === null) throw new NoAnswer(`there is no fact \`${written.fact}\``, nameHint(written.fact, [...facts.keys(), ...quantities.keys(), "license", "licensor"]) ?? "`cleartitle questions` lists what is asked");
  const values = facts.get(written.fact)?.values ?? null;
  const value = readAnswer(written.value, type, values);
  const hints: Partial<Record<AskedFact["type"], string>> = {
    boolean: "true or false", enum: `one of ${(values ?? []).map((v) => `\`${v}\``).join(", ")}`, number: "a number", quantity: "an amount, or bounds like 1000..5000, ..5000, 1000..; of money with its currency, like ..5000 EUR",
  };
  if (value === null) throw new NoAnswer(`\`${written.value}\` is no answer to \`${written.fact}\``, hints[type] ?? "a text of at most 500 characters");
  const unit = quantities.get(written.fact)?.unit;
  if (typeof value === "object" && (value.unit !== undefined) !== (unit === "currency"))
    throw unit === "currency" ? new NoAnswer(`\`${written.fact}\` is an amount of money, and \`${written.value}\` names no currency`, `write it behind, like \`${written.value} EUR\``) : new NoAnswer(`\`${written.fact}\` is counted in ${unit ?? "one unit"}, and \`${written.value}\` names a currency`, "leave it out");
  return { fact: written.fact, of: bearerNamed(world, asked, written, use), value };
}

/** Answers as people write them, to what is asked for a use; or everything that is wrong with any of them, each by its place in the list. */
export function readAnswers(world: World, asked: readonly AskedFact[], texts: readonly string[], use: string): { readonly answers: readonly Answer[]; readonly problems: readonly Problem[] } {
  const [answers, problems]: [Answer[], Problem[]] = [[], []];
  for (const [index, text] of texts.entries()) {
    try {
      answers.push(answerOf(world, asked, text, use));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      problems.push(problem("usage", error.message, { hint: error.hint, pointer: `/answers/${index}` }));
    }
  }
  return { answers, problems };
}
