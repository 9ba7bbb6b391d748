import { decide } from "@cleartitle/engine";
import type { Decision, World } from "@cleartitle/engine";
import { resolveLicense } from "@cleartitle/norms";
import { GraphBuilder } from "@cleartitle/title";
import type { Use } from "@cleartitle/title";

export const useClasses = ["commercial", "non-commercial", "academic only", "unspecified"] as const;
export type UseClass = (typeof useClasses)[number];

/** Purposes for which one might train, from the widest; what a class means is what is granted for them. */
const purposes = { commercial: "commercial", "non-commercial": "non-commercial", "academic only": "non-commercial-scientific-research" } as const;

type Answer = "yes" | "no" | "unknown";

/** What the named licenses grant, as the engine answers: for each purpose, and the class that follows. */
export interface ClassOfUse {
  readonly class: UseClass;
  readonly commercial: Answer;
  readonly nonCommercial: Answer;
}

/** A law has exceptions that no license gives: only what is granted counts here. */
function granted(decision: Decision): Answer {
  const options = decision.reasons.filter((each) => each.tense === "present" && each.layer === "copyright").flatMap((each) => each.options).filter((each) => each.kind === "granted");
  const banned = decision.reasons.some((each) => each.tense === "present" && each.decision === "blocked" && each.layer !== "copyright");
  if (banned) return "no";
  if (options.length === 0) return "unknown";
  if (options.every(({ interval }) => interval.worst === "cleared" || interval.worst === "conditional")) return "yes";
  return options.every(({ interval }) => interval.best === "blocked") ? "no" : "unknown";
}

/** Asks the engine, once for each list of names, what a data set under all of these licenses may be trained on for. */
export class UseClasses {
  readonly #known: ReadonlySet<string>;
  readonly #asked = new Map<string, ClassOfUse>();

  constructor(private readonly catalogue: World["catalogue"]) {
    this.#known = new Set(catalogue.instruments.keys());
  }

  /** The licenses of a list hold together: it tells what the parts of a set are under, and no word of a choice. */
  of(names: readonly string[]): ClassOfUse {
    const ids = [...new Set(names.map((name) => this.#id(name)))].toSorted();
    const expression = ids.join(" AND ");
    let found = this.#asked.get(expression);
    if (found === undefined) this.#asked.set(expression, (found = this.#ask(expression)));
    return found;
  }

  /** A name that stands for no license becomes one that the catalogue does not have either, so that the answer stays open. */
  #id(name: string): string {
    const resolved = resolveLicense(name, this.catalogue.aliases, this.#known, this.catalogue.families);
    return resolved.kind === "id" ? resolved.id : `LicenseRef-Unknown-${name.replace(/[^A-Za-z0-9]+/g, "-")}`;
  }

  #ask(license: string): ClassOfUse {
    if (license === "") return { class: "unspecified", commercial: "unknown", nonCommercial: "unknown" };
    const builder = new GraphBuilder("us").addAsset({ id: "set", kind: "dataset" });
    builder.addStatement({ about: { kind: "asset", id: "set" }, what: "license", value: license, rung: "declared" });
    const { graph } = { graph: builder.build() };
    const answers = Object.entries(purposes).map(([name, purpose]) => {
      const use: Use = { name, of: "set", actions: ["train-on"], actor: "us", recipients: [], as: null, named: null, purpose: [purpose], field: [], in: ["US"], hosted: [], on: "2026-11-01", scale: [], facts: [] };
      return granted(decide({ graph: { ...graph, uses: new Map([[name, use]]) }, catalogue: this.catalogue }, name, { withoutRange: true }));
    });
    const [commercial = "unknown", nonCommercial = "unknown"] = answers;
    const first = answers.indexOf("yes");
    // Where a wider purpose is open, nobody can say that it stops at the narrower one.
    const certain = first >= 0 && answers.slice(0, first).every((each) => each === "no");
    return { class: certain ? (useClasses[first] ?? "unspecified") : "unspecified", commercial, nonCommercial };
  }
}
