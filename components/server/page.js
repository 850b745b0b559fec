"use strict";
// What Streamlit's own page says or does to a reader who does not look at it, or does not type.
(() => {
  // A chart has a text of its own, and its rows stand beside it as a table. What is drawn inside
  // would be read as "image, clickable", once for each mark, and as numbers of an axis.
  const DRAWN = ".stPlotlyChart .js-plotly-plot, #js-plotly-tester";
  // A symbol beside a word would be read by its English file name: "search off icon".
  const SYMBOL = "[role=img][aria-label$=' icon']";
  let waiting = false;
  const hide = () => {
    waiting = false;
    document.querySelectorAll(`${DRAWN}, ${SYMBOL}`).forEach((drawn) => {
      if (!drawn.hasAttribute("aria-hidden")) drawn.setAttribute("aria-hidden", "true");
    });
  };
  new MutationObserver(() => {
    if (!waiting) requestAnimationFrame(hide);
    waiting = true;
  }).observe(document.documentElement, { childList: true, subtree: true });

  // 2.1.4: Streamlit runs a page again at the letter r, wherever it comes from.
  const WRITTEN = "input, textarea, [contenteditable], [role=spinbutton], [role=listbox]";
  window.addEventListener("keydown", (event) => {
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    const into = event.target instanceof Element && event.target.closest(WRITTEN);
    if (alone && !into && ["r", "c"].includes(event.key.toLowerCase())) event.stopImmediatePropagation();
  }, true);

  // On a telephone the menu lies over the page: who has chosen from it wants to see the page.
  const CLOSE = "[data-testid=stSidebarCollapseButton]";
  document.addEventListener("click", (event) => {
    if (innerWidth >= 768 || !event.target.closest("[data-testid=stSidebarNavLink]")) return;
    const close = document.querySelector(`${CLOSE} button, button${CLOSE}`);
    if (close) setTimeout(() => close.click());
  });
})();
