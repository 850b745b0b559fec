"use strict";
// Keys, drawing and printing of a deck. Needs Plotly on the page; asks no server for anything
// but the base map, and not even that where the file carries it.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const slides = [...document.querySelectorAll(".slide")];
  const spoken = document.querySelector(".spoken");
  const topojson = document.getElementById("topojson");
  // Plotly adds "world_110m.json" to the address; behind "#" that changes nothing.
  const topojsonURL = topojson
    ? `data:application/json;base64,${btoa(topojson.textContent.trim())}#`
    : root.dataset.geo;
  let here = Math.min(Math.max(parseInt(location.hash.slice(1), 10) || 1, 1), slides.length);

  const small = () => window.innerWidth < 700;
  const scaled = (layout) => {
    const share = root.classList.contains("embed") ? 0.66 : small() ? 0.55 : 1;
    if (share === 1) return layout;
    const visit = (node) => {
      if (!node || typeof node !== "object") return;
      if (node.font && node.font.size) node.font.size = Math.max(12, node.font.size * share);
      if (node.tickfont) node.tickfont.size = Math.max(12, node.tickfont.size * share);
      Object.values(node).forEach(visit);
    };
    visit(layout);
    return layout;
  };
  const draw = async (chart) => {
    if (chart.dataset.drawn) return;
    chart.dataset.drawn = "begun";
    const figures = JSON.parse(document.getElementById(chart.dataset.figure).textContent);
    const figure = (small() && figures.narrow) || figures.wide;
    // Names above the bars need their lines: a phone scrolls rather than squeezes.
    if (figure === figures.narrow) chart.style.minHeight = `${90 + 46 * chart.dataset.rows}px`;
    await Plotly.newPlot(chart, figure.data, scaled(figure.layout), {
      responsive: true, displaylogo: false, displayModeBar: false, topojsonURL,
    });
    chart.dataset.drawn = "done";
  };
  const show = (number) => {
    here = Math.min(Math.max(number, 1), slides.length);
    slides.forEach((slide, place) => {
      slide.classList.toggle("here", place === here - 1);
      slide.toggleAttribute("inert", place !== here - 1);
    });
    document.querySelectorAll("dialog[open]").forEach((open) => open.close());
    const slide = slides[here - 1];
    spoken.textContent = `Slide ${here} of ${slides.length}: ${slide.querySelector("h2").textContent}`;
    if (!root.classList.contains("embed")) history.replaceState(null, "", `#${here}`);
    slide.querySelectorAll(".chart").forEach(draw);
  };
  const open = (kind) => {
    const dialog = kind === "keys" ? document.querySelector("dialog.keys")
      : slides[here - 1].querySelector(`dialog.${kind}`);
    if (!dialog) return;
    if (dialog.open) dialog.close();
    else {
      document.querySelectorAll("dialog[open]").forEach((other) => other.close());
      dialog.showModal();
    }
  };
  const keys = {
    ArrowRight: () => show(here + 1), ArrowDown: () => show(here + 1),
    PageDown: () => show(here + 1), " ": () => show(here + 1), Enter: () => show(here + 1),
    ArrowLeft: () => show(here - 1), ArrowUp: () => show(here - 1),
    PageUp: () => show(here - 1), Backspace: () => show(here - 1),
    Home: () => show(1), End: () => show(slides.length),
    s: () => open("says"), "?": () => open("says"), n: () => open("notes"), h: () => open("keys"),
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.target.closest("a, button") && (key === "Enter" || key === " ")) return;
    // An open list scrolls by the arrows; Escape, which the browser handles, closes it.
    if (document.querySelector("dialog[open]") && !["s", "?", "n", "h"].includes(key)) return;
    if (!root.classList.contains("embed") && keys[key]) {
      event.preventDefault();
      keys[key]();
    }
  });
  document.querySelectorAll("[data-do]").forEach((button) => {
    button.addEventListener("click", () => {
      const what = button.dataset.do;
      if (what === "next") show(here + 1);
      else if (what === "previous") show(here - 1);
      else if (what === "close") button.closest("dialog").close();
      else open(what);
    });
  });
  let startX = null;
  document.addEventListener("touchstart", (event) => { startX = event.touches[0].clientX; },
    { passive: true });
  document.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - startX;
    if (Math.abs(moved) > 60 && !document.querySelector("dialog[open]")) {
      show(here + (moved < 0 ? 1 : -1));
    }
  });
  window.addEventListener("hashchange", () => show(parseInt(location.hash.slice(1), 10) || 1));

  // A printed sheet has a size of its own: charts are laid out for it, and back afterwards.
  const charts = [...document.querySelectorAll(".chart")];
  const lay = (size) => charts.forEach((chart) => {
    if (chart.dataset.drawn === "done") Plotly.relayout(chart, size);
  });
  const toPrint = () => lay({ autosize: false, width: 1040, height: 450 });
  const toScreen = () => lay({ autosize: true, width: null, height: null });
  window.addEventListener("beforeprint", toPrint);
  window.addEventListener("afterprint", toScreen);
  window.matchMedia("print").addEventListener("change", (m) => (m.matches ? toPrint() : toScreen()));

  show(here);
  // The rest is drawn while the first slide is being read, so that no page turn waits.
  (async () => {
    for (const chart of charts) {
      await draw(chart);
      await new Promise((done) => setTimeout(done, 0));
    }
    root.dataset.ready = "yes";
  })();
})();
