import type { ExitCode, Problem } from "@cleartitle/norms";
import { formatProblem, nameHint, problem } from "@cleartitle/norms";
import type { CompatibleOptions, ComplianceReport, EvaluateOptions, Policy, RdfGraph } from "@cleartitle/odrl";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { openCatalogue, openTitle } from "../world.js";

const room = () => import("@cleartitle/odrl");

/** A document as a graph, or a stop with what is wrong with it. */
async function openGraph(io: Io, path: string): Promise<RdfGraph> {
  const { readRdf } = await room();
  const { graph, problems } = await readRdf(await readText(io, path), path);
  if (graph === null) throw new Stop(problems);
  return graph;
}

const tell = (io: Io, problems: readonly Problem[]): void => {
  for (const each of problems) io.stderr.write(`${formatProblem(each)}${each.pointer === null ? "" : `\n  at ${each.pointer}`}\n`);
};

interface Opened {
  readonly policies: readonly Policy[];
  readonly problems: readonly Problem[];
}

/** The policies of a document, with what they inherit from others. What is not understood is told, and stays unknown; a document without policies stops. */
async function openPolicies(io: Io, path: string, missing: "refuse" | "any", parents: readonly string[] = []): Promise<Opened> {
  const { readPolicies } = await room();
  const opened = await readPolicies(await readText(io, path), { file: path, missing, parents: await Promise.all(parents.map((each) => openGraph(io, each))) });
  if (opened.policies.length === 0) throw new Stop(opened.problems);
  tell(io, opened.problems);
  return opened;
}

/** Vocabularies that were named, and that of our profile where a policy uses it. */
async function vocabulariesOf(io: Io, paths: readonly string[], policies: readonly Policy[]): Promise<readonly RdfGraph[]> {
  const { profileVocabulary } = await room();
  const named = await Promise.all(paths.map((path) => openGraph(io, path)));
  const ours = policies.some((policy) => policy.profiles.some((each) => each.startsWith("urn:cleartitle:odrl:")));
  return ours ? [...named, profileVocabulary((await openCatalogue(io)).taxonomies)] : named;
}

export interface EvaluateCommand {
  readonly policy: string;
  readonly request: string;
  readonly state?: string;
  readonly vocabulary?: readonly string[];
  readonly parent?: readonly string[];
  readonly dutyReading: NonNullable<EvaluateOptions["dutyReading"]>;
  readonly conflict: NonNullable<EvaluateOptions["conflict"]>;
  readonly behavior: NonNullable<EvaluateOptions["behavior"]>;
  readonly missing: "refuse" | "any";
  readonly format: "table" | "json" | "turtle" | "draft";
  readonly failOn?: "deny" | "undetermined";
}

function tableOf(answer: ComplianceReport, say: (each: ComplianceReport["policies"][number]["rules"][number]["constraints"][number]) => string): string {
  const lines = [answer.decision, ""];
  for (const policy of answer.policies) {
    const stated = policy.conflict.from === "policy" ? "as the policy says" : "as asked; ODRL's own default is invalid";
    lines.push(`${policy.policy} (${policy.type}): ${policy.decision ?? "not evaluated"}; conflict: ${policy.conflict.strategy}, ${stated}`);
    for (const rule of policy.rules) {
      lines.push(`  ${rule.kind} ${rule.path}: ${rule.applies === "true" ? "applies" : rule.applies === "false" ? "does not apply" : "unknown"}`);
      for (const premise of rule.premises) lines.push(`    ${premise.kind}: ${premise.truth}`);
      for (const each of [...rule.constraints, ...rule.refinements]) lines.push(`    ${say(each)}`);
      for (const duty of rule.duties) lines.push(`    duty ${duty.path}: ${duty.state}, read as ${duty.reading}`);
      for (const duty of rule.remedies) lines.push(`    remedy if it was done ${duty.path}: ${duty.state}`);
      for (const why of rule.why) lines.push(`    not understood: ${why}`);
    }
    for (const note of policy.notes) lines.push(`  note: ${note}`);
  }
  lines.push("", `duties without a reading of their own: ${answer.dutyReading}; what no rule speaks of: ${answer.behavior === "closed" ? "denied" : "permitted"}`);
  if (answer.missing.length > 0) lines.push(`would settle it: ${answer.missing.join(", ")}`);
  return `${[...lines, ...answer.notes].join("\n")}\n`;
}

const rank = { permit: 0, undetermined: 1, deny: 2 } as const;

/** Evaluates policies for the requests of a document in a state of the world. */
export async function evaluatePolicy(io: Io, options: EvaluateCommand): Promise<ExitCode> {
  const { evaluate, readRequests, readState, readTurtle, reportDraft, reportJson, reportTurtle, sayConstraint } = await room();
  const { policies, problems } = await openPolicies(io, options.policy, options.missing, options.parent);
  const asked = readRequests(await openGraph(io, options.request), options.request);
  if (asked.requests.length === 0 || asked.problems.length > 0) throw new Stop(asked.problems);
  const state = readState(options.state === undefined ? readTurtle("", "no state").graph! : await openGraph(io, options.state));
  const vocabularies = await vocabulariesOf(io, options.vocabulary ?? [], policies);
  const { dutyReading, conflict, behavior } = options;
  const answers = asked.requests.map((request) => evaluate(policies, request, state, { dutyReading, conflict, behavior, vocabularies }));
  if (options.format === "json") io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:odrl-report:1", version: 1, problems, reports: answers.map(reportJson) }, null, 2)}\n`);
  else if (options.format === "draft") io.stdout.write(`${JSON.stringify(answers.length === 1 ? reportDraft(answers[0]!) : answers.map(reportDraft), null, 2)}\n`);
  else io.stdout.write(answers.map((each) => (options.format === "turtle" ? reportTurtle(each) : tableOf(each, sayConstraint))).join("\n"));
  const worst = answers.reduce<ComplianceReport["decision"]>((a, b) => (rank[b.decision] > rank[a] ? b.decision : a), "permit");
  if (options.failOn === undefined || worst === "permit") return 0;
  return worst === "deny" ? 2 : options.failOn === "undetermined" ? 4 : 0;
}

