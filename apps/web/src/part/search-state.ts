import { useNavigate, useSearch } from "@tanstack/react-router";

/** What the address says after its question mark: every state of a screen has a link. */
export type SearchState = Readonly<Record<string, string>>;

/** The state of a screen, and how it is changed: undefined and the empty text take a key out. `replace` leaves no step to go back to. */
export function useSearchState(): readonly [SearchState, (change: Readonly<Record<string, string | undefined>>, replace?: boolean) => void] {
  const state = useSearch({ strict: false }) as SearchState;
  const navigate = useNavigate();
  const change = (changed: Readonly<Record<string, string | undefined>>, replace = false): void => {
    // Of what the address says then, not of what was shown when this was made: what was chosen in between stays.
    const next = (now: SearchState): SearchState => Object.fromEntries(Object.entries({ ...now, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""));
    void navigate({ to: ".", search: next, replace });
  };
  return [state, change];
}
