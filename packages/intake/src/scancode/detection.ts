import { pushAll } from "@cleartitle/norms";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { isNothing, namesIn } from "../name-place.js";

export interface Detection {
  readonly names: readonly string[];
  /** That there is one more, which cannot be read. */
  readonly unread: boolean;
  /** First and last line of the match. */
  readonly lines: string | null;
  readonly value: YamlValue;
}

/** Matches below this share of a rule are hints: the scanner itself keeps them apart in its newer formats. */
const leastScore = 50;

const scoreOf = (match: YamlValue): number => Number(textAt(match, "score") ?? "100");

/** The licenses that a scan found in a file, one statement each, and those of which it matched too little. */
export function detectionsOf(file: YamlValue): { readonly found: Detection[]; readonly weak: readonly string[] } {
  const clues = itemsAt(file, "license_clues").map(expressionOf).filter((name) => name !== "");
  const detections = itemsAt(file, "license_detections");
  const { found, weak } = detections.length > 0 ? ofDetections(file, detections) : ofRest(file);
  return { found, weak: [...new Set([...weak, ...clues])] };
}

/** What a file has that stands in no list of detections. */
function ofRest(file: YamlValue): ReturnType<typeof detectionsOf> {
  const { found, weak } = ofLicenses(itemsAt(file, "licenses"));
  if (found.length === 0 && weak.length === 0) pushAll(found, ofExpressions(file));
  // A place that is no list holds one that cannot be read.
  const places = ["license_detections", "licenses"].flatMap((key) => valueAt(file, key) ?? []).filter((each) => each.items === null && !isNothing(each));
  return { found: [...found, ...places.map((value) => ({ names: [], unread: true, lines: null, value }))], weak };
}

/** What a file was found to be under, where its detections were left out. */
function ofExpressions(file: YamlValue): Detection[] {
  const whole = ["detected_license_expression_spdx", "detected_license_expression"].flatMap((key) => valueAt(file, key) ?? []).find((each) => !isNothing(each));
  const names = whole === undefined ? namesIn(valueAt(file, "license_expressions")) : [{ text: whole.items === null && whole.entries === null ? whole.text : null, value: whole }];
  const [first] = names;
  if (first === undefined) return [];
  const texts = names.flatMap(({ text }) => text ?? []);
  return [{ names: texts.length < 2 ? texts : [texts.map((name) => `(${name})`).join(" AND ")], unread: texts.length < names.length, lines: null, value: first.value }];
}

/** Since format 3: detections with their matches. All of them hold in one file, which the scanner writes as one expression. */
function ofDetections(file: YamlValue, detections: readonly YamlValue[]): ReturnType<typeof detectionsOf> {
  const strong = detections.filter((each) => itemsAt(each, "matches").length === 0 || itemsAt(each, "matches").some((match) => scoreOf(match) >= leastScore));
  const weak = detections.filter((each) => !strong.includes(each)).map(expressionOf).filter((name) => name !== "");
  const [first] = strong;
  if (first === undefined) return { found: [], weak };
  const matches = strong.flatMap((each) => itemsAt(each, "matches"));
  const lines = spanOf(matches);
  const whole = strong.length === detections.length ? (textAt(file, "detected_license_expression_spdx") ?? textAt(file, "detected_license_expression")) : null;
  const expression = whole ?? strong.map(expressionOf).filter((name) => name !== "").map((name) => (strong.length > 1 ? `(${name})` : name)).join(" AND ");
  return { found: [{ names: expression === "" ? [] : [expression], unread: whole === null && strong.some((each) => expressionOf(each) === ""), lines, value: first }], weak };
}

const expressionOf = (detection: YamlValue): string => textAt(detection, "license_expression_spdx") ?? textAt(detection, "license_expression") ?? "";

const nameOf = (each: YamlValue): string => textAt(each, "matched_rule", "license_expression") ?? textAt(each, "spdx_license_key") ?? textAt(each, "key") ?? "";

/** Formats 1 and 2: a license for each match. The rule says in which expression it stands. */
function ofLicenses(licenses: readonly YamlValue[]): ReturnType<typeof detectionsOf> {
  const strong = licenses.filter((each) => scoreOf(each) >= leastScore);
  const weak = [...new Set(licenses.filter((each) => !strong.includes(each)).map(nameOf))].filter((name) => name !== "");
  const names = [...new Set(strong.map(nameOf))].filter((name) => name !== "");
  const [first] = strong;
  if (first === undefined) return { found: [], weak };
  const unread = strong.some((each) => nameOf(each) === "");
  return { found: [{ unread, names: names.length === 0 ? [] : [names.length === 1 ? (names[0] ?? "") : names.map((name) => `(${name})`).join(" AND ")], lines: spanOf(strong), value: first }], weak };
}

function spanOf(matches: readonly YamlValue[]): string | null {
  const starts = matches.map((each) => Number(textAt(each, "start_line") ?? "NaN")).filter((line) => Number.isFinite(line));
  const ends = matches.map((each) => Number(textAt(each, "end_line") ?? "NaN")).filter((line) => Number.isFinite(line));
  return starts.length === 0 || ends.length === 0 ? null : `${Math.min(...starts)}-${Math.max(...ends)}`;
}
