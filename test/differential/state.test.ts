import { canonicalJson, type Condition, type Instrument, type Layer } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileGraph } from "../../packages/engine/src/compiled/index.js";
import type { LicenseReading } from "../../packages/engine/src/judgment/license-reading.js";
import { heldBy } from "../../packages/engine/src/compiled/state/ownership.js";
import { survivalsOf } from "../../packages/engine/src/compiled/state/lives.js";
import { momentOf } from "../../packages/engine/src/compiled/state/moment.js";
import type { QuantityTest } from "../../packages/engine/src/compiled/state/quantities.js";
import { State } from "../../packages/engine/src/compiled/state/state.js";
import { judgeCondition } from "../../packages/engine/src/reference/condition.js";
import { withIncorporated } from "../../packages/engine/src/reference/incorporated.js";
import { partsOf } from "../../packages/engine/src/reference/judge.js";
import { instrumentsAt, readingsOf } from "../../packages/engine/src/reference/license-reading.js";
import { isInBreach, lifeOf, survivors } from "../../packages/engine/src/reference/life.js";
import { heldIn, mattersOf, wholeOf } from "../../packages/engine/src/reference/matter.js";
import { followChain, madeBy, ownershipOf, titleAt } from "../../packages/engine/src/reference/owned.js";
import { rightIn } from "../../packages/engine/src/reference/right.js";
import { boundHow } from "../../packages/engine/src/reference/party.js";
import { standing } from "../../packages/engine/src/reference/prevailing.js";
import { groupOf, quantityTruth } from "../../packages/engine/src/reference/quantities.js";
import { assetFact } from "../../packages/engine/src/reference/reading.js";
import { reservationFact } from "../../packages/engine/src/reference/reservation.js";
import type { Scene } from "../../packages/engine/src/reference/scene.js";
import { versionFor } from "../../packages/engine/src/reference/version.js";
import { facts } from "../worlds/vocabulary.js";
import { days, everyParty, stateWorld } from "../worlds/state-world.js";
import { patience, pose, runs, type Posed } from "../worlds/world-asked.js";

/** What was known by the end of all records, and what was known at the beginning of one year. */
const instants = ["9999-12-31T23:59:59Z", "2025-03-01"];

interface Both extends Posed {
  readonly state: State;
  readonly texts: readonly Instrument[];
  readonly scene: (asset: string, party: string, date: string | null) => Scene;
}

function bothOf(posed: Posed, knownAt: string): Both {
  const env = { ...posed.env, knownAt };
  const graph = compileGraph(posed.world);
  const scene: Both["scene"] = (asset, party, date) => ({
    env, act: { ...posed.act, actor: party, date }, territory: posed.atoms[0] ?? "", source: asset, path: [asset], instrument: null, history: () => null,
  });
  return { ...posed, env, scene, state: new State(posed.world, graph, knownAt), texts: [...posed.world.graph.instruments.values()] };
}

const layers: readonly Layer[] = ["copyright", "related"];

const content = new WeakMap<object, string>();
/** A text by its content, written once. */
const saying = (text: Instrument | null): string => {
  if (text === null) return "";
  let known = content.get(text);
  if (known === undefined) content.set(text, (known = canonicalJson(text)));
  return known;
};
const readable = (readings: readonly LicenseReading[]) => readings.map(({ kind, says, options }) => ({ kind, says, options: options.map((way) => way.map(({ name, instrument }) => [name, saying(instrument)])) }));

const seen = new Map<string, number>();
const count = (...keys: string[]): void => keys.forEach((key) => seen.set(key, (seen.get(key) ?? 0) + 1));

/** Takes what the state found and what the reference says of one question. */
type Pair = (question: string, found: unknown, expected: unknown) => void;

/** Holds a comparison for random worlds at both instants of knowledge. */
function equal(compare: (both: Both, pair: Pair) => void, worlds: number): void {
  seen.clear();
  fc.assert(fc.property(stateWorld, fc.constantFrom(...instants), (strange, knownAt) => {
    const [found, expected]: [string[], string[]] = [[], []];
    compare(bothOf(pose(strange), knownAt), (question, a, b) => {
      found.push(`${question}: ${written(a)}`);
      expected.push(`${question}: ${written(b)}`);
    });
    const differs = found.findIndex((line, i) => line !== expected[i]);
    expect(found[differs]).toBe(expected[differs]);
  }), runs(worlds));
}

const written = (value: unknown): string => (typeof value === "string" ? value : canonicalJson(value));

/** What the worlds that were compared hardly had in them. */
const rare = (...keys: string[]): string[] => keys.filter((key) => (seen.get(key) ?? 0) < 10);

