export interface Theme {
  dark(): boolean;
  toggle(): void;
  /** Returns how to stop listening. */
  onChange(listener: (dark: boolean) => void): () => void;
}

/** Follows the system until a person chooses; `?theme=dark` or `?theme=light` chooses for one visit. */
export function createTheme(): Theme {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const listeners = new Set<(dark: boolean) => void>();
  const asked = new URLSearchParams(location.search).get("theme") ?? localStorage.getItem("workbench.theme");
  let chosen = asked === "dark" ? true : asked === "light" ? false : undefined;
  const dark = () => chosen ?? system.matches;
  const apply = () => {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    for (const listener of listeners) listener(dark());
  };
  system.addEventListener("change", apply);
  apply();
  return {
    dark,
    toggle() {
      chosen = !dark();
      localStorage.setItem("workbench.theme", chosen ? "dark" : "light");
      apply();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
