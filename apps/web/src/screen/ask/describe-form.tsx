import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../api/client.js";
import { useNames } from "../../api/names.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { scaleIn, scaleText } from "../../answer/asked.js";
import { today } from "../../part/days.js";
import { DateField, Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";
import { Terms } from "../../part/terms.js";
import { Counts } from "./counts.js";
import { toldAnew } from "./use-told.js";

const listIn = (text: string | undefined): readonly string[] => (text ?? "").split(",").filter((each) => each !== "");

const useAssetIds = (workspace: string) =>
  useQuery({ queryKey: queryKey.of(workspace, "asset-ids"), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/assets", { params: { path: { workspace }, query: { limit: 1000 } } }))).items.map(({ id }) => id) });

/** A use that is in no records: what, by whom, where, when, how much. It is asked once all of it is written, and its address holds it. */
export function DescribeForm({ problem }: { readonly problem: unknown }) {
  const names = useNames();
  const workspace = useWorkspace();
  const { data: assets = [] } = useAssetIds(workspace);
  const [state, change] = useSearchState();
  const [draft, setDraft] = useState({ of: "", do: "", actor: "", purpose: "", field: "", in: "", on: today(), scale: "", as: "", ...state });
  const set = (key: keyof typeof draft) => (value: string) => setDraft({ ...draft, [key]: value });
  const setList = (key: keyof typeof draft) => (chosen: readonly string[]) => setDraft({ ...draft, [key]: chosen.join(",") });
  const wrong = (key: string): string | null => problemAt(problem, `/described/${key}`);
  return (
    <form className="ask-form" onSubmit={(event) => {
      event.preventDefault();
      change({ ...draft, use: undefined, how: undefined, ...toldAnew });
    }}>
      <div className="fields">
        <Field label="Asset" wrong={wrong("of")}>{(own) => <><input {...own} data-search="" list="asset-ids" required value={draft.of} onChange={({ target }) => set("of")(target.value)} /><datalist id="asset-ids">{assets.map((id) => <option key={id} value={id} />)}</datalist></>}</Field>
        <Terms label="What is done with it" terms={names.actions} chosen={listIn(draft.do)} onChange={setList("do")} wrong={wrong("actions")} />
        <Field label="By whom" hint="us, where left empty" wrong={wrong("actor")}>{(own) => <input {...own} value={draft.actor} onChange={({ target }) => set("actor")(target.value)} />}</Field>
      </div>
      <div className="fields">
        <Terms label="For which purpose" terms={names.purposes} chosen={listIn(draft.purpose)} onChange={setList("purpose")} wrong={wrong("purpose")} />
        <Terms label="In which field" terms={names.fields} chosen={listIn(draft.field)} onChange={setList("field")} wrong={wrong("field")} />
      </div>
      <div className="fields">
        <Field label="Places" hint="ISO codes, or groups like EU" wrong={wrong("in")}>{(own) => <input {...own} required placeholder="EU, US, JP" value={draft.in} onChange={({ target }) => set("in")(target.value)} />}</Field>
        <DateField label="On" value={draft.on} onChange={set("on")} wrong={wrong("on")} />
        <Field label="Released under" hint="a license, where it is handed on" wrong={wrong("as")}>{(own) => <input {...own} placeholder="Apache-2.0" value={draft.as} onChange={({ target }) => set("as")(target.value)} />}</Field>
        <Counts quantities={names.quantities} scale={scaleIn(draft.scale)} onChange={(scale) => set("scale")(scaleText(scale))} />
      </div>
      <button className="main" disabled={draft.do === ""}>Ask</button>
    </form>
  );
}
