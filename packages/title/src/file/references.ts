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

function describedBy(file: TitleFile, catalogue: ReadonlySet<string> | null): Described {
  return {
    party: file.parties === undefined ? new Set([file.us]) : idsOf(file.parties),
    asset: new Set([...idsOf(file.assets), ...(file.derivations ?? []).flatMap((d) => d.to ?? [])]),
    derivation: new Set(numbered("d", (file.derivations ?? []).map((d) => d.id))),
    instrument: idsOf(file.instruments),
    use: new Set(Object.keys(file.uses ?? {})),
    statement: new Set(numbered("s", (file.statements ?? []).map((s) => s.id))),
    catalogue,
  };
}

class References {
  constructor(
    private readonly file: TitleFile,
    private readonly described: Described,
    private readonly report: FileReport,
  ) {}

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
    const known = [...this.described.instrument, ...(this.described.catalogue ?? [])];
    this.report.name("dangling-reference", "instrument", name, known, path, "describe it under `instruments`");
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
    const described = this.file.assets?.find((each) => each.id === asset);
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
      else this.#instrument(about.instrument, [...path, "about", "instrument"]);
      const asset = typeof about === "string" ? about : "asset" in about ? about.asset : null;
      if (asset !== null) this.#part(asset, statement.part, [...path, "part"]);
      this.#supersedes(statement.supersedes, [...path, "supersedes"]);
    }
  }

  /** A shorthand statement may be superseded by the name it is given: `ASSET:license` and the like. */
  #supersedes(id: string | undefined, path: Path): void {
    const declared = id !== undefined && (this.file.assets ?? []).some((asset) => id.startsWith(`${asset.id}:`));
    if (!declared) this.#one("statement", id, path);
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
        this.report.name("dangling-reference", ofAssetsOnly.has(event.kind) ? "asset" : "object", event.of, [...asset, ...this.described.instrument, ...derivation, ...party], [...path, "of"], "describe it in this file");
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
 * nothing is asked of them.
 */
export function checkReferences(file: TitleFile, catalogue: ReadonlySet<string> | null, report: FileReport): void {
  const references = new References(file, describedBy(file, catalogue), report);
  references.parties();
  references.assets();
  references.statements();
  references.records();
}

function uniqueIn(records: readonly { readonly id?: string | undefined }[] | undefined, path: Path, what: string, report: FileReport): void {
  const seen = new Set<string>();
  for (const [index, { id }] of (records ?? []).entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) report.add("duplicate-id", [...path, index, "id"], `the ${what} \`${id}\` is described twice`, id, "give one of the two another id");
    seen.add(id);
  }
}

/** Ids that two records of a kind share. */
export function checkIds(file: TitleFile, report: FileReport): void {
  uniqueIn(file.parties, ["parties"], "party", report);
  uniqueIn(file.assets, ["assets"], "asset", report);
  for (const [asset, path] of recordsOf(file.assets, "assets")) uniqueIn(asset.parts, [...path, "parts"], "part", report);
  uniqueIn(file.derivations, ["derivations"], "derivation", report);
  uniqueIn(file.statements, ["statements"], "statement", report);
  uniqueIn(file.instruments, ["instruments"], "instrument", report);
  uniqueIn(file.events, ["events"], "event", report);
  uniqueIn(file.observations, ["observations"], "observation", report);
  uniqueIn(file.waivers, ["waivers"], "waiver", report);
}

/** Records that cannot all be true. */
export function checkContradictions(file: TitleFile, report: FileReport): void {
  const kinds = new Map<string, { readonly id: string; readonly kind: string }>();
  for (const [asset, path] of recordsOf(file.assets, "assets")) {
    if (asset.digest === undefined) continue;
    const other = kinds.get(asset.digest);
    if (other === undefined) kinds.set(asset.digest, asset);
    else if (other.kind !== asset.kind) {
      report.add("contradiction", [...path, "digest"], `\`${other.id}\` has the same digest and is a ${other.kind}, not a ${asset.kind}`, asset.digest, "equal bytes are one kind of asset");
    }
  }
  for (const [derivation, path] of recordsOf(file.derivations, "derivations")) {
    if (derivation.to === undefined || !listOf(derivation.from).includes(derivation.to)) continue;
    report.add("contradiction", [...path, "to"], `\`${derivation.to}\` is derived from itself`, derivation.to, "give the new version an id of its own");
  }
  for (const [party, path] of recordsOf(file.parties, "parties")) {
    for (const [index, control] of (party.controlledBy ?? []).entries()) {
      const at = [...path, "controlledBy", index];
      if (control.party === party.id) report.add("contradiction", [...at, "party"], `\`${party.id}\` is controlled by itself`, party.id);
      if (control.from !== undefined && control.to !== undefined && control.from > control.to) report.add("bad-period", [...at, "to"], "the period ends before it begins", control.to);
    }
  }
  for (const [statement, path] of recordsOf(file.statements, "statements")) {
    if (statement.id !== undefined && statement.supersedes === statement.id) report.add("contradiction", [...path, "supersedes"], `\`${statement.id}\` supersedes itself`, statement.id);
  }
  for (const [waiver, path] of recordsOf(file.waivers, "waivers")) {
    if (waiver.from !== undefined && waiver.from > waiver.until) report.add("bad-period", [...path, "until"], "the waiver ends before it begins", waiver.until);
  }
}
