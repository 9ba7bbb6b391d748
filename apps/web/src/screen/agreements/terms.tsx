import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { DateField } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { AgreementState } from "./agreement-state.js";
import type { AgreementDetail, AgreementTerms } from "./use-agreements.js";

/** The clauses of a state of an agreement, with what norms do not carry. */
export function TermsText({ terms: { clauses, days, notCompiled } }: { readonly terms: AgreementTerms }) {
  return (
    <>
      <ol className="clauses" aria-label="Clauses">
        {clauses.map(({ topic, number, inDocument, title, version, text, amendedBy }) => (
          <li key={topic} value={number} data-row="" tabIndex={-1}>
            <h3>{number}. {title} <span className="soft small">{version === "own" ? "own words" : `${version} version`}{inDocument !== null && `, ${inDocument} in the document`}{amendedBy !== null && <>, by the amendment <bdi>{amendedBy}</bdi></>}</span></h3>
            {text.map((each) => <p key={each}><bdi>{each}</bdi></p>)}
          </li>
        ))}
      </ol>
      {days.length > 0 && <Section id="days" title="Days that it sets"><ul>{days.map(({ id, cite, what, on, waitsFor }) => <li key={`${cite} ${id}`}>{on === null ? <span className="soft">no day yet{waitsFor !== null && `, it waits for ${waitsFor}`}</span> : <span className="day">{on}</span>}: <bdi>{what}</bdi> <span className="soft small">{cite}</span></li>)}</ul></Section>}
      {notCompiled.length > 0 && <details><summary>{notCompiled.length === 1 ? "1 sentence that norms do not carry" : `${notCompiled.length} sentences that norms do not carry`}</summary><ul className="small">{notCompiled.map(({ cite, text, why }) => <li key={`${cite} ${text}`}><bdi>{text}</bdi> <span className="soft">{cite}: {why}</span></li>)}</ul></details>}
    </>
  );
}

/** The terms on a day, after all amendments that bind by then. */
export function Terms({ agreement: { id } }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const { day } = state;
  const { data, error, refetch } = useQuery({
    queryKey: queryKey.of(workspace, "agreement-terms", id, day ?? null),
    queryFn: async () => answered(api.GET("/workspaces/{workspace}/agreements/{id}/effective", { params: { path: { workspace, id }, query: day === undefined ? {} : { day } } })),
  });
  return (
    <Section id="terms" title="Terms" note={data === undefined ? undefined : <>on {data.day}: <AgreementState state={data.state} /></>}>
      <DateField label="On the day" value={day ?? ""} hint="today, where left empty" onChange={(next) => change({ day: next })} />
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the terms" />}
      {data !== undefined && data.terms !== null && <TermsText terms={data.terms} />}
    </Section>
  );
}
