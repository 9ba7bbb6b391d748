import { expect, test } from "vitest";
import type { World } from "../../world.js";
import { firstAlike } from "./like-places.js";

const inCalifornia = { place: ["US-CA"] };
const law = (jurisdiction: string, ...norms: object[]) => ({ jurisdiction, norms });
const duty = { kind: "oblige", oblige: { do: "disclose" } };
const text = (condition: unknown) => ({ norms: [{ kind: "permit", if: condition }] });

interface Speaking {
  readonly laws?: object[];
  readonly licenses?: object[];
  readonly agreements?: object[];
  readonly rows?: object[];
  readonly members?: (string | object)[];
  readonly positions?: object[];
  readonly title?: object[];
  readonly named?: Partial<Record<"assets" | "derivations" | "uses" | "parties", string>>;
}

const numbered = (list: readonly object[]) => new Map(list.map((each, i) => [`${i}`, each]));

/** Of the places told apart, US, US-CA and US-NY are parts of one country. */
const world = ({ laws = [], licenses = [], agreements = [], rows = [], members = [], positions = [], title = [], named = {} }: Speaking): World => ({
  catalogue: {
    laws: numbered([law("US-CA", duty), law("US-NY", duty), ...laws]), instruments: numbered(licenses),
    taxonomies: { places: new Map([["DE", {}], ["US", {}], ["US-CA", { isA: ["US"] }], ["US-NY", { isA: ["US"] }]]), groups: new Map([["coast", { members }]]), persistence: rows },
  },
  graph: {
    instruments: numbered(agreements), positions, title,
    ...Object.fromEntries((["assets", "derivations", "uses", "parties"] as const).map((records) => [records, new Map(named[records] === undefined ? [] : [[named[records], {}]])])),
  },
}) as unknown as World;

test.each<[what: string, Speaking, apart: string[]]>([
  ["duties of law alone", {}, []],
  ["a duty under a condition that names the country", { laws: [law("US-CA", { ...duty, if: { place: ["US"] } })] }, []],
  ["an exception there", { laws: [law("US-CA", { kind: "permit" })] }, ["US-CA"]],
  ["a rule beside a duty", { laws: [law("US-NY", duty, { kind: "raise" })] }, ["US-NY"]],
  ["a condition of a law of elsewhere", { laws: [law("DE", { kind: "permit", if: inCalifornia })] }, ["US-CA"]],
  ["a condition of a duty", { laws: [law("US", { ...duty, if: inCalifornia })] }, ["US-CA"]],
  ["a condition of a license", { licenses: [text({ all: [{ none: [inCalifornia] }, true] })] }, ["US-CA"]],
  ["an answer to a contested question", { licenses: [text({ position: "open", options: { no: false, there: { any: [{ place: ["DE", "US-NY"] }] } } })] }, ["US-NY"]],
  ["an agreement of one's own", { agreements: [text({ place: ["US-NY"], of: "hosted" })] }, ["US-NY"]],
  ["whether matter persists", { rows: [{ persists: inCalifornia }] }, ["US-CA"]],
  ["a group", { members: ["DE", { place: "US-CA", from: "2030-01-01" }] }, ["US-CA"]],
  ["an adopted position", { positions: [{ territory: "US-NY" }, { territory: "WORLD" }] }, ["US-NY"]],
  ["a record of title", { title: [{ in: ["US-CA", "US-NY"] }, { in: [] }] }, ["US-CA", "US-NY"]],
  ["a thing of its name", { named: { assets: "US-CA" } }, ["US-CA"]],
  ["a party of the country's name", { named: { parties: "US" } }, ["US-CA", "US-NY"]],
  ["an act of its name", { named: { derivations: "US-NY", uses: "US-CA" } }, ["US-CA", "US-NY"]],
  ["a name of elsewhere", { named: { uses: "DE", assets: "US-TX" } }, []],
])("parts of a country are told apart by more than duties of law: %s", (_, speaking, apart) => {
  const atoms = ["DE", "US", "US-CA", "US-NY"];
  expect(firstAlike(world(speaking), atoms).flatMap((first, i) => (first === i && i > 1 ? [atoms[i]!] : []))).toEqual(apart);
});

test("countries are told by themselves, and the first part that is asked stands for the others", () => {
  expect(firstAlike(world({}), ["US-NY", "DE", "US-CA", "Atlantis"])).toEqual([0, 1, 0, 3]);
});
