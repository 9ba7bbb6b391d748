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

/** Deals beside the one on the notes: what the same side gives to a rival alone, and what `acme` passes on; and one that was given up. */
const others = {
  "rival-2026": `id: rival-2026
title: Notes for <img src=x onerror="window.ran=1"> a rival
written: "2026-03-01"
parties:
  - { id: field-notes-project, role: licensor, name: "The <b>Field</b> Notes" }
  - { id: acme, role: licensee, name: Acme }
assets: [{ id: notes, kind: dataset, layers: [copyright, related, contract], scope: [database, content] }]
topics:
  permitted-acts: { version: licensee }
  term-and-renewal: { version: neutral, with: { from: "2026-03-01", initial: P1Y, renewal: P1Y, notice: P60D } }
  liability-caps: { version: neutral }
  price: { version: licensee, with: { fee: "USD 1200000.50" } }
  governing-law: { version: neutral, with: { law: [GB], seat: [FR] } }
`,
  "passed-on": `id: passed-on
title: Notes in a product
written: "2026-03-01"
parties: [{ id: acme, role: licensor, name: Acme }, { id: customer, role: licensee, name: A customer }]
assets: [{ id: notes, kind: dataset, layers: [copyright, related, contract], scope: [database, content] }]
topics:
  permitted-acts: { version: licensee }
  exclusivity: { version: neutral, with: { fields: [medical], window: P12M } }
  term-and-renewal: { version: neutral, with: { from: "2026-03-01", initial: P3Y, renewal: P1Y, notice: P30D } }
  governing-law: { version: neutral, with: { law: [US], seat: [US] } }
`,
} as const;

/** Agreements of `acme` that are drafts beside the signed one, and one that is given up. */
export async function writeOthers({ ask }: House): Promise<void> {
  const steps: readonly (readonly [string, object])[] = [["", { text: others["rival-2026"] }], ["", { text: others["passed-on"] }], ["", { text: others["passed-on"].replace("id: passed-on", "id: given-up") }], ["/given-up/withdrawal", { on: "2026-03-01", side: "licensee", why: "it was a try" }]];
  for (const [path, body] of steps) {
    const response = await ask(`/workspaces/acme/agreements${path}`, json(body));
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
}
