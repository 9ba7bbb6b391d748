import { useEffect } from "react";
import { openHelp } from "./help.js";

/** Whoever types does not mean a key of ours. */
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName));

/** What `j` and `k` go through: rows of tables, and entries that a screen marks so. */
const rowMark = "[data-row]";

function goRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`#screen ${rowMark}`)].filter((row) => row.checkVisibility());
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))]!;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** The first link of the row that one is at. */
function openRow(): boolean {
  const row = document.activeElement;
  if (!(row instanceof HTMLElement) || !row.matches(rowMark)) return false;
  const link = row.querySelector<HTMLElement>("a, button, summary");
  link?.click();
  return link !== null;
}

const keys: Readonly<Record<string, () => boolean | void>> = {
  "/": () => document.querySelector<HTMLElement>("#screen [data-search]")?.focus(),
  j: () => goRow(1),
  k: () => goRow(-1),
  "?": openHelp,
  Enter: openRow,
};

/** The keys that work on every screen. */
export function useKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const work = keys[event.key];
      if (work === undefined || work() === false) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
