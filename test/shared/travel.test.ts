import { existsSync, readFileSync } from "node:fs";
import { dutyGroups, travelReading, type TravelReading } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { realCatalogue } from "../cases/case-file.js";

interface Sheet {
  readonly id: string;
  readonly edge_profile: string;
}

interface Sheets {
  readonly instruments: readonly Sheet[];
  readonly edge_profiles: Readonly<Record<string, { readonly verdicts: Readonly<Record<string, string>> }>>;
}

const path = new URL("../../../shared/facts/licences/terms.yaml", import.meta.url);
const { instruments: sheets, edge_profiles: profiles }: Sheets = existsSync(path) ? (parse(readFileSync(path, "utf8"), { version: "1.2" }) as Sheets) : { instruments: [], edge_profiles: {} };
const catalogue = realCatalogue();
const { terms, travel } = catalogue.vocabulary!;
const known = { ...catalogue, groups: dutyGroups(terms) };

const wayOf: Readonly<Record<string, string>> = {
  copy: "copy", merge: "merge", quantize: "quantize", "fine-tune": "fine-tune", adapter: "adapter", "train-on-data": "train", "distil-on-outputs": "distil", "generate-output": "output", "synthetic-data": "synthetic-data",
  "embed-in-product": "product", "host-as-service": "host",
};

const duties = ["terms", "notice", "restrictions", "brand"];
const any = (...wanted: readonly string[]) => ({ attaches }: TravelReading): boolean => wanted.some((each) => attaches.includes(each));

/** Letters of a verdict → what the reading must show. `S`: the text is silent, which a record may leave to the law. */
const shows: Readonly<Record<string, (reading: TravelReading) => boolean>> = {
  T: any(...duties), N: any("notice"), U: any("restrictions"), B: any("brand"), X: any("banned", "limit", "not-given"), L: any("banned", "limit", "not-given"), G: any("ask", "banned", "limit", "not-given"),
  "0": (reading) => reading.role === "silent" || reading.role === "free" || !any(...duties, "banned")(reading), S: () => true,
};

/** What a sheet says of a way and the record does not show; contested verdicts (`?`) are for positions. */
function unshown(sheet: Sheet): string[] {
  const text = catalogue.instruments.get(sheet.id.replace("++", "-PlusPlus"))!;
  return Object.entries(wayOf).flatMap(([edge, way]) => {
    const verdict = profiles[sheet.edge_profile]!.verdicts[edge] ?? "-";
    if (verdict === "-" || verdict.endsWith("?")) return [];
    const reading = travelReading(text, travel.find((each) => each.id === way)!, known);
    const letters = verdict.replace(/-.*$/, "").split(/[+/]/);
    return letters.every((letter) => shows[letter.replace(/\?$/, "")]?.(reading) ?? true) ? [] : [edge];
  });
}

