"use strict";
// What Streamlit's own page says or does to a reader who does not look at it, or does not type.
(() => {
  // Streamlit would first look for its server below the view's own address, and wait to be told
  // that there is none. A host that says where it is keeps its word.
  window.__streamlit ??= { BACKEND_BASE_URL: new URL("..", document.currentScript.src).href };

  // A chart has a text of its own, and its rows stand beside it as a table. What is drawn inside
  // would be read as "image, clickable", once for each mark, and as numbers of an axis.
  const DRAWN = ".stPlotlyChart .js-plotly-plot, #js-plotly-tester";
  // A symbol beside a word would be read by its English file name: "search off icon".
  const SYMBOL = "[role=img][aria-label$=' icon']";
  const hide = () => {
    document.querySelectorAll(`${DRAWN}, ${SYMBOL}`).forEach((drawn) => {
      if (!drawn.hasAttribute("aria-hidden")) drawn.setAttribute("aria-hidden", "true");
    });
  };

  // 3.1.2: Streamlit has no mark for the language of a passage. The server knows each by its length
  // and its first signs. An element is asked again when its words have changed.
  const HOLDS = "[data-testid=stMarkdownContainer] :is(p, em, a, li), [data-testid=stDataFrame] td";
  const FIRST_SIGNS = 16;
  const languages = new Map();
  const asked = new WeakMap();
  const tell = () => {
    if (languages.size) document.querySelectorAll(HOLDS).forEach((held) => {
      const text = held.textContent;
      if (asked.get(held) === text) return;
      asked.set(held, text);
      const signs = [...text.replace(/\s+/g, " ").replace(/^[“” ]+|[“” ]+$/g, "")];
      const language = languages.get(`${signs.length}:${signs.slice(0, FIRST_SIGNS).join("")}`);
      if (language) {
        held.lang = language;
        // Words from right to left keep to themselves: a number after them is not drawn into them.
        held.dir = "auto";
      } else ["lang", "dir"].forEach((name) => held.removeAttribute(name));
    });
  };
  const source = new URL("languages.json", document.currentScript.src);
  window.addEventListener("load", async () => {
    const answer = await fetch(source).catch(() => null);
    if (!answer || !answer.ok) return;
    for (const [language, keys] of Object.entries(await answer.json())) {
      keys.forEach((key) => languages.set(key, language));
    }
    tell();
    document.documentElement.dataset.languages = "told";
  });

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; hide(); tell(); });
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });

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
