import { type Field, fieldFault, type FieldValue } from "../../packages/agreements/src/clause/field.js";
import { catalogue } from "./clause-house.js";

const { taxonomies } = catalogue;
const pairOf = (names: Iterable<string>): string[] => [...names].slice(5, 7);
const others: Readonly<Record<Field["type"], (field: Field) => readonly FieldValue[]>> = {
  duration: () => ["P45D", "P7M", "P3Y", "P20D", "P5D"], money: () => ["EUR 123456", "EUR 7"], number: () => [3, 17, 40, 62, 2], date: () => ["2029-03-04"], text: () => ["the river of records"], words: () => [["rivers", "lakes"]],
  choice: ({ options }) => options ?? [], acts: () => [pairOf(taxonomies.actions.keys())], purposes: () => [pairOf(taxonomies.purposes.keys())], fields: () => [pairOf(taxonomies.fields.keys())], places: () => [["EU", "JP"]],
  recipients: () => [pairOf(taxonomies.recipients.keys())], assets: () => [],
};

/** A value that is neither what the house proposes nor its example; null: there is none, as of assets. */
export function another(field: Field): FieldValue | null {
  const usual = JSON.stringify(field.default ?? field.example);
  return others[field.type](field).find((value) => JSON.stringify(value) !== usual && fieldFault(field, value, taxonomies, new Set()) === null) ?? null;
}
