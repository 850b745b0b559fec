"use strict";
// Draws the charts of a page, follows clicks on their marks, finds words in its rows. Asks no
// server for anything: figures, base map and rows are all in the copy.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const PRINT_WIDTH = 680;
  const charts = [...document.querySelectorAll(".chart")];
  const colour = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();

  // Figures carry a placeholder for strong text: the page puts its theme's ink in.
  const themed = (chart) => {
    const text = chart.querySelector(".figure").textContent;
    const figure = JSON.parse(text.replaceAll(root.dataset.ink, colour("ink")));
    const font = { ...figure.layout.font, size: 13, color: colour("ink"),
      family: '"Source Sans", "Segoe UI", sans-serif' };
    const hoverlabel = { ...figure.layout.hoverlabel, bgcolor: colour("tint"),
      bordercolor: colour("rule"), font: { ...font } };
    const layout = { ...figure.layout, font, hoverlabel, autosize: true };
    Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key)).forEach((key) => {
      layout[key] = { automargin: true, ...layout[key] };
    });
    // A map is as wide as the page: on a phone its own height would be mostly empty.
    if (layout.geo && chart.clientWidth < 600) layout.height = 150 + 0.5 * chart.clientWidth;
    if (root.classList.contains("paper")) Object.assign(layout, { autosize: false, width: PRINT_WIDTH });
    return { data: figure.data, layout };
  };
  const config = { responsive: true, displaylogo: false, displayModeBar: false, scrollZoom: false };
  const follow = (doors) => (event) => {
    const mark = event.points[0];
    const carried = Array.isArray(mark.customdata) ? mark.customdata[0] : mark.customdata;
    const way = doors[mark.location || carried];
    if (way) location.href = way;
  };
  const draw = async (chart) => {
    const { data, layout } = themed(chart);
    let canvas = chart.querySelector(".canvas");
    if (canvas) {
      await Plotly.react(canvas, data, layout, config);
      return;
    }
    canvas = document.createElement("div");
    canvas.className = "canvas";
    chart.style.minHeight = "0";
    chart.append(canvas);
    await Plotly.newPlot(canvas, data, layout, config);
    // A chart's text says it; marks, and Plotly's place to measure words in, have no names.
    [document.getElementById("js-plotly-tester"), canvas.querySelector(".plot-container")]
      .forEach((drawn) => drawn?.setAttribute("aria-hidden", "true"));
    const doors = chart.querySelector(".doors");
    if (doors) {
      canvas.on("plotly_click", follow(JSON.parse(doors.textContent)));
      chart.classList.add("open");
    }
    chart.dataset.drawn = "done";
  };
  const drawAll = async () => {
    for (const chart of charts) {
      await draw(chart);
      // The page stays usable while a long one is drawn.
      await new Promise((done) => setTimeout(done, 0));
    }
    root.dataset.ready = "yes";
  };
  const again = () => charts.filter((chart) => chart.dataset.drawn).forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  const onPaper = (paper) => { root.classList.toggle("paper", paper); again(); };
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));
  matchMedia("print").addEventListener("change", (event) => onPaper(event.matches));

  // The live dashboard opens a row by a parameter; here the row's own place answers it.
  const asked = new URLSearchParams(location.search).get(document.body.dataset.picks);
  if (asked && document.getElementById(`row-${asked}`)) location.hash = `row-${asked}`;

  document.querySelectorAll(".scroll").forEach((region) => {
    const rows = [...region.querySelectorAll("tbody tr")];
    if (rows.length < 12) return;
    const label = document.createElement("label");
    const field = document.createElement("input");
    const found = document.createElement("output");
    label.className = "find";
    field.type = "search";
    label.append("Find in these rows ", field);
    field.addEventListener("input", () => {
      const words = field.value.trim().toLocaleLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLocaleLowerCase().includes(words); });
      const shown = rows.filter((row) => !row.hidden).length;
      found.textContent = words ? ` ${shown} of ${rows.length}` : "";
    });
    label.append(found);
    region.before(label);
  });
  drawAll();
})();
