/** A title file to begin with: small, commented, and an answer comes out of it as it stands. */
export const starter = `# The chain of title of what we use and make. Dates are quoted; nothing recorded means unknown, never yes.
us: our-company                 # on whose behalf the questions are asked

parties:
  - { id: our-company, domicile: DE, kind: company }

assets:
  # license: an SPDX expression, or a license known to the catalogue. Leave it out where nobody recorded one.
  - { id: base-model, kind: model, license: Apache-2.0, source: "hf:model/example/base-model" }
  - { id: support-notes, kind: dataset, license: CC-BY-4.0 }
  - { id: tuned-model, kind: model }
  - { id: assistant, kind: product }

derivations:
  # by: copy, subset, annotate, curate, merge, convert, finetune, adapt, train, distil, generate, include, …
  - { from: [base-model, support-notes], to: tuned-model, by: finetune, on: "2026-03-01", in: DE, purpose: commercial }
  - { from: tuned-model, to: assistant, by: include }

uses:
  # May we do these actions with this, for this purpose, in these places, on this date?
  launch: { of: assistant, actions: [host], purpose: commercial, in: [EU, US], on: "2026-12-01" }
`;
