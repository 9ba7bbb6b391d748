import { factsOfReservation, ownAssetKind, ownWord, publisherOf, readRemark, remarkOf, reservationIn, type Statement } from "@cleartitle/title";
import type { Sheet } from "./format.js";
import { partyNameOf, sourceNameOf } from "./names.js";
import { isKnown, isMaker, type OutAct, type OutItem } from "./outline.js";
import type { Keeps, Trait } from "./trait.js";

/** How a statement goes out: in the format's own place for licenses, as a remark, or not at all. */
export type Way = "license" | "remark" | null;

/** Whether a text is read as it stands: readers leave out what surrounds it. */
export const isPlain = (text: string | null | undefined): boolean => text != null && text !== "" && text.trim() === text;

/** Whether readers know the word for a kind of asset. */
export const isKnownKind = (kind: string | undefined): boolean => ownAssetKind(ownWord(kind ?? "")) !== null;

/** What is only named has nothing of its own. */
export const isDescribed = ({ asset }: Trait): boolean => asset?.placeholder === false;

/** Whether a remark says to readers what its statement says: that a signature holds is read as that nobody checked it. */
export const comesBack = (statement: Statement): boolean => (readRemark(remarkOf(statement))?.value ?? null) === statement.value;

/** What readers set of themselves once they have read remarks: the facts of a reservation. */
export class Restated {
  readonly #raws = new Map<string, Set<string>>();

  constructor(remarks: readonly Statement[]) {
    for (const remark of remarks) {
      const form = reservationIn(remark);
      for (const [what, value] of form === null ? [] : factsOfReservation(form)) {
        const key = `${what} ${value} ${remark.about.id}`;
        this.#raws.set(key, (this.#raws.get(key) ?? new Set()).add(remark.raw ?? ""));
      }
    }
  }

  #of({ statement }: Trait): ReadonlySet<string> | undefined {
    return statement?.about.kind === "asset" && statement.part === null ? this.#raws.get(`${statement.what} ${String(statement.value)} ${statement.about.id}`) : undefined;
  }

  /** What of a statement comes back so. */
  readonly keeps = {
    said: (trait: Trait): boolean => this.#of(trait) !== undefined,
    "said-raw": (trait: Trait): boolean => this.#of(trait)?.has(trait.statement?.raw ?? "") === true,
    "said-rung": (trait: Trait): boolean => this.#of(trait) !== undefined && trait.statement?.rung === "declared",
  } satisfies Keeps;
}

/** What readers of all formats that hold whole chains take out again; a format adds what it has a place for. */
export class Kept {
  readonly #ways = new Map<string, Way>();
  readonly #items: ReadonlyMap<string, OutItem>;
  readonly #acts: ReadonlyMap<string, OutAct>;
  readonly #namespace: string;
  readonly #restated: Restated;

  constructor(sheet: Sheet) {
    this.#restated = new Restated(sheet.outline.items.flatMap(({ remarks }) => remarks));
    this.#items = new Map(sheet.outline.items.map((item) => [item.asset.id, item]));
    this.#acts = new Map(sheet.outline.acts.map((act) => [act.derivation.id, act]));
    this.#namespace = sheet.outline.namespace;
    for (const { licenses, remarks } of sheet.outline.items) {
      for (const { statement } of licenses) this.#ways.set(statement.id, "license");
      for (const statement of remarks) if (comesBack(statement)) this.#ways.set(statement.id, "remark");
    }
  }

  way({ statement }: Trait): Way {
    return statement === undefined ? null : (this.#ways.get(statement.id) ?? null);
  }

  /** Whoever acted is taken for the one who published what came of it, where a document names nobody. */
  isMaker({ derivation }: Trait): boolean {
    const act = this.#acts.get(derivation?.id ?? "");
    return act !== undefined && isMaker(act);
  }

  /** Whoever publishes at a hub is taken for the licensor, whomever a document names. */
  isLicensor({ asset }: Trait): boolean {
    const item = this.#items.get(asset?.id ?? "");
    const publisher = item !== undefined && isKnown(item) ? publisherOf(item.asset.id) : null;
    return publisher === null ? partyNameOf(asset?.licensor ?? "", this.#namespace) !== null : asset?.licensor === publisher;
  }

  /** What a thing is, where the document says it in words of ours. That nothing is missing from its origin is not believed. */
  readonly things: Keeps = {
    asset: () => true,
    "asset-kind": ({ asset }) => isKnownKind(asset?.kind),
    "asset-version": (trait) => isDescribed(trait) && isPlain(trait.asset?.version),
    "asset-digest": (trait) => isDescribed(trait) && isPlain(trait.asset?.digest),
    "asset-licensor": (trait) => isDescribed(trait) && this.isLicensor(trait),
    "asset-source": (trait) => isDescribed(trait) && trait.asset !== undefined && sourceNameOf(trait.asset, this.#namespace) !== null,
    "asset-modality": (trait) => isDescribed(trait) && trait.asset?.modality.every(isPlain) === true,
    "asset-upstream": (trait) => isDescribed(trait) && trait.asset?.upstream !== "complete",
  };

  /** Remarks are read as they stand; a conclusion is read as what somebody found. */
  readonly statements: Keeps = {
    said: (trait) => this.way(trait) !== null || this.#restated.keeps.said(trait),
    "said-raw": (trait) => this.way(trait) === "remark" || this.#restated.keeps["said-raw"](trait) || (this.way(trait) === "license" && saysNoMore(trait)),
    "said-scope": (trait) => this.way(trait) === "remark",
    "said-rung": (trait) => this.#restated.keeps["said-rung"](trait) || (this.way(trait) !== null && trait.statement?.rung !== "concluded"),
    "said-by": (trait) => this.way(trait) === "remark",
  };

  /** The same where a license has its wording and its author beside it. */
  readonly worded: Keeps = {
    ...this.statements,
    "said-raw": (trait) => this.way(trait) === "remark" || this.#restated.keeps["said-raw"](trait) || (this.way(trait) === "license" && isPlain(trait.statement?.raw)),
    "said-by": (trait) => this.way(trait) === "remark" || (this.way(trait) === "license" && isPlain(trait.statement?.by)),
  };

  /** A thing is no source of itself to any reader. */
  readonly acts: Keeps = {
    when: () => true,
    who: (trait) => this.isMaker(trait) || partyNameOf(trait.derivation?.who ?? "", this.#namespace) !== null,
    link: ({ derivation, source }) => source !== derivation?.to,
    together: ({ derivation }) => derivation !== undefined && !(derivation.to !== null && derivation.from.includes(derivation.to)),
  };
}

/** Whether the wording of a license is no more than its names. */
function saysNoMore({ statement }: Trait): boolean {
  if (statement === undefined || typeof statement.value !== "string") return false;
  const names = statement.value.split("\n");
  return statement.raw === (names.length === 1 ? names[0] : JSON.stringify(names));
}
