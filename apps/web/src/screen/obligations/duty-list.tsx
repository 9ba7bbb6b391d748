import { plainWords } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { Cited } from "../../answer/cited.js";
import { useNames } from "../../api/names.js";
import { recordKindIn, recordTitleIn } from "../../api/record-kind.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { useSearchState } from "../../part/search-state.js";
import { type Column, Pages, Table } from "../../part/table.js";
import { recordAt, releaseAt } from "../../shell/address.js";
import { DutyState } from "./duty-state.js";
import type { Obligation } from "./use-obligations.js";

interface Page {
  readonly items: readonly components["schemas"]["Obligation"][];
  readonly next: string | null;
  readonly total: number;
}

/** Kinds of evidence in words. */
export const sayEvidence = (kinds: readonly string[]): string => kinds.map(plainWords).join(", ");

/** The text that an obligation is under, where the catalogue has it. */
export function Under({ duty: { instrument, cite, norm } }: { readonly duty: Obligation }) {
  const workspace = useWorkspace();
  const names = useNames();
  const kind = recordKindIn(names, instrument);
  const title = recordTitleIn(names, instrument);
  return <>{kind === null ? <bdi>{title}</bdi> : <Link to={recordAt(workspace, kind, instrument)} hash={`norm-${norm}`}>{title}</Link>}<p className="soft small">{kind === null ? <Cited cite={cite} instrument={instrument} names={names} /> : cite}</p></>;
}

/** Every obligation, what is overdue first. Enter on a row records that it was kept. */
export function DutyList({ page: { items, next, total } }: { readonly page: Page }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [state] = useSearchState();
  const mayRecord = mayIn(session, workspace, "records:write");
  const columns: Column<Obligation>[] = [
    { head: "What", cell: (duty) => <div className="what">{mayRecord ? <Link to="." search={{ ...state, duty: duty.id }}><bdi>{duty.says}</bdi></Link> : <bdi>{duty.says}</bdi>}{duty.text !== null && !duty.says.includes(duty.text) && <p className="soft small">“<bdi>{duty.text}</bdi>”</p>}</div> },
    { head: "Stands", cell: (duty) => <><DutyState state={duty.state} />{duty.if !== null && <p className="soft small"><bdi>{duty.if}</bdi></p>}</> },
    { head: "When", cell: ({ dueOn, when }) => <>{dueOn !== null && <span className="day">{dueOn}</span>}<p className={dueOn === null ? "" : "soft small"}>{when}</p></> },
    { head: "Owed", cell: ({ debtor, creditor }) => <><bdi>{debtor}</bdi>{creditor !== null && <p className="soft small">to <bdi>{creditor}</bdi></p>}</> },
    { head: "Release", cell: ({ release, object }) => <><Link to={releaseAt(workspace, release)}><bdi>{release}</bdi></Link><p className="soft small">on <bdi>{object}</bdi></p></> },
    { head: "Under", cell: (duty) => <Under duty={duty} /> },
    { head: "Shown by", cell: ({ done, needs }) => (done.length > 0 ? <ul className="shown">{done.map(({ event, on, evidence }) => <li key={event}><span className="day">{on}</span> <bdi>{evidence}</bdi></li>)}</ul> : <span className="soft">{needs.length === 0 ? "the text asks for nothing" : `the text asks for: ${sayEvidence(needs)}`}</span>) },
  ];
  return (
    <>
      <Table label="Obligations" columns={columns} rows={items} keyOf={({ id }) => id} />
      <Pages shown={items.length} next={next} total={total} />
    </>
  );
}
