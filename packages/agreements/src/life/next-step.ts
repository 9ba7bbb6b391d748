import { problem, type Problem } from "@cleartitle/norms";
import { newest, type Life } from "./life.js";
import type { LifeStep, Side, StepName } from "./step.js";

/** Who records a step. */
export interface Hand {
  readonly by: string;
  /** Nobody else is there who could look at it: the one user of a machine. */
  readonly alone: boolean;
  /** The day on which it is recorded. */
  readonly today: string;
}

type Wrong = { readonly message: string; readonly hint: string } | null;
const wrong = (message: string, hint: string): Wrong => ({ message, hint });

const isNegotiated = ({ state }: Life): boolean => state === "draft" || state === "sent";

const notNegotiated = ({ state }: Life): Wrong => (state === "withdrawn" ? wrong("it was withdrawn", "begin another agreement") : wrong("it is signed already", "what changes from here on is an amendment"));

const notBinding = ({ state }: Life): Wrong =>
  state === "ended" ? wrong("its end is recorded already", "begin another agreement") : wrong(state === "withdrawn" ? "it was withdrawn, and binds nobody" : "it is not signed, and binds nobody yet", state === "withdrawn" ? "begin another agreement" : "record the signatures of both sides first");

const isBinding = ({ state }: Life): boolean => state === "signed";

/** Why a step may not come next, whoever takes it; null: it may. */
const standing: Readonly<Record<StepName, (life: Life) => Wrong>> = {
  draft: (life) => (!isNegotiated(life) ? notNegotiated(life) : life.turn === life.ours ? null : wrong("it is with the other side, and what was sent is frozen", "wait for their version, or withdraw it")),
  receive: (life) => (isNegotiated(life) ? null : notNegotiated(life)),
  send: (life) => {
    if (!isNegotiated(life)) return notNegotiated(life);
    const text = newest(life);
    return text === null ? wrong("there is no text to send", "write a version first") : text.frozenOn !== null ? wrong(text.side === life.ours ? "the newest version was sent already" : "the newest version is theirs", "write a version of ours, or sign this one") : null;
  },
  sign: (life) => {
    const pending = life.amendments.some(({ signed }) => signed === null);
    if (isBinding(life) && pending) return null;
    if (!isNegotiated(life)) return isBinding(life) ? wrong("it is signed, and no amendment waits for a signature", "record an amendment first") : notBinding(life);
    return newest(life)?.frozenOn == null ? wrong("the other side has not seen the newest version", "send it first: what is signed is what both have seen") : null;
  },
  withdraw: (life) => (isNegotiated(life) ? null : life.state === "signed" ? wrong("it is signed, and is not withdrawn any more", "record its end") : notBinding(life)),
  amend: (life) => (isBinding(life) ? null : notBinding(life)),
  notice: (life) => (isBinding(life) ? null : notBinding(life)),
  settle: (life) => (!isBinding(life) ? notBinding(life) : life.notices.some(({ of = "renewal" }) => of === "renewal") ? null : wrong("no notice against a renewal is recorded", "what is settled is whether one that came too late counts for the next term")),
  renew: (life) => (isBinding(life) ? null : notBinding(life)),
  end: (life) => (isBinding(life) ? null : notBinding(life)),
};

/** What may come next, and of every other step why not. */
export const mayFollow = (life: Life): readonly { readonly step: StepName; readonly why: string | null }[] =>
  (Object.keys(standing) as StepName[]).map((step) => ({ step, why: standing[step](life)?.message ?? null }));

const told = (message: string, hint: string | null, pointer: string | null = null): Problem => problem("conflict", message, { hint, pointer });

const signers = (signatures: readonly { readonly side: Side }[]): readonly Side[] => signatures.map(({ side }) => side);

/** What is signed, and who wrote it down. */
function signedText(life: Life, { amendment }: Extract<LifeStep, { step: "sign" }>): { readonly digest: string; readonly by: string; readonly since: string; readonly signed: readonly Side[] } | Problem {
  if (amendment === undefined) {
    if (isBinding(life)) return told("it is signed already", "name the amendment that is signed", "/amendment");
    const text = newest(life)!;
    return { digest: text.digest, by: text.by, since: text.frozenOn!, signed: signers(life.signatures) };
  }
  const found = life.amendments.find(({ id }) => id === amendment);
  if (found === undefined) return problem("unknown-name", `there is no amendment \`${amendment}\``, { pointer: "/amendment", offending: amendment, hint: life.amendments.length === 0 ? "record it first" : `there are ${life.amendments.map(({ id }) => `\`${id}\``).join(", ")}` });
  return { digest: found.digest, by: found.by, since: found.at.slice(0, 10), signed: signers(found.signatures) };
}

function wrongInSignature(life: Life, step: Extract<LifeStep, { step: "sign" }>, { by, alone }: Hand): Problem[] {
  const text = signedText(life, step);
  if ("code" in text) return [text];
  return [
    ...(text.digest === step.digest ? [] : [told("what is signed is not the newest text", "read it again, and name the digest of what was signed", "/digest")]),
    ...(text.signed.includes(step.side) ? [told(`the ${step.side} has signed it already`, null, "/side")] : []),
    ...(step.amendment === undefined && step.on < text.since ? [told(`the other side has seen this version since ${text.since}, and it cannot have been signed before`, null, "/on")] : []),
    // A signature makes the text bind, and turns answers: it is not recorded by who wrote the text down.
    ...(!alone && text.by === by ? [problem("forbidden", "who recorded the text does not record its signature", { hint: "somebody else who may sign has to look at it" })] : []),
  ];
}

/** Everything that is wrong with a step as the next one. */
export function wrongInStep(life: Life, step: LifeStep, hand: Hand): readonly Problem[] {
  const fault = standing[step.step](life);
  if (fault !== null) return [told(`\`${step.step}\` cannot come next: ${fault.message}`, fault.hint)];
  const later = "on" in step && step.step !== "end" && step.on > hand.today ? [problem("bad-value", "what is done later cannot be recorded as done", { pointer: "/on", offending: step.on })] : [];
  if (step.step === "sign") return [...later, ...wrongInSignature(life, step, hand)];
  const taken = step.step === "amend" && life.amendments.some(({ id }) => id === step.amendment) ? [problem("duplicate-id", `there is an amendment \`${step.amendment}\` already`, { pointer: "/id", offending: step.amendment })] : [];
  const early = step.step === "end" && step.on < life.signed!.on ? [told(`it was signed on ${life.signed!.on}, and cannot have ended before`, null, "/on")] : [];
  return [...later, ...taken, ...early];
}
