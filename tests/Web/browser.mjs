// One Chromium for all examinations: reads "EXAMINATION URL" a line, answers each with a line of JSON, ends with its input.
// usage: node browser.mjs MODULES
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { examinations } from "./examinations.mjs";

const { chromium } = createRequire(`${process.argv[2]}/`)("playwright-core");
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(path => path && existsSync(path));
if (!executablePath) throw new Error("Chromium was not found: apt-get install chromium, or set CHROMIUM to its path");

const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function examine(name, url, screenshot) {
  const { options = {}, run } = examinations[name];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const errors = [];
    const requests = [];
    page.on("console", message => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
    page.on("pageerror", error => errors.push(String(error)));
    page.on("request", request => requests.push(request.url()));
    await page.goto(url, { waitUntil: "load" });
    const result = await run(page, screenshot);
    if (screenshot && !existsSync(screenshot)) await page.screenshot({ path: screenshot, fullPage: true });
    const origin = new URL(url).origin;
    return { errors, external: requests.filter(one => !/^(data|blob|file):/.test(one) && new URL(one).origin !== origin), result: result ?? null };
  } finally {
    await context.close();
  }
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await examine(...line.split(" ")).catch(error => ({ broke: String(error) }))));
await browser.close();
