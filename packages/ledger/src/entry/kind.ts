/**
 * Kinds of events, each with the fields that it has at least; what else a record says stands beside these. `opened` begins a ledger, `key-changed` hands
 * it to another key, `redaction` says which fields of an earlier entry were taken out. Where records of a title are kept beside the ledger, `change-set` begins what one of them brought,
 * and `record` is what it made of a record that has no kind of its own; `file` is a file of evidence that was kept, and `access` what
 * whoever runs the machine did about who may enter.
 */
export const eventKinds = {
  opened: ["by", "key"],
  "key-changed": ["by", "key", "why"],
  redaction: ["by", "entry", "fields", "why"],
  statement: ["about", "by", "id", "value", "what"],
  conclusion: ["about", "by", "id", "value", "what"],
  "change-set": ["by", "number", "records"],
  record: ["by", "changeSet", "content", "key", "section"],
  file: ["by", "bytes", "evidence"],
  decision: ["basis", "by", "decision", "question", "status", "title"],
  position: ["by", "option", "position", "territory"],
  waiver: ["by", "id", "kind", "reason", "until"],
  approval: ["by", "of"],
  access: ["by", "person", "what"],
  agreement: ["by", "id", "parties"],
  negotiation: ["by", "content", "id", "step"],
  reading: ["by", "number", "step"],
  usage: ["by", "during", "of", "quantity"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventKind = keyof typeof eventKinds;

export const isEventKind = (text: string): text is EventKind => Object.hasOwn(eventKinds, text);

/** Without them nobody could tell who may sign, or what was taken out: their fields stay. */
export const isKept = (kind: EventKind): boolean => kind === "opened" || kind === "key-changed" || kind === "redaction";