test("groups of parties, whole texts and what facts say are those of the reference", patience, () => {
  equal(({ env, state, texts, world, scene }, pair) => {
    for (const date of days) {
      for (const party of everyParty) {
        const group = groupOf(env, party, date);
        pair(`group ${party} ${date}`, [...state.groups.of(party, date)].toSorted(), [...group].toSorted());
        count(`group ${Math.min(group.size, 3)}`);
      }
      for (const asset of world.graph.assets.keys()) {
        const node = state.ground.graph.numberOf.get(asset)!;
        for (const fact of facts) pair(`${fact} ${asset} ${date}`, state.stated.fact(node, fact, date ?? env.asOf), assetFact(env, asset, fact, date));
        for (const fact of ["reservation.expressed", "reservation.machine_readable", "reservation.form", "reservation.checked_at"]) {
          const expected = reservationFact(scene(asset, "us", date), fact);
          pair(`${fact} ${asset} ${date}`, state.observations.fact(node, fact, date), expected);
          count(`reserved ${expected.join()}`);
        }
      }
    }
    for (const text of texts) {
      for (const date of days) pair(`${text.id} ${date}`, saying(state.texts.of(text, date)), saying(withIncorporated(env, text, date)));
      const whole = withIncorporated(env, text, null);
      count(whole === text ? "plain" : "whole");
    }
  }, 40);
  expect(rare("group 1", "group 2", "group 3", "reserved true", "reserved false", "reserved robots", "plain", "whole")).toEqual([]);
});

test("readings of license records are those of the reference", patience, () => {
  equal(({ env, state, world, act }, pair) => {
    for (const asset of [...world.graph.assets.keys(), ...env.lines.virtual]) {
      const node = state.ground.graph.numberOf.get(asset)!;
      for (const date of days) {
        const at = momentOf(date, env.asOf);
        for (const matter of mattersOf(env, asset)) {
          const expected = readingsOf(env, asset, matter, date);
          pair(`license ${asset} ${matter.part} ${matter.scope} ${date}`, readable(state.licenses.of(node, matter, at)), readable(expected));
          count(`${expected.length} readings`, ...expected.map((reading) => reading.kind));
        }
        pair(`texts ${asset} ${date}`, state.licenses.textsOf(node, at).map(saying), instrumentsAt(env, asset, date).map(saying));
        pair(`parts ${asset} ${date}`, state.licenses.parts(node, at), partsOf({ env, act: { ...act, date }, territory: "", history: () => null }, asset));
      }
      pair(`whole ${asset}`, state.licenses.whole(node), wholeOf(env, asset));
      for (const layer of layers) pair(`held ${asset} ${layer}`, state.licenses.held(node, layer), heldIn(env, asset, layer));
    }
  }, 50);
  expect(rare("1 readings", "2 readings", "3 readings", "none", "unrecorded", "terms")).toEqual([]);
});

test("lives of texts, their versions and who is bound by them are those of the reference", patience, () => {
  equal(({ env, state, texts }, pair) => {
    for (const text of texts) {
      for (const party of everyParty) {
        for (const date of days) {
          for (const layer of [null, "patent", "copyright"] as const) {
            for (const publisher of [null, everyParty[0]!]) pair(`life ${text.id} ${party} ${date} ${layer} ${publisher}`, state.lives.of(text, party, date, layer, publisher), lifeOf(env, text, party, date, layer, publisher));
          }
          for (const period of [{ from: date, to: date }, { from: date, to: null }, { from: null, to: date }]) {
            for (const presume of [true, false]) {
              const found = state.lives.isInBreach(text.id, party, period, () => !presume);
              pair(`breach ${text.id} ${party} ${JSON.stringify(period)} ${presume}`, found, isInBreach({ ...env, presume }, text, party, period));
              count(`breach ${presume ? "concluded" : "feared"} ${found}`);
            }
          }
          const life = lifeOf(env, text, party, date, "patent", null);
          const bound = boundHow(env, party, text, date);
          pair(`bond ${text.id} ${party} ${date}`, state.bonds.of(party, text, momentOf(date, env.asOf)), bound);
          const version = versionFor(env, text, party, date);
          pair(`version ${text.id} ${party} ${date}`, saying(state.lines.versionFor(text, party, date)), saying(version));
          count(life.state === "ended" ? life.by : life.state, String(bound), version.id === text.id ? version.unsupported === text.unsupported ? "itself" : "not recorded" : "another version");
        }
      }
    }
  }, 50);
  expect(rare("in-force", "not-yet", "unsure", "term", "termination", "withdrawal", "signature", "acceptance", "affiliate", "employer", "own policy", "reliance", "null", "another version", "not recorded", "breach concluded true", "breach feared true")).toEqual([]);
});

test("texts as they stand for the party of an act are those of the reference", patience, () => {
  equal(({ env, state, texts, world, scene }, pair) => {
    for (const asset of world.graph.assets.keys()) {
      for (const party of everyParty) {
        for (const date of [null, ...days.slice(5, 8)]) {
          const where = scene(asset, party, date);
          for (const text of texts) {
            const judge = (condition: Condition | undefined, instrument: Instrument, reading: "permit" | "prohibit") => judgeCondition(condition, { ...where, instrument }, reading).truth;
            const expected = standing(where, text);
            const stands = state.standing.of(text, { node: state.ground.graph.numberOf.get(asset)!, party, at: momentOf(date, env.asOf), judge });
            pair(`standing ${text.id} ${asset} ${party} ${date}`, saying(stands), saying(expected));
            count(expected.norms.length < text.norms.length ? "less" : expected === text ? "same" : "perhaps");
          }
        }
      }
    }
  }, 20);
  expect(rare("less", "same", "perhaps")).toEqual([]);
});

