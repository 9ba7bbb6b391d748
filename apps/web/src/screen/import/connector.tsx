import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { usePersons } from "./persons.js";

const kinds = {
  "hugging-face": { says: "Hugging Face", address: "https://huggingface.co", names: "owner/name, datasets/owner/name or owner/*" },
  mlflow: { says: "MLflow", address: "", names: "empty for all" },
  wandb: { says: "Weights & Biases", address: "https://api.wandb.ai", names: "entity or entity/project" },
  marquez: { says: "Marquez (OpenLineage)", address: "", names: "namespaces; empty for all" },
  atlas: { says: "Apache Atlas", address: "", names: "ids of entities" },
} as const;
type Kind = keyof typeof kinds;
const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** A server whose answers are read. Without tokens: what it shows to everybody. */
export function Connector() {
  const workspace = useWorkspace();
  const [, change] = useSearchState();
  const persons = usePersons();
  const [kind, setKind] = useState<Kind>("hugging-face");
  const [address, setAddress] = useState<string>(kinds[kind].address);
  const [names, setNames] = useState("");
  const asking = useMutation({
    mutationFn: async () => answered(api.POST("/workspaces/{workspace}/imports/server", { params: { path: { workspace } }, body: { kind, address: address.trim(), names: names.split(/[\s,]+/).filter((name) => name !== ""), persons } })),
    onSuccess: ({ number }) => change({ run: String(number), cursor: undefined }),
  });
  return (
    <form className="connector" onSubmit={(event) => {
      event.preventDefault();
      asking.mutate();
    }}>
      <div className="fields">
        <Field label="Server of">
          {(own) => (
            <select {...own} value={kind} onChange={({ target }) => {
              if (!isKind(target.value)) return;
              setKind(target.value);
              setAddress(kinds[target.value].address);
            }}>
              {Object.entries(kinds).map(([value, { says }]) => <option key={value} value={value}>{says}</option>)}
            </select>
          )}
        </Field>
        <Field label="Address" wrong={problemAt(asking.error, "/address")}>{(own) => <input {...own} type="url" required maxLength={2000} size={36} value={address} onChange={({ target }) => setAddress(target.value)} />}</Field>
        <Field label="What to ask for" hint={kinds[kind].names} wrong={problemAt(asking.error, "/names")}>{(own) => <input {...own} size={36} value={names} onChange={({ target }) => setNames(target.value)} />}</Field>
      </div>
      <button type="submit" disabled={asking.isPending}>Ask the server</button>
      {asking.error !== null && <ProblemBox problem={asking.error} />}
    </form>
  );
}
