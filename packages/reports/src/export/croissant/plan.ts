import { listsBy } from "@cleartitle/norms";
import type { Statement } from "@cleartitle/title";
import type { Sheet } from "../format.js";
import type { OutAct, OutItem } from "../outline.js";

/** What a description says of its data set, and within it of each source: chosen once, so that what is written and what is told as lost are the same. */
export interface DescriptionPlan {
  readonly item: OutItem;
  /** The only license statement, where it is one that the format's own field gives back as it is. */
  readonly license: OutItem["licenses"][number] | null;
  /** Statements with a field of their own in the format, by how they are written. */
  readonly fields: readonly { readonly statement: Statement; readonly kind: "rai" | "usage" | "file" }[];
  readonly remarks: readonly Statement[];
  readonly acts: readonly PlannedAct[];
}

interface PlannedAct {
  readonly act: OutAct;
  /** Tells the acts of one document apart. */
  readonly number: number;
  readonly sources: readonly { readonly item: OutItem; /** `null` where it is described elsewhere, or would lie too deep. */ readonly plan: DescriptionPlan | null }[];
}

/** How far back sources are described within sources: readers bound how deep a document may be. */
const furthest = 24;

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
  const made: ReadonlyMap<OutItem, readonly OutAct[]> = listsBy(outline.acts, ({ to }) => (to === null ? [] : [to]));
  const whole = { ...contentOf(subject), acts: [] as PlannedAct[] };
  const described = new Set([subject]);
  let number = 0;
  // From near to far, so that each thing is described as near as it is named.
  let near = [whole];
  for (let steps = 0; near.length > 0; steps++) {
    const next: (typeof whole)[] = [];
    for (const plan of near) {
      for (const act of made.get(plan.item) ?? []) {
        // Nothing is a source of itself, and the whole has no name within its own description.
        const sources = act.from.filter((each) => each !== plan.item && each !== subject).map((item) => {
          if (described.has(item) || steps === furthest) return { item, plan: null };
          described.add(item);
          const within = { ...contentOf(item), acts: [] as PlannedAct[] };
          next.push(within);
          return { item, plan: within };
        });
        if (sources.length > 0) plan.acts.push({ act, number: (number += 1), sources });
      }
    }
    near = next;
  }
  return whole;
}

/** A plan and all plans within it. */
export const plansIn = (plan: DescriptionPlan): DescriptionPlan[] => {
  const found = [plan];
  for (const { acts } of found) for (const { sources } of acts) for (const each of sources) if (each.plan !== null) found.push(each.plan);
  return found;
};

function contentOf(item: OutItem): Omit<DescriptionPlan, "acts"> {
  const [license] = item.licenses;
  const native = license !== undefined && item.licenses.length === 1 && isPlainLicense(license) ? license : null;
  const fields: { statement: Statement; kind: "rai" | "usage" | "file" }[] = [];
  const remarks: Statement[] = native === null ? item.licenses.map((each) => each.statement) : [];
  for (const statement of item.remarks) {
    const kind = fieldOf(statement);
    // A field of responsible AI stands once.
    if (kind === null || (kind === "rai" && fields.some((each) => each.statement.what === statement.what))) remarks.push(statement);
    else fields.push({ statement, kind });
  }
  return { item, license: native, fields, remarks };
}
