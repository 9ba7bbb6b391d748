import { item, normsAsked, sayBlocks, sayNorm, sayPlaces, sayPremises, section, type Block, type NormAsked, type Wording } from "@cleartitle/engine";
import type { Catalogue } from "@cleartitle/catalogue";
import { nameHint, type ExitCode, type Instrument } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import { instrumentNamed } from "../catalogue/record.js";
import { wantsColor, widthOf, type Io } from "../io.js";
import { usageStop } from "../stop.js";
import { dateOption, openCatalogue, placesOption, type AskingOptions } from "../world.js";
import { jsonOf, wordingOfCatalogue } from "./catalogue.js";

export interface WhyOptions extends AskingOptions {
  readonly action: string;
  readonly kind: string;
  readonly in: string;
  readonly on?: string;
  readonly purpose?: string;
  readonly license?: string;
  /** Also the norms that are about other acts. */
  readonly all?: boolean;
  readonly format: "table" | "json";
}

function known(option: string, name: string, among: ReadonlyMap<string, unknown>): string {
  if (!among.has(name)) throw usageStop(`${option}: there is no \`${name}\``, nameHint(name, among.keys()) ?? `such as ${[...among.keys()].slice(0, 12).map((each) => `\`${each}\``).join(", ")}`);
  return name;
}

/** A world of one thing of which nothing is recorded but its kind, and the question. */
function question(catalogue: Catalogue, options: WhyOptions, on: string, license: Instrument | null) {
  const { taxonomies } = catalogue;
  const action = known("--action", options.action, taxonomies.actions);
  const kind = known("--kind", options.kind, taxonomies.assetKinds);
  const purpose = options.purpose === undefined ? [] : [known("--purpose", options.purpose, taxonomies.purposes)];
  const places = placesOption("--in", options.in, catalogue);
  const asset = { id: "it", kind, ...(license === null ? {} : { license: license.id }) };
  const title = { us: "us", assets: [asset], uses: { asked: { of: "it", actions: [action], ...(purpose.length === 0 ? {} : { purpose }), in: places, on } } };
  const { graph, problems } = readTitleValue(title, { file: "question", taxonomies });
  if (graph === null) throw new Error(problems.map((each) => each.message).join("; "));
  return { graph, places };
}

const groups = [
  ["Speaks", (each: NormAsked) => each.speaks === "true"], ["Speaks if we promise", (each: NormAsked) => each.speaks === "unknown" && each.ifPromised], ["May speak: it hangs on what is not recorded", (each: NormAsked) => each.speaks === "unknown" && !each.ifPromised],
  ["Does not speak: its condition fails", (each: NormAsked) => each.speaks === "false" && each.beside === null], ["Does not speak: not in force on the day", (each: NormAsked) => each.beside === "date"],
  ["Does not speak: guidance, pending or unsettled (only through a position)", (each: NormAsked) => each.beside === "weight"], ["Does not speak: it names other acts", (each: NormAsked) => each.beside === "acts"],
] as const;

const lineOf = (each: NormAsked, wording: Wording) => {
  const said = sayNorm(each.norm, wording);
  // All is about the one thing and the one act that are asked of.
  const premises = each.premises.map((premise) => (premise.of === "it" || premise.of === "asked" ? { ...premise, of: null } : premise));
  return item(`${each.record.id} ${said.id}: ${said.says}`, { details: [`in ${sayPlaces(each.places, wording)}`, ...sayPremises(premises, wording), said.cite], quote: said.quote });
};

function blocksOf(found: readonly NormAsked[], wording: Wording, all: boolean): Block[] {
  return groups.flatMap(([heading, test]): Block[] => {
    const within = found.filter((each) => test(each));
    if (heading.endsWith("other acts") && !all) return within.length === 0 ? [] : [{ kind: "text", text: `${within.length} more norms of these places name other acts (--all lists them).` }];
    return section(`${heading} (${within.length})`, within.map((each) => lineOf(each, wording)));
  });
}

/** Says which rules and norms answer an act on a kind of thing in some places on a day, and why each does or does not. */
export async function why(io: Io, options: WhyOptions): Promise<ExitCode> {
  const on = options.on === undefined ? io.today() : dateOption("--on", options.on);
  const catalogue = await openCatalogue(io);
  const license = options.license === undefined ? null : instrumentNamed(options.license, catalogue);
  const { graph, places } = question(catalogue, options, on, license);
  const found = normsAsked({ graph, catalogue }, "asked", license === null ? [] : [license], options.profile === undefined ? {} : { profile: options.profile });
  if (options.format === "json") {
    const norms = found.filter((each) => options.all === true || each.beside !== "acts").map(({ record, norm, ...each }) => ({ record: record.id, norm: norm.id, kind: norm.kind, cite: norm.cite, ...each }));
    io.stdout.write(jsonOf("why", catalogue, { action: options.action, kind: options.kind, in: places, on, purpose: options.purpose ?? null, license: license?.id ?? null, norms }));
    return 0;
  }
  const wording = { ...wordingOfCatalogue(catalogue), on };
  const head: Block = { kind: "text", text: `${options.action} of a ${options.kind} in ${sayPlaces(places, wording)} on ${on}${options.purpose === undefined ? "" : `, for ${options.purpose}`}: ${new Set(found.map((each) => each.record.id)).size} records of these places have norms.` };
  io.stdout.write(sayBlocks([head, ...blocksOf(found, wording, options.all === true)], { color: wantsColor(io), width: widthOf(io) }));
  return 0;
}
