import type { Catalogue } from "@cleartitle/catalogue";
import { options, parseExpression, printExpression, resolveLicense, type Instrument } from "@cleartitle/norms";
import { licenseExpressions } from "@cleartitle/title";

/** Reads licenses as they are recorded, so that two spellings of one are not taken for two. */
export class LicenseNames {
  readonly #known: ReadonlySet<string>;

  constructor(private readonly catalogue: Catalogue) {
    this.#known = new Set(catalogue.instruments.keys());
  }

  #id(name: string): string | null {
    const { aliases, families } = this.catalogue;
    const resolved = resolveLicense(name, aliases, this.#known, families);
    return resolved.kind === "id" ? resolved.id : null;
  }

  /** The one form of a recorded value: names by their ids, a list in order. */
  form(value: string): string {
    return licenseExpressions(value).map((each) => {
      const id = this.#id(each);
      if (id !== null) return id;
      const { expression } = parseExpression(each);
      return expression === null ? each.toLowerCase() : printExpression(expression);
    }).toSorted().join(", ");
  }

  /** The texts that a recorded value names and the catalogue has. */
  instruments(value: string): Instrument[] {
    return licenseExpressions(value).map((each) => this.#id(each)).map((id) => (id === null ? undefined : this.catalogue.instruments.get(id))).filter((each) => each !== undefined);
  }

  /** What a recorded value names and the catalogue has no text of: words for no license in particular are such too. */
  unread(value: string): string[] {
    return licenseExpressions(value).flatMap((each) => {
      const { expression } = parseExpression(each);
      const parts = this.#id(each) === null && expression !== null ? (options(expression).options?.flat() ?? [each]) : [each];
      return parts.filter((part) => !this.catalogue.instruments.has(this.#id(part) ?? ""));
    });
  }
}
