import { applyChanges, readChangeFile, readTitleFile } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { realCatalogue } from "./case-file.js";

const { taxonomies, instruments, positions } = realCatalogue();
const title = `
us: acme
parties: [{ id: acme }, { id: press }]
assets:
  - { id: words, kind: dataset, license: CC-BY-4.0 }
  - { id: model, kind: model }
derivations: [{ id: d1, from: words, to: model, by: train }]
statements: [{ about: words, what: license, value: MIT, rung: declared }]
events: [{ kind: deleted, of: words, on: "2026-01-01" }]
positions: { model_weights_as_copy: yes }
uses:
  launch: { of: model, actions: [host], purpose: commercial, in: [EU, JP], on: "2026-12-01" }
`;
const { graph } = readTitleFile(title.replace("yes }", "\"yes\" }"), { file: "cleartitle.yaml", taxonomies });
const read = (text: string) => readChangeFile(text, { file: "change.yaml", graph: graph!, taxonomies, instruments, positions });

describe("a change set", () => {
  test("is read in the order in which it is applied: what goes, what comes, what ends, what is asked otherwise", () => {
    const { changes, title: asked, problems } = read(`
title: What if?
profile: strict
uses: { launch: { purpose: research } }
leave: [{ places: JP }]
terminate: [{ instrument: CC-BY-4.0, on: "2026-06-01", party: acme }]
erase: [{ asset: words, part: "row 7", on: "2026-07-01" }]
add: { events: [{ kind: erasure-requested, of: words, on: "2026-06-30" }] }
remove: { derivations: [d1], positions: [{ position: model_weights_as_copy }] }
`);
    expect(problems).toEqual([]);
    expect([asked, changes?.map((each) => each.change)]).toEqual(["What if?", ["set-profile", "remove-derivation", "remove-position", "add-event", "terminate-instrument", "add-event", "set-use", "set-use"]]);
  });

  test("adds under an id of its own what has none, so that it replaces nothing", () => {
    const { changes } = read(`
add:
  events: [{ kind: released, of: d1, on: "2026-06-30" }]
  statements: [{ about: words, what: license, value: NONE, rung: concluded }]
  derivations: [{ from: words, to: model, by: finetune }]
`);
    const after = applyChanges(graph!, changes!);
    expect([after.events.length - graph!.events.length, after.statements.length - graph!.statements.length, after.derivations.size - graph!.derivations.size]).toEqual([1, 1, 1]);
  });

  test("leaves a place also where it is asked as one of a group", () => {
    const { changes } = read("leave: [{ places: DE, uses: launch }]");
    const after = applyChanges(graph!, changes!).uses.get("launch")!.in;
    expect([after.includes("DE"), after.includes("FR"), after.includes("JP"), after.includes("EU")]).toEqual([false, true, true, false]);
  });

  test("redlines a text of the catalogue into one of this workspace", () => {
    const { changes } = read("redline: [{ instrument: MIT, norms: [{ id: no-training, prohibit: { actions: [train-on] }, cite: rider }] }]");
    const text = applyChanges(graph!, changes!).instruments.get("MIT")!;
    expect([text.norms.length, text.norms.at(-1)?.id]).toEqual([instruments.get("MIT")!.norms.length + 1, "no-training"]);
  });

  test("changes fields of a use and nothing else of it", () => {
    const { changes } = read("uses: { launch: { in: [US], scale: { monthly-active-users: 5 } } }");
    expect(applyChanges(graph!, changes!).uses.get("launch")).toEqual({ ...graph!.uses.get("launch"), in: ["US"], scale: [{ quantity: "monthly-active-users", atLeast: 5, atMost: 5, unit: null, during: { from: null, to: null } }] });
  });

  const bad = [
    ["remove: { assets: [wrods] }", "/remove/assets/0", "words"],
    ["remove: { acceptances: [{ instrument: MIT, party: press }] }", "/remove/acceptances/0", ""],
    ["remove: { positions: [{ position: no-such }] }", "/remove/positions/0/position", ""],
    ["add: { derivations: [{ from: wrods, to: model, by: train }] }", "/add/derivations/0/from", "words"],
    ["add: { derivations: [{ from: words, to: something-new, by: train }] }", "/add/derivations/0/to", "one of"],
    ["add: { assets: [{ id: a, kind: modle }] }", "/add/assets/0/kind", "model"],
    ["add: { positions: { model_weights_as_copy: { EU: perhaps } } }", "/add/positions/model_weights_as_copy/EU", "no_copy_stored"],
    ["add: { positions: { model_weight_as_copy: \"yes\" } }", "/add/positions/model_weight_as_copy", "model_weights_as_copy"],
    ["terminate: [{ instrument: MTI, on: \"2026-01-01\", party: pres }]", "/terminate/0/instrument", "MIT"],
    ["redline: [{ instrument: MIT, drop: [nothing-such] }]", "/redline/0/drop/0", ""],
    ["redline: [{ instrument: MIT, norms: [{ id: x, prohibit: { actions: [trian-on] }, cite: c }] }]", "/redline/0/norms/0/prohibit/actions/0", "train-on"],
    ["erase: [{ asset: wrods, on: \"2026-01-01\" }]", "/erase/0/asset", "words"],
    ["leave: [{ places: Germany }]", "/leave/0/places", "ISO 3166"],
    ["leave: [{ places: [EU, JP] }]", "/leave", "uses"],
    ["leave: [{ places: DE, uses: lunch }]", "/leave/0/uses", "launch"],
    ["uses: { lunch: { purpose: research } }", "/uses/lunch", "launch"],
    ["uses: { launch: { purpose: fun } }", "/uses/launch/purpose", ""],
    ["rename: []", "/rename", ""],
    ["add: { title: [] }", "/add/title", ""],
  ] as const;
  test.each(bad)("%s is refused with its place", (text, pointer, hint) => {
    const { changes, problems } = read(text);
    expect(changes).toBeNull();
    expect(problems.map((each) => each.pointer)).toContain(pointer);
    const found = problems.find((each) => each.pointer === pointer)!;
    expect([found.file, found.line]).toEqual(["change.yaml", 1]);
    expect(found.hint ?? "").toContain(hint);
  });

  test("tells all that is wrong at once", () => {
    expect(read("remove: { assets: [wrods] }\nleave: [{ places: Germany }]\nadd: { assets: [{ id: a, kind: modle }] }").problems).toHaveLength(3);
  });

  test("which says nothing changes nothing", () => {
    expect(read("{}")).toEqual({ changes: [], title: null, problems: [] });
  });
});
