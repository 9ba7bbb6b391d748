import { otherSide, type LifeStep, type RecordedStep, type Side } from "./step.js";

/** A text of the deal as one side wrote it. Once it has gone to the other side it is frozen: whatever changes it is another version. */
export interface AgreementVersion {
  /** From 1. */
  readonly number: number;
  readonly side: Side;
  readonly digest: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  /** The day on which it went to the other side, or came from there; null: nobody else has seen it. */
  readonly frozenOn: string | null;
}

interface Signature {
  readonly side: Side;
  readonly on: string;
  readonly evidence: string;
  readonly by: string;
}

/** The day on which the last side signed, with what shows it. */
interface Signed {
  readonly on: string;
  readonly evidence: string;
}

interface KeptAmendment {
  readonly id: string;
  readonly digest: string;
  readonly text: string;
  readonly from: string;
  readonly by: string;
  readonly at: string;
  readonly signatures: readonly Signature[];
  /** null: it binds nobody yet. */
  readonly signed: Signed | null;
}

type Of<S extends LifeStep["step"]> = Extract<LifeStep, { step: S }>;

/** What an agreement has become by its steps. Which day it is, is asked later. */
export interface Life {
  readonly id: string;
  /** Our side of it. */
  readonly ours: Side;
  readonly steps: readonly RecordedStep[];
  /** `ended`: it is recorded that it ends, from whichever day. */
  readonly state: "draft" | "sent" | "signed" | "ended" | "withdrawn";
  /** Whose move it is; null: nobody's. */
  readonly turn: Side | null;
  readonly versions: readonly AgreementVersion[];
  /** On the newest version. */
  readonly signatures: readonly Signature[];
  readonly signed: Signed | null;
  readonly amendments: readonly KeptAmendment[];
  /** That it shall not be renewed, of a breach, or of an exit. */
  readonly notices: readonly (Of<"notice"> & { readonly number: number })[];
  /** Of notices that came too late. Of two on one notice the later one holds. */
  readonly settled: readonly Of<"settle">[];
  readonly renewals: readonly Of<"renew">[];
  readonly end: Of<"end"> | null;
  readonly withdrawn: Of<"withdraw"> | null;
}

/** Both sides have signed; what the last one signed with stands for both. */
function signedBy(signatures: readonly Signature[]): Signed | null {
  if (new Set(signatures.map(({ side }) => side)).size < 2) return null;
  const [last] = signatures.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return { on: last!.on, evidence: [...new Set(signatures.map(({ evidence }) => evidence))].join("; ") };
}

const signatureOf = ({ side, on, evidence }: Of<"sign">, by: string): Signature => ({ side, on, evidence, by });

function version(life: Life, side: Side, digest: string, frozenOn: string | null, { by, at, text }: RecordedStep): Life {
  const versions = [...life.versions, { number: life.versions.length + 1, side, digest, text: text ?? "", by, at, frozenOn }];
  // Whoever signed an earlier text has not signed this one.
  return { ...life, versions, signatures: [], state: frozenOn === null ? "draft" : "sent", turn: life.ours };
}

function sign(life: Life, content: Of<"sign">, by: string): Life {
  const signature = signatureOf(content, by);
  if (content.amendment !== undefined) {
    const amendments = life.amendments.map((each) => {
      if (each.id !== content.amendment) return each;
      const signatures = [...each.signatures, signature];
      return { ...each, signatures, signed: signedBy(signatures) };
    });
    return { ...life, amendments };
  }
  const signatures = [...life.signatures, signature];
  const signed = signedBy(signatures);
  return { ...life, signatures, signed, state: signed === null ? life.state : "signed", turn: signed === null ? otherSide(content.side) : null };
}

function after(life: Life, step: RecordedStep): Life {
  const { content, by, at, text } = step;
  switch (content.step) {
    case "draft": return version(life, life.ours, content.digest, null, step);
    case "receive": return version(life, otherSide(life.ours), content.digest, content.on, step);
    case "send": return { ...life, versions: life.versions.map((each, index, all) => (index === all.length - 1 ? { ...each, frozenOn: content.on } : each)), state: "sent", turn: otherSide(life.ours) };
    case "sign": return sign(life, content, by);
    case "withdraw": return { ...life, state: "withdrawn", turn: null, withdrawn: content };
    case "amend": return { ...life, amendments: [...life.amendments, { id: content.amendment, digest: content.digest, text: text ?? "", from: content.from, by, at, signatures: [], signed: null }] };
    case "notice": return { ...life, notices: [...life.notices, { ...content, number: step.number }] };
    case "settle": return { ...life, settled: [...life.settled, content] };
    case "renew": return { ...life, renewals: [...life.renewals, content] };
    default: return { ...life, state: "ended", end: content };
  }
}

/** An agreement of which nothing is recorded yet. */
export const unborn = (id: string, ours: Side): Life => ({
  id, ours, steps: [], state: "draft", turn: ours, versions: [], signatures: [], signed: null, amendments: [], notices: [], settled: [], renewals: [], end: null, withdrawn: null,
});

/** What steps make of an agreement. They were held to the rules when they were recorded. */
export const lifeOf = (id: string, ours: Side, steps: readonly RecordedStep[]): Life => ({ ...steps.reduce(after, unborn(id, ours)), steps });

export const newest = ({ versions }: Life): AgreementVersion | null => versions.at(-1) ?? null;

/** Last day of the renewals that are recorded; null: none is. */
export const renewedUntil = ({ renewals }: Life): string | null => renewals.at(-1)?.until ?? null;
