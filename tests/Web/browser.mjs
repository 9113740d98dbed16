// Opens a page in the machine's Chromium and runs one examination on it; prints the findings as JSON.
// usage: node browser.mjs MODULES EXAMINATION URL [SCREENSHOT]
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { examinations } from "./examinations.mjs";

const [modules, name, url, screenshot] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(path => path && existsSync(path));
const { options = {}, run } = examinations[name];

const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("console", message => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", error => errors.push(String(error)));
  page.on("request", request => requests.push(request.url()));
  await page.goto(url, { waitUntil: "load" });
  const result = await run(page, url);
  if (screenshot) await page.screenshot({ path: screenshot, fullPage: true });
  const origin = new URL(url).origin;
  const external = requests.filter(one => !/^(data|blob|file):/.test(one) && new URL(one).origin !== origin);
  console.log(JSON.stringify({ errors, external, result: result ?? null }));
} finally {
  await browser.close();
}
