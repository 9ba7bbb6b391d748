/** What colors somebody wants: their system's, or these. */
export type Theme = "system" | "light" | "dark";
export const themes: readonly Theme[] = ["system", "light", "dark"];

const key = "cleartitle-theme";

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(key);
  return themes.find((each) => each === kept) ?? "system";
}

export function showTheme(theme: Theme = chosenTheme()): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  showTheme(theme);
}
