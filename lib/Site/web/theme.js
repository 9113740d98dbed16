// Runs before the first paint: a remembered choice of colours wins over the system's.
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  const recall = () => { try { return localStorage.getItem("theme"); } catch { return null; } };

  const theme = {
    isDark: () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches,
    set(name) {
      root.dataset.theme = name;
      try { localStorage.setItem("theme", name); } catch { /* private windows keep nothing */ }
      listeners.forEach(listener => listener());
    },
    onChange: listener => listeners.push(listener),
  };

  root.dataset.scripts = "";
  const remembered = recall();
  if (remembered === "dark" || remembered === "light") root.dataset.theme = remembered;
  system.addEventListener("change", () => listeners.forEach(listener => listener()));
  window.courseTheme = theme;
})();
