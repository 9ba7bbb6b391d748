/** Cards as repositories of a model and a data set have them; where each is from stands beside it. */
export const cardFolder = "test/web/cards";

/** What a house does with the two: a model for a chat that customers pay for. */
export const companion = `us: acme
parties: [{ id: acme, kind: company, domicile: DE }]
assets:
  - { id: "card:cards/empathetic_dialogues", kind: dataset, acquired: { who: acme, in: DE, on: "2026-01-10", how: download } }
  - { id: "card:cards/distilgpt2", kind: model }
  - { id: companion, kind: model }
  - { id: chat, kind: product }
derivations:
  - { id: companion-tuned, from: ["card:cards/distilgpt2", "card:cards/empathetic_dialogues"], to: companion, by: finetune, on: "2026-02-02", in: DE, purpose: commercial }
  - { id: chat-made, from: companion, to: chat, by: include, on: "2026-02-20", in: DE, purpose: commercial }
uses:
  companion-launch: { of: chat, actions: [host], purpose: commercial, in: [DE, US], on: "2026-12-01" }
`;
