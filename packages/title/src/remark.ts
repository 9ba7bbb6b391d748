import { FactValue, Scope } from "@cleartitle/norms";
import { z } from "zod";
import type { Statement } from "./graph.js";

/**
 * What records of others say of an asset, of its license and besides. Facts, titles and conclusions are not among it: they are for who has to answer for them. Nor are persons, who go out in nothing but a title file.
 */
const remarked = new RegExp(`^(?:${[
  "license", "license-(?:unsaid|link|name|details|note|offer|histogram)", "licensing", "gate", "gate-[a-z-]{1,60}", "use-policy", "intended-use", "terms-link", "rights", "rights-(?:link|owner)", "(?:patent|trademark)-claim", "consent-document",
  "(?:training|data)-mining", "reservation-signals", "(?:processing|storage)-(?:allowed|forbidden)", "rai-[a-z-]{1,80}", "registered-as", "classification", "data-class", "generator", "generator-version", "generation-method", "digital-source-type", "actions", "manifest-link",
  "file-digest", "signature", "alternate-of", "annotations-creators", "language-creators", "row-count", "record-types", "telling-columns", "source-hosts", "crawl-(?:period|software|robots|publisher|description)",
].join("|")})$`);

const Remark = z.strictObject({
  what: z.string().regex(remarked),
  raw: z.string().max(20_000).optional(),
  value: FactValue.optional(),
  scope: Scope.optional(),
  rung: z.enum(["declared", "detected"]),
  by: z.string().max(500).optional(),
});

/** What a document may say of a signature: that it holds is for who checked it to say, and to anybody else it is one that nobody checked. */
const signatures: Readonly<Record<string, string>> = { unsigned: "unsigned", unverified: "unverified", invalid: "invalid", "not-bound": "not-bound", valid: "unverified", trusted: "unverified" };

/** A statement in the form in which documents that have no place of their own for it carry it: as a property, an annotation or the like. */
export type Remark = z.infer<typeof Remark>;

/** Whether a kind of statement is one that goes out and is read back as what a document says. */
export const isRemarkable = (what: string): boolean => remarked.test(what);

/** A statement as a remark. A conclusion goes out as what its author found, for others have not taken it. */
export function remarkOf({ what, raw, value, scope, rung, by }: Statement): string {
  const said = { raw, value, scope, by };
  return JSON.stringify({ what, ...Object.fromEntries(Object.entries(said).filter(([, each]) => each !== null)), rung: rung === "declared" ? "declared" : "detected" });
}

/** Reads a remark; `null` for anything else. */
export function readRemark(text: string): Remark | null {
  if (text.length > 40_000) return null;
  try {
    const read = Remark.safeParse(JSON.parse(text));
    if (!read.success || read.data.what !== "signature") return read.success ? read.data : null;
    const state = String(read.data.value);
    return Object.hasOwn(signatures, state) ? { ...read.data, value: signatures[state] } : null;
  } catch {
    // The language's only way of saying that a text is no JSON.
    return null;
  }
}
