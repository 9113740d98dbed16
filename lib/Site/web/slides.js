// Starts the deck: mathematics and charts first, since slides are as high as what is on them.
(async () => {
  "use strict";
  for (const formula of document.querySelectorAll(".math"))
    katex.render(formula.textContent, formula, { displayMode: formula.classList.contains("display"), throwOnError: false, strict: "ignore", trust: false });

  const deck = { width: 1280, height: 720, margin: 0.06, hash: true, slideNumber: "c/t", center: false, transition: "none", pdfSeparateFragments: false, plugins: [RevealNotes] };
  await window.courseCharts?.drawAll();
  await document.fonts.ready;
  await Reveal.initialize(deck);

  // What is too high for its slide is drawn smaller.
  const room = deck.height - 24;
  for (const part of document.querySelectorAll(".reveal .fit")) {
    const section = part.parentElement;
    const shown = section.style.display;
    const above = section.parentElement.closest("section");
    const aboveShown = above?.style.display;
    section.style.display = "block";
    if (above) above.style.display = "block";
    const high = part.scrollHeight;
    if (high > room) part.style.zoom = String(Math.max(0.4, room / high));
    section.style.display = shown;
    if (above) above.style.display = aboveShown;
  }
  Reveal.layout();
  document.documentElement.dataset.ready = "";
})();
