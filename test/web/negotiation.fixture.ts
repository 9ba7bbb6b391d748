import { type House, json } from "../api/house.js";

/** What `acme` and the other side of `notes-2026` do not agree on. */
export const talks = `id: notes-talks
title: Notes for an assistant <b>in talks</b>
deal: the agreement
title-file: the records
rounds: 4
issues:
  - { id: fields, topic: field-of-use, options: { medical: { is: "medical alone", version: neutral, with: { fields: [medical] } }, all: { is: "every field", version: licensee } } }
  - { id: improvements, topic: improvements, options: { theirs: { version: licensor }, shared: { version: neutral } } }
  - { id: deletion, topic: deletion, options: { soon: { is: "in 14 days", version: neutral, with: { within: P14D } }, later: { is: "in 90 days", version: neutral, with: { within: P90D } } } }
  - { id: fee, is: "Fee in a year", options: { low: { is: "USD 40,000" }, middle: { is: "USD 60,000" }, high: { is: "USD 90,000" } } }
parties:
  - id: acme
    interests: ["the assistant goes out in December", "<img src=x onerror='window.ran=1'>"]
    values: { fields: { weight: 5, of: { medical: 0, all: 100 } }, improvements: { weight: 15, of: { theirs: 0, shared: 100 } }, deletion: { weight: 10, of: { soon: 0, later: 100 } }, fee: { weight: 30, of: { low: 100, middle: 60, high: 0 } } }
    releases: { launch: 30 }
    duty: 1
    reservation: 35
    batna: { is: "notes of our own", value: 30 }
  - id: field-notes-project
    interests: ["notes are named where they are used"]
    values: { fields: { weight: 25, of: { medical: 100, all: 40 } }, improvements: { weight: 20, of: { theirs: 100, shared: 20 } }, deletion: { weight: 10, of: { soon: 100, later: 30 } }, fee: { weight: 40, of: { low: 0, middle: 60, high: 100 } } }
    reservation: 40
    batna: { is: "a publisher", value: 30 }
    tactic: boulware
`;

/** The talks, with a rehearsal in which each side has asked twice. */
export async function writeTalks({ ask }: House): Promise<void> {
  const at = "/workspaces/acme/negotiations";
  const steps: readonly (readonly [string, object])[] = [
    ["", { text: talks, agreement: "notes-2026" }], ["/notes-talks/sessions", { simulated: ["field-notes-project"], seed: 7 }],
    ["/notes-talks/sessions/1/offers", { by: "acme", settled: { fields: "all", improvements: "shared", deletion: "later", fee: "low" } }], ["/notes-talks/sessions/1/answer", {}],
    ["/notes-talks/sessions/1/offers", { by: "acme", settled: { fee: "middle" } }], ["/notes-talks/sessions/1/answer", {}],
  ];
  for (const [path, body] of steps) {
    const response = await ask(`${at}${path}`, json(body));
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
}
