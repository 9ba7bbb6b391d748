import { type House, json } from "../api/house.js";

/** A deal on the notes of the main example. */
export const deal = `id: notes-2026
title: Notes for an assistant
written: "2026-02-20"
parties:
  - { id: field-notes-project, role: licensor, name: "The <b>Field</b> Notes" }
  - { id: acme, role: licensee, name: Acme }
assets:
  - { id: notes, kind: dataset, layers: [copyright, related, contract], scope: [database, content] }
topics:
  permitted-acts: { version: licensee }
  field-of-use: { version: neutral, with: { fields: [medical] } }
  improvements: { version: neutral }
  model-after-term: { version: neutral }
  term-and-renewal: { version: neutral, with: { from: "2026-01-01", initial: P2Y, renewal: P1Y, notice: P60D } }
  deletion: { version: neutral, with: { within: P30D } }
  termination: { version: neutral }
`;

/** The same in words of the other side. */
export const theirs = deal.replace("within: P30D", "within: P14D");

/** What `acme` wants of such a deal. */
export const playbook = `id: inbound-notes
title: Notes that we take in
side: licensee
topics:
  deletion: { want: licensee, beyond: stop, why: "Models are retrained once a year." }
  termination: { want: neutral, beyond: ask, why: "Both sides leave alike." }
`;

/** An agreement of `acme` that was sent, answered and signed. */
export async function writeAgreement({ ask }: House): Promise<void> {
  const steps: readonly (readonly [string, object])[] = [
    ["", { text: deal, note: "as we talked" }], ["/notes-2026/sending", { on: "2026-02-21" }], ["/notes-2026/versions", { text: theirs, side: "theirs", on: "2026-02-25", evidence: "mail of 25 February" }],
    ["/notes-2026/signatures", { side: "licensee", on: "2026-02-27", evidence: "signed copy" }], ["/notes-2026/signatures", { side: "licensor", on: "2026-02-28", evidence: "signed copy" }],
  ];
  for (const [path, body] of steps) {
    const response = await ask(`/workspaces/acme/agreements${path}`, json(body));
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
}
