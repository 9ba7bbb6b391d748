import type { Statement } from "@cleartitle/title";
import type { Sheet } from "../format.js";
import type { OutAct, OutItem } from "../outline.js";

/** What a description says of its data set: chosen once, so that what is written and what is told as lost are the same. */
export interface DescriptionPlan {
  readonly subject: OutItem;
  /** The only license statement, where it is one that the format's own field gives back as it is. */
  readonly license: OutItem["licenses"][number] | null;
  /** Statements with a field of their own in the format, by how they are written. */
  readonly fields: readonly { readonly statement: Statement; readonly kind: "rai" | "usage" | "file" }[];
  readonly remarks: readonly Statement[];
  readonly acts: readonly { readonly act: OutAct; readonly sources: readonly OutItem[] }[];
}

/** A license that the format's readers take as it stands: not the page of another site, nor the word by which a language writes nothing. */
function isPlainLicense({ statement, names }: OutItem["licenses"][number]): boolean {
  return statement.rung === "declared" && statement.by === null && statement.raw === (names.length === 1 ? names[0] : JSON.stringify(names)) && names.every((name) => name !== "None" && !/choosealicense\.com/i.test(name));
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    // The language's only way of saying that a text is no JSON.
    return null;
  }
}

/** The policy of a statement that is one; `null` for a text, and for what would not be read as it stands. */
export function policyOf({ raw, value }: Statement): object | null {
  const policy = parsed(raw ?? "");
  if (policy === null || typeof policy !== "object" || Array.isArray(policy) || JSON.stringify(policy) !== raw) return null;
  const code = (policy as { readonly termCode?: unknown }).termCode;
  return value === (typeof code === "string" ? code : code === undefined ? true : null) ? policy : null;
}

/** The name and the digest of a file, as the description lists it. */
export function fileOf({ raw, value }: Statement): { readonly name: string; readonly sha256: string } | null {
  const [, name, sha256] = /^(\S(?:.*\S)?) ([0-9a-f]{64})$/.exec(raw ?? "") ?? [];
  return name === undefined || sha256 === undefined || value !== `sha256:${sha256}` ? null : { name, sha256 };
}

function fieldOf(statement: Statement): DescriptionPlan["fields"][number]["kind"] | null {
  const { what, raw, value, scope, rung, by } = statement;
  if (scope !== null || rung !== "declared" || by !== null || raw === null || raw.trim() === "") return null;
  if (/^rai-[a-z]+(?:-[a-z]+)*$/.test(what)) return value === raw ? "rai" : null;
  if (what === "use-policy") return policyOf(statement) === null ? null : "usage";
  return what === "file-digest" && fileOf(statement) !== null ? "file" : null;
}

export function planOf({ outline }: Sheet): DescriptionPlan | null {
  const { subject } = outline;
  if (subject === null || subject.asset.kind !== "dataset") return null;
  const [license] = subject.licenses;
  const native = license !== undefined && subject.licenses.length === 1 && isPlainLicense(license) ? license : null;
  const fields: { statement: Statement; kind: "rai" | "usage" | "file" }[] = [];
  const remarks: Statement[] = native === null ? subject.licenses.map((each) => each.statement) : [];
  for (const statement of subject.remarks) {
    const kind = fieldOf(statement);
    // A field of responsible AI stands once.
    if (kind === null || (kind === "rai" && fields.some((each) => each.statement.what === statement.what))) remarks.push(statement);
    else fields.push({ statement, kind });
  }
  const acts = outline.acts.filter((act) => act.to === subject).map((act) => ({ act, sources: act.from.filter((each) => each !== subject) })).filter(({ sources }) => sources.length > 0);
  return { subject, license: native, fields, remarks, acts };
}
