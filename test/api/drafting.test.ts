import { readFileSync } from "node:fs";
import { openDocx, paragraphsOf } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

/** Documents of agreements, both ways, on the example that has two drafts and a playbook. */
let house: House;
beforeAll(async () => {
  house = await openHouse("examples/code-model/cleartitle.yaml");
  for (const [path, body] of [[root, { text: vendor, side: "theirs", on: "2026-02-01" }], [`${one}/versions`, { text: ours }]] as const) {
    const { status, body: told } = await asked(path, body);
    if (status !== 201) throw new Error(JSON.stringify(told));
  }
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const here = "/workspaces/acme";
const root = `${here}/agreements`;
const one = `${root}/coder-2027`;
const [vendor, ours, playbook] = ["vendor", "ours", "playbook"].map((name) => readFileSync(new URL(`../../examples/code-model/deal/${name}.yaml`, import.meta.url), "utf8")) as [string, string, string];

async function answered(response: Response): Promise<{ readonly status: number; readonly body: Body }> {
  return { status: response.status, body: (await response.json()) as Body };
}
const asked = async (path: string, body?: unknown): ReturnType<typeof answered> => answered(await house.ask(path, body === undefined ? {} : json(body)));
const sent = async (path: string, bytes: Uint8Array | string, type = "application/octet-stream"): ReturnType<typeof answered> => answered(await house.ask(path, { method: "POST", body: Buffer.from(bytes), headers: { "Content-Type": type } }));
const faults = ({ status, body }: { readonly status: number; readonly body: Body }): readonly [number, ...(readonly [string, string | null])[]] => [status, ...body["problems"].map((each: Body) => [each["code"], each["pointer"]])];
async function file(path: string, init?: RequestInit): Promise<{ readonly type: string | null; readonly name: string | null; readonly bytes: Uint8Array }> {
  const response = await house.ask(path, init);
  expect([path, response.status]).toEqual([path, 200]);
  return { type: response.headers.get("content-type"), name: response.headers.get("content-disposition"), bytes: new Uint8Array(await response.arrayBuffer()) };
}
const differences = ({ body }: { readonly body: Body }): readonly [string, string][] => body["differences"].map((each: Body) => [each["kind"], each["where"]]);

describe("an agreement as a document", () => {
  test("a version and a draft are had as the same Markdown and PDF, with the deal inside", async () => {
    const markdown = await file(`${one}/versions/2/document?format=md`);
    expect([markdown.type, markdown.name]).toEqual(["text/markdown; charset=utf-8", 'attachment; filename="coder-2027-2.md"']);
    expect((await file(`${here}/drafts/document`, json({ deal: ours, format: "md" }))).bytes).toEqual(markdown.bytes);
    const pdf = await file(`${one}/versions/2/document?format=pdf`);
    expect([pdf.type, Buffer.from(pdf.bytes.subarray(0, 5)).toString()]).toEqual(["application/pdf", "%PDF-"]);
    const back = await sent(`${here}/drafts/returned?name=a.pdf`, pdf.bytes, "application/pdf");
    expect(back.body).toMatchObject({ carries: "deal", compared: false, version: null, clauses: [], differences: [], read: { deal: { id: "coder-2027" } }, notes: ["Of `a.pdf` the deal inside alone is read: what its pages say is not compared."] });
    expect((await asked(`${here}/drafts/read`, { deal: back.body["text"] })).body).toEqual(back.body["read"]);
  });

  test.each([
    ["a version that is not there", async () => asked(`${one}/versions/3/document`), [404, ["not-found", "#path/number"]]],
    ["a form that is none", async () => asked(`${one}/versions/1/document?format=odt`), [422, ["unknown-name", "#query/format"]]],
    ["a workspace that does not have it", async () => asked("/workspaces/empty/agreements/coder-2027/versions/1/document"), [404, ["not-found", "#path/id"]]],
    ["a deal that is none", async () => asked(`${here}/drafts/document`, { deal: ours.replace("improvements:", "improvement:"), format: "md" }), [422, ["unknown-name", "/deal"]]],
  ] as const)("%s is told", async (_what, ask, told) => expect(faults(await ask())).toEqual(told));
});

/** The second version as the other side gave it back. */
const edited = async (): Promise<string> => Buffer.from((await file(`${one}/versions/2/document?format=md`)).bytes).toString().replace("as a service, for money too.", "as a service, for itself.");

describe("a document that came back", () => {
  test("is the deal that its text says, with the words that differ, beside the version; it is recorded only when somebody does so", async () => {
    const told = await sent(`${one}/returned?name=theirs.md&changes=made`, await edited(), "text/markdown");
    expect([told.status, told.body["carries"], told.body["compared"], told.body["version"], differences(told)]).toEqual([200, "deal", true, 2, [["edited", "outputs"]]]);
    expect(told.body["differences"][0]).toMatchObject({ before: expect.stringContaining("for money too"), after: expect.stringContaining("for itself") });
    const changed = told.body["clauses"].filter(({ kind }: Body) => kind !== "same");
    expect(changed).toMatchObject([{ kind: "changed", topic: "outputs", words: expect.arrayContaining([{ kind: "gone", text: "money too" }, { kind: "new", text: "itself" }]) }]);
    expect(told.body["read"]["unread"]).toContainEqual(expect.objectContaining({ topic: "outputs", text: expect.stringMatching(/^As to what the models put out, Acme may .*for itself\.$/) }));
    expect((await asked(one)).body["version"]).toBe(2);
    const { uses } = (await asked(`${here}/drafts/effect`, { before: ours, after: told.body["text"] })).body;
    expect(uses).toContainEqual(expect.objectContaining({ use: "launch", before: "conditional", after: "unresolved" }));
  });

  test("with tracked changes is read without them, and each is told; or with them made", async () => {
    const { bytes, type, name } = await file(`${one}/redline?from=2&to=1&format=docx`);
    expect([type, name]).toEqual(["application/vnd.openxmlformats-officedocument.wordprocessingml.document", 'attachment; filename="coder-2027-2-to-1.docx"']);
    const opened = openDocx(bytes, "redline");
    const sides = ["accepted", "rejected"].map((view) => ("archive" in opened ? paragraphsOf(opened.archive, view as "accepted").map(({ text }) => text).join("\n") : ""));
    expect(sides.map((text) => text.includes("What the models put out stays within Acme, which may"))).toEqual([true, false]);
    const told = await sent(`${one}/returned?name=theirs.docx&version=2`, bytes);
    expect([told.status, told.body["openChanges"], told.body["notes"]]).toEqual([200, true, ["`theirs.docx` has open changes: it is read without them."]]);
    expect(differences(told)).toContainEqual(["open", expect.any(String)]);
    const made = await sent(`${one}/returned?name=theirs.docx&version=2&changes=made`, bytes);
    expect([made.status, made.body["openChanges"], made.body["notes"], differences(made)]).toEqual([200, true, ["`theirs.docx` has open changes: it is compared as if they were accepted."], []]);
    expect(made.body["read"]["deal"]["topics"]).toEqual((await asked(`${here}/drafts/read`, { deal: vendor })).body["deal"]["topics"]);
    expect(made.body["clauses"]).toContainEqual(expect.objectContaining({ topic: "outputs", kind: "changed" }));
  });

  test("of their own paper has its words beside the version, and no deal", async () => {
    const told = await sent(`${one}/returned?name=paper.txt`, "1. Audit, logs and reports\n\nBooks are open once a year.\n\n2. Law of the land\n\nThe law of France.\n", "text/plain");
    expect(told.body).toMatchObject({ carries: "nothing", text: null, read: null, differences: [], version: 2 });
    expect(told.body["clauses"].filter(({ kind }: Body) => kind === "added")).toMatchObject([{ topic: "audit", after: { heading: "1. Audit, logs and reports", paragraphs: ["Books are open once a year."] } }, { topic: null, after: { paragraphs: ["The law of France."] } }]);
  });

  test.each([
    ["no document at all", new Uint8Array([0xff, 0xfe, 0]), "a.bin", [400, ["format-syntax", ""]]],
    ["half an archive", Buffer.from("PK\u0003\u0004 and then nothing"), "a.docx", [400, ["format-syntax", ""]]],
    ["an old or locked document", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "a.doc", [422, ["unsupported", ""]]],
    ["a PDF of another hand", Buffer.from("%PDF-1.7\n"), "a.pdf", [422, ["unsupported", ""]]],
    ["more than an agreement", Buffer.alloc(20_000_001), "a.docx", [413, ["too-large", null]]],
  ])("%s is refused, and nothing is lost", async (_what, bytes, name, told) => expect(faults(await sent(`${one}/returned?name=${name}`, bytes))).toEqual(told));

  test("of another agreement is refused as that", async () => {
    const other = await file(`${here}/drafts/document`, json({ deal: ours.replace("id: coder-2027", "id: another"), format: "md" }));
    expect(faults(await sent(`${one}/returned?name=a.md`, other.bytes))).toEqual([422, ["contradiction", "/id"]]);
    expect((await sent(`${here}/drafts/returned?name=a.md`, other.bytes)).body["read"]["deal"]["id"]).toBe("another");
  });
});

describe("two states", () => {
  test("are told word by word", async () => {
    const { clauses } = (await asked(`${one}/redline?from=1&to=2`)).body;
    expect(clauses.find(({ topic }: Body) => topic === "permitted-acts").words).toContainEqual({ kind: "gone", text: ", and no others" });
    expect(faults(await asked(`${one}/redline?from=1&to=9`))).toEqual([404, ["not-found", "#query/to"]]);
  });

  test("are held against a playbook that is sent along, or kept in the workspace and in no other", async () => {
    const body = { deal: vendor, before: ours, playbook };
    const told = (await asked(`${here}/drafts/deviations`, body)).body;
    expect(told["playbook"]).toEqual({ id: "acme-inbound-models", title: "Models that we take in", side: "licensee" });
    expect(told["items"][0]).toMatchObject({ topic: "outputs", severity: "stop", found: "licensor", wanted: "licensee", isNew: true, proposals: [{ version: "licensee", text: [expect.stringContaining("Acme and its users")] }, { version: "neutral" }] });
    expect((await asked(`${here}/drafts/deviations`, { deal: ours, playbook })).body["items"].map(({ severity, isNew }: Body) => [severity, isNew])).toEqual(expect.arrayContaining([["fallback", null]]));
    expect((await sent(`${here}/evidence`, playbook)).status).toBe(201);
    expect((await asked(`${here}/drafts/deviations`, { ...body, playbook: sha256(playbook) })).body).toEqual(told);
    expect((await asked("/workspaces/empty/drafts/deviations", { ...body, playbook: sha256(playbook) })).status).toBe(404);
    expect(faults(await asked(`${here}/drafts/deviations`, { ...body, playbook: playbook.replace("want: neutral", "want: everything") }))).toEqual([422, ["unknown-name", "/playbook"]]);
  });
});

test("a topic is told with its fields and its clause in three versions, and one that is not there with the nearest name", async () => {
  const { items } = (await asked("/catalogue/clauses")).body;
  expect(items[2]).toMatchObject({ id: "outputs", number: 3, title: "Use of outputs" });
  const topic = (await asked("/catalogue/clauses/term-and-renewal")).body;
  expect([topic.versions.map(({ version }: Body) => version), topic.fields.map(({ name }: Body) => name)]).toEqual([["licensor", "neutral", "licensee"], expect.arrayContaining(["from", "initial"])]);
  const none = await asked("/catalogue/clauses/output");
  expect([faults(none), none.body["problems"][0]["hint"]]).toEqual([[404, ["not-found", "#path/id"]], expect.stringContaining("outputs")]);
});

describe("a template", () => {
  const answers = { id: "trial", written: "2026-03-01", licensor: { id: "vendor" }, licensee: { id: "acme" }, assets: ["coder"] };
  const begun = async (template: string, more: object): ReturnType<typeof asked> => asked(`${here}/drafts/from-template`, { template, answers: { ...answers, ...more } });

  test("asks questions with why each matters, and begins a draft with the answers", async () => {
    expect((await asked("/catalogue/templates")).body["items"].map(({ id }: Body) => id)).toEqual(expect.arrayContaining(["evaluation", "model-license", "data-license"]));
    const { questions } = (await asked("/catalogue/templates/evaluation")).body;
    expect(questions).toContainEqual(expect.objectContaining({ id: "acts", topic: "permitted-acts", why: expect.any(String), proposed: ["evaluate"], choices: [], field: expect.objectContaining({ type: "acts" }) }));
    const filled = Object.fromEntries(questions.filter(({ proposed }: Body) => proposed === null).map(({ id, field }: Body) => [id, field.example]));
    const told = await begun("evaluation", { answers: filled });
    expect([told.status, told.body["deal"]["template"], told.body["deal"]["topics"]["permitted-acts"]["with"]["acts"]]).toEqual([200, "evaluation", ["evaluate"]]);
    expect((await asked(`${here}/drafts/read`, { deal: told.body["text"] })).body["clauses"]).toEqual(told.body["clauses"]);
    expect(faults(await begun("evaluation", {}))).toEqual([422, ...Object.keys(filled).map((id) => ["missing-key", `/answers/answers/${id}`])]);
    expect(faults(await begun("evaluation", { answers: { ...filled, from: "2026-02-30" } }))).toEqual([422, ["impossible-date", "/answers/answers/from"]]);
  });

  test("tells under which version each value is asked, and all that is wrong at once", async () => {
    const { questions } = (await asked("/catalogue/templates/model-license")).body;
    const held = questions.filter(({ askedWhere }: Body) => askedWhere !== null);
    expect(held.length).toBeGreaterThan(0);
    for (const { askedWhere } of held) expect(questions.find(({ id }: Body) => id === askedWhere.question).choices.map(({ answer }: Body) => answer)).toEqual(expect.arrayContaining(askedWhere.answers));
    expect(faults(await begun("evaluation", { written: "soon", answers: { acts: {}, nothing: 1 } }))[0]).toBe(422);
    expect(faults(await begun("nothing", {}))).toEqual([404, ["not-found", "/template"]]);
    expect(faults(await asked("/catalogue/templates/nothing"))).toEqual([404, ["not-found", "#path/id"]]);
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
