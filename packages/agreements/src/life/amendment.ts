import { CalendarDate, canonicalJson, check, compareProblems, nameHint, type Path, problem, type Problem, readYaml, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { z } from "zod";
import type { ClauseLibrary } from "../clause/library.js";
import { compileDeal, type Compiled } from "../compile/compile.js";
import { Deal, Taken } from "../deal/deal.js";
import { type DealFile, readDeal } from "../deal/read-deal.js";

/** What the parties agree otherwise, from a day on, topic by topic; `null` takes a topic out. */
export const Amendment = z.strictObject({
  $schema: z.string().optional(),
  agreement: Deal.shape.id,
  id: Deal.shape.id,
  title: z.string().min(1).max(200).optional(),
  from: CalendarDate,
  topics: z.record(z.string(), Taken.nullable()).refine((topics) => Object.keys(topics).length > 0, { message: "an amendment changes at least one topic" }),
});
export type Amendment = z.infer<typeof Amendment>;

/** What clauses are read by. */
export interface ClauseHouse {
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

const limits = { maxBytes: 500_000, maxDepth: 32, maxLexemes: 100_000 };

/** In the order in which they take effect; of one day in that in which they are given. */
const inOrder = (amendments: readonly Amendment[]): readonly Amendment[] => amendments.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The deal as it stands on a day, after all amendments that are in effect by then: of two on one topic the later one. */
export function dealOn(deal: Deal, amendments: readonly Amendment[], day: string): Deal {
  const topics = new Map(Object.entries(deal.topics));
  for (const amendment of inOrder(amendments).filter(({ from }) => from <= day)) {
    for (const [id, taken] of Object.entries(amendment.topics)) {
      if (taken === null) topics.delete(id);
      else topics.set(id, taken);
    }
  }
  return { ...deal, topics: Object.fromEntries(topics) };
}

/** Which amendment each topic comes from on a day; a topic that is not there is as it was signed. */
export function amendedBy(amendments: readonly Amendment[], day: string): ReadonlyMap<string, string> {
  return new Map(inOrder(amendments).filter(({ from }) => from <= day).flatMap(({ id, topics }) => Object.keys(topics).map((topic) => [topic, id] as const)));
}

/** A deal that was put together, read like one that somebody wrote. */
export function asFile(deal: Deal, { library, taxonomies }: ClauseHouse, file: string): { readonly file: DealFile | null; readonly problems: readonly Problem[] } {
  return readDeal(JSON.stringify(deal, null, 1), { file, library, taxonomies });
}

/** The deal as if it were, or as it was, signed on a day. */
export const signedOn = (deal: Deal, on: string, evidence: string): Deal => ({ ...deal, signed: { on, evidence: evidence.slice(0, 500) } });

export interface ReadAmendment {
  readonly deal: Deal;
  /** Those that are signed or wait for it. */
  readonly others: readonly Amendment[];
  readonly file: string;
  readonly house: ClauseHouse;
}

class AmendmentCheck {
  readonly problems: Problem[] = [];
  constructor(
    private readonly amendment: Amendment,
    private readonly document: YamlDocument,
    private readonly asked: ReadAmendment,
  ) {
    this.#agreement();
    for (const id of Object.keys(amendment.topics)) this.#topic(id);
    if (this.problems.length === 0) this.#whole();
  }

  #report(code: Problem["code"], path: Path, message: string, hint: string | null = null): void {
    const { document } = this;
    this.problems.push(problem(code, message, { file: document.file, ...document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));
  }

  #agreement(): void {
    const { amendment: { agreement, id }, asked: { deal, others } } = this;
    if (agreement !== deal.id) this.#report("dangling-reference", ["agreement"], `it amends \`${agreement}\`, and this is \`${deal.id}\``);
    if (others.some((each) => each.id === id)) this.#report("duplicate-id", ["id"], `there is an amendment \`${id}\` already`, "give it another id");
  }

  #topic(id: string): void {
    const { amendment, asked: { house: { library }, deal, others } } = this;
    if (!library.topics.has(id)) return this.#report("unknown-name", ["topics", id], `there is no topic \`${id}\``, nameHint(id, library.topics.keys()) ?? "`cleartitle clauses list` lists them");
    const taken = amendment.topics[id] ?? null;
    if (taken === null && dealOn(deal, others, amendment.from).topics[id] === undefined) this.#report("dangling-reference", ["topics", id], `the agreement says nothing on \`${id}\` on ${amendment.from}, so that nothing can be taken out`);
    const clash = others.find((each) => each.from === amendment.from && Object.hasOwn(each.topics, id) && canonicalJson(each.topics[id] ?? null) !== canonicalJson(taken));
    if (clash !== undefined) this.#report("contradiction", ["topics", id], `\`${clash.id}\` says something else of \`${id}\` from the same day on`, "say it from another day on, or in one amendment");
  }

  /** The deal must be one on its day, and on the day of every later amendment. */
  #whole(): void {
    const { amendment, asked: { deal, others, house } } = this;
    const all = [...others, amendment];
    for (const day of new Set([amendment.from, ...others.map(({ from }) => from).filter((from) => from > amendment.from)])) {
      const { file, problems } = asFile(dealOn(deal, all, day), house, this.document.file);
      const found = file === null ? problems : compileDeal(file, house).problems;
      for (const fault of found) {
        const path = (fault.pointer ?? "").split("/").slice(1);
        this.#report(fault.code, path[0] === "topics" && Object.hasOwn(amendment.topics, path[1] ?? "") ? path : ["topics"], `on ${day}: ${fault.message}`, fault.hint);
      }
    }
  }
}

/** Reads an amendment of a deal. All problems come at once; with any there is none. */
export function readAmendment(text: string, asked: ReadAmendment): { readonly amendment: Amendment | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file: asked.file, ...limits });
  if (document === null) return { amendment: null, problems };
  const { value, problems: malformed } = check(Amendment, document);
  if (value === null) return { amendment: null, problems: malformed };
  const found = new AmendmentCheck(value, document, asked).problems;
  return found.length > 0 ? { amendment: null, problems: found.toSorted(compareProblems) } : { amendment: value, problems: [] };
}

/** An agreement as it stands from a day on, until the next one. */
export interface Segment {
  /** null: from its start. */
  readonly from: string | null;
  readonly deal: Deal;
  readonly compiled: Compiled;
}

/** The terms of a deal, from one amendment to the next, compiled. `until`: last day after the renewals that are recorded. With any problem there are none: those from before what cannot be read would be told as if they still stood. */
export function segmentsOf(deal: Deal, amendments: readonly Amendment[], house: ClauseHouse, until: string | null): { readonly segments: readonly Segment[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const segments = [null, ...new Set(inOrder(amendments).map(({ from }) => from))].flatMap((from): Segment[] => {
    const read = asFile(dealOn(deal, amendments, from ?? ""), house, deal.id);
    const { compiled, problems: faults } = read.file === null ? { compiled: null, problems: read.problems } : compileDeal(read.file, { ...house, ...(until === null ? {} : { until }) });
    problems.push(...faults);
    return compiled === null ? [] : [{ from, deal: read.file!.deal, compiled }];
  });
  return { segments: problems.length > 0 ? [] : segments, problems };
}

/** The segment that stands on a day. */
export const segmentOn = (segments: readonly Segment[], day: string): Segment => segments.findLast(({ from }) => from === null || from <= day) ?? segments[0]!;
