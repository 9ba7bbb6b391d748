import { plainWords, sayLayer } from "@cleartitle/engine";
import type { Layer } from "@cleartitle/norms";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { askAnew } from "../../api/ask-anew.js";
import { answered, api } from "../../api/client.js";
import { problemAt } from "../../api/problem.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { today } from "../../part/days.js";
import { DialogForm } from "../../part/dialog-form.js";
import { DateField, Field } from "../../part/field.js";
import { Terms } from "../../part/terms.js";
import { agreementAt } from "../../shell/address.js";
import type { ReadingDetail } from "./use-readings.js";

const layers = { copyright: true, moral: true, related: true, "personal-data": true, contract: true, secret: true, patent: true, personality: true, mark: true, access: true, regulation: true } as const satisfies Readonly<Record<Layer, true>>;
const layerTerms = Object.fromEntries((Object.keys(layers) as Layer[]).map((layer) => [layer, { title: sayLayer(layer) }]));
const kinds = ["dataset", "model", "code", "prompt", "workflow", "output", "product", "persona", "document"] as const;
const sides = ["licensor", "licensee"] as const;

/** Parties of the fields that were accepted, by name. */
const partiesOf = ({ kinds: read }: ReadingDetail): readonly string[] => {
  const fields = read.find(({ kind }) => kind === "parties")?.fields.filter(({ state }) => state !== "open" && state !== "rejected") ?? [];
  return [...new Set(fields.flatMap(({ values }) => values.map(({ says }) => says.split(" = ")[0]!.trim())))];
};

/** A name that a deal may have, of the name of a file. */
const idOf = (name: string): string => (name.split("/").at(-1) ?? "").replace(/\.[a-z]+$/i, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 80);

/** Begins an agreement with what was accepted: as a text of the other side, with the document as its evidence. */
export function MakeDeal({ reading }: { readonly reading: ReadingDetail }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState(idOf(reading.name));
  const [us, setUs] = useState<(typeof sides)[number]>("licensee");
  const [parties, setParties] = useState<Readonly<Record<(typeof sides)[number], string>>>({ licensor: "", licensee: "" });
  const [written, setWritten] = useState("");
  const [on, setOn] = useState(today());
  const [asset, setAsset] = useState({ id: "", kind: "dataset", layers: ["copyright"] as readonly string[] });
  const making = useMutation({
    mutationFn: async () => {
      const named = Object.fromEntries(Object.entries(parties).filter(([, name]) => name !== ""));
      const body = { id, us, ...named, ...(written === "" ? {} : { written }), on, assets: [{ id: asset.id.trim(), kind: asset.kind, layers: [...asset.layers] as Layer[] }] };
      return answered(api.POST("/workspaces/{workspace}/readings/{number}/agreement", { params: { path: { workspace, number: reading.number } }, body }));
    },
    onSuccess: async ({ agreement }) => {
      await askAnew(client, { queryKey: queryKey.of(workspace) });
      await navigate({ to: agreementAt(workspace, agreement) });
    },
  });
  const wrongAt = (pointer: string): string | null => problemAt(making.error, pointer);
  const { accepted, corrected, added } = reading.said;
  return (
    <DialogForm label="Make a deal of it" title="The deal of what was accepted" run="Begin the agreement" isMain onRun={making.mutateAsync} isRunning={making.isPending} problem={making.error}>
      <p>{(accepted + corrected + added).toLocaleString("en")} accepted clauses become its words, under their topics. It grants nothing: what the words permit a person writes, and it counts once both signatures are recorded.</p>
      <Field label="Name of the agreement" wrong={wrongAt("/id")}>{(own) => <input {...own} required maxLength={100} pattern="[a-zA-Z0-9][\w.\-]*" value={id} onChange={({ target }) => setId(target.value)} />}</Field>
      <Field label="We are the" wrong={wrongAt("/us")}>{(own) => <select {...own} value={us} onChange={({ target }) => setUs(sides.find((side) => side === target.value) ?? us)}>{sides.map((side) => <option key={side} value={side}>{side}</option>)}</select>}</Field>
      {sides.map((side) => (
        <Field key={side} label={`The ${side}`} wrong={wrongAt(`/${side}`)}>
          {(own) => <select {...own} value={parties[side]} onChange={({ target }) => setParties({ ...parties, [side]: target.value })}><option value="">whom the contract calls so</option>{partiesOf(reading).map((name) => <option key={name} value={name}>{name}</option>)}</select>}
        </Field>
      ))}
      <Field label="What is licensed" hint="an asset by its name in the records" wrong={wrongAt("/assets")}>{(own) => <input {...own} required maxLength={200} value={asset.id} onChange={({ target }) => setAsset({ ...asset, id: target.value })} />}</Field>
      <Field label="It is a">{(own) => <select {...own} value={asset.kind} onChange={({ target }) => setAsset({ ...asset, kind: target.value })}>{kinds.map((kind) => <option key={kind} value={kind}>{plainWords(kind)}</option>)}</select>}</Field>
      <Terms label="Rights in it" terms={layerTerms} chosen={asset.layers} onChange={(chosen) => setAsset({ ...asset, layers: chosen })} />
      <DateField label="Day of the agreement" hint="left empty: the agreement date that was accepted" value={written} onChange={setWritten} wrong={wrongAt("/written")} />
      <DateField label="The day on which it came" value={on} onChange={setOn} wrong={wrongAt("/on")} />
    </DialogForm>
  );
}
