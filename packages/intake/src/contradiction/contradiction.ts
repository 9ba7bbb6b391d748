import type { Catalogue } from "@cleartitle/catalogue";
import { testsIn } from "@cleartitle/norms";
import { type Asset, type FoundFinding, type GraphFinding, isFoundAgain, mayContradict, type Statement, type TitleGraph } from "@cleartitle/title";
import { licenseClaims, lookAt, type Looked } from "./looked.js";
import { licensesOfSameBytes } from "./same-bytes.js";

/** Evidence older than this many days may no longer say what is so. */
const maxDays = 365;

/**
 * Where the evidence contradicts itself or is thin, whoever recorded it: this needs no decision, and is found again in a title file that an
 * import wrote. `asOf` is a date.
 */
export function contradictionsIn(graph: TitleGraph, catalogue: Catalogue, asOf: string): FoundFinding[] {
  const looked = lookAt(graph, catalogue, asOf);
  const described = [...graph.assets.values()].filter((asset) => !asset.placeholder);
  // A script that wrote data is no origin of it: it may have fetched what it wrote.
  const made = new Set([...graph.derivations.values()].filter(({ from }) => from.some((id) => graph.assets.get(id)?.kind !== "code")).map((each) => each.to));
  return [
    ...described.flatMap((asset) => [...channels(asset, looked), ...modified(asset, looked), ...gate(asset, looked), ...stale(asset, looked), ...withoutOrigin(asset, made, looked)]),
    ...notCarried(looked),
    ...licensesOfSameBytes(looked),
  ];
}

/** Told once for each graph, so that whoever asks one again has the same, compiled as it is. */
const toldOf = new WeakMap<TitleGraph, { readonly catalogue: Catalogue; readonly graph: TitleGraph }>();

/**
 * A graph that says where its records speak against each other, of what an answer tells: an answer relies on no publisher whose gate says otherwise than the license, and names what has the same bytes under another license.
 * What was told of a graph before some changes is told anew, or no longer.
 */
export function withContradictionsTold(graph: TitleGraph, catalogue: Catalogue): TitleGraph {
  const known = toldOf.get(graph);
  if (known?.catalogue === catalogue) return known.graph;
  if (!mayContradict(graph)) return graph;
  const looked = lookAt(graph, catalogue, "");
  const found = [...[...graph.assets.values()].flatMap((asset) => gate(asset, looked)), ...licensesOfSameBytes(looked)];
  const recorded = graph.findings.filter((each) => !isFoundAgain(each));
  const asked = found.length === 0 && recorded.length === graph.findings.length ? graph : { ...graph, findings: [...recorded, ...found] };
  for (const each of [graph, asked]) toldOf.set(each, { catalogue, graph: asked });
  return asked;
}

const channelOf = ({ source }: Statement): string => (source === null ? "the title file" : `${source.system}${source.locator === null ? "" : ` (${source.locator})`}`);

function channels(asset: Asset, looked: Looked): FoundFinding[] {
  const claims = licenseClaims(asset, looked);
  if (claims.length < 2 || claims.some((each) => each.rung === "concluded")) return [];
  const scopes = new Map<string, Map<string, string[]>>();
  for (const each of claims) {
    const forms = scopes.get(each.scope ?? "") ?? new Map<string, string[]>();
    const form = looked.names.form(String(each.value));
    forms.set(form, [...(forms.get(form) ?? []), channelOf(each)]);
    scopes.set(each.scope ?? "", forms);
  }
  return [...scopes].filter(([, forms]) => forms.size > 1).map(([scope, forms]) => ({
    kind: "channels-disagree", asset: asset.id, same: [scope, ...[...forms.keys()].toSorted()].join("\n"),
    detail: [...forms].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([form, by]) => `\`${form}\` by ${[...new Set(by)].toSorted().slice(0, 3).join(", ")}`).join("; "),
    settle: "see which of them its maker stands by, and conclude it with the evidence",
  }));
}

function modified(asset: Asset, looked: Looked): FoundFinding[] {
  const changed = licenseClaims(asset, looked).flatMap((each) => (each.rung === "detected" ? [...(each.raw ?? "").matchAll(/(\S+) differs\b/g)].map(([, base]) => ({ base: base ?? "", each })) : []));
  return changed.map(({ base, each }) => ({ kind: "license-modified", asset: asset.id, same: `${base} ${String(each.value)}`, detail: `a text based on ${base} differs from it: ${channelOf(each)}`, settle: "read the differences (`cleartitle identify` shows them) and conclude a license" }));
}

/** Words of a gate that keep commerce out. */
const notForCommerce = /non-?commercial|not\b[^.]{0,60}\bcommercial|research (?:purposes? )?only|only (?:be used )?for (?:academic |scientific )?research/i;

