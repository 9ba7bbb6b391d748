import jsonld from "jsonld";
import type { Quad } from "n3";
import { nameHint, problem, readYaml, type Problem } from "@cleartitle/norms";
import { contexts, odrlContext } from "./context.js";
import { relative, unknownKey } from "./model/vocabulary.js";
import { graphOf, type RdfReading } from "./rdf.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } => value !== null && typeof value === "object" && !Array.isArray(value);

const maxDepth = 200;

/** Keys that say something of a node, for hints. */
const properties = ["rightOperand", ...Object.entries(odrlContext).filter(([, definition]) => typeof definition !== "string").map(([name]) => name)];

/** Names that a context defines; null: it cannot be read here. */
function namesOf(context: Json | undefined, problems: Problem[], pointer: string, file: string): string[] {
  if (context === undefined || context === null) return [];
  if (Array.isArray(context)) return (context as readonly Json[]).flatMap((each, index) => namesOf(each, problems, `${pointer}/${index}`, file));
  if (typeof context === "string") {
    const known = contexts.get(context);
    if (known === undefined) problems.push(problem("unsupported", `the context \`${context.slice(0, 200)}\` is not kept here, and nothing is fetched`, { file, pointer, offending: context.slice(0, 200), hint: nameHint(context, contexts.keys()) ?? "write its terms into the document" }));
    return Object.keys(known ?? {});
  }
  // A term that a context sets to null is dropped by every reader: here it is no term.
  return isObject(context) ? Object.entries(context).flatMap(([name, definition]) => (definition === null ? [] : [name])) : [];
}

/** A copy in which each key that no context defines is spelled as an IRI of ours, so that the reader finds it and nothing is dropped. */
class KeyKeeper {
  readonly problems: Problem[] = [];
  constructor(readonly file: string) {}

  /** Names in force under a context: what it sets to null is taken away. */
  #known(context: Json | undefined, names: ReadonlySet<string>, pointer: string): ReadonlySet<string> {
    const all = new Set([...names, ...namesOf(context, this.problems, `${pointer}/@context`, this.file)]);
    for (const each of Array.isArray(context) ? (context as readonly Json[]) : [context]) {
      if (each === null) all.clear();
      if (isObject(each)) for (const [name, definition] of Object.entries(each)) if (definition === null) all.delete(name);
    }
    return all;
  }

  keep(value: Json, names: ReadonlySet<string>, pointer: string, depth: number): Json {
    if (depth > maxDepth) {
      if (!this.problems.some((each) => each.code === "too-deep")) this.problems.push(problem("too-deep", "the document is nested too deeply", { file: this.file, pointer: pointer.slice(0, 200) }));
      return null;
    }
    if (Array.isArray(value)) return (value as readonly Json[]).map((each, index) => this.keep(each, names, `${pointer}/${index}`, depth + 1));
    if (!isObject(value)) return value;
    const known = "@context" in value ? this.#known(value["@context"], names, pointer) : names;
    const kept: Record<string, Json> = {};
    for (const [key, each] of Object.entries(value)) {
      const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (key === "@context" || (value["@type"] === "@json" && key === "@value")) kept[key] = each;
      else if (key.startsWith("@") || key.includes(":") || known.has(key)) kept[key] = this.keep(each, known, at, depth + 1);
      else {
        this.problems.push(problem("unsupported", `no context defines the key \`${key.slice(0, 100)}\``, { file: this.file, pointer: at, offending: key.slice(0, 100), hint: nameHint(key, properties) }));
        kept[`${unknownKey}${encodeURIComponent(key)}`] = typeof each === "object" ? JSON.stringify(each) : each;
      }
    }
    return kept;
  }
}

/** Problems with the line and column that their pointers name. */
function placed(problems: readonly Problem[], text: string, file: string): Problem[] {
  if (problems.length === 0) return [];
  const { document } = readYaml(text, { file });
  return problems.map((each) => {
    if (document === null || each.pointer === null) return each;
    const path = each.pointer.split("/").slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
    const last = path.at(-1);
    return { ...each, ...(typeof last === "string" ? document.locateKey(path.slice(0, -1), last) : document.locate(path)) };
  });
}

function parseJson(text: string, file: string): { readonly value: Json; readonly problems: readonly Problem[] } {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(error.message)?.[1];
    const before = at === undefined ? null : text.slice(0, Number(at)).split("\n");
    return { value: null, problems: [problem("json-syntax", "this is no JSON", { file, line: before?.length ?? null, column: before === null ? null : before.at(-1)!.length + 1, hint: "check commas, quotes and brackets there" })] };
  }
  return { value, problems: readYaml(text, { file }).problems.filter((each) => each.code === "duplicate-key") };
}

/** Gives the library a context that is kept here, and an empty one for any other. */
export const loadContext = async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: { "@context": contexts.get(url) ?? {} } as never });

/** Reads JSON-LD, compact or expanded, with the contexts kept here and those in the document. Nothing is fetched. */
export async function readJsonLd(text: string, file: string): Promise<RdfReading> {
  const { value, problems: syntax } = parseJson(text, file);
  if (syntax.length > 0) return { graph: null, problems: syntax };
  if (value === null || typeof value !== "object") return { graph: null, problems: [problem("wrong-type", "a JSON-LD document is an object or a list of them", { file })] };
  const keeper = new KeyKeeper(file);
  const kept = keeper.keep(value, new Set(), "", 0);
  const fatal = keeper.problems.filter((each) => each.code === "too-deep" || each.pointer?.includes("@context"));
  if (fatal.length > 0) return { graph: null, problems: placed(fatal, text, file) };
  try {
    const quads = (await jsonld.toRDF(kept as never, { base: relative, documentLoader: loadContext })) as unknown as Quad[];
    return { graph: graphOf(quads.map(asN3)), problems: placed(keeper.problems, text, file) };
  } catch (error) {
    // Whatever the library says of a document, the document is at fault: what is ours happens outside of this block.
    if (!(error instanceof Error)) throw error;
    return { graph: null, problems: [problem("format-syntax", `this is no JSON-LD: ${error.message.split(";")[0]!.slice(0, 200)}`, { file })] };
  }
}

/** The library leaves `language` out where there is none. */
function asN3(quad: Quad): Quad {
  const { object } = quad;
  if (object.termType !== "Literal" || (object.language as string | undefined) !== undefined) return quad;
  const { subject, predicate, graph } = quad;
  const { termType, value, datatype } = object;
  return { subject, predicate, graph, object: { termType, value, datatype, language: "" } } as Quad;
}
