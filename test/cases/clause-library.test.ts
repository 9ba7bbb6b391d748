import { describe, expect, test } from "vitest";
import { parametersIn } from "../../packages/agreements/src/clause/template.js";
import { another } from "./another-value.js";
import { compiledOf, library } from "./clause-house.js";

const stances = ["licensor", "neutral", "licensee"] as const;
type Topic = typeof library.topics extends ReadonlyMap<string, infer T> ? T : never;

/** What the parties must say themselves, as the field's example says it. */
const sayings = (topic: Topic): Record<string, unknown> => Object.fromEntries(Object.entries(topic.fields).flatMap(([name, field]) => (field.type === "assets" ? [[name, ["corpus"]]] : field.example === undefined ? [] : [[name, field.example]])));

const dealOf = (topics: readonly (readonly [Topic, string, object?])[]): object => ({
  id: "deal", title: "A deal", written: "2026-11-28",
  parties: [{ id: "maker", role: "licensor" }, { id: "acme", role: "licensee" }],
  assets: [{ id: "corpus", kind: "dataset", layers: ["copyright", "related"], scope: ["database", "content"] }, { id: "base", kind: "model", layers: ["copyright"] }],
  topics: Object.fromEntries(topics.map(([topic, version, values]) => [topic.id, { version, with: { ...sayings(topic), ...values } }])),
});

/** Clauses that others rest on: without a grant nothing survives, without a term nothing ends. */
const grounds = ["permitted-acts", "term-and-renewal"].map((id) => library.topics.get(id)!);
const all = [...library.topics.values()];
const versions = all.flatMap((topic) => stances.map((version) => ({ id: topic.id, version, topic })));

describe("every version of every clause compiles", () => {
  test.each(versions)("$id, $version", ({ topic, version }) => {
    const others = grounds.filter((ground) => ground.id !== topic.id).map((ground) => [ground, "neutral"] as const);
    const { compiled, problems } = compiledOf(dealOf([...others, [topic, version]]));
    expect(problems).toEqual([]);
    const clause = compiled!.clauses.find((each) => each.topic === topic.id)!;
    expect(clause.text.join(" ")).not.toMatch(/\{\{|\(not said\)/);
    // Each norm of the clause became one, or one for each kind of asset where it grants.
    const made = compiled!.instrument.norms.filter((norm) => norm.id.startsWith(`${topic.id}.`));
    expect(new Set(made.map((norm) => norm.id.split(".")[1])).size).toBe(topic.versions[version].norms?.length ?? 0);
    expect(made.every((norm) => norm.cite.startsWith(`${topic.number}.`))).toBe(true);
  });

  test.each(stances)("a deal on all topics, each in the version %s", (version) => {
    const { compiled, problems } = compiledOf(dealOf(all.map((topic) => [topic, version] as const)));
    expect(problems).toEqual([]);
    expect(compiled!.clauses.map((clause) => clause.number)).toEqual(all.map((topic) => topic.number));
  });
});

/** What decisions are made by, without the words that are only told. */
const decisive = (node: unknown): string => JSON.stringify(node, (key, value: unknown) => (key === "quote" || key === "text" ? undefined : value));

test.each(all.filter(({ fields }) => Object.keys(fields).length > 0).map((topic) => ({ id: topic.id, topic })))("$id: another value stands in the words, and moves what decisions are made by where a norm has it, and nowhere else", ({ topic }) => {
  const spoken = new Set<string>();
  for (const version of stances) {
    const { text, norms = [], limits = [], dates = [] } = topic.versions[version];
    const others = grounds.filter((ground) => ground.id !== topic.id).map((ground) => [ground, "neutral"] as const);
    const compiled = (name: string, value: unknown) => compiledOf(dealOf([...others, [topic, version, { [name]: value }]])).compiled!;
    const carried = parametersIn(JSON.parse(decisive([norms, limits, dates.filter(({ id, sets }) => sets !== undefined || parametersIn(norms).has(`date.${id}`))])));
    for (const name of parametersIn(text)) {
      const field = topic.fields[name];
      const value = field === undefined ? null : another(field);
      if (field === undefined || value === null) continue;
      spoken.add(name);
      const [usual, now] = [compiled(name, field.default ?? field.example), compiled(name, value)];
      const saidOf = ({ clauses }: typeof now) => clauses.find((each) => each.topic === topic.id)!.text;
      expect([version, name, "said", JSON.stringify(saidOf(now)) !== JSON.stringify(saidOf(usual))]).toEqual([version, name, "said", true]);
      expect([version, name, decisive(now.instrument) !== decisive(usual.instrument)]).toEqual([version, name, carried.has(name)]);
    }
  }
  expect([...spoken].toSorted()).toEqual(Object.entries(topic.fields).filter(([, field]) => another(field) !== null).map(([name]) => name).toSorted());
});

test("every topic has fields beside its version", () => {
  expect(all.filter(({ fields }) => Object.keys(fields).length === 0).map(({ id }) => id)).toEqual([]);
});

test("the three versions of a topic are three", () => {
  const alike = versions.filter(({ topic, version }) => stances.some((other) => other < version && JSON.stringify(topic.versions[other].text) === JSON.stringify(topic.versions[version].text)));
  expect(alike.map(({ id, version }) => `${id} ${version}`)).toEqual([]);
});

const count = (list: readonly unknown[] | undefined): number => list?.length ?? 0;

test("topics × versions × what carries them", () => {
  const rows = all.map((topic) => {
    const cells = stances.map((stance) => {
      const { text, norms, limits, duties, dates, notes } = topic.versions[stance];
      return `${text.length}s ${count(norms) + count(limits)}n ${count(duties)}d ${count(dates)}t ${count(notes)}x`.padEnd(16);
    });
    return `${String(topic.number).padStart(2)} ${topic.id.padEnd(28)} ${cells.join(" ")}`;
  });
  console.info(["sentences, norms and limits, duties, dates, notes: licensor, neutral, licensee", ...rows].join("\n"));
  expect(rows).toHaveLength(library.topics.size);
});
