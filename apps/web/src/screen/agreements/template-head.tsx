import { Field } from "../../part/field.js";
import { problemAt } from "../../api/problem.js";
import type { components } from "../../api/schema.gen.js";

type TemplateAnswers = components["schemas"]["TemplateAnswers"];

/** What every deal says of itself, as it is written here. */
export interface Head {
  readonly id: string;
  readonly title: string;
  readonly written: string;
  readonly ours: "licensor" | "licensee";
  readonly us: string;
  readonly ourName: string;
  readonly them: string;
  readonly theirName: string;
  readonly assets: string;
}

const partyOf = (id: string, name: string): TemplateAnswers["licensor"] => ({ id: id.trim(), ...(name.trim() === "" ? {} : { name: name.trim() }) });

/** The same as answers to a template. Names that are empty are left to the ids. */
export function headOf({ id, title, written, ours, us, ourName, them, theirName, assets }: Head): TemplateAnswers {
  const [ourSide, theirSide] = [partyOf(us, ourName), partyOf(them, theirName)];
  return { id: id.trim(), title: title.trim(), written, ...(ours === "licensor" ? { licensor: ourSide, licensee: theirSide } : { licensor: theirSide, licensee: ourSide }), assets: assets.split(",").map((each) => each.trim()).filter((each) => each !== "") };
}

interface HeadFormProps {
  readonly head: Head;
  readonly problem: unknown;
  readonly onChange: (head: Head) => void;
}

/** Who licenses what to whom. */
export function HeadForm({ head, problem, onChange }: HeadFormProps) {
  const our = `/answers/${head.ours}`;
  const their = `/answers/${head.ours === "licensor" ? "licensee" : "licensor"}`;
  const line = (key: keyof Head, label: string, { hint, at, required = true, type = "text" }: { readonly hint?: string; readonly at: string; readonly required?: boolean; readonly type?: "text" | "date" }) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })} wrong={problemAt(problem, at)}>{(own) => <input {...own} type={type} required={required} maxLength={500} autoComplete="off" value={head[key]} onChange={({ target }) => onChange({ ...head, [key]: target.value })} />}</Field>
  );
  return (
    <div className="topic-fields">
      {line("title", "Title", { at: "/answers/title" })}
      {line("id", "Id of the deal", { at: "/answers/id", hint: "letters, digits, “.”, “_”, “-”; all its versions have it" })}
      {line("written", "Day of this draft", { at: "/answers/written", type: "date" })}
      <Field label="We are the">{(own) => <select {...own} value={head.ours} onChange={({ target }) => onChange({ ...head, ours: target.value as Head["ours"] })}><option value="licensee">licensee: it is licensed to us</option><option value="licensor">licensor: we license it</option></select>}</Field>
      {line("us", "Our id", { at: `${our}/id`, hint: "as the records name us" })}
      {line("ourName", "Our name", { at: `${our}/name`, required: false, hint: "as the document says it; may be left empty" })}
      {line("them", "Id of the other side", { at: `${their}/id`, hint: "as the records name it, where they do" })}
      {line("theirName", "Name of the other side", { at: `${their}/name`, required: false, hint: "may be left empty" })}
      {line("assets", "What is licensed", { at: "/answers/assets", hint: "ids of assets, several with commas" })}
    </div>
  );
}
