import type { Statement } from "@cleartitle/title";
import { sql } from "kysely";
import { keyOf, type Section } from "../record/section.js";
import type { Scope } from "./scope.js";

/** What a change set did to records about one asset. */
interface AssetChange {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  /** Sections with how many records of each were written, and how many were taken out. */
  readonly touched: readonly { readonly section: Section; readonly written: number; readonly gone: number }[];
}

/** Change sets that wrote about an asset: those of a page, newest first, and how many there are. */
export interface AssetHistory {
  readonly changes: readonly AssetChange[];
  readonly total: number;
}

type Fields = Readonly<Record<string, unknown>>;
const isOf = (name: string) => (record: Fields, id: string): boolean => record[name] === id;

/** Whether a record is about an asset, by the section that it stands in. What only mentions it, as the text of a reason may, is not. */
const isAbout: Partial<Readonly<Record<Section, (record: Fields, id: string) => boolean>>> = {
  assets: isOf("id"), title: isOf("asset"), claims: isOf("asset"), covers: isOf("asset"), waivers: isOf("asset"), observations: isOf("of"), events: isOf("of"), uses: isOf("of"),
  derivations: ({ from, to }, id) => to === id || (Array.isArray(from) && from.includes(id)),
  statements: ({ about }, id) => {
    // What was redacted may be there no more.
    const { kind, id: of } = (about ?? {}) as Partial<Statement["about"]>;
    return kind === "asset" && of === id;
  },
};

const nameOf = (section: string, key: string): string => `${section} ${key}`;

/** Every version of a record that says, or once said, something about the asset. */
async function versionsAbout({ tx, workspace }: Scope, id: string): Promise<readonly { readonly number: number; readonly section: string; readonly isGone: boolean }[]> {
  const sections = Object.keys(isAbout);
  // The id as a record spells it: of what has it, whatever it is there, the record itself tells whether it is meant.
  const spelled = JSON.stringify(id);
  const found = await tx.selectFrom("records").select(["section", "key", "content"]).where("workspace", "=", workspace).where("section", "in", sections).where(sql<boolean>`position(${spelled} in content) > 0`).execute();
  const about = new Set(found.filter(({ section, content }) => isAbout[section as Section]!(JSON.parse(content!) as Fields, id)).map(({ section, key }) => nameOf(section, key)));
  about.add(nameOf("assets", keyOf("assets", { id })));
  const keys = [...about].map((name) => name.slice(name.indexOf(" ") + 1));
  const versions = await tx.selectFrom("records").select(["number", "section", "key", "content", "erased"]).where("workspace", "=", workspace).where("section", "in", sections).where(sql<boolean>`key = any(${keys}::text[])`).execute();
  // What was redacted was written once, and is none that was taken out.
  return versions.filter(({ section, key }) => about.has(nameOf(section, key))).map(({ number, section, content, erased }) => ({ number, section, isGone: content === null && erased === null }));
}

/** Change sets that wrote about an asset, before one. */
export async function assetHistory(scope: Scope, id: string, before: number | null, most: number): Promise<AssetHistory> {
  const touched = new Map<number, Map<Section, { written: number; gone: number }>>();
  for (const { number, section, isGone } of await versionsAbout(scope, id)) {
    const own = touched.get(number) ?? new Map<Section, { written: number; gone: number }>();
    const counted = own.get(section as Section) ?? { written: 0, gone: 0 };
    counted[isGone ? "gone" : "written"] += 1;
    touched.set(number, own.set(section as Section, counted));
  }
  const numbers = [...touched.keys()].filter((number) => before === null || number < before).toSorted((a, b) => b - a).slice(0, most);
  if (numbers.length === 0) return { changes: [], total: touched.size };
  const { tx, workspace } = scope;
  const rows = await tx.selectFrom("change_sets").select(["number", "recorded_at", "by", "why"]).where("workspace", "=", workspace).where("number", "in", numbers).orderBy("number", "desc").execute();
  return { total: touched.size, changes: rows.map(({ number, recorded_at: at, by, why }) => ({ number, at, by, why, touched: [...touched.get(number)!].map(([section, counted]) => ({ section, ...counted })).toSorted((a, b) => (a.section < b.section ? -1 : 1)) })) };
}
