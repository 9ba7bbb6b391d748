import { useTopics } from "../../api/topics.js";
import { Field } from "../../part/field.js";
import type { WrittenIssue } from "./kept-preparation.js";
import { clauseIssue, optionSays, type Prepared, type PreparedIssue, type TakenTopic, withIssue, wordIssue } from "./prepared.js";

export interface FormProps {
  readonly prepared: Prepared;
  readonly onChange: (prepared: Prepared) => void;
}

/** One issue: its options, and what each is worth to both. */
function One({ issue, prepared, onChange }: FormProps & { readonly issue: PreparedIssue }) {
  const topics = useTopics();
  const { issues, players } = prepared;
  const name = issue.is !== "" ? issue.is : (topics.data?.find(({ id }) => id === issue.topic)?.title ?? issue.id);
  const set = (side: number, change: Partial<Prepared["players"][number]>): void => onChange({ ...prepared, players: players.map((player, at) => (at === side ? { ...player, ...change } : player)) as unknown as Prepared["players"] });
  const worth = (side: number, option: string, value: string): void => set(side, { of: { ...players[side]!.of, [issue.id]: { ...players[side]!.of[issue.id], [option]: value } } });
  return (
    <li className="issue" data-row="" tabIndex={-1}>
      <div className="issue-head">
        <h3><bdi>{name}</bdi> <span className="soft small"><bdi>{issue.id}</bdi></span></h3>
        <button type="button" aria-label={`Take out ${name}`} onClick={() => onChange({ ...prepared, issues: issues.filter(({ id }) => id !== issue.id) })}>Take out</button>
      </div>
      <div className="option-rows">
        <div className="option-row">
          <span className="soft small">Weight, in points</span>
          {players.map((player, side) => <input key={side} type="number" min={0} max={1000} step={1} required aria-label={`Weight of ${name} to ${player.id}`} value={player.weights[issue.id] ?? ""} onChange={({ target }) => set(side, { weights: { ...player.weights, [issue.id]: target.value } })} />)}
        </div>
        {issue.options.map((option) => (
          <div key={option.id} className="option-row">
            <span><bdi>{optionSays(option)}</bdi></span>
            {players.map((player, side) => <input key={side} type="number" min={0} max={100} step={1} required aria-label={`${optionSays(option)} of ${name} to ${player.id}, of a hundred`} value={player.of[issue.id]?.[option.id] ?? ""} onChange={({ target }) => worth(side, option.id, target.value)} />)}
            {issue.options.length > 2 && <button type="button" className="bare" aria-label={`Leave out ${optionSays(option)} of ${name}`} onClick={() => onChange({ ...prepared, issues: issues.map((each) => (each.id === issue.id ? { ...each, options: each.options.filter(({ id }) => id !== option.id) } : each)) })}>Leave out</button>}
          </div>
        ))}
      </div>
    </li>
  );
}

function AddClause({ prepared, onChange, topics, roles }: FormProps & { readonly topics: Readonly<Record<string, TakenTopic>>; readonly roles: readonly (string | null)[] }) {
  const all = useTopics();
  const left = (all.data ?? []).filter(({ id }) => !prepared.issues.some(({ topic }) => topic === id));
  const [inDeal, others] = [left.filter(({ id }) => topics[id] !== undefined), left.filter(({ id }) => topics[id] === undefined)];
  return (
    <Field label="Add a clause" hint="its versions are the options">
      {(own) => (
        <select {...own} value="" onChange={({ target }) => onChange(withIssue(prepared, clauseIssue(target.value, topics[target.value]), roles))}>
          <option value="" disabled>choose a topic</option>
          <optgroup label="The deal has a clause on it">{inDeal.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</optgroup>
          <optgroup label="The deal is silent on it">{others.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</optgroup>
        </select>
      )}
    </Field>
  );
}

interface WordsProps {
  /** The issue in words that is not added yet. */
  readonly written: WrittenIssue;
  /** With what is prepared then, where it came to be added. */
  readonly onWrite: (written: WrittenIssue, prepared?: Prepared) => void;
}

function AddWords({ prepared, written: { is, options }, onWrite, roles }: Pick<FormProps, "prepared"> & WordsProps & { readonly roles: readonly (string | null)[] }) {
  const said = options.split(";").map((each) => each.trim()).filter((each) => each !== "");
  return (
    <>
      <Field label="Or something in words">{(own) => <input {...own} maxLength={200} placeholder="Fee in a year" value={is} onChange={({ target }) => onWrite({ is: target.value, options })} />}</Field>
      <Field label="Its options" hint="two at least, with semicolons between">{(own) => <input {...own} maxLength={2000} placeholder="USD 200,000; USD 300,000" value={options} onChange={({ target }) => onWrite({ is, options: target.value })} />}</Field>
      <button type="button" disabled={is.trim() === "" || new Set(said).size < 2} onClick={() => onWrite({ is: "", options: "" }, withIssue(prepared, wordIssue(is, said), roles))}>Add it</button>
    </>
  );
}

/** What is to be settled, and what each way to settle it is worth. */
export function IssueForm(form: FormProps & WordsProps & { readonly topics: Readonly<Record<string, TakenTopic>> | null; readonly roles: readonly (string | null)[] }) {
  const { prepared: { issues, players }, topics } = form;
  return (
    <>
      {issues.length === 0 ? <p className="soft">Nothing yet: add what the two sides do not agree on.</p> : (
        <>
          <p className="small soft">Each option is worth so many hundredths of the weight of its issue. Of clauses it is proposed by whose version they are: say what is otherwise.</p>
          <div className="option-row small soft" aria-hidden="true"><span /><span><bdi>{players[0].id || "first party"}</bdi></span><span><bdi>{players[1].id || "second party"}</bdi></span></div>
          <ul className="issues">{issues.map((issue) => <One key={issue.id} issue={issue} {...form} />)}</ul>
        </>
      )}
      <div className="fields">
        {topics !== null && <AddClause {...form} topics={topics} />}
        <AddWords {...form} />
      </div>
    </>
  );
}
