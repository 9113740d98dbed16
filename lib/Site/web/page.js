// What a page does by itself: mathematics, copy buttons, the switch of colours, contents that follow the reader.
(() => {
  "use strict";
  for (const formula of document.querySelectorAll(".math"))
    if (window.katex)
      katex.render(formula.textContent, formula, { displayMode: formula.classList.contains("display"), throwOnError: false, strict: "ignore", trust: false });

  for (const source of document.querySelectorAll("pre.source")) {
    const holder = source.closest("div.code") ?? Object.assign(document.createElement("div"), { className: "code" });
    if (!holder.contains(source)) {
      source.replaceWith(holder);
      holder.append(source);
    }
    const button = Object.assign(document.createElement("button"), { className: "copy", type: "button", textContent: "Copy" });
    button.setAttribute("aria-label", "Copy this code");
    button.addEventListener("click", async () => {
      await copy(source.textContent);
      button.textContent = "Copied";
      button.classList.add("done");
      setTimeout(() => { button.textContent = "Copy"; button.classList.remove("done"); }, 1500);
    });
    holder.append(button);
  }

  // Pages opened from a file have no clipboard interface in some browsers; the old command still works there.
  async function copy(text) {
    if (navigator.clipboard && isSecureContext) {
      try { return await navigator.clipboard.writeText(text); } catch { /* refused: try the other way */ }
    }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    area.style.position = "fixed";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  // What scrolls must be reachable by keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll("pre, .wide, .markup, .math.display"))
      if (box.scrollWidth > box.clientWidth + 1 || (box.scrollHeight > box.clientHeight + 1 && box.matches("pre"))) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
  };
  reach();
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);

  const button = document.getElementById("theme");
  if (button) {
    const press = () => button.setAttribute("aria-pressed", String(window.courseTheme.isDark()));
    button.addEventListener("click", () => window.courseTheme.set(window.courseTheme.isDark() ? "light" : "dark"));
    window.courseTheme.onChange(press);
    press();
  }

  const contents = document.querySelector(".contents");
  if (contents) {
    const wide = matchMedia("(min-width: 76rem)");
    const open = () => { contents.open = wide.matches; };
    wide.addEventListener("change", open);
    open();
    const links = new Map([...contents.querySelectorAll("a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
    const follow = () => {
      const current = headings.findLast(heading => heading.getBoundingClientRect().top < innerHeight / 3) ?? headings[0];
      for (const [id, link] of links)
        if (id === current?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
    };
    addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
    follow();
  }

  // A link into a folded solution unfolds it.
  const unfold = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not(.contents)")?.setAttribute("open", "");
  addEventListener("hashchange", unfold);
  unfold();
})();