/** Ways on which record and sheet differ, each looked at. A profile of the sheet speaks for several texts at once. */
const examined: Readonly<Record<string, string>> = {
  "CC-BY-4.0 host-as-service": "attribution is owed for sharing; a service that shows the work makes it available, which is an act of its own", "CC-BY-SA-4.0 host-as-service": "as CC-BY-4.0", "CC-BY-ND-4.0 host-as-service": "as CC-BY-4.0", "CC-BY-3.0 host-as-service": "as CC-BY-4.0",
  "CC-BY-SA-3.0 host-as-service": "as CC-BY-4.0", "LicenseRef-StackExchange-Dump host-as-service": "as CC-BY-4.0", "OGL-UK-3.0 host-as-service": "as CC-BY-4.0", "etalab-2.0 host-as-service": "as CC-BY-4.0", "DL-DE-BY-2.0 host-as-service": "as CC-BY-4.0",
  "GFDL-1.3-only host-as-service": "as CC-BY-4.0", "CC-BY-ND-4.0 merge": "a merge may be made and not shared: the permit to share names the work itself alone", "AGPL-3.0-only host-as-service": "of modified versions alone (s.13), which are another part",
  "LicenseRef-Gemma-ToU generate-output": "the use policy reaches outputs, the terms do not", "LicenseRef-Gemma-ToU synthetic-data": "training on outputs makes a derivative, as the sheet says itself", "LicenseRef-MG-BY-RAI-2.0 generate-output, synthetic-data": "the barred uses and a notice reach what is trained on outputs (2.2)",
  "LicenseRef-MG-BY-SA-2.0 synthetic-data": "a model trained on outputs is an extracted model, which stays under the text", "LicenseRef-HAI-DEF synthetic-data": "training on outputs makes a derivative, as the sheet says itself", "LicenseRef-HyperCLOVAX-SEED synthetic-data": "training on outputs makes a derivative, as the sheet says itself",
  "LicenseRef-OpenAI-Services-Agreement host-as-service": "resale of the service is a matter of the contract; the permit reaches customers' own products", "LicenseRef-xAI-ToS-AUP host-as-service": "as OpenAI: resale of the service itself", "LicenseRef-Stability-Platform host-as-service, embed-in-product": "as OpenAI; the use policy goes along",
  "LicenseRef-OpenAI-Usage-Policies generate-output": "the policy is taken in by the terms and reaches outputs through them", "LicenseRef-Anthropic-Usage-Policy generate-output": "the policy is taken in by the terms and reaches outputs through them",
  "LicenseRef-DeepSeek-ToU embed-in-product": "the barred uses go along", "LicenseRef-OpenAI-Terms-of-Use generate-output": "outputs are the user's; decisions on persons are barred all the same", "LicenseRef-Gemini-API-Additional generate-output, embed-in-product": "outputs are the user's; what grounds them has duties of its own",
  "LicenseRef-Adobe-GenAI-Guidelines generate-output": "outputs are the user's; content credentials stay on them", "LicenseRef-Stability-Community generate-output": "outputs are the user's; the use policy reaches them", "LicenseRef-Llama-3 generate-output": "an output is free; its use to train is not",
  "LicenseRef-NVIDIA-Data-Training-2025 train-on-data, host-as-service": "what is trained is the company's; the data itself may not be offered", "LicenseRef-GitHub-ToS-AI train-on-data": "reciprocity rewrites other texts: recorded as a definition and a ban to enforce",
  "LicenseRef-Google-ToS-GenAI generate-output, embed-in-product": "outputs are not claimed; the use policy goes along with them", "LicenseRef-Tongyi-Qianwen host-as-service": "notices go with copies; the threshold and the need to ask reach services",
  "LicenseRef-Falcon-180B embed-in-product": "attribution was recalled for derivatives alone", "LicenseRef-NVIDIA-Open-Model merge, fine-tune, generate-output": "section 3.1 is recorded for the model and its modified versions, to be read again for derivatives; outputs are free but for what is named",
  "LicenseRef-Kimi-K3 copy, merge, quantize, fine-tune, embed-in-product": "only sections 1 to 4 were read: no notice was found in them, a brand was", "LicenseRef-MG0-2.0 copy, merge, quantize, fine-tune, embed-in-product": "the profile is that of permissive licenses; this one asks for no notice",
  "LicenseRef-MG-BY-2.0 host-as-service": "the text counts offering an interface as distribution, so that a notice is owed", "LicenseRef-MSR-LA copy": "nothing is asked with a copy but the limits themselves", "LicenseRef-GPT-OSS host-as-service": "the policy asks to keep the law",
};
const listed = (id: string): string[] => Object.keys(examined).filter((key) => key.startsWith(`${id} `)).flatMap((key) => key.slice(id.length + 1).split(", "));

describe("how a text travels: the record shows on each way what the sheet says, or the difference was looked at", () => {
  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))("%s", (_, sheet) => expect(unshown(sheet).toSorted()).toEqual(listed(sheet.id).toSorted()));
});
