import { readFileSync } from "node:fs";
import { type Agreement, agreementOf, type AskedStep, planFirst, planStep, type RecordedStep } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import type { Problem } from "@cleartitle/norms";
import { applyChanges, readTitleFile, type TitleGraph } from "@cleartitle/title";
import { catalogue, library } from "../cases/clause-house.js";

const house = { library, taxonomies: catalogue.taxonomies };
const folder = new URL("../../examples/medical-image-license/", import.meta.url);
export const medical = { title: readFileSync(new URL("cleartitle.yaml", folder), "utf8"), deal: readFileSync(new URL("agreement/deal.yaml", folder), "utf8"), amendment: readFileSync(new URL("agreement/amendment.yaml", folder), "utf8") };

export interface TakenStep {
  readonly problems: readonly Problem[];
  /** Kinds of the changes that the step made of the records. */
  readonly changed: readonly string[];
  readonly notes: readonly string[];
}

/** An agreement as it goes on, with the title records that it makes live. */
export class DealLife {
  graph: TitleGraph;
  readonly steps: RecordedStep[] = [];
  constructor(readonly id: string, title: string) {
    const { graph, problems } = readTitleFile(title, { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
    if (graph === null) throw new Error(JSON.stringify(problems));
    this.graph = graph;
  }

  take(asked: AskedStep, by = "jane", today = "2026-12-01", alone = false): TakenStep {
    const at = `${today}T09:00:00Z`;
    const planning = { house, graph: this.graph, steps: this.steps, hand: { by, alone, today }, at };
    const isFirst = this.steps.length === 0 && (asked.step === "draft" || asked.step === "receive");
    const { planned, problems, notes } = isFirst ? planFirst(asked, planning) : planStep(this.id, asked, planning);
    if (planned === null) return { problems, changed: [], notes };
    this.steps.push({ number: planned.after + 1, by, at, content: planned.content, text: planned.text });
    if (planned.changes !== null) this.graph = applyChanges(this.graph, planned.changes);
    return { problems, changed: (planned.changes ?? []).map(({ change }) => change), notes };
  }

  /** Steps that must all go well. */
  all(...steps: readonly (readonly [asked: AskedStep, by?: string, today?: string])[]): this {
    for (const step of steps) {
      const { problems } = this.take(...step);
      if (problems.length > 0) throw new Error(`${step[0].step}: ${problems.map(({ message }) => message).join("; ")}`);
    }
    return this;
  }

  /** Another agreement that went as this one did so far. */
  copy(): DealLife {
    return Object.assign(Object.create(DealLife.prototype) as DealLife, { id: this.id, graph: this.graph, steps: [...this.steps] });
  }

  agreement(): Agreement {
    return agreementOf(this.id, this.steps, this.graph.us, house)!;
  }

  answer(use: string): string {
    return decide({ graph: this.graph, catalogue }, use, { withoutRange: true, withoutProof: true }).decision;
  }
}

/** The license of the example, signed by both sides. */
export const signedMedical = (deal = medical.deal): DealLife =>
  new DealLife("scans-2026", medical.title).all(
    [{ step: "draft", text: deal }], [{ step: "send", on: "2025-12-02" }],
    [{ step: "sign", side: "licensor", on: "2025-12-20", evidence: "contract 17" }, "ann"], [{ step: "sign", side: "licensee", on: "2025-12-21", evidence: "contract 17" }, "ann"],
  );
