import { sayObligation } from "@cleartitle/engine";
import { useFirstOf } from "../part/first-of.js";
import { Section } from "../part/heading.js";
import { Table } from "../part/table.js";
import { Cited } from "./cited.js";
import type { Told } from "./told.js";

/** What has to be done if the use is made. */
export function Obligations({ decision, wording, names }: Told) {
  const first = useFirstOf(decision.obligations);
  if (decision.obligations.length === 0) return null;
  const rows = first.shown.map((duty, index) => ({ duty, index, words: sayObligation(duty, wording) }));
  const hasEvidence = rows.some(({ words }) => words.evidence !== "");
  return (
    <Section id="obligations" title="Obligations">
      <Table
        label="Obligations" rows={rows} keyOf={({ index }) => String(index)}
        columns={[
          { head: "What", cell: ({ words }) => <bdi>{words.what}</bdi> },
          { head: "On", cell: ({ words }) => <bdi>{words.on}</bdi> },
          { head: "Who", cell: ({ words }) => <bdi>{words.who}</bdi> },
          { head: "When", cell: ({ words }) => words.when },
          { head: "State", cell: ({ words }) => words.state },
          ...(hasEvidence ? [{ head: "Evidence", cell: ({ words }: (typeof rows)[number]) => words.evidence }] : []),
          { head: "Source", cell: ({ duty, words }) => (words.cite === null ? null : <Cited cite={words.cite} instrument={duty.instrument} names={names} />) },
        ]}
      />
      {first.more}
    </Section>
  );
}