function gate(asset: Asset, looked: Looked): GraphFinding[] {
  const words = (looked.of.get(asset.id) ?? []).filter((each) => each.what.startsWith("gate") && notForCommerce.test(each.raw ?? ""));
  if (words.length === 0) return [];
  // A text in which no norm speaks of a purpose is for every purpose.
  const open = licenseClaims(asset, looked).flatMap((each) => looked.names.instruments(String(each.value))).filter(({ norms }) => !norms.some((norm) => testsIn(norm.if).some((test) => "purpose" in test)));
  return [...new Set(open.map((each) => each.id))].map((id) => ({
    kind: "gate-against-license", asset: asset.id, detail: `who asks for access must agree not to use it commercially, and the license is said to be \`${id}\`, which is for every purpose`,
    settle: "record what was agreed to as an agreement of its own, or ask the publisher which holds",
  }));
}

function stale(asset: Asset, looked: Looked): GraphFinding[] {
  const [last] = licenseClaims(asset, looked).map((each) => each.recordedAt.slice(0, 10)).toSorted().toReversed();
  // What was never dated is not old: it may have been written today.
  if (last === undefined || last < "1970-01-01") return [];
  const days = Math.floor((Date.parse(looked.asOf) - Date.parse(last)) / 86_400_000);
  return days <= maxDays ? [] : [{ kind: "evidence-stale", asset: asset.id, detail: `what is recorded of its license was last learned on ${last}`, settle: "look at the source again, and import it anew" }];
}

const named = /^(?:hf|gh|doi|pkg|url|swh|https?):/;

/** A data set that nobody made from anything, that no identifier outside leads to, and of whose rights nothing is said. */
function withoutOrigin(asset: Asset, made: ReadonlySet<string | null>, looked: Looked): GraphFinding[] {
  if (asset.kind !== "dataset" || made.has(asset.id) || named.test(asset.id) || named.test(asset.source ?? "") || asset.licensor !== null) return [];
  if (licenseClaims(asset, looked).length > 0 || looked.graph.title.some((each) => each.asset === asset.id)) return [];
  return [{ kind: "data-without-origin", asset: asset.id, detail: "nothing says where the data came from, nor under which license", settle: "record its source, or that you made it" }];
}

/** What a model or a service puts out may be under its terms still; a record that names another license alone hides that. */
function notCarried(looked: Looked): GraphFinding[] {
  const found: GraphFinding[] = [];
  for (const { from, to, by } of looked.graph.derivations.values()) {
    const result = to === null ? undefined : looked.graph.assets.get(to);
    const isOutput = looked.kinds.get(by)?.anchors?.includes("generation") === true;
    const own = result === undefined || !isOutput ? [] : licenseClaims(result, looked).map((each) => looked.names.form(String(each.value)));
    if (result === undefined || own.length === 0) continue;
    const alone = `its own record names \`${[...new Set(own)].toSorted().join("`, `")}\` alone`;
    for (const id of from) for (const each of termsOf(id, looked).filter(({ text }) => text === null || !own.some((form) => form.includes(text)))) found.push({ kind: "terms-not-carried", asset: result.id, detail: `it was made with \`${id}\`, ${each.says}, and ${alone}`, settle: each.settle });
  }
  return found;
}

interface Terms {
  /** The name that a record would carry; `null` where nobody knows of any. */
  readonly text: string | null;
  readonly says: string;
  readonly settle: string;
}

/** The terms of what makes something that speak of what it makes, and those that may: of a model nobody knows under which terms it is, nobody knows that they are silent. */
function termsOf(id: string, looked: Looked): Terms[] {
  const source = looked.graph.assets.get(id);
  if (source === undefined) return [];
  const claims = licenseClaims(source, looked).map((each) => String(each.value));
  const speaking = claims.flatMap((each) => looked.names.instruments(each)).filter((each) => each.speaksOf.outputs);
  const told = [...new Set(speaking.map((each) => each.id))].map((text): Terms => ({ text, says: `whose \`${text}\` speaks of what it puts out`, settle: "tell whoever gets it of both, or see that the terms say nothing of this" }));
  const isOurs = source.licensor === looked.graph.us || looked.graph.title.some((each) => each.asset === id);
  if (source.kind !== "model" || isOurs) return told;
  const settle = "record the terms of the model or service, and see what they say of what it puts out";
  const unread = [...new Set(claims.flatMap((each) => looked.names.unread(each)))].map((name): Terms => ({ text: looked.names.form(name), says: `whose terms \`${name}\` the catalogue does not have`, settle }));
  return [...told, ...unread, ...(claims.length === 0 ? [{ text: null, says: "of which nobody recorded the terms", settle }] : [])];
}