test("ownership, title and making are those of the reference", patience, () => {
  equal(({ env, state, world, atoms, scene }, pair) => {
    for (const asset of [...world.graph.assets.keys(), ...env.lines.virtual]) {
      const node = state.ground.graph.numberOf.get(asset)!;
      for (const party of everyParty) {
        for (const date of [null, ...days.slice(5, 8)]) {
          const group = groupOf(env, party, date);
          const plain = scene(asset, party, date);
          pair(`made ${asset} ${party} ${date}`, state.makers.isMadeBy(node, state.groups.of(party, date), momentOf(date, env.asOf)), madeBy(plain, group));
          for (const atom of atoms.slice(0, 2)) {
            const where: Scene = { ...plain, territory: atom };
            for (const layer of layers) {
              for (const action of ["reproduce", "license"]) {
                const expected = ownershipOf(where, layer, action);
                const assigns = (condition: Condition | undefined, instrument: Instrument, { source, derivation }: { source: number; derivation: NonNullable<Scene["act"]["derivation"]> }) => {
                  const from = state.ground.graph.nodes[source]!;
                  const act = { ...where.act, actor: derivation.who, date: derivation.during.from, derivation, facts: derivation.facts };
                  return judgeCondition(condition, { ...where, source: from, path: [asset, from], instrument, act }, "prohibit").truth;
                };
                const found = state.ownership({ node, asset, layer, atom, party, group, at: momentOf(date, env.asOf), asOf: env.asOf, fears: () => !env.presume, within: (own) => (action === "license" ? rightIn(where, layer, action, own) : own), assigns });
                pair(`owned ${asset} ${party} ${date} ${atom} ${layer} ${action}`, found, expected);
                count(expected === null ? "none" : `${expected.interval.best} ${expected.interval.worst}`, ...(expected?.premises ?? []).map((premise) => premise.reads.split(" of ")[0]!), ...(expected?.findings ?? []).map((finding) => finding.detail.split(" ")[0]!));
              }
              const chain = followChain(titleAt(where, layer), group);
              const { share, most, faults } = heldBy(state.titles.chainOf({ asset, layer, atom, date }), group);
              pair(`title ${asset} ${party} ${date} ${atom} ${layer}`, { share, most, gaps: faults }, chain);
              count(`title ${chain.most > 0}`, ...(chain.gaps.length > 0 ? ["title gap"] : []));
            }
          }
        }
      }
    }
  }, 40);
  expect(rare("none", "cleared cleared", "cleared blocked", "blocked blocked", "chain", "rival claims", "maker", "ownership", "a rule", "recorded", "title true", "title false", "title gap")).toEqual([]);
});

const quantityTests: readonly QuantityTest[] = (["use", "actor", "group", "licensor"] as const).flatMap((of) => [false, true].flatMap((sticky): QuantityTest[] => [
  { quantity: "monthly-active-users", of, sticky, atMost: 100 }, { quantity: "monthly-active-users", of, sticky, above: 50, at: "acceptance" },
]));

test("quantities, bounded, of groups and crossed, are those of the reference", patience, () => {
  equal(({ state, texts, world, scene }, pair) => {
    for (const asset of world.graph.assets.keys()) {
      for (const party of everyParty) {
        for (const date of [null, ...days.slice(5)]) {
          for (const text of [null, ...texts.slice(0, 1)]) {
            const where: Scene = { ...scene(asset, party, date), instrument: text };
            for (const asked of quantityTests) {
              const { truth, is } = quantityTruth(where, asked);
              const accepted = world.graph.acceptances.filter((each) => each.instrument === text?.id && each.party === party && each.on !== null).map((each) => each.on!).toSorted()[0] ?? null;
              const found = state.quantities.of(asked, { node: state.ground.graph.numberOf.get(asset)!, at: momentOf(date, where.env.asOf), party, scale: where.act.scale, text: text?.id ?? null, date: asked.at === "acceptance" ? accepted : date });
              pair(`quantity ${JSON.stringify(asked)} ${asset} ${party} ${date}`, found, { truth, is });
              count(truth, is === "crossed" ? "crossed" : "amount");
            }
          }
        }
      }
    }
  }, 20);
  expect(rare("true", "false", "unknown", "crossed")).toEqual([]);
});

test("clauses that outlast an end are those of the reference", patience, () => {
  equal(({ state, texts }, pair) => {
    for (const text of texts.map((each) => state.texts.of(each, null))) {
      for (const norm of text.norms) {
        for (const end of ["term", "termination", "withdrawal"] as const) {
          const expected = survivors(text, norm, end);
          pair(`${text.id} ${norm.id} ${end}`, survivalsOf(text, norm.id, end), expected);
          count(expected.length === 0 ? "gone" : "outlasts");
        }
      }
    }
  }, 30);
  expect(rare("gone", "outlasts")).toEqual([]);
});
