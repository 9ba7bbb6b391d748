import type { AgreementReading, FoundClause, ModelOpinion } from "@cleartitle/agreements";

type ReadValue = FoundClause["values"][number];

const widest = 400;
const spaces = /\s+/g;
const shown = (text: string): string => {
  const plain = text.replace(spaces, " ").trim();
  return plain.length > widest ? `${plain.slice(0, widest - 1)}…` : plain;
};

type Quoted = Omit<FoundClause, "confidence">;

const place = ({ page, start, end }: Quoted): string => `${page === null ? "" : `page ${page}, `}characters ${start} to ${end}`;

const under = ({ number, heading }: Quoted): string => {
  const name = [number, heading].filter((part) => part !== null).join(" ");
  return name === "" ? "" : `, under ${shown(name)}`;
};

const sayCap = (value: Extract<ReadValue, { type: "cap" }>): string => (value.of === "sum" ? `up to ${value.sum.currency} ${value.sum.amount}` : `up to ${value.times === null ? "" : `${value.times} times `}what was paid${value.period === null ? "" : ` in ${value.period}`}`);

const words: { readonly [Type in ReadValue["type"]]: (value: Extract<ReadValue, { type: Type }>) => string } = {
  day: ({ on }) => `day ${on}`,
  period: ({ period }) => `period ${period}`,
  renewal: ({ period, successive, automatic }) => `renewed for ${period}${successive ? ", again and again" : ""}${automatic ? ", unless somebody says no" : ""}`,
  law: ({ places }) => `law of ${places.join(", ")}`,
  money: ({ currency, amount }) => `${currency} ${amount}`,
  party: ({ name, alias }) => `party ${name}${alias === null ? "" : `, called ${alias}`}`,
  cap: sayCap,
};

/** A value in words. INVARIANT: its type names the entry that says it. */
const sayValue = (value: ReadValue): string => (words[value.type] as (value: ReadValue) => string)(value);

const clauseLines = (clause: Quoted, before: string): string[] => [
  `  ${before}  ${place(clause)}${under(clause)}`,
  `    "${shown(clause.quote)}"`,
  ...clause.values.map((value) => `    → ${sayValue(value)}  ("${shown(value.quote)}")`),
];

const foundLines = (clauses: readonly FoundClause[]): string[] => clauses.flatMap((clause) => clauseLines(clause, clause.confidence.toFixed(2)));

/** Where a model says of a kind what the program says too, in the same order. */
function isAgreed({ kinds }: AgreementReading, { kind, clauses }: ModelOpinion["kinds"][number]): boolean {
  const told = kinds.find((each) => each.kind === kind)?.clauses.length ?? 0;
  return told === clauses.length && clauses.every(({ field }, index) => field === `${kind}.${index + 1}`);
}

/** What a language model says, where it differs. */
function opinionLines(reading: AgreementReading): string[] {
  const { model } = reading;
  if (model === undefined) return [];
  const [agreed, other] = [model.kinds.filter((each) => isAgreed(reading, each)), model.kinds.filter((each) => !isAgreed(reading, each))];
  return [
    "", `${model.model}, asked on ${model.on}, says (nobody has checked it):`,
    ...model.notes.map((note) => `note: ${note}`),
    ...(agreed.length === 0 ? [] : [`as above: ${agreed.map(({ kind }) => kind).join(", ")}`]),
    ...other.flatMap(({ kind, clauses }) => (clauses.length === 0 ? [`none: ${kind}`] : [kind, ...clauses.flatMap((clause) => clauseLines(clause, clause.field ?? "not told above"))])),
  ];
}

const missing = ({ nearest }: AgreementReading["kinds"][number]): string => (nearest === null ? "" : `; the nearest, ${nearest.confidence.toFixed(2)} at ${place(nearest)}: "${shown(nearest.quote).slice(0, 120)}"`);

/** What was read of one document: each kind that was found with its words, then each that was not. */
export function renderReading(reading: AgreementReading): string[] {
  const found = reading.kinds.filter(({ clauses }) => clauses.length > 0);
  const without = reading.kinds.filter(({ clauses }) => clauses.length === 0);
  const ai = reading.ai.filter(({ clauses }) => clauses.length > 0);
  const withoutAi = reading.ai.filter(({ clauses }) => clauses.length === 0).map(({ kind }) => kind);
  return [
    `${reading.file} (${reading.format}${reading.pages === null ? "" : `, ${reading.pages} ${reading.pages === 1 ? "page" : "pages"}`}, ${reading.characters} characters)`,
    ...reading.notes.map((note) => `note: ${note}`),
    ...found.flatMap(({ kind, clauses }) => ["", kind, ...foundLines(clauses)]),
    ...ai.flatMap(({ kind, clauses }) => ["", `on AI: ${kind}`, ...foundLines(clauses)]),
    "",
    ...without.map((kind) => `not found: ${kind.kind}${missing(kind)}`),
    ...(withoutAi.length === 0 ? [] : [`not found on AI: ${withoutAi.join(", ")}`]),
    ...opinionLines(reading),
    "",
    `${found.length} of ${reading.kinds.length} kinds found. This is a reading by a program, not by a lawyer: each quote stands in the document, but whether it is of its kind is an estimate.`,
  ];
}
