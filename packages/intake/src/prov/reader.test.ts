import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (document: object) => importFrom([memoryFile("p.json", JSON.stringify({ prefix: { ex: "https://acme.example/" }, ...document }))], { us: "acme", recordedAt: "2026-11-21" });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to} ${each.during.from}`));
const ex = (name: string) => `https://acme.example/${name}`;
const act = { "ex:a": { "prov:startTime": "2026-03-01T10:00:00" } };

describe("a record of provenance", () => {
  it.each([
    ["a derivation by an act", { entity: { "ex:d": { "prov:type": "ex:Dataset" } }, activity: act, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:activity": "ex:a" } } }, [`?curate ${ex("s")} > ${ex("d")} 2026-03-01`]],
    ["a derivation by an act that used something else", { used: { u: { "prov:activity": "ex:a", "prov:entity": "ex:t" } }, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:activity": "ex:a", "prov:type": "prov:Quotation" } } }, [`?convert ${ex("t")} > ${ex("d")} null`, `include ${ex("s")} > ${ex("d")} null`]],
    ["a quotation", { wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:type": { $: "prov:Quotation", type: "prov:QUALIFIED_NAME" } } } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["what an act used and made", { activity: act, used: { u: { "prov:activity": "ex:a", "prov:entity": "ex:s" } }, wasGeneratedBy: { g: [{ "prov:activity": "ex:a", "prov:entity": "ex:d" }, { "prov:activity": "ex:a", "prov:entity": "ex:e" }] } }, [`?convert ${ex("s")} > ${ex("d")} 2026-03-01`, `?convert ${ex("s")} > ${ex("e")} 2026-03-01`]],
    ["a member", { hadMember: { "_:1": { "prov:collection": "ex:c", "prov:entity": "ex:s" } } }, [`include ${ex("s")} > ${ex("c")} null`]],
    ["members in one list", { hadMember: { "_:1": { "prov:collection": "ex:c", "prov:entity": ["ex:s", { $: "ex:t", type: "prov:QUALIFIED_NAME" }] } } }, [`include ${ex("s")} > ${ex("c")} null`, `include ${ex("t")} > ${ex("c")} null`]],
    ["an act that is left open", { wasGeneratedBy: { "_:1": { "prov:entity": "ex:d" } } }, []],
    ["an act that used something, of which the record does not say what", { used: { u: { "prov:activity": "ex:a", "prov:time": "2026-03-01T10:00:00" } }, wasGeneratedBy: { g: { "prov:activity": "ex:a", "prov:entity": "ex:d" } } }, [`?convert ${ex("d")}#document/unreadable > ${ex("d")} null`]],
    ["several results of one derivation", { wasDerivedFrom: { "_:1": { "prov:generatedEntity": ["ex:d", "ex:e"], "prov:usedEntity": "ex:s" } } }, [`?convert ${ex("s")} > ${ex("d")} null`, `?convert ${ex("s")} > ${ex("e")} null`]],
    ["an empty list of members", { hadMember: { "_:1": { "prov:collection": "ex:c", "prov:entity": [] } } }, []],
    ["a bundle with prefixes of its own", { bundle: { "ex:b": { prefix: { hf: "https://huggingface.co/" }, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "hf:acme/base", "prov:type": "prov:Quotation" } } } } }, [`include hf:model/acme/base > ${ex("d")} null`]],
  ])("gives %s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("keeps licenses and rights as they are written, and other names as matches", async () => {
    const { graph } = await read({ entity: { "ex:d": { "dcterms:license": { $: "CC-BY-4.0", type: "xsd:string" }, "dcterms:rights": "all of them" } }, alternateOf: { "_:1": { "prov:alternate1": "ex:d", "prov:alternate2": "ex:e" } } });
    expect(graph.statements.map((each) => [each.what, each.value]).toSorted()).toEqual([["alternate-of", ex("e")], ["license", "CC-BY-4.0"], ["rights", "all of them"]]);
  });

  it("says where a record has the wrong shape, and reads the others", async () => {
    const found = await read({ entity: { "ex:d": "x", "ex:e": {} }, bundle: { "ex:b": [] } });
    expect(found.problems.map((each) => each.code)).toEqual(["wrong-type", "wrong-type"]);
    expect([...found.graph.assets.keys()]).toEqual([ex("e")]);
  });

  it("is not taken for one where another catalogue has entities", async () => {
    const { skipped } = await importFrom([memoryFile("e.json", JSON.stringify({ entity: { kind: "Component", metadata: { name: "a" } } }))], { us: "acme" });
    expect(skipped).toEqual([{ file: "e.json", why: "of no format that is read" }]);
  });

  it("takes a name without a known prefix for one of this file alone", async () => {
    expect([...(await read({ entity: { "my:d": {} } })).graph.assets.keys()]).toEqual(["prov:p.json#my:d"]);
  });
});

const openD = (by: string) => [`${by} ${ex("d")}#document/unreadable > ${ex("d")} null`];
const derivedFrom = (usedEntity: unknown, more: object = {}) => ({ wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": usedEntity, ...more } } });
const generation = { "prov:activity": "ex:a", "prov:entity": "ex:d" };

describe("a relation that names a source which cannot be read", () => {
  it.each([
    ["a derivation from what is not there", { wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d" } } }, openD("?convert")],
    ["a derivation from nothing", derivedFrom(null), openD("?convert")],
    ["a quotation of a blank", derivedFrom(" ", { "prov:type": "prov:Quotation" }), openD("include")],
    ["a derivation from an object", derivedFrom({ id: "ex:s" }), openD("?convert")],
    ["a derivation from one of two", derivedFrom(["ex:s", {}]), [...openD("?convert"), `?convert ${ex("s")} > ${ex("d")} null`].toSorted()],
    ["a derivation of what is not there", { wasDerivedFrom: { "_:1": { "prov:usedEntity": "ex:s" } } }, []],
    ["derivations in a list, of which one is no object", { wasDerivedFrom: [{ "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s" }, "ex:t"], entity: {} }, [`?convert ${ex("s")} > ${ex("d")} null`]],
    ["entities in a list", { entity: [{ "prov:type": "ex:Dataset" }], activity: {} }, []],
    ["a derivation that is no object", { wasDerivedFrom: { "_:1": "ex:s" } }, []],
    ["no member", { hadMember: { "_:1": { "prov:collection": "ex:d" } } }, openD("include")],
    ["a member that is nothing", { hadMember: { "_:1": { "prov:collection": "ex:d", "prov:entity": ["ex:s", null] } } }, [...openD("include"), `include ${ex("s")} > ${ex("d")} null`].toSorted()],
    ["a member of nothing", { hadMember: { "_:1": { "prov:entity": "ex:s" } } }, []],
    ["a usage of a blank", { used: { u: { "prov:activity": "ex:a", "prov:entity": "" } }, wasGeneratedBy: { g: generation } }, openD("?convert")],
    ["a usage of an object, beside another", { used: { u: { "prov:activity": "ex:a", "prov:entity": {} }, v: { "prov:activity": "ex:a", "prov:entity": "ex:s" } }, wasGeneratedBy: { g: generation } }, [...openD("?convert"), `?convert ${ex("s")} > ${ex("d")} null`].toSorted()],
    ["a usage by nothing", { used: { u: { "prov:entity": "ex:s" } }, wasGeneratedBy: { g: generation } }, []],
    ["a generation by what cannot be read", { wasGeneratedBy: { g: { ...generation, "prov:activity": {} } } }, openD("?convert")],
    ["a generation of nothing", { used: { u: { "prov:activity": "ex:a", "prov:entity": "ex:s" } }, wasGeneratedBy: { g: { "prov:activity": "ex:a" } } }, []],
    ["bundles in a list", { bundle: [derivedFrom("ex:s")], entity: {} }, []],
  ])("is told once, and held open: %s", async (_, document, expected) => {
    const found = await read(document);
    expect(links(found).toSorted()).toEqual(expected);
    expect(found.problems).toMatchObject([{ file: "p.json", line: 1, column: expect.any(Number) }]);
  });

  it.each([
    ["a license that is an object", "dcterms:license", { name: "GPL" }, ["license", '{"name":"GPL"}']], ["one in a list", "dcterms:license", ["MIT", { $: { name: "GPL" } }], ["license", 'MIT\n{"$":{"name":"GPL"}}']],
    ["a license of a part", "ex:codeLicense", [["MIT"]], ["license", '["MIT"]']], ["rights", "dcterms:rights", { text: "none" }, ["rights", '{"text":"none"}']],
  ])("keeps %s as what nobody can read", async (_, key, value, expected) => {
    const found = await read({ entity: { "ex:d": { "prov:type": "ex:Model", [key]: value } } });
    expect(found.graph.statements.map((each) => [each.what, each.value])).toEqual([expected]);
    expect(found.problems).toMatchObject([{ code: "wrong-type", line: 1 }]);
  });

  it("takes an empty license for nothing said", async () => {
    const found = await read({ entity: { "ex:d": { "dcterms:license": { $: "", type: "xsd:string" } } } });
    expect([found.graph.statements.map((each) => [each.what, each.value]), found.problems]).toEqual([[["license-unsaid", "empty"]], []]);
  });
});

const things = { entity: { "ex:d": {}, "ex:s": {} } };
const [acting, doing] = [{ activity: { "ex:a": {}, "ex:b": {} } }, { wasGeneratedBy: { g: generation } }];
const influence = (influencee: unknown, influencer: unknown, more: object = {}) => ({ wasInfluencedBy: { i: { "prov:influencee": influencee, "prov:influencer": influencer, ...more } } });
const informedBy = (informant: unknown) => ({ ...acting, wasInformedBy: { c: { "prov:informed": "ex:a", "prov:informant": informant } } });
const by = (one: string, made: string, id: string) => ({ [id]: { "prov:activity": `ex:${one}`, "prov:entity": `ex:${made}` } });
const fromS = `?convert ${ex("s")} > ${ex("d")} null`;
const unnamedOf = (one: string) => `${ex(one)}#document/unreadable`;

describe("an influence or a communication", () => {
  it.each<[string, object, string[]]>([
    ["of things is a derivation", { ...things, ...influence("ex:d", "ex:s") }, [fromS]],
    ["by things of which one is a data set of the hub", { entity: { "ex:d": {} }, ...influence("ex:d", "https://huggingface.co/datasets/acme/notes") }, [`?convert hf:dataset/acme/notes > ${ex("d")} null`]],
    ["that is a derivation by its own word", { ...things, ...influence("ex:d", "ex:s", { "prov:type": "prov:Quotation" }) }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["of what a narrower relation tells of is that one alone", { ...things, ...influence("ex:d", "ex:s"), wasDerivedFrom: { q: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:type": "prov:Quotation" } } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["of a collection by its member is that one alone", { ...influence("ex:d", "ex:s"), hadMember: { m: { "prov:collection": "ex:d", "prov:entity": "ex:s" } } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["of an act by a thing is a usage", { ...things, ...acting, ...influence("ex:a", "ex:s"), ...doing }, [fromS]],
    ["of a thing by an act is what it may have made", { ...things, ...acting, ...influence("ex:d", "ex:a"), used: by("a", "s", "u") }, [fromS]],
    ["of a thing by the act that ended it is nothing", { ...things, ...acting, ...influence("ex:d", "ex:a"), used: by("a", "s", "u"), wasInvalidatedBy: by("a", "d", "i") }, []],
    ["of an act by what began it is nothing", { ...things, ...acting, ...influence("ex:a", "ex:s"), ...doing, wasStartedBy: { s: { "prov:activity": "ex:a", "prov:trigger": "ex:s" } } }, []],
    ["of acts by acts passes on what these made", { ...things, ...acting, ...influence("ex:a", "ex:b"), wasGeneratedBy: { ...by("a", "d", "g"), ...by("b", "s", "h") } }, [fromS]],
    ["by an agent is no source", { ...things, agent: { "ex:p": {} }, ...acting, wasInfluencedBy: { i: { "prov:influencee": "ex:d", "prov:influencer": "ex:p" }, j: { "prov:influencee": "ex:a", "prov:influencer": "ex:p" } }, ...doing }, []],
    ["by an agent whom an attribution alone names is no source", { ...things, wasAttributedTo: { w: { "prov:entity": "ex:s", "prov:agent": "ex:p" } }, ...influence("ex:d", "ex:p") }, []],
    ["of an agent is no source of anything", { ...things, agent: { "ex:p": {} }, ...influence("ex:p", "ex:s") }, []],
    ["by what is an agent and a thing is a derivation", { ...things, agent: { "ex:s": {} }, ...influence("ex:d", "ex:s") }, [fromS]],
    ["by what a bundle has as an act passes on nothing as a thing", { ...things, ...influence("ex:d", "ex:b"), bundle: { "ex:c": { activity: { "ex:b": {} } } } }, []],
    ["by a thing that the type tells of", { entity: { "ex:d": {} }, ...influence("ex:d", "ex:s", { "prov:type": { $: "prov:EntityInfluence", type: "prov:QUALIFIED_NAME" } }) }, [fromS]],
    ["passes on what the other act made", { ...informedBy("ex:b"), wasGeneratedBy: { ...by("a", "d", "g"), ...by("b", "s", "h"), ...by("b", "t", "k") } }, [fromS, `?convert ${ex("t")} > ${ex("d")} null`]],
    ["passes on something unnamed where the other act made nothing that is named", { ...informedBy("ex:b"), ...doing }, [`?convert ${unnamedOf("b")} > ${ex("d")} null`]],
    ["passes on something unnamed with all that it came of", { ...informedBy("ex:b"), ...doing, used: by("b", "s", "u") }, [`?convert ${ex("s")} > ${unnamedOf("b")} null`, `?convert ${unnamedOf("b")} > ${ex("d")} null`]],
    ["passes on through acts of which nothing named came, in a circle too", { ...doing, wasInformedBy: { c: { "prov:informed": "ex:a", "prov:informant": "ex:b" }, d: { "prov:informed": "ex:b", "prov:informant": "ex:c" }, e: { "prov:informed": "ex:c", "prov:informant": "ex:b" } } }, [`?convert ${unnamedOf("b")} > ${ex("d")} null`, `?convert ${unnamedOf("c")} > ${unnamedOf("b")} null`, `?convert ${unnamedOf("b")} > ${unnamedOf("c")} null`]],
    ["passes on to what came of another thing by the act", { ...informedBy("ex:b"), wasDerivedFrom: { w: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:t", "prov:activity": "ex:a", "prov:type": "prov:Quotation" } } }, [`include ${ex("t")} > ${ex("d")} null`, `?convert ${unnamedOf("b")} > ${ex("d")} null`]],
    ["says no more than a usage of what the other act made", { ...informedBy("ex:b"), used: by("a", "s", "u"), wasGeneratedBy: { ...by("a", "d", "g"), ...by("b", "s", "h"), ...by("b", "t", "k") } }, [fromS]],
    ["says no more than a derivation from what the other act made", { ...informedBy("ex:b"), wasDerivedFrom: { w: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:type": "prov:Quotation" } }, wasGeneratedBy: { ...by("a", "d", "g"), ...by("b", "s", "h"), ...by("b", "t", "k") } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["of an act by itself passes on nothing", { ...informedBy("ex:a"), wasGeneratedBy: { ...by("a", "d", "g"), ...by("a", "e", "h") } }, []],
  ])("%s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found).toSorted(), found.problems]).toEqual([expected.toSorted(), []]);
  });

  it.each<[string, object, string[]]>([
    ["without an influencer", { ...things, ...influence("ex:d", null) }, openD("?convert")],
    ["with an influencer that is an object, beside another", { ...things, ...influence("ex:d", ["ex:s", {}]) }, [fromS, ...openD("?convert")]],
    ["of an act, without an influencer", { ...acting, ...influence("ex:a", ""), ...doing }, openD("?convert")],
    ["of nothing", { ...things, ...influence(null, "ex:s") }, []],
    ["of an agent, without an influencer", { agent: { "ex:p": {} }, ...influence("ex:p", null) }, []],
    ["by what is recorded as nothing", { entity: { "ex:d": {} }, ...influence("ex:d", "ex:s") }, [fromS]],
    ["of what is recorded as nothing", { entity: { "ex:s": {} }, ...influence("ex:d", "ex:s") }, [fromS]],
    ["without an informant", { ...informedBy(null), ...doing }, openD("?convert")],
    ["with an informant that is an object, beside another", { ...informedBy(["ex:b", {}]), wasGeneratedBy: { ...by("a", "d", "g"), ...by("b", "s", "h") } }, [fromS, ...openD("?convert")]],
    ["without an act that is informed", { ...acting, wasInformedBy: { c: { "prov:informant": "ex:b" } }, ...doing }, []],
  ])("%s is told once, and held open", async (_, document, expected) => {
    const found = await read(document);
    expect(links(found).toSorted()).toEqual(expected.toSorted());
    expect(found.problems).toMatchObject([{ file: "p.json", line: 1, column: expect.any(Number) }]);
  });
});

const turtle = (...lines: string[]) => ["@prefix prov: <http://www.w3.org/ns/prov#> .", "@prefix dct: <http://purl.org/dc/terms/> .", "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .", "@prefix ex: <https://acme.example/> .", ...lines, ""].join("\n");
const xml = (...lines: string[]) => ['<prov:document xmlns:prov="http://www.w3.org/ns/prov#" xmlns:dct="http://purl.org/dc/terms/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ex="https://acme.example/">', ...lines, "</prov:document>"].join("\n");
const ends = (made: string, used: string, more = "") => `<prov:generatedEntity prov:ref="${made}"/><prov:usedEntity prov:ref="${used}"/>${more}`;
const importOf = (name: string, text: string) => importFrom([memoryFile(name, text)], { us: "acme", recordedAt: "2026-11-21" });
const began = 'a prov:Activity ; prov:startedAtTime "2026-03-01T10:00:00Z"^^xsd:dateTime';
const fromAct = `?curate ${ex("s")} > ${ex("d")} 2026-03-01`;

describe("provenance by the ontology, in Turtle", () => {
  it.each([
    ["a derivation by an act that is qualified, also where the plain one stands beside it", [`ex:a ${began} .`, "ex:d a ex:Dataset ; prov:wasDerivedFrom ex:s ; prov:qualifiedDerivation [ a prov:Derivation ; prov:entity ex:s ; prov:hadActivity ex:a ] ."], [fromAct]],
    ["a quotation, also where the plain derivation stands beside it", ["ex:d prov:wasDerivedFrom ex:s ; prov:wasQuotedFrom ex:s ."], [`include ${ex("s")} > ${ex("d")} null`]],
    ["a qualified quotation", ["ex:d prov:qualifiedQuotation [ prov:entity ex:s ] ."], [`include ${ex("s")} > ${ex("d")} null`]],
    ["what an act used and made, told from either end", [`ex:a ${began} ; prov:used ex:s ; prov:qualifiedUsage [ prov:entity ex:t ] ; prov:generated ex:d .`, "ex:e prov:qualifiedGeneration [ prov:activity ex:a ] ."], ["d", "e"].flatMap((made) => ["s", "t"].map((used) => `?convert ${ex(used)} > ${ex(made)} 2026-03-01`))],
    ["an influence, told from either end or by a node of its own", ["ex:d prov:wasInfluencedBy ex:s ; a prov:Entity . ex:s a prov:Entity ; prov:influenced ex:e . ex:e a prov:Entity . ex:f a prov:Entity ; prov:qualifiedInfluence [ a prov:Influence ; prov:influencer ex:s ] ."], ["d", "e", "f"].map((made) => `?convert ${ex("s")} > ${ex(made)} null`)],
    ["an influence with a node that says what the other is", ["ex:d a prov:Entity ; prov:qualifiedInfluence [ prov:entity ex:s ], [ prov:agent ex:p ], [ prov:activity ex:a ], [ a prov:EntityInfluence ; prov:influencer ex:t ] ."], ["s", "t"].map((from) => `?convert ${ex(from)} > ${ex("d")} null`)],
    ["an influence beside the derivation from which it follows as that one", ["ex:d prov:wasQuotedFrom ex:s ; prov:wasInfluencedBy ex:s ."], [`include ${ex("s")} > ${ex("d")} null`]],
    ["an influence by whoever did something as no source", ["ex:d a prov:Entity ; prov:wasInfluencedBy ex:p, ex:o . ex:p a prov:SoftwareAgent . ex:e prov:wasAttributedTo ex:o ."], []],
    ["an influence by what began an act as no source", ["ex:a prov:wasStartedBy ex:s ; prov:wasInfluencedBy ex:s ; prov:generated ex:d . ex:s a prov:Entity ."], []],
    ["a communication, told from either end or by a node of its own", ["ex:a prov:generated ex:d ; prov:wasInformedBy ex:b . ex:b prov:generated ex:s ; prov:informed ex:c . ex:c prov:generated ex:e . ex:f prov:qualifiedCommunication [ a prov:Communication ; prov:activity ex:b ] ; prov:generated ex:g ."], ["d", "e", "g"].map((made) => `?convert ${ex("s")} > ${ex(made)} null`)],
    ["members", ["ex:c prov:hadMember ex:s, ex:t ."], ["s", "t"].map((each) => `include ${ex(each)} > ${ex("c")} null`)],
    ["named graphs as bundles", ["ex:b { ex:d prov:wasQuotedFrom <https://huggingface.co/acme/base> . }"], [`include hf:model/acme/base > ${ex("d")} null`]],
    ["nodes without a name, apart from those of other files", ["_:d prov:wasQuotedFrom [ a prov:Entity ], <notes.csv> ."], ["prov:p.ttl#_:1", "prov:p.ttl#notes.csv"].map((from) => `include ${from} > prov:p.ttl#_:2 null`)],
    ["an end whose address is written as a text", ['ex:d prov:wasQuotedFrom "https://huggingface.co/acme/base"^^xsd:anyURI .'], [`include hf:model/acme/base > ${ex("d")} null`]],
  ])("gives %s", async (_, lines, expected) => {
    const found = await importOf("p.ttl", turtle(...lines));
    expect([links(found), found.problems]).toEqual([expected, []]);
    expect((await importOf("p.ttl", turtle(...lines))).graph).toEqual(found.graph);
  });

  it.each([
    ["an end that is a text", ['ex:d prov:wasDerivedFrom "ex:s" .'], openD("?convert"), 1],
    ["a quotation of a text", ['ex:d prov:wasQuotedFrom "the notes" .'], openD("include"), 1],
    ["a member that is a text", ['ex:d prov:hadMember "the notes", ex:s .'], [...openD("include"), `include ${ex("s")} > ${ex("d")} null`].toSorted(), 1],
    ["an act that used a text", ['ex:a prov:used "the notes" . ex:d prov:wasGeneratedBy ex:a .'], openD("?convert"), 1],
    ["an act that is a text", ['ex:d prov:wasGeneratedBy "training" .'], openD("?convert"), 1],
    ["a result that is a text", ['ex:s prov:hadDerivation "ex:d" .'], [], 1],
    ["a qualified derivation without a source", ["ex:d prov:qualifiedDerivation [ a prov:Derivation ; prov:hadActivity ex:a ] ."], openD("?convert"), 1],
    ["a qualified quotation without a source", ["ex:d prov:qualifiedQuotation [ a prov:Quotation ] ."], openD("include"), 1],
    ["a qualified derivation beside a plain one", ["ex:d prov:wasDerivedFrom ex:s ; prov:qualifiedDerivation [ prov:hadActivity ex:a ] ."], [`?convert ${ex("s")} > ${ex("d")} null`], 0],
    ["a qualified usage that does not say of what", ["ex:a prov:qualifiedUsage [ prov:hadRole ex:input ] . ex:d prov:wasGeneratedBy ex:a ."], openD("?convert"), 0],
    ["an influence by a text", ['ex:d a prov:Entity ; prov:wasInfluencedBy "the notes" .'], openD("?convert"), 1],
    ["an influence by what is recorded as nothing", ["ex:d a prov:Entity ; prov:wasInfluencedBy ex:s ."], [fromS], 1],
    ["a qualified influence that does not say by what", ["ex:d a prov:Entity ; prov:qualifiedInfluence [ a prov:Influence ] ."], openD("?convert"), 1],
    ["a qualified influence beside a plain one", ["ex:d a prov:Entity ; prov:wasInfluencedBy ex:s ; prov:qualifiedInfluence [ a prov:Influence ] . ex:s a prov:Entity ."], [fromS], 0],
    ["a qualified communication that does not say by what", ["ex:a prov:generated ex:d ; prov:qualifiedCommunication [ a prov:Communication ] ."], openD("?convert"), 1],
    ["a communication by an act of which nothing named came", ["ex:a prov:generated ex:d ; prov:wasInformedBy ex:b ."], [`?convert ${unnamedOf("b")} > ${ex("d")} null`], 0],
    ["a qualified usage beside a plain one", ["ex:a prov:used ex:s ; prov:qualifiedUsage [ prov:hadRole ex:input ] . ex:d prov:wasGeneratedBy ex:a ."], [`?convert ${ex("s")} > ${ex("d")} null`], 0],
  ])("holds open %s", async (_, lines, expected, told) => {
    const found = await importOf("p.ttl", turtle(...lines));
    expect(links(found).toSorted()).toEqual(expected);
    expect(found.problems.map((each) => each.line)).toEqual(Array.from({ length: told }, () => 5));
  });

  it("keeps licenses with their line, of sources too, and by the label where they are nodes without a name", async () => {
    const { graph } = await importOf("p.ttl", turtle("ex:d prov:wasDerivedFrom ex:s ; dct:rights \"all\"@en ;", "  dct:license <https://example.org/l1>, \"MIT\" .", "ex:s dct:license [ dct:title \"Notes license\" ] .", "ex:t prov:wasDerivedFrom ex:s ; dct:license [] ."));
    expect(graph.statements.map((each) => [each.about.id, each.what, each.value, each.source?.locator]).toSorted()).toEqual([
      [ex("d"), "license", "https://example.org/l1\nMIT", "p.ttl#L6"], [ex("d"), "rights", "all", "p.ttl#L5"], [ex("s"), "license", "Notes license", "p.ttl#L7"], [ex("t"), "license", "a node without a name", "p.ttl#L8"],
    ]);
  });

  it("keeps what one graph says of a thing that another one knows", async () => {
    const { graph } = await importOf("p.trig", turtle("ex:license { ex:s dct:license <https://example.org/nc> . ex:other dct:license <https://example.org/l> . }", "ex:made { ex:d prov:wasDerivedFrom ex:s . }"));
    expect(graph.statements.map((each) => [each.about.id, each.what, each.value])).toEqual([[ex("s"), "license", "https://example.org/nc"]]);
  });

  it("keeps a policy and terms of access, and tells that the policy is not read", async () => {
    const { graph } = await importOf("p.ttl", turtle("ex:d a prov:Entity ; <http://www.w3.org/ns/odrl/2/hasPolicy> ex:policy ; dct:accessRights <https://example.org/closed> ."));
    expect(graph.statements.map((each) => [each.what, each.value]).toSorted()).toEqual([["rights", "https://example.org/closed"], ["use-policy", ex("policy")]]);
    expect(graph.findings.map((each) => each.kind)).toEqual(["policy-not-read"]);
  });

  it("is one problem with its line where it breaks off, and nothing of it is recorded", async () => {
    const { graph, problems, skipped } = await importOf("p.ttl", turtle("ex:d a prov:Entity .", "ex:d prov:wasDerivedFrom"));
    expect(problems.map((each) => [each.code, each.line])).toEqual([["format-syntax", 7]]);
    expect([graph.assets.size, skipped.length]).toEqual([0, 1]);
  });

  it("takes an address for what it is, and not for what one of its words says", async () => {
    const { graph } = await importOf("p.ttl", turtle("<urn:uuid:1> a prov:Entity, <https://data.example/Report> .", "<urn:uuid:2> a <http://www.w3.org/ns/dcat#Dataset> ."));
    expect([...graph.assets.values()].map((each) => [each.id, each.kind])).toEqual([["urn:uuid:1", "document"], ["urn:uuid:2", "dataset"]]);
  });

  it("leaves texts about other things alone", async () => {
    const { skipped } = await importOf("o.ttl", "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<> a owl:Ontology .\n");
    expect(skipped).toEqual([{ file: "o.ttl", why: "of no format that is read" }]);
  });
});

describe("provenance in XML", () => {
  it.each([
    ["a derivation by an act", ['<prov:activity prov:id="ex:a"><prov:startTime>2026-03-01T10:00:00</prov:startTime></prov:activity>', '<prov:entity prov:id="ex:d"><prov:type xsi:type="xsd:QName">ex:Dataset</prov:type></prov:entity>', `<prov:wasDerivedFrom>${ends("ex:d", "ex:s", '<prov:activity prov:ref="ex:a"/>')}</prov:wasDerivedFrom>`], [fromAct]],
    ["kinds of derivation, by their element and by their type", [`<prov:wasQuotedFrom>${ends("ex:d", "ex:s")}</prov:wasQuotedFrom>`, `<prov:wasDerivedFrom>${ends("ex:e", "ex:s", '<prov:type xsi:type="xsd:QName">prov:Quotation</prov:type>')}</prov:wasDerivedFrom>`], ["d", "e"].map((made) => `include ${ex("s")} > ${ex(made)} null`)],
    ["all members that a collection names at once", ['<prov:collection prov:id="ex:c"/><prov:hadMember><prov:collection prov:ref="ex:c"/><prov:entity prov:ref="ex:s"/><prov:entity prov:ref="ex:t"/></prov:hadMember>'], ["s", "t"].map((each) => `include ${ex(each)} > ${ex("c")} null`)],
    ["a bundle with prefixes of its own", ['<prov:bundleContent prov:id="ex:b" xmlns:hf="https://huggingface.co/">', `<prov:wasQuotedFrom>${ends("ex:d", "hf:acme/base")}</prov:wasQuotedFrom></prov:bundleContent>`], [`include hf:model/acme/base > ${ex("d")} null`]],
    ["nothing of elements that are none of the standard, whatever they are called", ["<prov:constructor/><prov:toString/><prov:__proto__/>"], []],
    ["an influence, and none by an agent", [`<prov:entity prov:id="ex:d"/><prov:entity prov:id="ex:s"/><prov:person prov:id="ex:p"/>`, ...["s", "p"].map((each) => `<prov:wasInfluencedBy><prov:influencee prov:ref="ex:d"/><prov:influencer prov:ref="ex:${each}"/></prov:wasInfluencedBy>`)], [fromS]],
    ["a communication", [...[["a", "d"], ["b", "s"]].map(([one, made]) => `<prov:wasGeneratedBy><prov:entity prov:ref="ex:${made}"/><prov:activity prov:ref="ex:${one}"/></prov:wasGeneratedBy>`), '<prov:wasInformedBy><prov:informed prov:ref="ex:a"/><prov:informant prov:ref="ex:b"/></prov:wasInformedBy>'], [fromS]],
    ["names without a known prefix as of this file alone", [`<prov:wasQuotedFrom>${ends("my:d", "ex:s")}</prov:wasQuotedFrom>`], [`include ${ex("s")} > prov:p.xml#_:my:d null`]],
  ])("gives %s", async (_, lines, expected) => {
    const found = await importOf("p.xml", xml(...lines));
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it.each([
    ["a derivation from what is not there", '<prov:wasDerivedFrom><prov:generatedEntity prov:ref="ex:d"/></prov:wasDerivedFrom>', openD("?convert")],
    ["a quotation of an empty element", '<prov:wasQuotedFrom><prov:generatedEntity prov:ref="ex:d"/><prov:usedEntity/></prov:wasQuotedFrom>', openD("include")],
    ["an influence without an influencer", '<prov:entity prov:id="ex:d"/><prov:wasInfluencedBy><prov:influencee prov:ref="ex:d"/></prov:wasInfluencedBy>', openD("?convert")],
    ["no members", '<prov:hadMember><prov:collection prov:ref="ex:d"/></prov:hadMember>', openD("include")],
    ["a member that is an empty element", '<prov:hadMember><prov:collection prov:ref="ex:d"/><prov:entity prov:ref="ex:s"/><prov:entity/></prov:hadMember>', [...openD("include"), `include ${ex("s")} > ${ex("d")} null`].toSorted()],
  ])("holds open %s", async (_, line, expected) => {
    const found = await importOf("p.xml", xml(line));
    expect(links(found).toSorted()).toEqual(expected);
    expect(found.problems).toMatchObject([{ code: "missing-key", file: "p.xml", line: 2 }]);
  });

  it("keeps a license that is an address of another vocabulary", async () => {
    const { graph } = await importOf("p.xml", xml('<prov:entity prov:id="ex:d" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><dct:license rdf:resource="https://example.org/nc"/></prov:entity>'));
    expect(graph.statements.map((each) => [each.what, each.value])).toEqual([["license", "https://example.org/nc"]]);
  });

  it("keeps several licenses as a list, with their line", async () => {
    const { graph } = await importOf("p.xml", xml('<prov:entity prov:id="ex:d">', "<dct:license>MIT</dct:license>", "<dct:license>CC0-1.0</dct:license></prov:entity>"));
    expect(graph.statements.map((each) => [each.value, each.source?.locator])).toEqual([["MIT\nCC0-1.0", "p.xml#L3"]]);
  });

  it.each([
    ["a document type", '<!DOCTYPE d [<!ENTITY a "x">]><prov:document xmlns:prov="http://www.w3.org/ns/prov#">&a;</prov:document>', "unsupported"],
    ["an end in the middle", xml('<prov:entity prov:id="ex:d">'), "format-syntax"],
    ["another element first", '<d xmlns:prov="http://www.w3.org/ns/prov#"><prov:document/></d>', "wrong-type"],
  ])("refuses %s", async (_, text, code) => {
    const { graph, problems } = await importOf("p.xml", text);
    expect([graph.assets.size, problems.map((each) => each.code)]).toEqual([0, [code]]);
  });
});

it.each<[string, (many: readonly string[]) => object]>([
  ["used by an act", (many) => ({ used: { u: { "prov:activity": "ex:a", "prov:entity": many } }, wasGeneratedBy: { g: { "prov:activity": "ex:a", "prov:entity": "ex:d" } } })],
  ["a source by way of an act", (many) => ({ wasDerivedFrom: { i: { "prov:generatedEntity": "ex:d", "prov:usedEntity": many, "prov:activity": "ex:a" } } })],
])("an end names more than a call takes as arguments: %s", async (_, records) => {
  const many = Array.from({ length: 150_000 }, (__, i) => `ex:${i}`);
  const { graph, problems } = await read({ entity: { "ex:d": {} }, activity: act, ...records(many) });
  expect([[...graph.derivations.values()].map((each) => each.from.length), problems]).toEqual([[many.length], []]);
});

describe("inverses of properties of the ontology", () => {
  it.each<[string, string[], string[]]>([
    ["hadDerivation", ["ex:s prov:hadDerivation ex:d ."], ["ex:d prov:wasDerivedFrom ex:s ."]],
    ["quotedAs", ["ex:s prov:quotedAs ex:d ; prov:hadDerivation ex:d ."], ["ex:d prov:wasQuotedFrom ex:s ."]],
    ["hadRevision", ["ex:s prov:hadRevision ex:d ."], ["ex:d prov:wasRevisionOf ex:s ."]],
    ["wasPrimarySourceOf", ["ex:s prov:wasPrimarySourceOf ex:d ."], ["ex:d prov:hadPrimarySource ex:s ."]],
    ["wasMemberOf", ["ex:s prov:wasMemberOf ex:d ."], ["ex:d prov:hadMember ex:s ."]],
    ["wasUsedBy and generated", ["ex:s prov:wasUsedBy ex:a . ex:a prov:generated ex:d ."], ["ex:a prov:used ex:s . ex:d prov:wasGeneratedBy ex:a ."]],
    ["informed", ["ex:b prov:informed ex:a ; prov:generated ex:s . ex:a prov:generated ex:d ."], ["ex:a prov:wasInformedBy ex:b . ex:s prov:wasGeneratedBy ex:b . ex:d prov:wasGeneratedBy ex:a ."]],
    ["influenced", ["ex:s a prov:Entity ; prov:influenced ex:d . ex:d a prov:Entity ."], ["ex:d a prov:Entity ; prov:wasInfluencedBy ex:s . ex:s a prov:Entity ."]],
    ["qualifiedDerivationOf and entityOfInfluence", ["_:n prov:qualifiedDerivationOf ex:d . ex:s prov:entityOfInfluence _:n ."], ["ex:d prov:qualifiedDerivation _:n . _:n prov:entity ex:s ."]],
    ["qualifiedQuotationOf", ["_:n prov:qualifiedQuotationOf ex:d ; prov:entity ex:s ."], ["ex:d prov:qualifiedQuotation _:n . _:n prov:entity ex:s ."]],
    ["qualifiedSourceOf", ["_:n prov:qualifiedSourceOf ex:d ; prov:entity ex:s ."], ["ex:d prov:qualifiedPrimarySource _:n . _:n prov:entity ex:s ."]],
    ["revisedEntity", ["_:n prov:revisedEntity ex:d ; prov:entity ex:s ."], ["ex:d prov:qualifiedRevision _:n . _:n prov:entity ex:s ."]],
    ["wasActivityOfInfluence", ["ex:d prov:qualifiedDerivation _:n . _:n prov:entity ex:s . ex:a prov:wasActivityOfInfluence _:n ; prov:used ex:t ."], ["ex:d prov:qualifiedDerivation _:n . _:n prov:entity ex:s ; prov:hadActivity ex:a . ex:a prov:used ex:t ."]],
    ["qualifiedUsingActivity and qualifiedGenerationOf", ["_:u prov:qualifiedUsingActivity ex:a ; prov:entity ex:s . _:g prov:qualifiedGenerationOf ex:d . ex:a prov:activityOfInfluence _:g ."], ["ex:a prov:used ex:s ; prov:generated ex:d ."]],
    ["wasUsedInDerivation", ["ex:d prov:qualifiedDerivation _:n . _:u prov:wasUsedInDerivation _:n ; prov:entity ex:s ."], ["ex:d prov:qualifiedDerivation [ prov:entity ex:s ] ."]],
    ["generatedAsDerivation", ["ex:d prov:qualifiedDerivation _:n . _:n prov:entity ex:s . _:g prov:generatedAsDerivation _:n ; prov:activity ex:a . ex:a prov:used ex:t ."], ["ex:d prov:wasDerivedFrom ex:s ; prov:wasGeneratedBy ex:a . ex:a prov:used ex:t ."]],
    ["qualifiedCommunicationOf", ["_:n prov:qualifiedCommunicationOf ex:a ; prov:activity ex:b . ex:a prov:generated ex:d . ex:b prov:generated ex:s ."], ["ex:a prov:wasInformedBy ex:b ; prov:generated ex:d . ex:b prov:generated ex:s ."]],
    ["qualifiedInfluenceOf and hadInfluence", ["_:n prov:qualifiedInfluenceOf ex:d . ex:s prov:hadInfluence _:n ; a prov:Entity . ex:d a prov:Entity ."], ["ex:d a prov:Entity ; prov:wasInfluencedBy ex:s . ex:s a prov:Entity ."]],
    ["wasPlanOf and qualifiedAssociationOf", ["_:n prov:qualifiedAssociationOf ex:a . ex:p prov:wasPlanOf _:n . ex:a prov:generated ex:d ."], ["ex:a prov:qualifiedAssociation [ prov:hadPlan ex:p ] ; prov:generated ex:d ."]],
    ["influencer of a usage and of a derivation", ["ex:a prov:qualifiedUsage [ prov:influencer ex:s ] ; prov:generated ex:d . ex:e prov:qualifiedDerivation [ prov:influencer ex:s ] ."], ["ex:a prov:used ex:s ; prov:generated ex:d . ex:e prov:wasDerivedFrom ex:s ."]],
  ])("say the same: %s", async (_, inverse, direct) => {
    const [found, expected] = [await importOf("p.ttl", turtle(...inverse)), await importOf("p.ttl", turtle(...direct))];
    expect([links(found).toSorted(), found.problems]).toEqual([links(expected).toSorted(), []]);
    expect(links(found).length).toBeGreaterThan(0);
  });

  it.each([
    ["a result that is a text", 'ex:s prov:quotedAs "the notes" .', []],
    ["a collection that is a text", 'ex:s prov:wasMemberOf "the notes" .', []],
    ["an act that is a text", 'ex:s prov:wasUsedBy "training" .', []],
    ["an address that is a text", 'ex:s prov:quotedAs "https://acme.example/d" .', [`include ${ex("s")} > ${ex("d")} null`]],
  ])("tell of %s", async (_, line, expected) => {
    const found = await importOf("p.ttl", turtle(line));
    expect([links(found), found.problems.length]).toEqual([expected, expected.length === 0 ? 1 : 0]);
    expect(found.graph.assets.has("")).toBe(false);
  });
});

describe("the plan of an act", () => {
  const plan = (end: unknown) => ({ entity: { "ex:d": {} }, ...doing, wasAssociatedWith: { w: { "prov:activity": "ex:a", "prov:agent": "ex:me", "prov:plan": end } } });
  it.each<[string, object, string[]]>([
    ["that is named", plan("ex:p"), [`?generate ${ex("p")} > ${ex("d")} null`]],
    ["that cannot be read", plan({}), [`?generate ${ex("d")}#document/unreadable > ${ex("d")} null`]],
    ["that is not told", { entity: { "ex:d": {} }, ...doing, wasAssociatedWith: { w: { "prov:activity": "ex:a", "prov:agent": "ex:me" } } }, []],
    ["beside what it used", { ...plan("ex:p"), used: by("a", "s", "u") }, [`?generate ${ex("p")} > ${ex("d")} null`, fromS]],
  ])("%s", async (_, document, expected) => expect(links(await read(document)).toSorted()).toEqual(expected.toSorted()));

  it("is read in the other forms too", async () => {
    const expected = [`?generate ${ex("p")} > ${ex("d")} null`];
    expect(links(await importOf("p.ttl", turtle("ex:a prov:generated ex:d ; prov:qualifiedAssociation [ prov:agent ex:me ; prov:hadPlan ex:p ] .")))).toEqual(expected);
    expect(links(await importOf("p.xml", xml('<prov:wasGeneratedBy><prov:entity prov:ref="ex:d"/><prov:activity prov:ref="ex:a"/></prov:wasGeneratedBy>', '<prov:wasAssociatedWith><prov:activity prov:ref="ex:a"/><prov:plan prov:ref="ex:p"/></prov:wasAssociatedWith>')))).toEqual(expected);
  });
});

describe("bundles that tell of one act or thing", () => {
  const used = { used: by("a", "s", "u") };
  it.each<[string, object, string[]]>([
    ["what it used in one, what it made in the other", { bundle: { "ex:x": used, "ex:y": doing } }, [fromS]],
    ["what it used in the document, what it made in a bundle", { ...used, bundle: { "ex:y": doing } }, [fromS]],
    ["in a bundle within a bundle", { ...doing, bundle: { "ex:x": { bundle: { "ex:y": used } } } }, [fromS]],
    ["by prefixes of their own", { ...doing, bundle: { "ex:x": { prefix: { my: "https://acme.example/" }, used: { u: { "prov:activity": "my:a", "prov:entity": "my:s" } } } } }, [fromS]],
    ["when it was in another", { bundle: { "ex:x": used, "ex:y": doing, "ex:z": { activity: act } } }, [`?convert ${ex("s")} > ${ex("d")} 2026-03-01`]],
    ["what kind of thing it made in another", { bundle: { "ex:x": used, "ex:y": doing, "ex:z": { entity: { "ex:d": { "prov:type": "ex:Dataset" } } } } }, [`?curate ${ex("s")} > ${ex("d")} null`]],
    ["of which one says that the one came of the other", { bundle: { "ex:x": used, "ex:y": doing, "ex:z": { wasDerivedFrom: { w: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:type": "prov:Quotation" } } } } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["of which another one informed it", { ...informedBy("ex:b"), bundle: { "ex:x": doing, "ex:y": { wasGeneratedBy: by("b", "s", "h") } } }, [fromS]],
    ["of which an influence goes to the act", { entity: { "ex:s": {} }, activity: { "ex:a": {} }, ...influence("ex:a", "ex:s"), bundle: { "ex:x": doing } }, [fromS]],
  ])("%s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("are graphs in Turtle", async () => expect(links(await importOf("p.trig", turtle("ex:x { ex:a prov:used ex:s . }", "ex:y { ex:d prov:wasGeneratedBy ex:a . }")))).toEqual([fromS]));
});

describe("a relation that the standard does not have", () => {
  const both = { entity: { "ex:d": {}, "ex:s": {} } };
  const held = ["d", "s"].map((each) => `?convert ${ex(each)}#document/unreadable > ${ex(each)} null`);
  it.each<[string, object, string[]]>([
    ["of two things", { ...both, wasMadeOf: { w: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s" } } }, held],
    ["of a thing and what is recorded as nothing", { entity: { "ex:d": {} }, wasDerivedfrom: { w: { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:t" } } }, held.slice(0, 1)],
    ["of an act", { ...both, activity: act, wasPlannedFor: { w: { "prov:activity": "ex:a" } } }, []],
    ["that is no relation", { ...both, meta: { note: { text: "x" } }, title: "x" }, []],
  ])("holds open what it names: %s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found), found.problems.map((each) => [each.code, each.line])]).toEqual([expected, expected.length === 0 ? [] : [["unknown-name", 1]]]);
  });

  it.each<[string, string[], string[]]>([
    ["of two things", ["ex:d a prov:Entity ; prov:wasMadeOf ex:s . ex:s a prov:Entity ."], held],
    ["in a word of another case", ["ex:d a prov:Entity ; prov:wasderivedfrom ex:t ."], held.slice(0, 1)],
    ["with a text", ['ex:d a prov:Entity ; prov:note "x" .'], []],
    ["that names no source", ["ex:d a prov:Entity ; prov:atLocation ex:here ; prov:qualifiedAttribution [ prov:agent ex:me ] ."], []],
    ["of another vocabulary", ["ex:d a prov:Entity ; ex:near ex:s . ex:s a prov:Entity ."], []],
  ])("in Turtle: %s", async (_, lines, expected) => {
    const found = await importOf("p.ttl", turtle(...lines));
    expect([links(found), found.problems.map((each) => [each.code, each.line])]).toEqual([expected, expected.length === 0 ? [] : [["unknown-name", 5]]]);
  });
});
