import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`./schema/${name}`, import.meta.url), "utf8")) as Record<string, unknown>;

/** Formats that the schemas name and the validator does not know: internationalized forms, of which the plain one is asked. */
const further = { "iri-reference": true, "idn-email": true } as const;

/** Draft 4 differs from 7 in the name of the id, as far as this schema uses it. */
function ofProv(): ValidateFunction {
  const { id, $schema: _, ...rest } = read("prov/prov-json.schema.json");
  return addFormats.default(new Ajv({ strict: false, allErrors: true })).compile({ $id: String(id), ...rest });
}

function ofCycloneDx(): ValidateFunction {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, formats: further }));
  for (const name of ["jsf-0.82", "spdx", "cryptography-defs"]) ajv.addSchema(read(`cyclonedx/${name}.schema.json`));
  return ajv.compile(read("cyclonedx/bom-1.7.schema.json"));
}

const ofSpdx = (): ValidateFunction => addFormats.default(new Ajv2020({ strict: false, allErrors: false })).compile(read("spdx/schema.json"));

function ofOpenLineage(): ValidateFunction {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema(read("openlineage/OpenLineage.json"));
  return ajv.compile({ type: "array", items: { $ref: String(read("openlineage/OpenLineage.json")["$id"]) } });
}

const makers: Readonly<Record<string, () => ValidateFunction>> = { prov: ofProv, cyclonedx: ofCycloneDx, "spdx-3": ofSpdx, openlineage: ofOpenLineage };
const made = new Map<string, ValidateFunction>();

/** What the official schema of a format has against a document; nothing for a format that has none. */
export function faultsBySchema(format: string, document: unknown): string[] {
  const maker = makers[format];
  if (maker === undefined) return [];
  const validate = made.get(format) ?? maker();
  made.set(format, validate);
  return validate(document) ? [] : (validate.errors ?? []).slice(0, 5).map((each) => `${each.instancePath} ${each.message} ${JSON.stringify(each.params)}`);
}

export const hasSchema = (format: string): boolean => Object.hasOwn(makers, format);
