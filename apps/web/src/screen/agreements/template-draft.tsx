import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useBrief } from "../../api/brief.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { draftAt } from "../../shell/address.js";
import type { FieldValue } from "./deal.js";
import { useKeptAnswers } from "./kept-answers.js";
import { type Head, HeadForm, headOf } from "./template-head.js";
import { QuestionRow, type TemplateQuestion } from "./template-question.js";

type Template = components["schemas"]["AgreementTemplate"];

export const useTemplates = () => useQuery({ queryKey: queryKey.catalogue("templates"), queryFn: async () => (await answered(api.GET("/catalogue/templates"))).items, staleTime: Infinity });

/** Kinds of agreements that a draft may begin with. */
export function TemplateList() {
  const workspace = useWorkspace();
  const { data, error, refetch } = useTemplates();
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading what="Reading the kinds of agreements" />;
  return <ul className="templates">{data.map(({ id, title, for: whom }) => <li key={id} data-row="" tabIndex={-1}><Link to={draftAt(workspace)} search={{ template: id }}>{title}</Link><p className="small soft">{whom}</p></li>)}</ul>;
}

/** Whether a question is asked under the answers so far. */
function isAsked({ askedWhere }: TemplateQuestion, questions: readonly TemplateQuestion[], answers: Readonly<Record<string, unknown>>): boolean {
  if (askedWhere === null) return true;
  const chosen = answers[askedWhere.question] ?? questions.find(({ id }) => id === askedWhere.question)?.proposed;
  return typeof chosen === "string" && askedWhere.answers.includes(chosen);
}

function Guided({ template, us, onDeal }: { readonly template: Template; readonly us: string; readonly onDeal: (deal: string) => void }) {
  const workspace = useWorkspace();
  const [{ head: written, answers }, keep] = useKeptAnswers(workspace, template.id);
  const head: Head = { id: `${template.id}-${today().slice(0, 4)}`, title: template.title, written: today(), ours: "licensee", us, ourName: "", them: "", theirName: "", assets: "", ...(written as Partial<Head>) };
  const asked = template.questions.filter((question) => isAsked(question, template.questions, answers));
  const making = useMutation({
    mutationFn: async () => {
      const said = Object.fromEntries(asked.flatMap(({ id }): [string, FieldValue][] => (answers[id] === undefined ? [] : [[id, answers[id]]])));
      return answered(api.POST("/workspaces/{workspace}/drafts/from-template", { params: { path: { workspace } }, body: { template: template.id, answers: { ...headOf(head), answers: said } } }));
    },
    onSuccess: ({ deal }) => onDeal(JSON.stringify(deal)),
  });
  const details = asked.filter(({ isDetail }) => isDetail);
  const wrongAt = (id: string): string | null => problemAt(making.error, `/answers/answers/${id}`);
  const row = (question: TemplateQuestion) => (
    <QuestionRow key={question.id} question={question} answer={answers[question.id]} wrong={wrongAt(question.id)} onAnswer={(answer) => {
      const { [question.id]: _before, ...rest } = answers;
      keep({ head: written, answers: answer === undefined ? rest : { ...rest, [question.id]: answer } });
    }} />
  );
  return (
    <form className="guided" onSubmit={(event) => {
      event.preventDefault();
      making.mutate();
    }}>
      {template.limits.length > 0 && <ul className="small">{template.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>}
      <Section id="head" title="Who licenses what to whom"><HeadForm head={head} problem={making.error} onChange={(next) => keep({ head: next as unknown as Record<string, string>, answers })} /></Section>
      <Section id="asked" title="Questions" note={String(asked.length - details.length)}>
        <p className="small soft">What is left as it is proposed is taken so. Every choice can be made otherwise in the draft, with its effect on the releases.</p>
        <ol className="guided-questions">{asked.filter(({ isDetail }) => !isDetail).map(row)}</ol>
        {details.length > 0 && <details open={details.some(({ id }) => wrongAt(id) !== null) || undefined}><summary>Details: {details.length} more, of which {details.filter(({ id }) => answers[id] !== undefined).length} answered</summary><ol className="guided-questions">{details.map(row)}</ol></details>}
      </Section>
      {making.error !== null && <ProblemBox problem={making.error} />}
      <p className="choices"><button className="main" disabled={making.isPending}>{making.isPending ? "Begin the draft …" : "Begin the draft"}</button><Link to={draftAt(workspace)}>Another kind of agreement</Link></p>
      <p className="small soft">{template.standing}, {template.reviewed}</p>
    </form>
  );
}

/** A draft is begun with a template: its questions, each with why it matters. */
export function TemplateDraft({ id, onDeal }: { readonly id: string; readonly onDeal: (deal: string) => void }) {
  const workspace = useWorkspace();
  const template = useQuery({ queryKey: queryKey.catalogue("templates", id), queryFn: async () => answered(api.GET("/catalogue/templates/{id}", { params: { path: { id } } })), staleTime: Infinity });
  const here = useBrief(workspace);
  const problem = template.error ?? here.error;
  if (problem !== null) return <ProblemBox problem={problem} again={() => void template.refetch()} />;
  if (template.data === undefined || here.data === undefined) return <Loading what="Reading the questions" />;
  return (
    <>
      <h2>{template.data.title}</h2>
      <p className="soft">{template.data.for}</p>
      <Guided key={id} template={template.data} us={here.data.us ?? ""} onDeal={onDeal} />
    </>
  );
}
