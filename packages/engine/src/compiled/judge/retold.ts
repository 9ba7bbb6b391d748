import type { Premise } from "../../decision.js";
import type { Ban } from "../../judgment/ban.js";
import type { Demand } from "../../judgment/demand.js";
import type { Duty } from "../../judgment/duty.js";
import type { Option } from "../../judgment/option.js";
import type { Raised } from "../../judgment/raised.js";
import { isOfSection } from "../../judgment/section-premise.js";
import type { DemandJudged } from "./demand-judged.js";
import { isOfPlace } from "./told-leaf.js";
import type { Names } from "./twins.js";

/** The judgment of a demand, told of a twin: in other names, and no sooner than it is asked for. */
export class Retold implements DemandJudged {
  readonly part: string | null;
  readonly party: string;
  #raised: Raised | null = null;
  #readings: DemandJudged["readings"] | null = null;

  constructor(readonly like: DemandJudged, readonly demand: Demand, readonly names: Names) {
    this.part = like.part;
    this.party = like.party;
  }

  get raised(): Raised {
    const { raised } = this.like;
    return (this.#raised ??= raised.premises.length === 0 ? raised : { ...raised, premises: renamed(raised.premises, this.names) });
  }

  get readings(): DemandJudged["readings"] {
    return (this.#readings ??= this.like.readings.map(({ reading, options }) => ({ reading, options: options.map((option) => optionRetold(option, this.names)) })));
  }
}

/** The same judgment of a demand that rests on other premises. */
export const toldOf = (judged: DemandJudged, demand: Demand): DemandJudged => (judged instanceof Retold ? new Retold(judged.like, demand, judged.names) : { ...judged, demand });

/** What was judged of a demand, told of another in whose names something else stands for some. */
export const toldAs = (judged: DemandJudged, demand: Demand, names: Names): DemandJudged => (judged instanceof Retold ? new Retold(judged.like, demand, after(judged.names, names)) : new Retold(judged, demand, names));

/** Names exchanged twice. */
const after = (first: Names, second: Names): Names => ({
  get: (name) => {
    const once = first.get(name);
    return second.get(once ?? name) ?? once;
  },
});

export const bansTold = (bans: readonly Ban[], names: Names): readonly Ban[] => bans.map((ban) => ({ ...ban, premises: renamed(ban.premises, names) }));

function optionRetold(option: Option, names: Names): Option {
  const { report, duties, undertaken } = option;
  return {
    ...option, duties: duties.map((duty) => dutyRetold(duty, names)), undertaken: renamed(undertaken, names), report: { ...report, premises: renamed(report.premises, names) },
  };
}

export const dutyRetold = (duty: Duty, names: Names): Duty => ({ ...duty, object: names.get(duty.object) ?? duty.object, source: names.get(duty.source) ?? duty.source, premises: renamed(duty.premises, names) });

function renamed(premises: readonly Premise[], names: Names): readonly Premise[] {
  if (premises.length === 0) return premises;
  return premises.map((premise) => {
    // A section of a text is no name; where an act is done, that is what a premise says.
    const of = premise.of === null || isOfSection(premise) ? undefined : names.get(premise.of);
    const is = isOfPlace(premise) ? names.get(premise.is!) : undefined;
    return of === undefined && is === undefined ? premise : { ...premise, of: of ?? premise.of, is: is ?? premise.is };
  });
}
