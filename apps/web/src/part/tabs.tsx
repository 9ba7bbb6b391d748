import { Link } from "@tanstack/react-router";
import { useSearchState } from "./search-state.js";
import "./tabs.css";

interface TabsProps {
  readonly label: string;
  /** The key in the address; the first tab is shown where it is not there. */
  readonly of: string;
  readonly tabs: readonly { readonly value: string; readonly title: string }[];
  /** What stays in the address from tab to tab. */
  readonly keeps?: readonly string[];
}

/** Parts of a screen of which one is seen at a time. Each has an address. */
export function Tabs({ label, of, tabs, keeps = [] }: TabsProps) {
  const [state] = useSearchState();
  const shown = state[of] ?? tabs[0]?.value;
  const kept = Object.fromEntries(Object.entries(state).filter(([key]) => keeps.includes(key)));
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ value, title }, index) => (
        <Link key={value} to="." search={index === 0 ? kept : { ...kept, [of]: value }} activeProps={{}} activeOptions={{ exact: true, includeSearch: true }} {...(value === shown ? { "aria-current": "page" as const } : { "aria-current": false as const })}>{title}</Link>
      ))}
    </nav>
  );
}
