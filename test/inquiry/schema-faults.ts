type Schema = Readonly<Record<string, unknown>>;

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value);

/** Where a value is not what a schema says, by the few words of JSON Schema that ours are written in; any other word is a fault too. */
export function schemaFaults(value: unknown, schema: Schema, at = ""): string[] {
  const faults: string[] = [];
  const wrong = (what: string): void => void faults.push(`${at}: ${what}`);
  for (const [word, said] of Object.entries(schema)) {
    if (word === "type") { if (![said].flat().includes(kindOf(value)) && !(kindOf(value) === "integer" && said === "number")) wrong(`is ${kindOf(value)}, not ${String(said)}`); }
    else if (word === "enum") { if (!(said as unknown[]).includes(value)) wrong(`${String(value)} is none of ${String(said)}`); }
    else if (word === "const") { if (value !== said) wrong(`is not ${String(said)}`); }
    else if (word === "minimum") { if (!(Number(value) >= Number(said))) wrong(`is below ${String(said)}`); }
    else if (word === "items") { for (const [i, each] of (Array.isArray(value) ? value : []).entries()) faults.push(...schemaFaults(each, said as Schema, `${at}/${i}`)); }
    else if (word === "anyOf") { if (!(said as Schema[]).some((each) => schemaFaults(value, each, at).length === 0)) wrong(`fits none: ${(said as Schema[]).flatMap((each) => schemaFaults(value, each, at)).slice(0, 3).join("; ")}`); }
    else if (word === "required") { for (const key of said as string[]) if (!Object.hasOwn(Object(value), key)) wrong(`lacks ${key}`); }
    else if (word === "properties") { for (const [key, each] of Object.entries(said as Record<string, Schema>)) if (Object.hasOwn(Object(value), key)) faults.push(...schemaFaults((value as Record<string, unknown>)[key], each, `${at}/${key}`)); }
    else if (word === "additionalProperties") { if (said === false) for (const key of Object.keys(Object(value))) if (!Object.hasOwn(schema["properties"] as object, key)) wrong(`has ${key}, which is not told`); }
    else if (!["$schema", "$id", "title"].includes(word)) wrong(`the word ${word} is not known here`);
  }
  return faults;
}
