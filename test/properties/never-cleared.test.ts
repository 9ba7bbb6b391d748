import { expect, test } from "vitest";
import * as fc from "fast-check";
import { changed, dropVainWords, everyRole, textOver, useOf } from "./change.js";
import { brief, holds, patience } from "./property.js";
import { actions, one } from "../worlds/vocabulary.js";
import { anyWorld } from "../worlds/rare-world.js";
import { type RandomWorld, type TitleText } from "../worlds/world-arbitrary.js";

type Raw = Record<string, unknown>;

/** Nothing but the record of its license can answer for the thing asked about: nobody made it, owns it or may use it by law. */
function onlyLicensed(world: RandomWorld, license: unknown, more: (title: TitleText, asset: string) => void = () => undefined): RandomWorld {
  const laws = world.laws.map((law) => ({ ...law, norms: (law["norms"] as Raw[]).filter((norm) => norm["permit"] === undefined && norm["unprotect"] === undefined) }));
  return changed({ ...world, laws }, (title) => {
    const asset = useOf(title).of;
    for (const record of title.assets) {
      if (record["id"] !== asset) continue;
      for (const key of ["license", "licensor", "parts"]) delete record[key];
      if (license !== undefined) record["license"] = license;
    }
    title.derivations = title.derivations.filter((d) => d["to"] !== asset);
    dropVainWords(title);
    title.statements = title.statements.filter((s) => s["about"] !== asset || s["what"] !== "license").map((s) => Object.fromEntries(Object.entries(s).filter(([key]) => key !== "supersedes")));
    title.title = title.title.filter((t) => t["asset"] !== asset);
    for (const text of title.instruments) if (Array.isArray(text["covers"]) && text["covers"].includes(asset)) delete text["covers"];
    more(title, asset);
  });
}

/** The same world, with everything granted for the asset by one text that is unsound in one way. */
const grantedBy = (world: RandomWorld, norm: Raw, more: Raw = {}): RandomWorld =>
  onlyLicensed(world, "LicenseRef-all", (title) => void title.instruments.push(textOver("LicenseRef-all", "license", [norm], [], more)));

const usable = (world: RandomWorld): boolean => ["cleared", "conditional"].includes(brief(world).decision);
const everything = { id: "all", cite: "s. 1", on: everyRole, permit: { actions: [...actions] } };

test("with a grant of everything in force the same worlds can be used, or the tests below prove nothing", patience, () => {
  let used = 0;
  holds(anyWorld, (world) => {
    if (usable(grantedBy(world, everything))) used += 1;
  }, 20);
  expect(used).toBeGreaterThan(5);
});

test.each(["partial", "memory", "unverified"])("a text verified only as `%s` clears nothing", patience, (verified) => {
  holds(anyWorld, (world) => {
    expect(usable(grantedBy(world, everything, { verified }))).toBe(false);
  }, 10);
});

test.each(["partial", "memory", "unverified"])("a norm verified only as `%s` clears nothing", patience, (verified) => {
  holds(anyWorld, (world) => {
    expect(usable(grantedBy(world, { ...everything, verified }))).toBe(false);
  }, 10);
});

test("a text with a construct that norms cannot say clears nothing that the construct may touch", patience, () => {
  holds(anyWorld, (world) => {
    expect(usable(grantedBy(world, everything, { unsupported: [{ what: "a word nobody understands", cite: "s. 9" }] }))).toBe(false);
  }, 10);
});

test("an offer clears nothing", patience, () => {
  holds(anyWorld, (world) => {
    expect(usable(grantedBy(world, { ...everything, permit: { actions: [...actions], offer: true } }))).toBe(false);
  }, 10);
});

test("a grant under a condition that is unknown clears nothing", patience, () => {
  holds(anyWorld, (world) => {
    expect(usable(grantedBy(world, { ...everything, if: "unknown" }))).toBe(false);
  }, 10);
});

const nameless = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }).filter((s) => !/[\n\r]/.test(s)).map((s) => `LicenseRef-${s.replaceAll(/[^a-zA-Z0-9.-]/g, "-")}-x`),
  one(["LicenseRef-nobody-knows-it", "a license of our own", "see README", "LicenseRef-nobody-knows-it OR LicenseRef-neither", "MIT AND LicenseRef-nobody-knows-it", "__proto__", "constructor", "toString", "NOASSERTION", "NONE", "other"]),
);

test("a license that nobody knows clears nothing, whatever it is called", patience, () => {
  holds(fc.tuple(anyWorld, nameless), ([world, license]) => expect(usable(onlyLicensed(world, license))).toBe(false), 20);
});

test("no license recorded clears nothing", patience, () => {
  holds(anyWorld, (world) => expect(usable(onlyLicensed(world, undefined))).toBe(false), 10);
});
