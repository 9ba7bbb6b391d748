import type { Deal } from "./deal.js";

const valueLines = (key: string, value: unknown): string[] => {
  if (Array.isArray(value) && value.some((each) => typeof each === "object")) return [`${key}:`, ...value.map((each) => `  - ${JSON.stringify(each)}`)];
  return key === "topics" ? [`${key}:`, ...Object.entries(value as object).map(([id, taken]) => `  ${id}: ${JSON.stringify(taken)}`)] : [`${key}: ${JSON.stringify(value)}`];
};

/** A deal as a deal file: a line for each thing that is said. */
export const dealText = (deal: Deal): string => `${Object.entries(deal).flatMap(([key, value]) => valueLines(key, value)).join("\n")}\n`;
