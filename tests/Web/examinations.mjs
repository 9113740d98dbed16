// What is examined: each returns plain data for the test that asked.
import { contrasts } from "./contrast.mjs";
import { jupyter } from "./jupyter.mjs";

const allCharts = page => page.evaluate(async () => {
  await window.courseCharts?.drawAll();
  await document.fonts.ready;
});

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export const examinations = {
  jupyter,

  load: { run: allCharts },

  dark: { options: { colorScheme: "dark" }, run: allCharts },

  charts: {
    run: async page => {
      await allCharts(page);
      return page.$$eval(".frame", frames => frames.map(frame => ({
        label: frame.getAttribute("aria-label"),
        marks: frame.querySelectorAll(".scatterlayer .trace, .barlayer .trace, .heatmaplayer image, .imagelayer image").length,
        width: frame.getBoundingClientRect().width,
        column: frame.parentElement.getBoundingClientRect().width,
      })));
    },
  },

  math: { run: page => page.$$eval(".math", all => all.map(one => ({ isSet: !!one.querySelector(".katex"), isWrong: !!one.querySelector(".katex-error") }))) },

  contrastLight: { options: { colorScheme: "light" }, run: async page => { await allCharts(page); return page.evaluate(contrasts); } },
  contrastDark: { options: { colorScheme: "dark" }, run: async page => { await allCharts(page); return page.evaluate(contrasts); } },

  phone: {
    options: phone,
    run: async page => {
      await allCharts(page);
      return page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }));
    },
  },

  search: {
    run: async page => {
      await page.keyboard.press("/");
      await page.keyboard.type("finite diff");
      const found = await page.$$eval("#found a", links => links.map(link => link.getAttribute("href")));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/edges/);
      return { found, heading: await page.$eval("h1", one => one.textContent) };
    },
  },

  nothingFound: {
    run: async page => {
      await page.fill("#search", "<b>zebra");
      return page.$eval("#found", one => one.innerHTML);
    },
  },

  keyboard: {
    run: async page => {
      const stops = [];
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const one = document.activeElement;
          if (!one || one === document.body) return null;
          const style = getComputedStyle(one);
          return { what: one.id || one.className || one.tagName, text: one.textContent.trim().slice(0, 40), ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
        });
        if (stop === null) break;
        stops.push(stop);
      }
      const wanted = await page.$$eval("a[href], button, input, summary", all => all.filter(one => one.checkVisibility()).length);
      return { stops, wanted };
    },
  },

  theme: {
    options: { colorScheme: "light" },
    run: async page => {
      await allCharts(page);
      const color = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const before = await color();
      await page.click("#theme");
      const after = await color();
      await page.reload();
      return { before, after, reloaded: await color(), pressed: await page.getAttribute("#theme", "aria-pressed") };
    },
  },

  copy: {
    options: { permissions: ["clipboard-read", "clipboard-write"] },
    run: async page => {
      await page.focus(".copy");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".copy.done");
      return { copied: await page.evaluate(() => navigator.clipboard.readText().catch(() => null)), source: await page.$eval("pre.source", one => one.textContent) };
    },
  },

  names: {
    run: page => page.evaluate(() => ({
      images: [...document.querySelectorAll("img, [role=img]")].filter(one => !(one.alt || one.getAttribute("aria-label"))).length,
      controls: [...document.querySelectorAll("button, input, a[href]")].filter(one => !(one.textContent.trim() || one.getAttribute("aria-label"))).length,
      doubled: [...document.querySelectorAll("[id]")].map(one => one.id).filter((id, i, all) => all.indexOf(id) !== i),
      language: document.documentElement.lang,
      mains: document.querySelectorAll("main").length,
      titles: document.querySelectorAll("h1").length,
    })),
  },

  broken: { run: page => page.evaluate(() => window.broken ?? null) },

  scriptless: {
    options: { javaScriptEnabled: false },
    run: async page => ({ pictures: await page.locator(".chart img").count(), captions: await page.locator(".chart figcaption").evaluateAll(all => all.filter(one => one.offsetHeight > 0).length) }),
  },

  slides: {
    run: async page => {
      await page.waitForFunction(() => window.Reveal?.isReady());
      await allCharts(page);
      const seen = [];
      for (;;) {
        seen.push(await page.evaluate(() => {
          const slide = Reveal.getCurrentSlide();
          return { heading: slide.querySelector("h1, h2, h3")?.textContent ?? "", bottom: slide.getBoundingClientRect().bottom, right: slide.scrollWidth - slide.clientWidth, notes: slide.querySelector("aside.notes")?.textContent.trim() ?? "", marks: slide.querySelectorAll(".trace, .heatmaplayer image").length };
        }));
        if (await page.evaluate(() => Reveal.isLastSlide())) break;
        await page.evaluate(() => Reveal.next());
      }
      return { seen, total: await page.evaluate(() => Reveal.getTotalSlides()), height: 900 };
    },
  },
};
