import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

const isExpression = (key: string): boolean => /^(?:.+_)?license_expressions?(?:_spdx)?$|^spdx_license_key$|^key$/.test(key);

const keysOf = (expression: string): string[] => expression.toLowerCase().split(/[\s()]+/).filter((key) => key !== "" && !["and", "or", "with"].includes(key));

function collect(value: YamlValue, keys: Set<string>): void {
  for (const each of value.items ?? []) collect(each, keys);
  for (const [key, each] of value.entries ?? []) {
    if (!isExpression(key)) collect(each, keys);
    else for (const text of [each, ...(each.items ?? [])]) for (const name of keysOf(text.text)) keys.add(name);
  }
}

const consolidated = ["consolidated_packages", "consolidated_components"];

/**
 * What a scan says as a whole of licenses that none of its files and packages has. Its list of detections and its summary are made of theirs, so that they mostly say nothing more; but the files
 * may have been left out of what was kept.
 */
export function unmetIn(root: YamlValue): YamlValue[] {
  const summary = valueAt(root, "summary");
  const said = [
    ...itemsAt(root, "license_detections").flatMap((each) => valueAt(each, "license_expression_spdx") ?? valueAt(each, "license_expression") ?? []),
    ...(valueAt(summary, "declared_license_expression") === undefined ? [] : [valueAt(summary, "declared_license_expression")]),
    ...["license_expressions", "other_license_expressions"].flatMap((key) => itemsAt(summary, key).map((each) => valueAt(each, "value"))),
    ...consolidated.flatMap((list) => itemsAt(root, list).flatMap((each) => ["consolidated_license_expression", "other_license_expression"].map((key) => valueAt(each, key)))),
  ].filter((each) => each !== undefined && each.text.trim() !== "") as YamlValue[];
  if (said.length === 0) return [];
  const met = new Set<string>();
  for (const list of ["packages", "files", "resources"]) collect(valueAt(root, list) ?? { line: 1, column: 1, scalar: null, text: "", items: [], entries: null }, met);
  const unmet = new Map<string, YamlValue>();
  for (const each of said) if (keysOf(each.text).some((key) => !met.has(key)) && !unmet.has(each.text)) unmet.set(each.text, each);
  return [...unmet.values()];
}

/** Whether the scan of a file for licenses or packages failed, so that what it says of them is not all. */
export function isFailed(file: YamlValue): boolean {
  return itemsAt(file, "scan_errors").some(({ text }) => {
    const scanners = [...text.matchAll(/for scanner: ?([\w-]+)/g)].map(([, name]) => name ?? "");
    return text.trim() !== "" && (scanners.length === 0 || scanners.some((name) => /^(?:licenses?|packages?|system_packages?|package_data)$/.test(name)));
  });
}

/** The errors of a scan that none of its files tells. */
export function errorsBeside(root: YamlValue, files: readonly YamlValue[]): YamlValue[] {
  const errors = itemsAt(root, "headers").flatMap((each) => itemsAt(each, "errors")).filter(({ text }) => text.trim() !== "");
  if (errors.length === 0) return [];
  const told = new Set(files.filter((each) => itemsAt(each, "scan_errors").length > 0).flatMap((each) => textAt(each, "path") ?? []));
  const isTold = (path: string): boolean => {
    for (let rest = path; ; rest = rest.slice(rest.indexOf("/") + 1)) {
      if (told.has(rest)) return true;
      if (!rest.includes("/")) return false;
    }
  };
  return errors.filter(({ text }) => !isTold(/^Path: *(.+)/.exec(text.trim())?.[1]?.trim() ?? text));
}
