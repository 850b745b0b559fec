"""What a page tells a screen reader of the language of its words (WCAG 3.1.2)."""

TOLD = "html[data-languages=told]"
"""The page knows which words are in which language."""
MARKED = "() => [...document.querySelectorAll('body [lang]')].map((e) => e.lang)"
IN_THEIR_DIRECTION = """() => [...document.querySelectorAll(':is([lang=ar], [lang=fa])')]
  .map((e) => getComputedStyle(e).unicodeBidi)"""
IN_THE_PAGES_LANGUAGE = r"""() => {
  // Letters that English has not, read as English. A line of a citation is taken along as it is,
  // and an address is in no language.
  const other = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const { parentElement: holder, textContent: text } = words.currentNode;
    if (!other.test(text.replace(/https?:\S+/g, ''))) continue;
    if (holder.closest('script, style, code, [aria-hidden=true]')) continue;
    if (holder.closest('[lang]').lang === 'en') found.push(text.slice(0, 80));
  }
  return found;
}"""
