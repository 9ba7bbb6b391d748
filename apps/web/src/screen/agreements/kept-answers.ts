import { useState } from "react";
import { useSignedIn } from "../../api/session.js";
import { personKey } from "../../part/kept-words.js";
import type { FieldValue } from "./deal.js";

/** What is said of a draft that is begun with a template. */
export interface KeptAnswers {
  /** Id, title, day, parties and assets, as they are written. */
  readonly head: Readonly<Record<string, string>>;
  /** Answers by question. */
  readonly answers: Readonly<Record<string, FieldValue>>;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

function keptOf(key: string): KeptAnswers | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as KeptAnswers | null;
    return kept !== null && isObject(kept.head) && isObject(kept.answers) ? kept : null;
  } catch {
    return null;
  }
}

/** Answers of this window: they outlive a step to another screen and a reload, and nothing else. */
export function useKeptAnswers(workspace: string, template: string): readonly [KeptAnswers, (next: KeptAnswers) => void] {
  const key = personKey(useSignedIn().person, "answers", workspace, template);
  const [kept, setKept] = useState(() => keptOf(key) ?? { head: {}, answers: {} });
  return [kept, (next) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setKept(next);
  }];
}
