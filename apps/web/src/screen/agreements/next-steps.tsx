import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { mayIn, type Permission, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { DialogForm, useAsOpened } from "../../part/dialog-form.js";
import { DateField, Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { type KeptWords, useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { WordsField } from "../../part/words-field.js";
import { dealFileText } from "./deal-file.js";
import { type AgreementDetail, sayStep } from "./use-agreements.js";

type Key = "text" | "on" | "side" | "evidence" | "why" | "how" | "until" | "amendment" | "notice" | "counts" | "who";
interface StepForm {
  readonly path: "versions" | "sending" | "signatures" | "withdrawal" | "amendments" | "notices" | "settlements" | "renewals" | "end";
  readonly label: string;
  readonly asks: readonly Key[];
  readonly needs: Permission;
  /** What is sent beside what is asked. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** What each step asks for. Keys that may be left empty are `evidence` and `amendment`. */
const forms: Readonly<Record<string, StepForm>> = {
  draft: { path: "versions", label: "A version of ours", asks: ["text"], needs: "agreements:write", fixed: { side: "ours" } },
  receive: { path: "versions", label: "A version of theirs", asks: ["text", "on", "evidence"], needs: "agreements:write", fixed: { side: "theirs" } },
  send: { path: "sending", label: "It was sent", asks: ["on", "evidence"], needs: "agreements:write" },
  sign: { path: "signatures", label: "A side signed", asks: ["side", "on", "evidence", "amendment"], needs: "agreements:sign" },
  withdraw: { path: "withdrawal", label: "It is given up", asks: ["side", "on", "why"], needs: "agreements:write" },
  amend: { path: "amendments", label: "An amendment", asks: ["text"], needs: "agreements:write" },
  notice: { path: "notices", label: "Notice against a renewal", asks: ["side", "on", "evidence"], needs: "agreements:write" },
  settle: { path: "settlements", label: "Whether a late notice counts", asks: ["notice", "counts", "who", "on", "why", "evidence"], needs: "agreements:write" },
  renew: { path: "renewals", label: "It renewed", asks: ["on", "until"], needs: "agreements:write" },
  end: { path: "end", label: "It is ended", asks: ["how", "side", "on", "why", "evidence"], needs: "agreements:sign" },
};

const labels: Readonly<Record<Key, string>> = { text: "Text, as a deal file", on: "Day", side: "Side", evidence: "What shows it", why: "Why", how: "How", until: "Until", amendment: "Amendment", notice: "Notice", counts: "Does it count for the next term?", who: "Who says so" };

/** What a step says where nobody chose otherwise. */
const begun = ({ ours, renewal }: AgreementDetail): Readonly<Partial<Record<Key, string>>> => ({ on: today(), side: ours ?? "licensee", how: "termination", counts: "", notice: String(renewal?.open[0]?.step ?? "") });

/** A step is made of just what is shown: a signature on a text that came meanwhile is refused. */
function useStep({ id, steps }: AgreementDetail, { path, fixed = {} }: StepForm) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (said: Readonly<Record<string, string | number | boolean>>) => answered(api.POST(`/workspaces/{workspace}/agreements/{id}/${path}`, { params: { path: { workspace, id } }, headers: { "If-Match": `"${steps}"` }, body: { ...fixed, ...said } as never })),
    onSuccess: async () => askAnew(client, { queryKey: queryKey.of(workspace) }),
  });
}

/** As the API takes it. */
const typed = (key: Key, value: string): string | number | boolean => (key === "notice" ? Number(value) : key === "counts" ? value === "yes" : value);

function One({ agreement: now, step, isOffered }: { readonly agreement: AgreementDetail; readonly step: string; readonly isOffered: boolean }) {
  const form = forms[step]!;
  const [agreement, onShown] = useAsOpened(now);
  const taking = useStep(agreement, form);
  const waiting = agreement.amended.filter(({ signedOn }) => signedOn === null);
  const open = agreement.renewal?.open ?? [];
  const [written, setWritten] = useState<Readonly<Partial<Record<Key, string>>>>({});
  const words: Partial<Record<Key, KeptWords>> = { text: useKeptWords(`agreement ${agreement.id} ${step} text`), why: useKeptWords(`agreement ${agreement.id} ${step} why`), evidence: useKeptWords(`agreement ${agreement.id} ${step} evidence`) };
  const said = { ...begun(agreement), ...written, ...Object.fromEntries(Object.entries(words).map(([key, { text }]) => [key, text])) };
  const set = (key: Key, value: string): void => setWritten({ ...written, [key]: value });
  const drop = (): void => {
    setWritten({});
    for (const each of Object.values(words)) each.drop();
  };
  const asks = form.asks.filter((key) => key !== "amendment" || waiting.length > 0);
  const sent = Object.fromEntries(asks.flatMap((key) => ((said[key] ?? "").trim() === "" ? [] : [[key, typed(key, said[key]!.trim())]])));
  const choice = (key: Key, options: readonly string[]) => <Field key={key} label={labels[key]}>{(own) => <select {...own} value={said[key] ?? ""} onChange={({ target }) => set(key, target.value)}>{options.map((option) => <option key={option} value={option}>{option === "" ? "the agreement itself" : option}</option>)}</select>}</Field>;
  return (
    <DialogForm label={form.label} title={form.label} run="Record" onRun={async () => taking.mutateAsync(sent).then(drop)} isRunning={taking.isPending} problem={taking.error} onShown={onShown} isOffered={isOffered}>
      {asks.map((key) => {
        const wrong = problemAt(taking.error, `/${key}`);
        if (key === "side") return choice(key, ["licensor", "licensee"]);
        if (key === "how") return choice(key, ["termination", "withdrawal"]);
        if (key === "notice") return <Field key={key} label={labels.notice}>{(own) => <select {...own} value={said.notice} onChange={({ target }) => set(key, target.value)}>{open.map(({ step: number, on, side }) => <option key={number} value={number}>of {on} by the {side}</option>)}</select>}</Field>;
        if (key === "counts") return <Field key={key} label={labels.counts} wrong={wrong}>{(own) => <select {...own} required value={said.counts} onChange={({ target }) => set(key, target.value)}><option value="">choose</option><option value="yes">yes: it ends with that term</option><option value="no">no: it renews unless somebody says no anew</option></select>}</Field>;
        if (key === "amendment") return choice(key, ["", ...waiting.map(({ id }) => id)]);
        if (key === "on" || key === "until") return <DateField key={key} label={labels[key]} value={said[key] ?? ""} onChange={(day) => set(key, day)} wrong={wrong} />;
        if (key === "text") return <Text key={key} words={words.text!} wrong={wrong} />;
        const kept = words[key];
        if (kept !== undefined) return <WordsField key={key} label={labels[key]} wrong={wrong} {...((key === "evidence" && step !== "sign") || (key === "why" && step === "settle") ? { hint: "may be left empty" } : {})} words={kept} isLine maxLength={2000} required={(key === "why" && step !== "settle") || step === "sign"} />;
        return <Field key={key} label={labels[key]} wrong={wrong}>{(own) => <input {...own} maxLength={2000} required value={said[key] ?? ""} onChange={({ target }) => set(key, target.value)} />}</Field>;
      })}
    </DialogForm>
  );
}

function Text({ words, wrong }: { readonly words: KeptWords; readonly wrong: string | null }) {
  const { mutate, error } = useMutation({ mutationFn: dealFileText, onSuccess: words.write });
  return (
    <>
      <label className="file">From a file <input type="file" accept=".yaml,.yml,.json" onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) mutate(file);
      }} /></label>
      {error !== null && <ProblemBox problem={error} />}
      <WordsField label={labels.text} wrong={wrong} words={words} required rows={10} spellCheck={false} className="deal-text" />
    </>
  );
}

/** What may come next, and of the rest why not. */
export function NextSteps({ agreement }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const known = agreement.next.filter(({ step }) => forms[step] !== undefined && mayIn(session, workspace, forms[step].needs));
  const isMatter = (step: string): boolean => step !== "settle" || (agreement.renewal?.open ?? []).length > 0;
  const [can, cannot] = [known.filter(({ step, why }) => why === null && isMatter(step)), known.filter(({ step, why }) => why !== null && isMatter(step))];
  if (known.length === 0) return null;
  return (
    <Section id="next" title="What comes next">
      {can.length === 0 && <p className="soft">Nothing more is recorded of it.</p>}
      <div className="choices">{known.map((each) => <One key={each.step} agreement={agreement} step={each.step} isOffered={can.includes(each)} />)}</div>
      {cannot.length > 0 && <details><summary>What cannot come next, and why</summary><ul className="small">{cannot.map(({ step, why }) => <li key={step}>{sayStep(step)}: {why}</li>)}</ul></details>}
    </Section>
  );
}
