import { mkdirSync, writeFileSync } from "node:fs";
import { told } from "../../packages/agreements/src/reading/agreement-reading.js";
import { aiKinds } from "../../packages/agreements/src/reading/ai/ai-kind.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { packModel } from "../../packages/agreements/src/reading/classify/model.js";
import { readAiCorpus } from "./ai-corpus.js";
import { evaluateAi, trainAi } from "./ai-evaluate.js";
import { companyOf, foldsOf, type MarkedContract, readCorpus } from "./corpus.js";
import { type Dataset, datasetOf } from "./dataset.js";
import { atThreshold, byKind, crossValidate, crossValidateWords, type Firsts, overall, type RowPrediction, trainFirstsOfAll, trainSecondOfAll } from "./evaluate.js";
import { FirstModels, type FirstSettings, folds } from "./first-models.js";
import { type Found, valueRows, wrongValues } from "./values.js";

const own: FirstSettings = { name: "own", groups: true, epochs: 4, rate: 0.6, ridge: 1e-4, least: 8, thin: 2 };
const plain: FirstSettings = { name: "plain", groups: false, epochs: 4, rate: 1, ridge: 1e-4, least: 2, thin: 3 };
const target = new URL("../../packages/agreements/model/", import.meta.url);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const three = (value: number): string => value.toFixed(3);
function firstsOf(contracts: readonly MarkedContract[], keep: string | null): Firsts {
  const foldOf = foldsOf(contracts, folds);
  return { own: new FirstModels(datasetOf(contracts, "own"), foldOf, own, keep), plain: new FirstModels(datasetOf(contracts, "plain"), foldOf, plain, keep) };
}

/** Writes the weights that are learned from all marked contracts. `keep`: a folder where sums of first models are kept, so that a run that was stopped goes on. */
export function trainAll(keep: string | null): void {
  const models = firstsOf(readCorpus(), keep);
  const first = trainFirstsOfAll(models);
  const second = trainSecondOfAll(models);
  mkdirSync(target, { recursive: true });
  for (const [name, model] of [["clauses", first.own], ["plain-clauses", first.plain]] as const) {
    const bytes = packModel(model, clauseKinds);
    writeFileSync(new URL(`${name}.bin`, target), bytes);
    say(`${name}: ${bytes.length} bytes, ${model.weights.length} weights of ${clauseKinds.length} kinds`);
  }
  writeFileSync(new URL("context.json", target), `${second}\n`);
}

/** Writes the weights for clauses on AI. */
export async function trainOnAi(): Promise<void> {
  const bytes = packModel(trainAi(await readAiCorpus()), aiKinds);
  writeFileSync(new URL("ai-clauses.bin", target), bytes);
  say(`${bytes.length} bytes of ${aiKinds.length} kinds of clauses on AI`);
}

const share = (of: number, rest: number): string => (of + rest === 0 ? "" : three(of / (of + rest)));

/** Learned from one half of the marked documents, asked of the other. */
export async function evaluateOnAi(): Promise<void> {
  const documents = await readAiCorpus();
  const half = (name: string): typeof documents => documents.filter((each) => each.half === name);
  const rows = evaluateAi(half("unseen"), trainAi(half("learned")));
  const all = rows.reduce((sum, { right, wrong, missed }) => ({ kind: "all", right: sum.right + right, wrong: sum.wrong + wrong, missed: sum.missed + missed }), { kind: "all", right: 0, wrong: 0, missed: 0 });
  const line = ({ kind, right, wrong, missed }: typeof all): string => `| ${kind} | ${right + missed} | ${share(right, wrong)} | ${share(right, missed)} |`;
  process.stdout.write(`${["| kind | marked | precision | recall |", "| --- | --- | --- | --- |", ...rows.map(line), line(all)].join("\n")}\n`);
}

function overallLine(name: string, data: Dataset, predictions: readonly RowPrediction[]): string {
  const { area, precisionAt80, recall, top1, top3 } = overall(data, predictions);
  const at = atThreshold(data, predictions, told);
  return `| ${name} | ${[area, precisionAt80, recall, top1, top3, at.precision, at.recall].map(three).join(" | ")} |`;
}

/** Of each kind in a contract what was predicted, the likeliest first. */
function foundIn(contracts: readonly MarkedContract[], data: Dataset, predictions: readonly RowPrediction[]): Found {
  const lists = new Map<number, RowPrediction[]>();
  for (const each of predictions.toSorted((one, two) => two.score - one.score)) lists.set(each.contract * 64 + each.kind, [...(lists.get(each.contract * 64 + each.kind) ?? []), each]);
  return (contract, kind) => (lists.get(contract * 64 + kind) ?? []).flatMap(({ row, score }) => {
    const candidate = data.candidates[row];
    return candidate === undefined ? [] : [{ text: contracts[contract]?.text.slice(candidate.start, candidate.end) ?? "", confidence: score }];
  });
}

/** Prints the tables of docs/reading.md. `wrong`: which values of a kind are wrong end to end, and nothing else. */
export function evaluateAll(keep: string | null, wrong: ClauseKind | null): void {
  const contracts = readCorpus();
  const models = firstsOf(contracts, keep);
  const { own: { data }, plain: { data: theirData } } = models;
  const mine = crossValidate(models, say);
  say(overallLine("own", data, mine));
  if (wrong !== null) return void process.stdout.write(`${wrongValues(contracts, foundIn(contracts, data, mine), wrong).join("\n")}\n`);
  for (const { what, right, of } of valueRows(contracts, foundIn(contracts, data, mine), told)) say(`${what}: ${right} of ${of}`);
  const theirs = crossValidateWords(models.plain);
  const lines = [
    `| | area | precision at 80 % recall | best recall | first | first three | precision from ${told} | recall from ${told} |`, "| --- | --- | --- | --- | --- | --- | --- | --- |",
    overallLine("baseline", theirData, theirs), overallLine("own", data, mine),
    "", "| kind | answers | baseline | own | own less baseline, 95 % |", "| --- | --- | --- | --- | --- |",
    ...byKind(data, mine, theirs, contracts.map(({ title }) => companyOf(title))).map((row) => `| ${row.kind} | ${row.answers} | ${three(row.baseline)} | ${three(row.own)} | ${three(row.from)} to ${three(row.to)} |`),
    "", "| value | right | of | share |", "| --- | --- | --- | --- |",
    ...valueRows(contracts, foundIn(contracts, data, mine), told).map(({ what, right, of }) => `| ${what} | ${right} | ${of} | ${three(right / of)} |`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
