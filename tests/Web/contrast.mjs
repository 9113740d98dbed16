// WCAG 2 contrast of every text on the page, as the browser shows it. Runs inside the page.
export function contrasts() {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const channels = color => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (front, back) => [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  const luminance = color => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const part = color[i] / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  const behind = element => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const color = channels(getComputedStyle(one).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reduceRight((back, front) => over(front, back), [255, 255, 255, 1]);
  };

  const low = [];
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest("script, style, noscript, .katex-mathml, .heatmaplayer, .cbaxis") || !element.checkVisibility({ opacityProperty: true })) continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const isSvg = element instanceof SVGElement;
    const front = over(channels(isSvg ? style.fill : style.color), back);
    const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    count++;
    if (ratio < (isLarge ? 3 : 4.5) - 0.005)
      low.push({ text: node.textContent.trim().slice(0, 40), ratio: Math.round(ratio * 100) / 100, where: element.className?.baseVal ?? element.className ?? element.tagName });
  }
  return { count, low };
}
