import { acquisitionName, assetOfAcquisition, isToldApart } from "../acquisition-name.js";
import type { FileAsset } from "./asset.js";
import { listOf, numbered } from "./list.js";
import { eachOf, type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

/** What a file describes, by kind: whatever it names must be among these. */
interface Described {
  readonly party: ReadonlySet<string>;
  readonly asset: ReadonlySet<string>;
  readonly derivation: ReadonlySet<string>;
  readonly instrument: ReadonlySet<string>;
  readonly use: ReadonlySet<string>;
  readonly statement: ReadonlySet<string>;
  /** Ids that instruments of a catalogue have; null: no catalogue is at hand, and any may be meant. */
  readonly catalogue: ReadonlySet<string> | null;
}

/** Events that can only have happened to an asset. */
const ofAssetsOnly = new Set(["erasure-requested", "deleted"]);

const idsOf = (records: readonly { readonly id: string }[] | undefined): Set<string> => new Set((records ?? []).map((record) => record.id));

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";

/** The texts that records of a section have under a key, malformed records too: they exist, and naming them is no mistake. */
function textsIn(raw: Record<string, unknown>, section: string, key: string): (string | undefined)[] {
  const records = raw[section];
  return (Array.isArray(records) ? records : []).map((record) => {
    const text = isObject(record) ? record[key] : undefined;
    return typeof text === "string" ? text : undefined;
  });
}

const present = (texts: readonly (string | undefined)[]): string[] => texts.filter((text) => text !== undefined);

function describedBy(written: unknown, us: string, catalogue: ReadonlySet<string> | null): Described {
  const raw = isObject(written) ? written : {};
  return {
    party: new Set(raw["parties"] === undefined ? [us] : present(textsIn(raw, "parties", "id"))),
    asset: new Set(present([...textsIn(raw, "assets", "id"), ...textsIn(raw, "derivations", "to")])),
    derivation: new Set(numbered("d", textsIn(raw, "derivations", "id"))),
    instrument: new Set(present(textsIn(raw, "instruments", "id"))),
    use: new Set(isObject(raw["uses"]) ? Object.keys(raw["uses"]) : []),
    statement: new Set(numbered("s", textsIn(raw, "statements", "id"))),
    catalogue,
  };
}

/** What a change set adds to knows of a thing: its parts, and the copies of it that were got. */
interface Known {
  readonly parts: readonly { readonly id: string }[];
  readonly acquired: readonly { readonly id?: string | undefined }[];
}
/** Things that are there already, where a file adds to them. */
type There = { get(id: string): Known | undefined };

const copiesOf = (asset: string, copies: readonly { readonly id?: string | undefined }[]): string[] =>
  copies.flatMap((copy, index) => (isToldApart(copy, copies.length) ? [acquisitionName(asset, copy, index)] : []));

/** The copies that were got of which statements can speak, by the names that they have there. */
function copiesIn({ assets = [] }: TitleFile): ReadonlySet<string> {
  return new Set(assets.flatMap(({ id, acquired }) => copiesOf(id, listOf(acquired))));
}

/** Names of several lists, put together only where somebody looks through them. */
function* each(...lists: readonly Iterable<string>[]): Iterable<string> {
  for (const list of lists) yield* list;
}

/** What stands before each colon of a text: ids may have colons themselves. */
function startsOf(text: string): string[] {
  return [...text.matchAll(/:/g)].map(({ index }) => text.slice(0, index));
}

class References {
  readonly #copies: ReadonlySet<string>;
  readonly #assets: ReadonlyMap<string, FileAsset>;
  /** What a shorthand statement is named after. */
  readonly #spokenOf: ReadonlySet<string>;

  constructor(
    private readonly file: TitleFile,
    private readonly described: Described,
    private readonly report: FileReport,
    private readonly there: There,
  ) {
    const { assets = [], parties = [] } = file;
    this.#copies = copiesIn(file);
    // Of records of one id, which is a problem told elsewhere, the first.
    this.#assets = new Map(assets.toReversed().map((asset) => [asset.id, asset]));
    this.#spokenOf = new Set([...[...assets, ...parties].map(({ id }) => id), ...this.#copies, ...described.derivation]);
  }

  #one(kind: "party" | "asset" | "derivation" | "use" | "statement", name: string | undefined, path: Path): void {
    if (name === undefined || this.described[kind].has(name)) return;
    const section = { party: "parties", asset: "assets", derivation: "derivations", use: "uses", statement: "statements" }[kind];
    this.report.name("dangling-reference", kind, name, this.described[kind], path, `describe it under \`${section}\``);
  }

  #isInstrument(name: string): boolean {
    const { instrument, catalogue } = this.described;
    return instrument.has(name) || catalogue === null || catalogue.has(name);
  }

  #instrument(name: string, path: Path): void {
    if (this.#isInstrument(name)) return;
    const { instrument, catalogue } = this.described;
    this.report.name("dangling-reference", "instrument", name, each(instrument, catalogue ?? []), path, "describe it under `instruments`");
  }

  parties(): void {
    const { file } = this;
    if (!this.described.party.has(file.us)) this.#one("party", file.us, ["us"]);
    for (const [party, path] of recordsOf(file.parties, "parties")) {
      for (const [index, control] of (party.controlledBy ?? []).entries()) this.#one("party", control.party, [...path, "controlledBy", index, "party"]);
    }
    for (const [acceptance, path] of recordsOf(file.acceptances, "acceptances")) {
      this.#instrument(acceptance.instrument, [...path, "instrument"]);
      this.#one("party", acceptance.party, [...path, "party"]);
    }
  }

  assets(): void {
    for (const [asset, path] of recordsOf(this.file.assets, "assets")) {
      for (const [acquired, at] of eachOf(asset.acquired, [...path, "acquired"])) this.#one("party", acquired.who, [...at, "who"]);
    }
    for (const [derivation, path] of recordsOf(this.file.derivations, "derivations")) {
      for (const [from, at] of eachOf(derivation.from, [...path, "from"])) this.#one("asset", from, at);
      this.#one("party", derivation.who, [...path, "who"]);
      for (const [index, act] of (derivation.acts ?? []).entries()) this.#one("asset", act.of, [...path, "acts", index, "of"]);
    }
    for (const [instrument, path] of recordsOf(this.file.instruments, "instruments")) {
      for (const [asset, at] of eachOf(instrument.covers, [...path, "covers"])) this.#one("asset", asset, at);
    }
  }

  #part(asset: string, part: string | undefined, path: Path): void {
    const described = this.#assets.get(asset) ?? this.there.get(asset);
    if (part === undefined || described === undefined) return;
    const parts = idsOf(described.parts);
    if (!parts.has(part)) this.report.name("dangling-reference", `part of \`${asset}\``, part, parts, path, "describe it under the asset's `parts`");
  }

  statements(): void {
    for (const [statement, path] of recordsOf(this.file.statements, "statements")) {
      const { about } = statement;
      if (typeof about === "string") this.#one("asset", about, [...path, "about"]);
      else if ("asset" in about) this.#one("asset", about.asset, [...path, "about", "asset"]);
      else if ("derivation" in about) this.#one("derivation", about.derivation, [...path, "about", "derivation"]);
      else if ("party" in about) this.#one("party", about.party, [...path, "about", "party"]);
      else if ("acquisition" in about) this.#acquisition(about.acquisition, [...path, "about", "acquisition"]);
      else this.#instrument(about.instrument, [...path, "about", "instrument"]);
      const asset = typeof about === "string" ? about : "asset" in about ? about.asset : null;
      if (asset !== null) this.#part(asset, statement.part, [...path, "part"]);
      this.#supersedes(statement.supersedes, [...path, "supersedes"]);
    }
  }

  /** A copy of an asset that was got, by its id or as the only one. Of several without ids nobody could say which is meant. */
  #acquisition(name: string, path: Path): void {
    if (this.#copies.has(name)) return;
    const id = assetOfAcquisition(name);
    const described = this.#assets.get(id);
    const copies = described === undefined ? (this.there.get(id)?.acquired ?? []) : listOf(described.acquired);
    if (described === undefined && copiesOf(id, copies).includes(name)) return;
    if (/#acquired\d+$/.test(name) && copies.length > 1) this.report.add("contradiction", path, `several copies of \`${id}\` were got, and a statement cannot tell which of them it speaks of`, name, "give the copy an `id` under `acquired`, and name it `ASSET#ID`");
    else this.report.name("dangling-reference", "copy that was got", name, this.#copies, path, "record under the asset's `acquired` that it was got");
  }

  /** A shorthand statement may be superseded by the name it is given: `ASSET:license`, `PARTY:fact:FACT` and the like. */
  #supersedes(id: string | undefined, path: Path): void {
    if (id !== undefined && !startsOf(id).some((start) => this.#spokenOf.has(start))) this.#one("statement", id, path);
  }

  records(): void {
    const { file } = this;
    for (const [title, path] of recordsOf(file.title, "title")) this.#one("asset", title.asset, [...path, "asset"]);
    for (const [claim, path] of recordsOf(file.claims, "claims")) this.#one("asset", claim.asset, [...path, "asset"]);
    for (const [event, path] of recordsOf(file.events, "events")) {
      this.#one("party", event.party, [...path, "party"]);
      const { asset, derivation, party } = this.described;
      const fits = asset.has(event.of) || (!ofAssetsOnly.has(event.kind) && (derivation.has(event.of) || party.has(event.of) || this.#isInstrument(event.of)));
      if (!fits) {
        this.report.name("dangling-reference", ofAssetsOnly.has(event.kind) ? "asset" : "object", event.of, each(asset, this.described.instrument, derivation, party), [...path, "of"], "describe it in this file");
      }
    }
    for (const [name, use] of Object.entries(file.uses ?? {})) {
      this.#one("asset", use.of, ["uses", name, "of"]);
      this.#one("party", use.actor, ["uses", name, "actor"]);
    }
    for (const [waiver, path] of recordsOf(file.waivers, "waivers")) {
      this.#one("use", waiver.use, [...path, "use"]);
      this.#one("asset", waiver.asset, [...path, "asset"]);
    }
  }
}

/**
 * What the file names but does not describe. The result of a derivation is described by it. Licensors, authors and claimants may be strangers:
 * nothing is asked of them. `written` is the file as it stands, with the records that are malformed; `there` knows the things that the file adds to.
 */
export function checkReferences(file: TitleFile, written: unknown, catalogue: ReadonlySet<string> | null, report: FileReport, there: There = new Map()): void {
  const references = new References(file, describedBy(written, file.us, catalogue), report, there);
  references.parties();
  references.assets();
  references.statements();
  references.records();
}
