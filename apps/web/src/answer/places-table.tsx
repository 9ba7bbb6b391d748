import { firstRuns, idRuns, mostRuns } from "@cleartitle/engine";
import { Places } from "../part/places.js";
import { Section } from "../part/heading.js";
import { Table } from "../part/table.js";
import { Verdict } from "../part/verdict.js";
import { ranked } from "./ranked.js";
import type { Told } from "./told.js";

/** Reasons by their numbers, runs of them as one way to the first, where the answer tells it; after so many of them how many are left. */
export function ReasonLinks({ ids, reasons }: { readonly ids: readonly string[]; readonly reasons: Told["decision"]["reasons"] }) {
  const { told, left } = firstRuns(idRuns(ids), mostRuns);
  const isTold = (id: string): boolean => reasons.some((reason) => reason.id === id);
  return <>{told.map(({ first, says }, at) => <span key={first}>{at > 0 && ", "}{isTold(first) ? <a href={`#${first}`}>{says}</a> : says}</span>)}{left > 0 && ` and ${left} more`}</>;
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
