import { openCatalogue, placeIndex, type Catalogue } from "@cleartitle/catalogue";
import { CompiledText, type GrantRequest } from "@cleartitle/engine";
import { joinIntervals, type Instrument, type Interval } from "@cleartitle/norms";
import type { Act } from "../packages/engine/src/act.js";
import { grantOf } from "../packages/engine/src/reference/grant.js";
import { linesOf } from "../packages/engine/src/reference/lines.js";
import { ownBans } from "../packages/engine/src/reference/own-ban.js";
import type { Scene } from "../packages/engine/src/reference/scene.js";
import { numbersFrom } from "./layered-graph.js";
import { count, latencyOf, measured, ms, once, table, times, type Latency } from "./measure.js";
import { cedarWith } from "./rights/cedar.js";
import { jsonLogicWith } from "./rights/json-logic.js";
import { instrumentOf, plainTexts, questionsTo, writtenOut, type PlainText, type Question, type Verdict } from "./rights/question.js";
import { titleGraphOf } from "./title-graph.js";

const seed = 20261121;
const [howMany, asked] = [50, 2_000];
const sizes = [5, 10, 20];
const played = [{ role: "materials", inner: "materials" }] as const;
const fields = ["general"];
const recipients: readonly string[] = [];
const noPosition = (): null => null;

/** No test of these texts reads more than the request. */
const look = () => ({ truth: "unknown" as const, kept: "unknown" as const });

/** One place after the other, as a decision is cut; the worst of them, and each norm that decided one. */
function joinedOver(places: readonly string[], of: (place: string) => { readonly interval: Interval; readonly norm: string | null; readonly ban: string | null }): Verdict {
  const norms: string[] = [];
  let allowed = true;
  for (const place of places) {
    const { interval, norm, ban } = of(place);
    allowed &&= interval.worst === "cleared";
    const witness = ban ?? norm;
    if (witness !== null && !norms.includes(witness)) norms.push(witness);
  }
  return { allowed, norms };
}

function compiledFrom(instruments: readonly Instrument[], catalogue: Catalogue): { readonly texts: ReadonlyMap<string, CompiledText>; readonly ask: (question: Question) => Verdict } {
  const names = { taxonomies: catalogue.taxonomies, places: placeIndex(catalogue), positions: catalogue.positions };
  const texts = new Map(instruments.map((each) => [each.id, new CompiledText(each, names)] as const));
  return {
    texts,
    ask: ({ text, action, purposes, places, on }) => {
      const governing = texts.get(text)!;
      const request: GrantRequest = { action, purposes, date: on, asOf: on, fields, recipients, actorKind: null, layer: "copyright", played, persists: "true", tense: "present", position: noPosition, look };
      return joinedOver(places, (place) => governing.grant(request, place));
    },
  };
}

function referenceFrom(instruments: readonly Instrument[], catalogue: Catalogue): (question: Question) => Verdict {
  const world = { graph: titleGraphOf(50, seed, ["EU"]), catalogue };
  const lines = linesOf(world);
  const { of } = world.graph.uses.get("asked")!;
  const byId = new Map(instruments.map((each) => [each.id, each] as const));
  return ({ text, action, purposes, places, on }) => joinedOver(places, (territory) => {
    const instrument = byId.get(text)!;
    const act: Act = { id: "asked", tense: "present", object: of, actions: [action], actor: "us", date: on, purposes, fields, recipients, hosted: [], facts: [], scale: [], derivation: null, named: null };
    const env = { world, lines, asOf: on, knownAt: "9999-12-31", presume: true, position: noPosition, presumed: () => undefined };
    const scene: Scene = { env, act, territory, source: of, path: [of], instrument, history: () => null };
    const question = { instrument, action, layer: "copyright" as const, scope: null, scene, played, persists: "true" as const };
    const [grant, bans] = [grantOf(question), ownBans(question, scene, instrument, played)];
    return { interval: joinIntervals([grant.interval, ...bans.map((each) => each.interval)]), norm: grant.norm?.id ?? null, ban: bans.find((each) => each.interval.worst === "blocked")?.norm ?? null };
  });
}

type Ask = (question: Question) => Verdict;

/** All say the same, and the norms that we name for a whole answer are among those that the others name for it. */
function hold(questions: readonly Question[], ours: Ask, name: string, theirs: Ask, places: "whole" | "each"): number {
  let allowed = 0;
  for (const question of questions) {
    const [one, other] = [ours(question), theirs(question)];
    const named = places === "each" ? one.norms.join() === other.norms.join() : !one.allowed || one.norms.every((norm) => other.norms.includes(norm));
    if (one.allowed !== other.allowed || !named) throw new Error(`${name} differs: ${JSON.stringify({ question, one, other })}`);
    if (one.allowed) allowed++;
  }
  return allowed;
}

async function rowsOf(size: number, catalogue: Catalogue): Promise<{ readonly rows: string[][]; readonly allowed: number }> {
  const next = numbersFrom(seed + size);
  const plain = plainTexts(howMany, size, next);
  const questions = questionsTo(plain, asked, next);
  const written: PlainText[] = plain.map(({ id, norms }) => ({ id, norms: norms.map((norm) => writtenOut(norm, catalogue)) }));
  const instruments = plain.map(instrumentOf);
  const compiled = compiledFrom(instruments, catalogue);
  const reference = referenceFrom(instruments, catalogue);
  const allowed = hold(questions, compiled.ask, "the reference", reference, "each");
  const own = latencyOf(questions, 25, compiled.ask);
  const cells = (name: string, { median, p99, p99OfCalls }: Latency): string[] => [String(size), name, median.toFixed(2), p99.toFixed(2), p99OfCalls.toFixed(2), times(median, own.median)];
  const rows = [cells("compiled", own)];
  for (const peer of [await cedarWith(written), await jsonLogicWith(written)]) {
    if (typeof peer === "string") rows.push([String(size), peer]);
    else {
      hold(questions, compiled.ask, peer.name, peer.ask, "whole");
      rows.push(cells(peer.name, latencyOf(questions, 5, peer.ask)));
    }
  }
  rows.push(cells("reference", latencyOf(questions, 3, reference)));
  return { rows, allowed };
}

/** May this be done under the text that governs it, in these places? Norms compiled or parsed beforehand, every evaluator asked the same. */
export async function benchRights(): Promise<void> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const rows: string[][] = [];
  const allowed: number[] = [];
  for (const size of sizes) {
    const found = await rowsOf(size, catalogue);
    rows.push(...found.rows);
    allowed.push(found.allowed);
  }
  table(`May this be done under the text that governs it: ${howMany} texts, ${count(asked)} questions of one act, one or two purposes and one to six places, ${allowed.join(", ")} of them allowed, all answered alike; microseconds of single calls`,
    ["norms", "evaluator", "median", "p99", "p99 of calls", "against compiled"], rows);
  const names = { taxonomies: catalogue.taxonomies, places: placeIndex(catalogue), positions: catalogue.positions };
  const texts = plainTexts(howMany, 20, numbersFrom(seed)).map(instrumentOf);
  const publish = await measured(5, () => texts.map((text) => new CompiledText(text, names)).length);
  const real = await once(() => [...catalogue.instruments.values()].map((text) => new CompiledText(text, names)).length);
  console.log(`published ${publish.result} texts of 20 norms in ${ms(publish.median)} ms; ${real.result} texts of the catalogue in ${ms(real.median)} ms, once and cold`);
}
