import { decide, type Decision } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { catalogueWith, ground } from "../worlds/catalogue-arbitrary.js";
import { textOver } from "../properties/change.js";

type Raw = Record<string, unknown>;

/** Everything that these tests ask for is granted; what is added to it is what they are about. */
export const grant: Raw = { id: "grant", cite: "s. 1", permit: { actions: ["reproduce", "run", "host", "train-on", "distribute", "adapt"] } };
export const prohibit = (condition: unknown, actions = ["host"]): Raw => ({ id: "ban", cite: "s. 2", prohibit: { actions }, ...(condition === undefined ? {} : { if: condition }) });

export interface Plain {
  readonly norms: readonly Raw[];
  readonly use?: Raw;
  readonly text?: Raw;
  readonly title?: Raw;
}

function textOf({ norms, use = {}, text = {}, title = {} }: Plain): string {
  const instrument = textOver("LicenseRef-text", "license", norms, ["model"], text);
  return JSON.stringify({
    us: "us", parties: [{ id: "us" }], assets: [{ id: "model", kind: "model", license: "LicenseRef-text", licensor: "maker", upstream: "complete" }], instruments: [instrument],
    acceptances: [{ instrument: "LicenseRef-text", party: "us" }],
    uses: { asked: { of: "model", actions: ["host"], in: ["US"], on: "2026-12-01", purpose: ["commercial"], field: ["general"], ...use } }, ...title,
  });
}

export const read = (plain: Plain) => readTitleFile(textOf(plain), { file: "plain", taxonomies: catalogueWith([]).taxonomies });

/** The answer for one model under one text. */
export function answer(plain: Plain): Decision {
  const { graph, problems } = read(plain);
  if (graph === null) throw new Error(problems.map((p) => p.message).join("; "));
  return decide({ graph, catalogue: catalogueWith(ground) }, "asked");
}

/** The same use without one of its keys. */
export const unstated = (key: "purpose" | "field"): Raw => ({ [key]: undefined });
