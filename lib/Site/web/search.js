// Full-text search over window.courseIndex: every word must occur, the last one may be a beginning.
(() => {
  "use strict";
  const index = window.courseIndex;
  const input = document.getElementById("search");
  const found = document.getElementById("found");
  if (!index || !input) return;
  const vocabulary = Object.keys(index.words);
  const most = 12;

  const split = text => (text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? []);

  function places(word, isBeginning) {
    const scores = new Map();
    const words = isBeginning ? vocabulary.filter(one => one.startsWith(word)) : index.words[word] ? [word] : [];
    for (const one of words) {
      const list = index.words[one];
      const worth = one === word ? 2 : 1;
      for (let i = 0; i < list.length; i += 2) scores.set(list[i], Math.max(scores.get(list[i]) ?? 0, worth * list[i + 1]));
    }
    return scores;
  }

  function search(query) {
    const words = split(query);
    let total = null;
    words.forEach((word, i) => {
      const scores = places(word, i === words.length - 1);
      total = total === null ? scores : new Map([...total].filter(([place]) => scores.has(place)).map(([place, score]) => [place, score + scores.get(place)]));
    });
    return { words, hits: [...(total ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([place]) => index.passages[place]) };
  }

  function excerpt(text, words) {
    const lower = text.toLowerCase();
    const at = Math.max(0, Math.min(...words.map(word => lower.indexOf(word)).filter(i => i >= 0), text.length));
    const from = at === text.length ? 0 : Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 40)));
    const line = document.createElement("small");
    const piece = (from > 0 ? "…" : "") + text.slice(from, from + 150).trim() + (from + 150 < text.length ? "…" : "");
    const pattern = new RegExp(`(${words.map(word => word.replace(/[^\p{L}\p{Nd}]/gu, "")).join("|")})`, "giu");
    for (const [i, part] of piece.split(pattern).entries()) {
      const node = i % 2 ? document.createElement("mark") : document.createElement("span");
      node.textContent = part;
      line.append(node);
    }
    return line;
  }

  function show() {
    const query = input.value.trim();
    found.replaceChildren();
    found.hidden = query.length < 2;
    if (found.hidden) return;
    const { words, hits } = search(query);
    const count = document.createElement("p");
    count.setAttribute("role", "status");
    count.textContent = hits.length === 0 ? `Nothing has “${query}” in it.` : hits.length === 1 ? "1 place" : `${hits.length} places`;
    found.append(count);
    for (const [page, anchor, heading, text] of hits) {
      const [file, title] = index.pages[page];
      const link = document.createElement("a");
      link.href = anchor ? `${file}#${anchor}` : file;
      const name = document.createElement("b");
      name.textContent = heading === title || !heading ? title : `${title}: ${heading}`;
      link.append(name, excerpt(text, words));
      found.append(link);
    }
  }

  const close = () => { found.hidden = true; };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  found.addEventListener("click", event => event.target.closest("a") && close());
  document.addEventListener("click", event => event.target.closest(".search") || close());
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape" && event.target.closest(".search")) {
      close();
      input.focus();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.closest(".search")) {
      const stops = [input, ...found.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.key === "Enter" && event.target === input) found.querySelector("a")?.click();
  });
})();
