import type { Evidence } from "../evidence.js";
import { textAt, textsOf, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { entriesAt, joined } from "./file-entry.js";
import type { FileEntry } from "./file-entry.js";
import { describedKind, namedKind } from "./kind.js";
import { filledValue, referred } from "./template.js";
import type { Scope } from "./template.js";

/** One step of a pipeline: what it reads and writes. */
export interface Stage {
  readonly name: string;
  readonly file: string;
  readonly deps: readonly FileEntry[];
  /** Whether it names something among `deps` that cannot be read. */
  readonly open: boolean;
  readonly outs: readonly FileEntry[];
  /** Paths of measurements and plots: results of measuring, no assets. */
  readonly measured: ReadonlySet<string>;
  /** The kind of derivation that the stage's own record for this tool names; `null` where it has none. */
  readonly kind: string | null;
  /** The kind that its description speaks of. */
  readonly described: string | null;
}

const maxStages = 5_000;

/** The stages of a `dvc.yaml`, with `foreach` and `matrix` written out. A stage whose references cannot be filled in is a finding. */
export function stagesOf(root: YamlValue, file: string, folder: string, scope: Scope, into: Evidence): Stage[] {
  const stages: Stage[] = [];
  for (const [name, body] of valueAt(root, "stages")?.entries ?? []) {
    if (body.entries === null) {
      into.problem("wrong-type", `the stage \`${name}\` is no mapping`, { file, line: body.line, column: body.column }, "write `cmd`, `deps` and `outs` below it");
      continue;
    }
    for (const variant of variantsOf(name, body, scope)) {
      if (stages.length === maxStages) {
        into.problem("too-many", `more than ${maxStages} stages`, { file, line: body.line }, "the rest was passed over");
        return stages;
      }
      const filledBody = filledValue(withoutCommand(variant.body), variant.scope);
      if (filledBody === null) into.finding("template-not-filled", null, `the stage \`${variant.name}\` of \`${file}\` has references without a value`, "give the file with its parameters, or the lock file");
      else stages.push(stageFrom(variant.name, filledBody, file, folder, into));
    }
  }
  return stages;
}

/** The command may hold secrets and references that nothing here needs. */
const withoutCommand = (body: YamlValue): YamlValue => ({ ...body, entries: (body.entries ?? []).filter(([key]) => key !== "cmd" && key !== "params") });

export function stageFrom(name: string, body: YamlValue, file: string, folder: string, into: Evidence): Stage {
  const root = joined(folder, textAt(body, "wdir") ?? "");
  const entries = (key: "deps" | "outs" | "metrics" | "plots") => entriesAt(body, key, root, file, into);
  const deps = entries("deps");
  const own = valueAt(body, "meta", "cleartitle");
  return {
    name, file,
    deps: deps.read,
    open: deps.lost,
    outs: entries("outs").read,
    measured: new Set([...entries("metrics").read, ...entries("plots").read].map((each) => each.path)),
    kind: namedKind(textAt(own, "kind")) ?? namedKind(own?.text ?? null),
    described: describedKind(textAt(body, "desc")),
  };
}

interface Variant {
  readonly name: string;
  readonly body: YamlValue;
  readonly scope: Scope;
}

/** `foreach` and `matrix` give a stage for each item, named as the tool names them: `stage@item`. */
function variantsOf(name: string, body: YamlValue, scope: Scope): Variant[] {
  const each = valueAt(body, "foreach");
  const matrix = valueAt(body, "matrix");
  if (each !== undefined) return foreachVariants(name, valueAt(body, "do") ?? body, referred(each, scope), scope);
  if (matrix !== undefined) return matrixVariants(name, { ...body, entries: (body.entries ?? []).filter(([key]) => key !== "matrix") }, matrix, scope);
  return [{ name, body, scope }];
}

const mapping = (value: YamlValue, ...entries: (readonly [string, YamlValue])[]): YamlValue => ({ ...value, items: null, entries });
const scalar = (value: YamlValue, text: string): YamlValue => ({ ...value, items: null, entries: null, text, scalar: text });

function foreachVariants(name: string, body: YamlValue, over: YamlValue | undefined, scope: Scope): Variant[] {
  const entries = over?.entries?.map(([key, item]) => ({ key, item })) ??
    over?.items?.map((item, index) => ({ key: item.items === null && item.entries === null ? item.text : String(index), item })) ?? [];
  return entries.slice(0, maxStages + 1).map(({ key, item }) => ({ name: `${name}@${key}`, body, scope: [mapping(body, ["item", item], ["key", scalar(body, key)]), ...scope] }));
}

function matrixVariants(name: string, body: YamlValue, matrix: YamlValue, scope: Scope): Variant[] {
  let variants: { keys: string[]; items: (readonly [string, YamlValue])[] }[] = [{ keys: [], items: [] }];
  for (const [axis, values] of matrix.entries ?? []) {
    const items = referred(values, scope)?.items ?? [];
    const next: typeof variants = [];
    for (const variant of variants) {
      for (const [index, item] of items.entries()) {
        if (next.length > maxStages) break;
        next.push({ keys: [...variant.keys, textsOf(item) === null || item.items !== null ? `${axis}${index}` : item.text], items: [...variant.items, [axis, item]] });
      }
    }
    variants = next;
  }
  return variants.map(({ keys, items }) => ({ name: `${name}@${keys.join("-")}`, body, scope: [mapping(body, ["item", mapping(body, ...items)], ["key", scalar(body, keys.join("-"))]), ...scope] }));
}
