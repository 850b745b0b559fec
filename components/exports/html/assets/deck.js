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
  // Who steers by voice turns single letters off; the address keeps that, as it keeps the slide.
  const OFF = ",keys=off";
  const letters = document.querySelector("input.letters");
  let here = 1;

  const small = () => window.innerWidth < 700;
  const ROOM = 28, PAPER = 21, LEAST = 12;
  const rem = () => parseFloat(getComputedStyle(root).fontSize);
  // Figures are made for type of 28 px; a larger, smaller or printed sheet scales theirs with it.
  const scaled = (layout, share) => {
    const visit = (node, key) => {
      if (!node || typeof node !== "object") return;
      if (["font", "tickfont", "textfont"].includes(key) && node.size) {
        node.size = Math.max(LEAST, node.size * share);
      }
      if (key === "margin") Object.keys(node).forEach((side) => { node[side] *= share; });
      Object.entries(node).forEach(([name, inner]) => visit(inner, name));
    };
    visit(layout);
    return layout;
  };
  const paint = async (chart, again) => {
    chart.dataset.drawn = "begun";
    const figures = JSON.parse(document.getElementById(chart.dataset.figure).textContent);
    const figure = (small() && again !== "paper" && figures.narrow) || figures.wide;
    const share = (again === "paper" ? PAPER : rem()) / ROOM;
    const layout = scaled(figure.layout, share);
    if (again === "paper") Object.assign(layout, { autosize: false, width: 1040, height: 450 });
    if (chart.closest(".map") && again === "paper") layout.width = 760;
    figure.data.forEach((trace) => {
      scaled(trace, share);
      const marker = trace.marker;
      if (!marker || share >= 1 || trace.type === "choropleth") return;
      const less = (size) => Math.max(5, size * Math.max(share, 0.55));
      if (Array.isArray(marker.size)) marker.size = marker.size.map(less);
      else if (marker.size) marker.size = less(marker.size);
    });
    await Plotly.newPlot(chart, figure.data, layout, {
      responsive: again !== "paper", displaylogo: false, displayModeBar: false, topojsonURL,
    });
    // A chart's text says it; marks, and Plotly's place to measure words in, have no names.
    [document.getElementById("js-plotly-tester"), chart.querySelector(".plot-container")]
      .forEach((drawn) => drawn?.setAttribute("aria-hidden", "true"));
    if (figure.layout.annotations?.length > 1) await part(chart);
    chart.dataset.drawn = "done";
  };

  // A chart is drawn once at a time: who asks for it while its map is being fetched waits for that.
  // One that is done is drawn anew at once: a sheet that is being printed waits for nothing.
  const drawings = new WeakMap();
  const draw = (chart, again = "") => {
    const last = drawings.get(chart);
    if (last && !again) return last;
    const underWay = last && chart.dataset.drawn !== "done";
    const next = underWay ? last.catch(() => {}).then(() => paint(chart, again)) : paint(chart, again);
    drawings.set(chart, next);
    return next;
  };

  // Names at the ends of lines move apart; a name that would still lie on another is left out,
  // and stays in the box that its mark opens.
  const part = async (chart) => {
    const boxes = () => [...chart.querySelectorAll(".annotation")].map((node) => ({
      index: Number(node.dataset.index),
      box: (node.querySelector(".annotation-text-g") || node).getBoundingClientRect(),
    }));
    const all = chart.layout?.annotations || [];
    const change = {};
    const ends = boxes().filter(({ index }) => all[index].ax !== undefined
      && all[index].xanchor === "left").sort((a, b) => a.box.top - b.box.top)
      .map(({ index, box }) => ({ index, was: box.top, top: box.top, high: box.height * 0.94 }));
    let floor = -Infinity, ceiling = chart.getBoundingClientRect().bottom;
    ends.forEach((end) => { end.top = Math.max(end.top, floor); floor = end.top + end.high; });
    ends.reverse().forEach((end) => {
      end.top = Math.min(end.top, ceiling - end.high);
      ceiling = end.top;
      if (end.top !== end.was) {
        change[`annotations[${end.index}].ay`] = (all[end.index].ay || 0) + end.top - end.was;
      }
    });
    if (Object.keys(change).length) await Plotly.relayout(chart, change);
    const kept = [], hidden = {};
    boxes().forEach(({ index, box }) => {
      if (all[index].yref === "paper" && all[index].xref === "paper") return;
      const lies = (other) => box.left < other.right && other.left < box.right
        && box.top + 4 < other.bottom && other.top + 4 < box.bottom;
      if (kept.some(lies)) hidden[`annotations[${index}].visible`] = false;
      else kept.push(box);
    });
    if (Object.keys(hidden).length) await Plotly.relayout(chart, hidden);
  };

  // Lines that a screen has no room for are left out, the least telling first, and counted.
  const SIZES = ["roomy", "plain", "tight"];
  const fit = (slide) => slide.querySelectorAll("[data-fit]").forEach((list) => {
    const body = list.closest(".body");
    const over = () => body.scrollHeight > body.clientHeight + 1;
    const rows = [...list.querySelectorAll("[data-order]")];
    const more = body.querySelector(".more");
    const count = () => {
      const hidden = rows.filter((row) => row.classList.contains("beyond")).length;
      const number = Number(more.dataset.left) + hidden;
      const door = more.querySelector(".onscreen");
      door.hidden = number === 0;
      door.textContent = number === 0 ? "" : number === 1 ? more.dataset.one
        : more.dataset.many.replace("{n}", number);
    };
    rows.forEach((row) => row.classList.remove("beyond"));
    count();
    for (const size of SIZES.slice(rows.length > 3 ? 1 : 0)) {
      list.dataset.size = size;
      if (!over()) return;
    }
    // A phone scrolls, and says that there is more below.
    if (small()) return;
    rows.sort((a, b) => b.dataset.order - a.dataset.order).slice(0, -1).every((row) => {
      if (!over()) return false;
      row.classList.add("beyond");
      count();
      return true;
    });
  });
  const tell = (body) => {
    const below = body.scrollHeight - body.scrollTop - body.clientHeight > 8;
    body.classList.toggle("below", below);
    // What scrolls can be reached by keys as well.
    if (body.scrollHeight > body.clientHeight + 8) body.tabIndex = 0;
    else body.removeAttribute("tabindex");
  };
  const bodies = [...document.querySelectorAll(".body")];
  bodies.forEach((body) => body.addEventListener("scroll", () => tell(body), { passive: true }));
  const settle = (slide) => {
    fit(slide);
    slide.querySelectorAll(".body").forEach(tell);
  };
  const keep = () => history.replaceState(null, "", `#${here}${letters.checked ? "" : OFF}`);
  const show = (number) => {
    here = Math.min(Math.max(number, 1), slides.length);
    slides.forEach((slide, place) => {
      slide.classList.toggle("here", place === here - 1);
      slide.toggleAttribute("inert", place !== here - 1);
    });
    document.querySelectorAll("dialog[open]").forEach((open) => open.close());
    const slide = slides[here - 1];
    spoken.textContent = `Slide ${here} of ${slides.length}: ${slide.querySelector("h2").textContent}`;
    if (!root.classList.contains("embed")) keep();
    settle(slide);
    slide.querySelectorAll(".chart").forEach((chart) => draw(chart).then(() => settle(slide)));
  };
  const open = (kind) => {
    const dialog = kind === "keys" ? document.querySelector("dialog.keys")
      : slides[here - 1].querySelector(`dialog.${kind}`);
    if (!dialog) return;
    if (dialog.open) dialog.close();
    else {
      document.querySelectorAll("dialog[open]").forEach((other) => other.close());
      dialog.showModal();
      // A button at its end would take the focus, and scroll a long list to it.
      dialog.tabIndex = -1;
      dialog.focus();
      dialog.scrollTop = 0;
    }
  };
  const says = (place) => {
    const dialog = slides[here - 1].querySelector("dialog.says");
    dialog.querySelectorAll("li").forEach((line) => {
      line.classList.toggle("asked", line.dataset.place === place);
    });
    open("says");
    const asked = dialog.querySelector("li.asked");
    asked?.querySelector("a").focus();
    asked?.scrollIntoView({ block: "center" });
  };
  const keys = {
    ArrowRight: () => show(here + 1), ArrowDown: () => show(here + 1),
    PageDown: () => show(here + 1), " ": () => show(here + 1), Enter: () => show(here + 1),
    ArrowLeft: () => show(here - 1), ArrowUp: () => show(here - 1),
    PageUp: () => show(here - 1), Backspace: () => show(here - 1),
    Home: () => show(1), End: () => show(slides.length),
    s: () => says(), "?": () => says(), n: () => open("notes"), h: () => open("keys"),
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key.length === 1 && key !== " " && !letters?.checked) return;
    if (event.target.closest("a, button, input") && (key === "Enter" || key === " ")) return;
    // A body with more below scrolls by the arrows, once Tab has led to it.
    if (event.target.matches(".body[tabindex]") && ["ArrowUp", "ArrowDown"].includes(key)) return;
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
      else if (what === "says") says();
      else open(what);
    });
  });
  document.querySelectorAll("[data-says]").forEach((row) => {
    row.addEventListener("click", () => says(row.dataset.says));
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
  const read = () => {
    if (letters) letters.checked = !location.hash.endsWith(OFF);
    show(parseInt(location.hash.slice(1), 10) || 1);
  };
  window.addEventListener("hashchange", read);
  letters?.addEventListener("change", keep);

  // A printed sheet has a size of its own: charts are drawn for it, and anew afterwards.
  const charts = [...document.querySelectorAll(".chart")];
  const redraw = (how) => charts.forEach((chart) => {
    if (chart.dataset.drawn) draw(chart, how);
  });
  window.addEventListener("beforeprint", () => redraw("paper"));
  window.addEventListener("afterprint", () => redraw("screen"));
  // Type that grows with the window needs its charts drawn anew; phones turn as well.
  let drawnFor = [rem(), small()].join();
  window.addEventListener("resize", () => {
    if (drawnFor !== [rem(), small()].join()) {
      drawnFor = [rem(), small()].join();
      redraw("screen");
    }
    settle(slides[here - 1]);
  });

  // A sheet that is printed before it was shown has its lines laid out as well.
  slides.forEach(settle);
  read();
  // The rest is drawn while the first slide is being read, so that no page turn waits.
  (async () => {
    const underWay = [];
    for (const chart of charts) {
      underWay.push(draw(chart));
      await new Promise((done) => setTimeout(done, 0));
    }
    await Promise.all(underWay);
    root.dataset.ready = "yes";
  })();
})();
