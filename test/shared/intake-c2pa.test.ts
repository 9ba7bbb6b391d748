import { readFileSync } from "node:fs";
import { digestOf } from "@cleartitle/norms";
import { afterEach, describe, expect, it, vi } from "vitest";
import { importFrom, memoryFile } from "../../packages/intake/src/index.js";
import { samplesOf } from "./intake-table.js";

const options = { us: "acme", recordedAt: "2026-11-21" };
const sample = (name: string): Buffer => readFileSync(`${samplesOf("c2pa")}/${name}`);
const fixture = (name: string): Buffer => sample(`contentauth__c2pa-rs__sdk__tests__fixtures__${name}`);
const of = (bytes: Uint8Array, path = "a.jpg") => importFrom([memoryFile(path, bytes)], options);
type Graph = Awaited<ReturnType<typeof of>>["graph"];
const said = ({ statements }: Graph, asset: string, what: string) => statements.filter((each) => each.about.id === asset && each.what === what).map((each) => each.value);
const links = ({ derivations }: Graph) => [...derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")} > ${each.to}`);
const label = (digits: string) => `c2pa:contentauth:urn:uuid:${digits}`;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("content credentials in the wild", () => {
  it("reads a photograph whose signer reserves generative training and says nothing of mining", async () => {
    const { graph, problems } = await of(fixture("C_with_CAWG_data.jpg"));
    const id = "c2pa:urn:c2pa:822f2ec0-ef27-4d95-88b4-74586c12873d";
    expect(problems).toEqual([]);
    expect([...graph.assets.values()].map((each) => [each.id, each.kind, each.source])).toEqual([[id, "document", "image:a.jpg"]]);
    expect(said(graph, id, "signature")).toEqual(["valid"]);
    expect(said(graph, id, "training-mining").toSorted()).toEqual(["ai_generative_training: notAllowed", "ai_inference: notAllowed"]);
    expect([said(graph, id, "fact:reservation.expressed"), said(graph, id, "fact:reservation.form"), said(graph, id, "digital-source-type")]).toEqual([[true], ["c2pa_or_iptc_metadata"], ["digitalCapture"]]);
  });

  it("draws an edited picture from its parent and from a part that was edited before", async () => {
    const { graph } = await of(sample("c2pa-org__public-testfiles__image__jpeg__adobe-20220124-CAICA.jpg"));
    const [whole, part, first] = [label("8f599860-7021-40af-a751-369f6a8bb66e"), label("04cdf4ec-f713-4e47-a8d6-7af56501ce4b"), "c2pa:xmp.iid:813ee422-9736-4cdc-9be6-4e35ed8e41cb"];
    expect(links(graph)).toEqual([`?convert ${first} > ${part}`, `?convert ${first} > ${whole}`, `include ${part} > ${whole}`]);
    expect([said(graph, whole, "signature"), said(graph, part, "signature")]).toEqual([["valid"], ["valid"]]);
  });

  it.each([
    ["a claim that was changed", fixture("E-sig-CA.jpg"), "claimSignature.mismatch"],
    ["a picture that was changed", fixture("XCA.jpg"), "assertion.dataHash.mismatch"],
    ["data that were changed", sample("c2pa-org__public-testfiles__image__jpeg__adobe-20220124-E-dat-CA.jpg"), "assertion.dataHash.mismatch"],
  ])("does not take %s for the asset whose label it bears", async (_, bytes, code) => {
    const { graph } = await of(bytes);
    expect([...graph.assets.keys()]).toEqual(["c2pa:xmp.iid:813ee422-9736-4cdc-9be6-4e35ed8e41cb", "image:a.jpg"]);
    expect(said(graph, "image:a.jpg", "signature")).toEqual(["invalid"]);
    expect(graph.findings.find((each) => each.kind === "manifest-invalid")?.detail).toContain(code);
  });

  it("tells a part whose signature does not hold from the whole that does, in a report", async () => {
    const { graph } = await importFrom([memoryFile("r.json", sample("c2pa-org__public-testfiles__image__jpeg__manifests__adobe-20220124-CIE-sig-CA__manifest_store.json"))], options);
    const whole = label("40f2636a-402c-4792-9da4-644a63d1f7d0");
    const part = `${whole}#manifest/contentauth:urn:uuid:04cdf4ec-f713-4e47-a8d6-7af56501ce4b`;
    expect([said(graph, whole, "signature"), said(graph, part, "signature")]).toEqual([["unverified"], ["invalid"]]);
    expect(links(graph)).toContain(`include ${part} > ${whole}`);
  });

  it("reads what is to be signed, and the manifests of a font, which it does not hold against the font", async () => {
    const { graph } = await importFrom([memoryFile("d.json", sample("contentauth__c2pa-rs__cli__tests__fixtures__do_not_train.json"))], options);
    expect([said(graph, "c2pa-definition:d.json", "signature"), said(graph, "c2pa-definition:d.json", "fact:reservation.expressed"), said(graph, "c2pa-definition:d.json", "training-mining").length]).toEqual([["unsigned"], [true], 4]);
    const font = await of(sample("c2pa-org__public-testfiles__font__ttf__monotype-20240712-monotype_sans.ttf"), "a.ttf");
    expect(said(font.graph, "c2pa:monotype:urn:uuid:7852e921-921d-4f80-bfa4-fe358883e62e", "signature")).toEqual(["not-bound"]);
  });

  it("judges nothing by the day of the import, and asks nothing of the network", async () => {
    const fetched = vi.fn<() => Promise<never>>(() => Promise.reject(new Error("no network")));
    vi.stubGlobal("fetch", fetched);
    const names = ["C.jpg", "C_with_CAWG_data.jpg", "E-sig-CA.jpg", "cloud.jpg"];
    const read = async () => digestOf((await importFrom(names.map((name) => memoryFile(name, fixture(name))), options)).graph);
    const today = await read();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2126-01-01") });
    expect(await read()).toBe(today);
    expect(fetched).not.toHaveBeenCalled();
  });

  const photo = fixture("C_with_CAWG_data.jpg");
  it.each([1, 2, 3, 5, 8, 13, 21].map((each) => [each * 1_000]))("never believes a file that is cut off after %i bytes", async (length) => {
    const { graph, problems, skipped } = await of(photo.subarray(0, length));
    // That the file has credentials is known, and that something is named in them; nothing that they say is.
    expect([graph.statements.length, [...graph.assets.values()].map((each) => each.placeholder), [...graph.derivations.values()].map(({ from }) => from.every((each) => each.endsWith("/unreadable"))), problems.length, skipped.length]).toEqual([0, [true, true], [true], 1, 1]);
  });

  it("never believes a file of which one byte was changed, outside of the certificates and the time stamp beside the signature", async () => {
    const signature = photo.lastIndexOf("c2pa.signature");
    const states = new Set<unknown>();
    for (let at = 300; at < photo.length; at += 3_911) {
      const changed = Buffer.from(photo);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const [state] = (await of(changed)).graph.statements.filter((each) => each.what === "signature").map((each) => each.value);
      if (at < signature || at > signature + 12_000) states.add(state ?? "unread");
    }
    expect([...states].toSorted()).toEqual(["invalid", "unread"]);
  });
});