export interface CompatibleCommand {
  readonly relation: NonNullable<CompatibleOptions["relation"]>;
  readonly silent: NonNullable<CompatibleOptions["silent"]>;
  readonly matching: NonNullable<CompatibleOptions["matching"]>;
  readonly vocabulary?: readonly string[];
  readonly parent?: readonly string[];
  readonly format: "table" | "json";
}

/** The one policy of a document. */
async function onePolicy(io: Io, path: string, parents: readonly string[] = []): Promise<Policy> {
  const { policies } = await openPolicies(io, path, "any", parents);
  if (policies.length > 1) throw new Stop([problem("too-many", `the document holds ${policies.length} policies; two documents with one each are compared`, { file: path, hint: "put each into a file of its own" })]);
  return policies[0]!;
}

/** Says whether two policies can stand together. */
export async function compatiblePolicies(io: Io, first: string, second: string, options: CompatibleCommand): Promise<ExitCode> {
  const { compatible } = await room();
  const [a, b] = [await onePolicy(io, first, options.parent), await onePolicy(io, second, options.parent)];
  const { relation, silent, matching } = options;
  const found = compatible(a, b, { relation, silent, matching, vocabularies: await vocabulariesOf(io, options.vocabulary ?? [], [a, b]) });
  if (options.format === "json") io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:odrl-compatibility:1", version: 1, relation, silent, matching, ...found }, null, 2)}\n`);
  else {
    const witness = Object.entries(found.witness ?? {}).map(([name, value]) => `  ${name}: ${value}\n`).join("");
    io.stdout.write(`${found.verdict}\n${witness === "" ? "" : `witness:\n${witness}`}${found.why.map((each) => `  ${each}\n`).join("")}${found.notes.map((each) => `note: ${each}\n`).join("")}`);
  }
  return 0;
}

export interface ExportCommand {
  readonly title?: string;
  readonly format: "jsonld" | "turtle";
}

/** Writes a license of the catalogue, or an instrument that a title file alone has, as an ODRL policy. */
export async function exportPolicy(io: Io, id: string, { title, format }: ExportCommand): Promise<ExitCode> {
  const { writeInstrument, writeInstrumentTurtle } = await room();
  const catalogue = await openCatalogue(io);
  const instruments = title === undefined ? catalogue.instruments : (await openTitle(io, title, catalogue)).instruments;
  const instrument = instruments.get(id);
  if (instrument === undefined) throw usageStop(`${title === undefined ? "the catalogue" : `\`${title}\``} has no instrument \`${id}\``, nameHint(id, instruments.keys()));
  io.stdout.write(format === "turtle" ? await writeInstrumentTurtle(instrument, catalogue.taxonomies) : writeInstrument(instrument, catalogue.taxonomies));
  return 0;
}

/** The rules of a policy of others, one a line. */
function rulesOf(policy: Policy): string {
  const lines = policy.rules.map((rule) => `  ${rule.path} ${rule.kind} ${[rule.action?.iri, rule.target?.id, rule.assignee?.id].filter((each) => each !== undefined).join(" ")}${rule.constraints.length > 0 ? ` (${rule.constraints.length} constraints)` : ""}${rule.duties.length > 0 ? ` (${rule.duties.length} duties)` : ""}`);
  return [`${policy.id} (${policy.type})`, ...lines, ...policy.unsupported.map((each) => `  not understood: ${each.path}: ${each.why}`)].join("\n");
}

export interface ImportCommand {
  readonly parent?: readonly string[];
  readonly format: "rules" | "jsonld" | "turtle";
}

/**
 * Reads a policy: one of our own writing back into an instrument, another into its single rules; or writes it again in another syntax, with
 * all that is not understood. Problems give the exit code.
 */
export async function importPolicy(io: Io, path: string, options: ImportCommand): Promise<ExitCode> {
  const { readInstrument, writeJsonLd, writeTurtle } = await room();
  const graph = await openGraph(io, path);
  const { policies, problems } = await openPolicies(io, path, "refuse", options.parent);
  if (options.format !== "rules") {
    io.stdout.write(options.format === "turtle" ? writeTurtle(graph) : await writeJsonLd(graph));
    return problems.length > 0 ? 3 : 0;
  }
  const ours = [...graph.subjects()].some((node) => graph.objects(node, "urn:cleartitle:odrl:instrument").length > 0);
  if (!ours) {
    io.stdout.write(`${policies.map(rulesOf).join("\n")}\n`);
    return problems.length > 0 ? 3 : 0;
  }
  const read = readInstrument(graph, (await openCatalogue(io)).taxonomies, path);
  if (read.instrument === null) throw new Stop(read.problems);
  const norms = read.instrument.norms.map((norm) => Object.fromEntries(Object.entries(norm).filter(([key]) => key !== "kind")));
  io.stdout.write(`${JSON.stringify({ ...read.instrument, norms }, null, 2)}\n`);
  return problems.length > 0 ? 3 : 0;
}
