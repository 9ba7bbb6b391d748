import { useState } from "react";
import { useSignedIn } from "../api/session.js";
import { useWorkspace } from "../api/workspace.js";

/** Words of a form that nobody sent yet. */
export interface KeptWords {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Once they are sent, or nobody wants them any more: the form begins anew. */
  readonly drop: () => void;
  /** Whether they were written before the form was left. */
  readonly areBack: boolean;
}

/** The key of what is kept in this tab for one person alone. */
export const personKey = (person: string, ...of: readonly string[]): string => ["cleartitle", person, ...of].join(" ");

/** The room for what a tab keeps is small, and a form is of more worth than what is kept of it. */
function keep(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // They stay as long as the screen does.
  }
}

/**
 * Words of a long field, kept in this tab until they are sent or dropped: they outlive a step to another screen and a reload. Never for what is secret.
 * `of`: which record and field they are of; `begun`: what stands there at first.
 */
export function useKeptWords(of: string, begun = ""): KeptWords {
  const { person } = useSignedIn();
  const key = personKey(person, "words", useWorkspace(), of);
  const [shown, show] = useState(() => ({ key, ...read(key, begun) }));
  // A field may come to be of another record while it is shown.
  const now = shown.key === key ? shown : { key, ...read(key, begun) };
  return {
    text: now.text, areBack: now.areBack,
    write: (text) => {
      keep(key, text === begun ? null : text);
      show({ ...now, text });
    },
    drop: () => {
      keep(key, null);
      show({ key, text: begun, areBack: false });
    },
  };
}

function keptIn(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function read(key: string, begun: string): Pick<KeptWords, "text" | "areBack"> {
  const kept = keptIn(key);
  return { text: kept ?? begun, areBack: kept !== null };
}
