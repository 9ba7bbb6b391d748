import { describe, expect, it } from "vitest";
import { licenseKey, resolveLicense } from "./license-name.js";

const aliases = new Map<string, string | null>([["llama3.1", "LicenseRef-Llama-3.1"], ["other", null], ["unknown", null], ["the mit license", "MIT"], ["gpl-3.0", "GPL-3.0-only"], ["apache.org/licenses/license-2.0", "Apache-2.0"]]);
const families = new Map([["cc", ["CC-BY-4.0", "CC-BY-SA-4.0"]], ["gpl", []]]);
const known = new Set(["LicenseRef-Llama-3.1", "LicenseRef-Gemma"]);
const resolve = (name: string) => resolveLicense(name, aliases, known, families);

describe("resolveLicense", () => {
  it.each([
    ["apache-2.0", "Apache-2.0"], ["MIT", "MIT"], ["llama3.1", "LicenseRef-Llama-3.1"], ["licenseref-gemma", "LicenseRef-Gemma"], ["The  MIT License ", "MIT"], ["cc-by-nc-4.0", "CC-BY-NC-4.0"],
    ["https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"], ["http://creativecommons.org/licenses/by-nc-sa/3.0/legalcode", "CC-BY-NC-SA-3.0"], ["https://creativecommons.org/licenses/by-nc-nd/4.0/deed.de", "CC-BY-NC-ND-4.0"],
    ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"], ["https://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US"], ["https://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0"],
    ["https://spdx.org/licenses/MIT.html", "MIT"], ["CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"], ["Apache-2.0 License", "Apache-2.0"], ["MIT License", "MIT"], ["https://opensource.org/licenses/MIT", "MIT"],
  ])("%s is %s", (name, id) => expect(resolve(name)).toEqual({ kind: "id", id }));

  it.each([["GPL-3.0", "GPL-3.0-only", "GPL-3.0"], ["gpl-2.0+", "GPL-2.0-or-later", "GPL-2.0+"], ["LGPL-2.1", "LGPL-2.1-only", "LGPL-2.1"]])("%s is read as %s, and says so", (name, id, renamed) => expect(resolve(name)).toEqual({ kind: "id", id, renamed }));

  it.each([
    ["other", { kind: "none" }], ["Unknown", { kind: "none" }], ["", { kind: "none" }], ["cc", { kind: "family", of: ["CC-BY-4.0", "CC-BY-SA-4.0"] }], ["GPL", { kind: "family", of: [] }],
    ["my own license", { kind: "unknown" }], ["https://creativecommons.org/licenses/by/9.9/", { kind: "unknown" }], ["https://creativecommons.org/licenses/by/3.0/xx/", { kind: "unknown" }], ["https://example.org/licenses/by/4.0/", { kind: "unknown" }], ["x".repeat(10_000), { kind: "unknown" }],
  ])("%j names no license", (name, expected) => expect(resolve(name)).toEqual(expected));

  it("takes addresses as one key, however they are written", () => expect(licenseKey("HTTP://www.Apache.org/licenses/LICENSE-2.0.html?x#y")).toBe("apache.org/licenses/license-2.0"));
});
