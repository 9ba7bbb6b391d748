import { keptCatalogue, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { canonicalJson, sha256 } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { bothKinds, refusal, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { asWritten, at, party, plain, recording, small } from "./small-title.js";

/** A question that asks the use in another place. */
const inGermany = (graph: TitleGraph): TitleGraph => ({ ...graph, uses: new Map(graph.uses).set("launch", { ...graph.uses.get("launch")!, in: ["DE"] }) });

const server = serverOfFile();

describe.each(bothKinds(server))("decisions: $name", ({ open }) => {
  const { database, store, fresh, anew } = keptStore(open);

  it("keeps what was imported from where, and decisions with the state that they were made of", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    const imported = { source: "models/", files: [{ file: "README.md", format: "hugging-face", sha256: null }] };
    await workspace.write(small(), recording, 0, imported);
    expect(await workspace.imports()).toEqual([{ number: 1, ...imported }]);
    const decided = (graph: TitleGraph) => decide({ graph, catalogue: catalogue! }, "launch");
    const decision = decided(small());
    const question = plain;
    const first = { decision, catalogue: catalogue!, question, asked: asWritten, changeSet: 1 };
    expect(await Promise.all([1, 2].map(() => workspace.recordDecision(first, { ...recording, request: "q1" })))).toEqual([1, 1]);
    await workspace.change(party("p1"), recording);
    const second = { ...first, decision: decided((await workspace.graph()).graph!), changeSet: 2 };
    expect(await workspace.recordDecision(second, recording)).toBe(2);
    const kept = await (await anew(workspace.id)).decisions();
    expect(kept.map(({ number, changeSet, use, status, by }) => ({ number, changeSet, use, status, by }))).toEqual([1, 2].map((number) => ({ number, changeSet: number, use: "launch", status: decision.decision, by: "jane" })));
    expect(kept[0]).toMatchObject({ basis: decision.basis, question });
    // What was decided is decided again from what is kept, to the byte.
    const { graph } = await workspace.graphAt(kept[0]!.changeSet);
    expect(canonicalJson(decide({ graph: graph!, catalogue: catalogue! }, kept[0]!.use))).toBe(Buffer.from(await workspace.file(kept[0]!.decision)).toString());
    for (const changeSet of [0, 3, 1.5]) expect(await refusal(workspace.recordDecision({ ...first, changeSet }, recording))).toMatchObject({ code: "not-found" });
  });

  it("keeps no decision of a change set that it was not made of", async () => {
    const { catalogue } = openCatalogue();
    const workspace = await fresh();
    await workspace.write(small(), recording);
    await workspace.change(party("p1"), recording);
    const decided = (graph: TitleGraph) => decide({ graph, catalogue: catalogue! }, "launch");
    const question = { ...plain, in: ["DE"] };
    const made = { decision: decided(inGermany(small())), catalogue: catalogue!, question, asked: inGermany, changeSet: 1 };
    const mistaken = [{ ...made, changeSet: 2 }, { ...made, asked: asWritten }, { ...made, decision: decided(small()) }];
    for (const each of mistaken) expect(await refusal(workspace.recordDecision(each, recording))).toMatchObject({ code: "contradiction", offending: each.decision.basis.graph, hint: expect.stringContaining("decide again") });
    const another = { ...catalogue!, digests: { ...catalogue!.digests, groups: "sha256:other" } };
    expect(await refusal(workspace.recordDecision({ ...made, catalogue: another }, recording))).toMatchObject({ code: "contradiction", offending: catalogue!.digests.groups });
    expect([await workspace.decisions(), await workspace.files(), await store().catalogueText(another.digests)]).toEqual([[], [], null]);
    expect(await workspace.recordDecision(made, recording)).toBe(1);
  });

  it("keeps the catalogue of a decision once for all workspaces, held to its digest", async () => {
    const catalogue = openCatalogue().catalogue!;
    for (const workspace of [await fresh(), await fresh()]) {
      await workspace.write(small(), recording);
      await workspace.recordDecision({ decision: decide({ graph: small(), catalogue }, "launch"), catalogue, question: plain, asked: asWritten, changeSet: 1 }, recording);
    }
    await store().keepCatalogue(catalogue, at);
    expect(await store().catalogueText(catalogue.digests)).toBe(keptCatalogue(catalogue).text);
    const { rows } = await sql`select sha256, length(content) < ${Math.floor(keptCatalogue(catalogue).text.length / 5)} as small from cleartitle_catalogue.catalogues`.execute(database().connection.db);
    expect(rows).toEqual([{ sha256: keptCatalogue(catalogue).sha256, small: true }]);
    await sql`insert into cleartitle_catalogue.catalogues (sha256, catalogue, taxonomies, groups, content, recorded_at) values (${sha256("x")}, 'c', 't', 'g', ${Buffer.from("no catalogue")}, ${at})`.execute(database().connection.db);
    expect(await refusal(store().catalogueText({ catalogue: "c", taxonomies: "t", groups: "g" }))).toMatchObject({ code: "contradiction", offending: sha256("x") });
  });
});
