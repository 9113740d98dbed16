// Draws the charts of a page when they come near the window, in the page's colours, never wider than the page.
(() => {
  "use strict";
  const isDeck = document.documentElement.dataset.charts === "all";
  const smallest = 0.62;   // below this scale labels cannot be read: the frame scrolls instead
  const [slide, slideHeight] = [1100, 520];
  const largest = isDeck ? 1.5 : 1;

  const channels = text => {
    const named = { white: [255, 255, 255], black: [0, 0, 0] }[text];
    if (named) return [...named, ""];
    const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
    if (hex) return [0, 1, 2].map(i => parseInt(hex.length === 3 ? hex[i] + hex[i] : hex.slice(2 * i, 2 * i + 2), 16)).concat("");
    const rgb = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[, /]+([\d.]+))?\)$/.exec(text);
    return rgb ? [+rgb[1], +rgb[2], +rgb[3], rgb[4] ?? ""] : null;
  };

  // Greys swap ends; colours that mean something stay.
  function forDark(text) {
    const color = channels(text);
    if (!color || Math.max(...color.slice(0, 3)) - Math.min(...color.slice(0, 3)) > 40) return text;
    const grey = Math.round(232 - 0.8 * (color[0] + color[1] + color[2]) / 3);
    return `rgba(${grey},${grey},${grey},${color[3] === "" ? 1 : color[3]})`;
  }

  function recolor(node, skip = () => false) {
    if (Array.isArray(node)) return node.map(one => typeof one === "object" && one !== null && !skip(one) ? recolor(one, skip) : one);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key,
      typeof value === "string" && /color$/.test(key) ? (/^(paper|plot)_bgcolor$/.test(key) ? "rgba(0,0,0,0)" : forDark(value))
        : value && typeof value === "object" && !/^(z|x|y|text|customdata|colorscale)$/.test(key) && !skip(value) ? recolor(value, skip)
        : value]));
  }

  const isOnSheet = chart => chart.data.some(trace => trace.type === "image");   // photographs keep their white sheet in the dark

  function inPageColors(chart) {
    if (!window.courseTheme.isDark())
      return structuredClone({ ...chart, layout: { ...chart.layout, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" } });
    if (isOnSheet(chart)) return structuredClone(chart);
    const pictures = new Set(chart.data.filter(trace => trace.type === "heatmap").map(trace => trace.xaxis ?? "x"));
    const isOnPicture = part => pictures.has(part.xref) || (pictures.has(part.xaxis ?? "") && part.type !== "heatmap");
    return structuredClone({ ...chart, data: recolor(chart.data, isOnPicture), layout: recolor(chart.layout, isOnPicture) });
  }

  function fit(frame, chart, drawing) {
    const [width, height] = [chart.layout.width ?? 700, chart.layout.height ?? 450];
    const room = isDeck ? slide : frame.parentElement.clientWidth || width;   // what is folded has no width yet
    const scale = isDeck ? Math.min(largest, room / width, slideHeight / height) : Math.max(smallest, Math.min(largest, room / width));
    frame.style.width = `${Math.ceil(width * scale)}px`;
    frame.style.height = `${Math.ceil(height * scale) + (width * scale > room ? 12 : 0)}px`;
    drawing.style.width = `${width}px`;
    drawing.style.height = `${height}px`;
    drawing.style.transform = scale === 1 ? "" : `scale(${scale})`;
  }

  const buttons = matchMedia("(hover: hover)").matches ? {} : { displayModeBar: false };   // a finger cannot hover them away

  const charts = [...document.querySelectorAll(".frame")].map(frame => {
    const chart = JSON.parse(frame.querySelector("script").textContent);
    const drawing = document.createElement("div");
    drawing.className = "drawing";
    frame.append(drawing);
    fit(frame, chart, drawing);
    return { frame, chart, drawing, isDrawn: false };
  });

  async function draw(one) {
    one.isDrawn = true;
    one.drawing.style.background = window.courseTheme.isDark() && isOnSheet(one.chart) ? "white" : "";
    const { data, layout, config } = inPageColors(one.chart);
    await Plotly.react(one.drawing, data, layout, { displaylogo: false, ...config, ...buttons });
    one.frame.dataset.drawn = "";
  }

  const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    near.unobserve(entry.target);
    draw(charts.find(one => one.frame === entry.target));
  }), { rootMargin: "600px" });
  const drawAll = () => Promise.all(charts.filter(one => !one.isDrawn).map(draw));
  window.courseCharts = { drawAll };
  if (isDeck) drawAll();
  else charts.forEach(one => near.observe(one.frame));
  window.courseTheme.onChange(() => charts.filter(one => one.isDrawn).forEach(draw));
  const fitAll = () => charts.forEach(one => fit(one.frame, one.chart, one.drawing));
  addEventListener("resize", fitAll);
  document.addEventListener("toggle", fitAll, true);
  addEventListener("beforeprint", drawAll);
})();
