import type { Instrument } from "@cleartitle/norms";
import type { RolePlayed } from "../role-profile.js";
import { reaches, type IndexedText } from "../judge/text-book.js";

const outputs: readonly string[] = ["output", "output-set"];

/** What a text says to parts that a thing plays, as text: of two lists with one sign each of its norms says the same. */
export function signOf(text: Instrument, indexed: IndexedText, played: readonly RolePlayed[] | undefined): string {
  const parts = played ?? unspoken;
  const sign = text.norms.map((norm): string => {
    switch (norm.kind) {
      case "permit": return parts.every((each) => indexed.covers(norm, "permit", each)) ? "1" : "0";
      case "except": return parts.some((each) => indexed.covers(norm, "except", each)) ? "1" : "0";
      case "prohibit": case "oblige": return (["true", "unknown", "false"] as const).map((persists) => reaches(norm, parts, persists)[0]).join("");
      case "terminate": return (played ?? []).some(({ role }) => role !== "silent" && norm.terminate.reaches?.includes(role) === true) ? "1" : "0";
      default: return "";
    }
  });
  return `${parts.length > 0 && parts.every(({ role }) => outputs.includes(role)) ? "o" : ""}${sign.join(" ")}`;
}

const unspoken: readonly RolePlayed[] = [{ role: "silent", inner: "materials" }];
