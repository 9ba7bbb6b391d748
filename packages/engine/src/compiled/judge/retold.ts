import type { Premise } from "../../decision.js";
import type { Demand } from "../../judgment/demand.js";
import type { Duty } from "../../judgment/duty.js";
import type { Option } from "../../judgment/option.js";
import type { Raised } from "../../judgment/raised.js";
import { isOfSection } from "../../judgment/section-premise.js";
import type { DemandJudged } from "./demand-judged.js";
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

function optionRetold(option: Option, names: Names): Option {
  const { report, duties, undertaken } = option;
  return {
    ...option, duties: duties.map((duty) => dutyRetold(duty, names)), undertaken: renamed(undertaken, names), report: { ...report, premises: renamed(report.premises, names) },
  };
}

const dutyRetold = (duty: Duty, names: Names): Duty => ({ ...duty, object: names.get(duty.object) ?? duty.object, source: names.get(duty.source) ?? duty.source, premises: renamed(duty.premises, names) });

function renamed(premises: readonly Premise[], names: Names): readonly Premise[] {
  if (premises.length === 0) return premises;
  return premises.map((premise) => {
    const name = premise.of === null || isOfSection(premise) ? undefined : names.get(premise.of);
    return name === undefined ? premise : { ...premise, of: name };
  });
}
