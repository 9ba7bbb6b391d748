import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names that would do something if they were anything but text. */
export const hostile = { markup: '<img src=x onerror="window.struck=1">', turned: "\u202egnp.exe", path: "a/../b?c=d#e%2f" };

const asset = (id: string, kind: string, more = ""): string => `  - { id: ${JSON.stringify(id)}, kind: ${kind}${more} }`;

/** A title file in a folder of its own: the main example made wide, contested, and named by somebody hostile. `datasets`: how many things one model was made of. */
export function writeTitleFixture(datasets: number): string {
  const ids = Array.from({ length: datasets }, (_, at) => `set-${String(at).padStart(3, "0")}`);
  const text = [
    "us: acme", "parties:", "  - { id: acme, kind: company, domicile: DE }", "assets:",
    ...ids.map((id) => asset(id, "dataset", ", license: CC-BY-NC-4.0, licensor: somebody")),
    asset("model", "model"), asset("product", "product"), asset("lonely", "document"), ...Object.values(hostile).map((id) => asset(id, "dataset", ", license: MIT")),
    "statements:",
    "  - { id: card, about: set-000, what: license, value: CC0-1.0, raw: \"cc0\", rung: declared, by: a mirror, source: { system: hub, locator: \"https://hub.example/set-000\" } }",
    "derivations:",
    `  - { id: made, from: [${[...ids, ...Object.values(hostile)].map((id) => JSON.stringify(id)).join(", ")}], to: model, by: train, on: "2026-02-01", in: DE, purpose: commercial }`,
    "  - { id: put, from: model, to: product, by: include, on: \"2026-02-02\", in: DE, purpose: commercial }",
    "uses:", "  launch: { of: product, actions: [host], purpose: commercial, in: [DE], on: \"2026-12-01\" }", "",
  ].join("\n");
  const file = join(mkdtempSync(join(tmpdir(), "cleartitle-title-")), "cleartitle.yaml");
  writeFileSync(file, text);
  return file;
}
