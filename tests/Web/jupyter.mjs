// Jupyter's own page: a notebook opened, run, interrupted, restarted, and a name completed.
const outputs = (page, cell) => page.evaluate(i => {
  const shown = Jupyter.notebook.get_cell(i).output_area;
  return shown.outputs.map(one => one.text ?? one.data?.["text/plain"] ?? one.ename);
}, cell);

const whenIdle = page => page.waitForFunction(() => Jupyter.notebook.kernel?.is_connected() && !Jupyter.notebook.kernel_busy
  && Jupyter.notebook.get_cells().every(cell => !cell.element.hasClass("running")), null, { timeout: 90_000 });

const waitForOutput = (page, cell, text) => page.waitForFunction(([i, wanted]) =>
  Jupyter.notebook.get_cell(i).output_area.outputs.some(one => (one.text ?? one.ename ?? one.data?.["text/plain"] ?? "").includes(wanted)), [cell, text], { timeout: 60_000 });

const runCell = (page, cell) => page.evaluate(i => Jupyter.notebook.execute_cells([i]), cell);

export const jupyter = {
  run: async (page, picture) => {
    await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected(), null, { timeout: 90_000 });
    await whenIdle(page);
    await page.click("#celllink");
    await page.click("#run_all_cells");
    await waitForOutput(page, 2, "all ran");
    await whenIdle(page);
    const ran = [await outputs(page, 0), await outputs(page, 2)];
    const figures = await page.$$eval(".output_png img", all => all.map(one => [one.naturalWidth, one.naturalHeight]));
    if (picture) await page.screenshot({ path: picture });

    await page.evaluate(() => Jupyter.notebook.insert_cell_at_bottom("code").set_text("while (true) { }"));
    await runCell(page, 3);
    await page.waitForFunction(() => Jupyter.notebook.kernel_busy);
    const asked = Date.now();
    await page.click("[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
    await waitForOutput(page, 3, "Interrupted");
    const stoppedAfter = Date.now() - asked;
    await page.evaluate(() => Jupyter.notebook.insert_cell_at_bottom("code").set_text("x + 1"));
    await runCell(page, 4);
    await waitForOutput(page, 4, "43");   // earlier cells keep what they had

    await page.evaluate(() => {
      const cell = Jupyter.notebook.insert_cell_at_bottom("code");
      Jupyter.notebook.select(5);
      Jupyter.notebook.edit_mode();
      cell.focus_editor();
    });
    await page.keyboard.type("Console.WriteL");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => Jupyter.notebook.get_cell(5).get_text() === "Console.WriteLine", null, { timeout: 30_000 });
    const completed = await page.evaluate(() => Jupyter.notebook.get_cell(5).get_text());

    await page.click("[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']");
    await page.click(".modal.in .btn-danger");
    await page.waitForFunction(() => Jupyter.notebook.kernel.is_connected() && document.querySelector("#notification_kernel")?.textContent !== "Kernel starting, please wait...", null, { timeout: 60_000 });
    await page.waitForTimeout(500);
    await whenIdle(page);
    await runCell(page, 4);
    await waitForOutput(page, 4, "CS0103");   // a new process has no x
    return { ran, figures, stoppedAfter, completed };
  },
};
