import { useState } from "react";
import { chooseTheme, chosenTheme, themes, type Theme } from "./theme.js";

const names: Readonly<Record<Theme, string>> = { system: "as the system", light: "light", dark: "dark" };

export function ThemeChoice() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <label>
      Colors
      <select value={theme} onChange={({ target }) => {
        const chosen = target.value as Theme;
        chooseTheme(chosen);
        setTheme(chosen);
      }}>
        {themes.map((each) => <option key={each} value={each}>{names[each]}</option>)}
      </select>
    </label>
  );
}
