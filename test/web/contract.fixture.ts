import { sha256 } from "@cleartitle/norms";
import { type House, json } from "../api/house.js";

/** A contract as somebody else wrote it. */
export const contract = `DATA LICENSE AGREEMENT

This Data License Agreement (the "Agreement") is entered into as of March 3, 2026 by and between Archive Inc., a Delaware corporation ("Licensor"), and Acme Labs LLC, a Texas limited liability company ("Licensee").

1. License Grant. Subject to the terms of this Agreement, Licensor hereby grants to Licensee a non-exclusive, non-transferable license to use the Data.

2. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.

3. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to its conflict of laws principles.

4. Outputs. Licensee keeps the Data apart. Licensee keeps a list of who used the Data.
`;

/** Has a document read in `acme`, and gives the run when it is over. */
export async function readContract({ ask }: House, name: string, bytes: Uint8Array | string): Promise<Record<string, any>> {
  const response = await ask(`/workspaces/acme/readings?name=${encodeURIComponent(name)}`, { method: "POST", body: typeof bytes === "string" ? bytes : new Uint8Array(bytes), headers: { "Content-Type": "application/octet-stream" } });
  if (response.status !== 202) throw new Error(await response.text());
  const address = response.headers.get("location")!.slice("/api/v1".length);
  await (await ask(`${address}/events`)).text();
  return (await ask(address)).json() as Promise<Record<string, any>>;
}

/** Contracts of `acme`: one that was read and of which something was said, and one that could not be read. */
export async function writeContracts(house: House): Promise<void> {
  await readContract(house, "archive-license.txt", contract);
  await readContract(house, "vertrag.txt", "Dieser Vertrag regelt die Nutzung der Daten durch den Lizenznehmer. ".repeat(12));
  for (const [path, body] of [["reviews", { verdict: "accepted", fields: ["governing-law.1", "license-grant.1"] }], ["reviews", { verdict: "corrected", field: "governing-law.1", values: ["US-DE"], why: "as amended" }], ["reviews", { verdict: "rejected", fields: ["anti-assignment.1"] }]] as const) {
    const said = await house.ask(`/workspaces/acme/readings/1/${path}`, json(body));
    if (said.status !== 201) throw new Error(await said.text());
  }
}

/** Records a reading as if a program with other weights had made it. */
export async function readByAnother({ ask, store }: House, number: number): Promise<void> {
  const kept = await store.workspace("acme");
  const steps = await kept.readingSteps(number);
  const read = JSON.parse(await (await ask(`/workspaces/acme/readings/${number}/file`)).text()) as { readonly documents: readonly [object] };
  const older = JSON.stringify({ ...read, basis: { weights: sha256("older") }, documents: [{ ...read.documents[0], reviews: [] }] });
  const content = { ...steps.findLast((step) => step.content?.["step"] === "read")!.content, reading: sha256(older) };
  await kept.takeReadingStep({ reading: number, after: steps.length, content, evidence: [sha256(older)] }, [{ content: Buffer.from(older), mediaType: "application/json" }], { by: "jane", at: "2026-03-01T09:00:00Z" });
}
