import { withoutControls } from "@cleartitle/engine";

/** One line of a header, a text or a calendar: names come from files of others, and may hold anything. */
export const line = (text: string, most: number): string => {
  const clean = withoutControls(text.replaceAll(/\s+/gu, " ")).trim();
  return clean.length <= most ? clean : `${clean.slice(0, most - 1)}…`;
};
