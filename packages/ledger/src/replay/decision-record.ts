import { type Catalogue, keptCatalogue } from "@cleartitle/catalogue";
import { type Decision, type DecideOptions } from "@cleartitle/engine";
import { CalendarDate, canonicalJson, sha256 } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { z } from "zod";
import type { Entry } from "../entry/entry.js";
import type { Json } from "../entry/json.js";
import type { EventDraft } from "../entry/seal.js";

const Sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** What was asked: a use of the title file, in other places where some are named, and from when. */
const Question = z.strictObject({
  use: z.string(),
  in: z.array(z.string()).nullable(),
  asOf: CalendarDate.nullable(),
  knownAt: z.union([CalendarDate, z.iso.datetime({ offset: true, precision: null })]).nullable(),
  profile: z.enum(["cautious", "strict", "permissive"]).nullable(),
});
export type Question = z.infer<typeof Question>;

const Basis = z.strictObject({ catalogue: z.string(), taxonomies: z.string(), groups: z.string(), graph: z.string(), positions: z.string(), engine: z.string(), asOf: z.string(), knownAt: z.string() });

/** The fields of an entry that records a decision. */
const DecisionRecord = z.strictObject({
  question: Question,
  basis: Basis,
  status: z.string(),
  /** The title file as it was asked, under the name that its statements cite. */
  title: z.strictObject({ file: z.string(), sha256: Sha256 }),
  /** Digest of the decision's canonical text. */
  decision: Sha256,
  /** Digest of the text of the catalogue that it was made by; entries of earlier programs have none. */
  catalogueText: Sha256.optional(),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** How a decision is decided that is recorded, and decided again: the same way, to the byte. */
export const optionsOf = ({ asOf, knownAt, profile }: Question): DecideOptions => ({ ...(asOf === null ? {} : { asOf }), ...(knownAt === null ? {} : { knownAt }), ...(profile === null ? {} : { profile }) });

/** The graph in which the use is asked in the places of the question. */
export function graphAsked(graph: TitleGraph, { use: name, in: places }: Question): TitleGraph {
  const use = graph.uses.get(name);
  return use === undefined || places === null ? graph : { ...graph, uses: new Map(graph.uses).set(name, { ...use, in: places }) };
}

interface Recording {
  readonly question: Question;
  readonly title: { readonly file: string; readonly text: string };
  readonly decision: Decision;
  readonly catalogue: Catalogue;
  readonly by: string;
  readonly at: string;
}

interface Fields {
  readonly question: Question;
  readonly title: { readonly file: string; readonly sha256: string };
  readonly decision: Decision;
  /** Digest of the decision's canonical text. */
  readonly text: string;
  /** Digest of the text of its catalogue. */
  readonly catalogueText: string;
  readonly by: string;
}

/** What the entry of a decision says. */
export const decisionFields = ({ question, title, decision, text, catalogueText, by }: Fields): Readonly<Record<string, Json>> =>
  ({ by, question, basis: decision.basis, status: decision.decision, title, decision: text, catalogueText }) as unknown as Readonly<Record<string, Json>>;

/** An event that records a decision, and the files of evidence by which it can be decided again. */
export function recordDecision({ question, title, decision, catalogue, by, at }: Recording): { readonly event: EventDraft; readonly evidence: readonly string[] } {
  const text = canonicalJson(decision);
  const kept = keptCatalogue(catalogue);
  const fields = decisionFields({ question, title: { file: title.file, sha256: sha256(title.text) }, decision, text: sha256(text), catalogueText: kept.sha256, by });
  return { event: { kind: "decision", at, fields }, evidence: [title.text, text, kept.text] };
}

/** What an entry of a decision records; `redacted`: some of it was taken out; `unreadable`: what it tells is told otherwise than a decision is recorded. */
export function decisionRecordOf({ event, open }: Entry): DecisionRecord | "redacted" | "unreadable" {
  const names = Object.keys(DecisionRecord.shape);
  const told = Object.fromEntries(names.flatMap((name) => (Object.hasOwn(open, name) ? [[name, open[name]?.value]] : [])));
  // What was taken out excuses itself, and not what is still told beside it.
  if (!DecisionRecord.partial().safeParse(told).success) return "unreadable";
  if (names.some((name) => Object.hasOwn(event.fields, name) && !Object.hasOwn(open, name))) return "redacted";
  return DecisionRecord.safeParse(told).data ?? "unreadable";
}
