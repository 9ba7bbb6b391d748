import { plainWords } from "@cleartitle/engine";
import { useState } from "react";
import { useNames } from "../../api/names.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { sayDays } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { type Column, Table } from "../../part/table.js";
import { Under } from "../../part/under.js";
import { Conclude } from "./conclude.js";
import type { AssetSheet, Matter, Said } from "./sheet.js";

/** The ladder: who says so. */
const ladder: Readonly<Record<Said["statement"]["rung"], string>> = { declared: "declared by a source", detected: "detected by a tool", concluded: "concluded by a person or a rule" };
const counts: Readonly<Record<Said["place"], readonly [string, string]>> = {
  concluded: ["●", "counts alone"], candidate: ["◐", "counts beside others"], corrected: ["○", "was corrected"], outranked: ["○", "another counts instead"], "other-time": ["○", "is of another time"],
};

const valueOf = ({ value, raw }: Said["statement"]): string => (value === null ? (raw ?? "nothing") : String(value));

const keyOf = ({ what, part, scope }: Matter): string => JSON.stringify([what, part, scope]);

/** What a matter is called: a fact by the question that the catalogue has for it. */
function useTitle(): (matter: Matter) => string {
  const { facts } = useNames();
  return ({ what, part, scope }) => {
    const fact = what.startsWith("fact:") ? what.slice(5) : null;
    return [fact === null ? plainWords(what) : (facts[fact]?.ask ?? plainWords(fact)), ...(part === null ? [] : [`of the part ${part}`]), ...(scope === null ? [] : [`of the ${scope}`])].join(" ");
  };
}

function Source({ said: { source, by } }: { readonly said: Said["statement"] }) {
  return (
    <>
      {by !== null && <><bdi>{by}</bdi><br /></>}
      {source === null ? by === null && <span className="soft">not said</span> : <span className={by === null ? "" : "soft small"}><bdi>{source.system}</bdi>{source.locator !== null && <>: <bdi>{source.locator}</bdi></>}{source.retrieved !== null && `, ${source.retrieved.slice(0, 10)}`}</span>}
    </>
  );
}

/** Where nothing was recorded of it, a statement counts as learned before every day. */
const unstated = "0002";

/** When it was true of the world, and when it was learned. */
function When({ said: { valid, recordedAt } }: { readonly said: Said["statement"] }) {
  const period = valid.from === null && valid.to === null ? "always" : sayDays(valid.from, valid.to);
  return <>{period}{recordedAt > unstated && <Under>learned {recordedAt.slice(0, 10)}</Under>}</>;
}

function Counts({ place, isAlone }: { readonly place: Said["place"]; readonly isAlone: boolean }) {
  const [mark, word] = isAlone && place === "candidate" ? ["●", "counts"] : counts[place];
  return <span className="counts"><span aria-hidden="true">{mark} </span>{word}</span>;
}

/** What is said of one matter by one alone: nothing to set beside it. */
const isPlain = ({ said, conflict, more }: Matter): boolean => said.length === 1 && !conflict && more === 0;

/** Who says what, with what counts. `isAlone`: nothing else was said, so that it counts without others beside it. */
const columnsOf = (isAlone: boolean): readonly Column<Said>[] => [
  { head: "Says", cell: ({ statement }) => <><bdi>{valueOf(statement)}</bdi>{statement.value !== null && statement.raw !== null && statement.raw !== String(statement.value) && <Under>found as <bdi>{statement.raw}</bdi></Under>}</> },
  { head: "Counts", cell: ({ place }) => <Counts place={place} isAlone={isAlone} /> },
  { head: "On the ladder", cell: ({ statement }) => ladder[statement.rung] },
  { head: "Who says so", cell: ({ statement }) => <Source said={statement} /> },
  { head: "When", cell: ({ statement }) => <When said={statement} /> },
];

/** Matters of which one alone has spoken, a row each. */
function PlainMatters({ matters, asset, mayConclude }: { readonly matters: readonly Matter[]; readonly asset: string; readonly mayConclude: boolean }) {
  const [open, setOpen] = useState<Matter | null>(null);
  const titleOf = useTitle();
  if (matters.length === 0) return null;
  return (
    <>
      <Table
        label="What one alone says" rows={matters} keyOf={keyOf}
        columns={[
          { head: "Matter", cell: (matter) => <><bdi>{titleOf(matter)}</bdi>{matter.what.startsWith("fact:") && <Under>{matter.what.slice(5)}</Under>}</> },
          ...columnsOf(true).map(({ head, cell }): Column<Matter> => ({ head, cell: ({ said }) => cell(said[0]!) })),
          ...(mayConclude ? [{ head: "Otherwise", cell: (matter: Matter) => <button type="button" className="bare in-row" aria-expanded={open === matter} aria-label={`${open === matter ? "Close" : "Conclude"} ${titleOf(matter)}`} onClick={() => setOpen(open === matter ? null : matter)}>{open === matter ? "Close" : "Conclude"}</button> }] : []),
        ]}
      />
      {open !== null && <Conclude key={keyOf(open)} asset={asset} matter={open} title={titleOf(open)} values={[valueOf(open.said[0]!.statement)]} />}
    </>
  );
}

function OneMatter({ matter, asset, mayConclude }: { readonly matter: Matter; readonly asset: string; readonly mayConclude: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const title = useTitle()(matter);
  return (
    <li className={matter.conflict ? "matter conflict" : "matter"}>
      <h3>
        <bdi>{title}</bdi>
        {matter.conflict && <span className="differs"><span aria-hidden="true">⚠ </span>what counts differs</span>}
        {mayConclude && <button type="button" className="bare" aria-expanded={isOpen} aria-label={`${isOpen ? "Close" : "Conclude"} ${title}`} onClick={() => setOpen(!isOpen)}>{isOpen ? "Close" : "Conclude"}</button>}
      </h3>
      <Table label={`What is said: ${title}`} rows={matter.said} keyOf={({ statement }) => statement.id} columns={columnsOf(matter.said.length === 1)} />
      {matter.more > 0 && <p className="soft small">{matter.more} more are in the records.</p>}
      {isOpen && <Conclude asset={asset} matter={matter} title={title} values={[...new Set(matter.said.map(({ statement }) => valueOf(statement)))]} />}
    </li>
  );
}

/** What was said, side by side, matter by matter: the contested first. */
export function Matters({ sheet: { matters, moreMatters, asset } }: { readonly sheet: AssetSheet }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const contested = matters.filter(({ conflict }) => conflict);
  const mayConclude = mayIn(session, workspace, "conclusions:propose");
  return (
    <Section id="said" title="What is said of it" note={contested.length === 0 ? "nothing that counts differs" : `${contested.length} of ${matters.length} matters are contested`}>
      {matters.length === 0
        ? <p className="soft">Nobody has said anything of it. Import what its source says, or state its license on the screen Assets.</p>
        : (
          <>
            <ul className="bare-list matters">{[...contested, ...matters.filter((each) => !each.conflict && !isPlain(each))].map((matter) => <OneMatter key={keyOf(matter)} matter={matter} asset={asset.id} mayConclude={mayConclude} />)}</ul>
            <PlainMatters matters={matters.filter(isPlain)} asset={asset.id} mayConclude={mayConclude} />
          </>
        )}
      {moreMatters > 0 && <p className="soft small">{moreMatters} more matters are in the records.</p>}
    </Section>
  );
}
