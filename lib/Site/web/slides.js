// Starts the deck: mathematics, charts and fonts first, since slides are as high as what is on them.
(async () => {
  "use strict";
  const deck = { width: 1280, height: 720, margin: 0.06, hash: true, slideNumber: "c/t", center: false, transition: "none", pdfSeparateFragments: false, plugins: [RevealNotes] };
  for (const formula of document.querySelectorAll(".math"))
    katex.render(formula.textContent, formula, { displayMode: formula.classList.contains("display"), throwOnError: false, strict: "ignore", trust: false });
  await window.courseCharts?.drawAll();
  await document.fonts.ready;

  // What is too high for its slide is drawn smaller.
  const room = deck.height - 60;
  document.querySelector(".slides").style.width = `${deck.width}px`;
  for (const part of document.querySelectorAll(".fit")) {
    const sections = [part.parentElement, part.parentElement.parentElement.closest("section")].filter(Boolean);
    sections.forEach(section => { section.style.display = "block"; });
    const high = part.scrollHeight;
    if (high > room) part.style.zoom = String(Math.max(0.4, room / high));
    sections.forEach(section => { section.style.display = ""; });
  }

  // On paper reveal.js is ready only when its pages are laid out.
  const isPrinted = /print-pdf/.test(location.search);
  Reveal.on(isPrinted ? "pdf-ready" : "ready", () => { document.documentElement.dataset.ready = ""; });
  await Reveal.initialize(deck);
})();
