import { type Problem, sha256 } from "@cleartitle/norms";
import { type Agreement, agreementOf, amendmentsOf, ofAnother, readVersion, termsOf } from "./agreement.js";
import { type Amendment, asFile, type ClauseHouse, readAmendment, signedOn } from "./amendment.js";
import type { RecordedStep } from "./step.js";

/** What is supposed beside what is recorded: another version, or an amendment. Nothing: that the newest text were signed. */
export interface Supposition {
  readonly version?: string | undefined;
  readonly amendment?: string | undefined;
}

export interface Supposing {
  readonly us: string;
  readonly house: ClauseHouse;
  /** The day on which both sides would sign. */
  readonly on: string;
}

type Supposed = { readonly agreement: Agreement | null; readonly problems: readonly Problem[] };

/** An agreement as if a text were signed by both sides on a day: what a draft would do. Steps none: the version is the first one. */
export function supposed(id: string, steps: readonly RecordedStep[], { version, amendment }: Supposition, { us, house, on }: Supposing): Supposed {
  const read = version === undefined ? null : readVersion(version, "deal", house);
  const faults = read === null ? [] : read.file === null ? read.problems : ofAnother(id, read.file.deal);
  if (faults.length > 0) return { agreement: null, problems: faults };
  const more: RecordedStep[] = version === undefined ? [] : [{ number: steps.length + 1, by: "", at: `${on}T00:00:00Z`, content: { step: "draft", digest: sha256(version) }, text: version }];
  const base = agreementOf(id, [...steps, ...more], us, house);
  if (base === null || base.problems.length > 0) return { agreement: null, problems: base?.problems ?? [] };
  const { life } = base;
  const deal = life.signed === null || version !== undefined ? signedOn(base.deal, on, "as if it were signed") : base.deal;
  const added = amendment === undefined ? null : readAmendment(amendment, { deal, others: amendmentsOf(life, "all"), file: "amendment", house });
  if (added !== null && added.amendment === null) return { agreement: null, problems: added.problems };
  const waiting: readonly Amendment[] = amendment === undefined && version === undefined ? amendmentsOf(life, "all") : amendmentsOf(life, "signed");
  const amendments = [...waiting, ...(added === null ? [] : [added.amendment!])];
  const whole = asFile(deal, house, id);
  if (whole.file === null) return { agreement: null, problems: whole.problems };
  const { problems, ...terms } = termsOf(life, whole.file.deal, amendments, house);
  return problems.length > 0 ? { agreement: null, problems } : { agreement: { life, deal: whole.file.deal, amendments, ...terms, problems }, problems };
}
