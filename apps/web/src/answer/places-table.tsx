import { sayIds } from "@cleartitle/engine";
import { Places } from "../part/places.js";
import { Section } from "../part/heading.js";
import { Table } from "../part/table.js";
import { Verdict } from "../part/verdict.js";
import { ranked } from "./ranked.js";
import type { Told } from "./told.js";

/** Runs of numbers that are told: beyond, nobody reads them, and the reasons are not on the page. */
const mostRuns = 12;

/** Reasons by their numbers, runs of them as one way to the first, where the answer tells it; after so many of them how many are left. */
export function ReasonLinks({ ids, reasons }: { readonly ids: readonly string[]; readonly reasons: Told["decision"]["reasons"] }) {
  if (ids.length === 0) return null;
  const isTold = (id: string): boolean => reasons.some((reason) => reason.id === id);
  const [told, left] = sayIds(ids, mostRuns).split(/(?= and \d+ more$)/);
  return <>{told!.split(", ").map((run, at) => <span key={run}>{at > 0 && ", "}{isTold(run.split("–")[0]!) ? <a href={`#${run.split("–")[0]}`}>{run}</a> : run}</span>)}{left}</>;
}

/** The answer place by place, the worst first, with the reasons that decide there. */
export function PlacesTable({ decision }: Told) {
  const all = decision.byTerritory.flatMap(({ territories }) => territories);
  const statusOf = new Map(decision.reasons.map((reason) => [reason.id, reason.decision]));
  return (
    <Section id="by-place" title="By place">
      <Table
        label="Answer by place" rows={ranked(decision.byTerritory)} keyOf={({ territories }) => territories.join()}
        columns={[
          { head: "Answer", cell: (row) => <Verdict status={row.decision} /> },
          { head: "Where", cell: (row) => <Places places={row.territories} all={all} on={decision.use.on} /> },
          { head: "Because of", cell: (row) => <ReasonLinks reasons={decision.reasons} ids={row.reasons.filter((id) => statusOf.get(id) === row.decision)} /> },
          { head: "Also", cell: (row) => <span className="soft"><ReasonLinks reasons={decision.reasons} ids={row.reasons.filter((id) => statusOf.get(id) !== row.decision)} /></span> },
        ]}
      />
    </Section>
  );
}
