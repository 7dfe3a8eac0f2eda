/**
 * The words of an article out of HTML: from a paste of rich text or a saved page.
 *
 * The HTML is parsed into a document of its own that runs and loads nothing, and only its text is
 * taken.
 */

const LEFT_OUT = {
  scripts: "script, style, noscript, template, svg, iframe, object, link, meta, head",
  menus: "nav, header nav, footer, [role=navigation], [role=menu], [role=banner], [role=contentinfo]",
  asides: "aside, [role=complementary], [hidden], [aria-hidden=true]",
  captions: "figure, figcaption, picture, video, audio",
  forms: "form, button, select, textarea, input",
};
const BLOCKS = new Set(
  ("ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT H1 H2 H3 H4 H5 H6 HR LI MAIN OL P PRE SECTION TABLE TR UL FIGURE HEADER " +
    "BODY").split(" "),
);
/** What an article element must hold of the page's words to stand for the whole. */
const LEAST_SHARE = 0.4;

/** @type {{ createHTML(html: string): any } | null | undefined} */
let policy;

/**
 * @param {string} html
 * @returns {{ text: string, dropped: string[] }} paragraphs with a blank line between them, and the
 *   names of what was left out (keys of LEFT_OUT)
 */
export function readHtml(html) {
  const page = parse(html);
  /** @type {string[]} */
  const dropped = [];
  for (const [name, selector] of Object.entries(LEFT_OUT)) {
    const found = page.querySelectorAll(selector);
    const worthSaying = [...found].some((node) => node.textContent?.trim());
    for (const node of found) node.remove();
    if (worthSaying && name !== "scripts") dropped.push(name);
  }
  const whole = page.body?.textContent?.length ?? 0;
  const article = [...page.querySelectorAll("article, main, [role=main]")]
    .sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))
    .find((node) => (node.textContent?.length ?? 0) >= whole * LEAST_SHARE);
  return { text: textOf(article ?? page.body ?? page), dropped };
}

/**
 * @param {string} text
 * @returns {boolean} whether it is HTML source rather than an article
 */
export function looksLikeHtml(text) {
  return /^\s*<(!doctype html|html|head|body|article|div|p|h1)[\s>]/i.test(text) || /<\/p>\s*<p[\s>]/i.test(text);
}

/**
 * The better one of the two forms that a paste comes in: what the reader saw as text, unless that
 * lost its paragraphs or is itself markup.
 *
 * @param {string} plain
 * @param {string} html
 * @returns {{ text: string, dropped: string[] | null }} `null`: taken as it was
 */
export function chooseText(plain, html) {
  if (looksLikeHtml(plain)) return readHtml(plain);
  const paragraphs = html.match(/<(p|h[1-6]|li|blockquote)[\s>]/gi)?.length ?? 0;
  const lostParagraphs = paragraphs > 1 && !/\n/.test(plain.trim());
  if (html && (!plain.trim() || lostParagraphs)) return readHtml(html);
  return { text: plain, dropped: null };
}

/** @param {string} html */
function parse(html) {
  if (policy === undefined) {
    const trustedTypes = /** @type {any} */ (globalThis).trustedTypes;
    // Safe to pass as it is: the parsed document is inert and never enters the page.
    policy = trustedTypes?.createPolicy("whosaid-inert", { createHTML: (/** @type {string} */ source) => source }) ?? null;
  }
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

/** @param {Node} root */
function textOf(root) {
  let text = "";
  // What stands between the last words and the next ones.
  let gap = "";
  const separate = (/** @type {string} */ by) => {
    if (by.length > gap.length) gap = by;
  };
  const add = (/** @type {string} */ words) => {
    if (text) text += gap;
    gap = "";
    text += words;
  };
  // Iterative: a page may nest deeper than the stack of calls allows.
  /** @type {(Node | string)[]} */
  const rest = [root];
  while (rest.length) {
    const node = /** @type {Node | string} */ (rest.pop());
    if (typeof node === "string") {
      separate(node);
    } else if (node.nodeType === Node.TEXT_NODE) {
      const words = (node.nodeValue ?? "").replace(/[ \t\r\n\f]+/g, " ");
      if (words === " ") separate(" ");
      else {
        if (words.startsWith(" ")) separate(" ");
        add(words.trim());
        if (words.endsWith(" ")) separate(" ");
      }
    } else if (node.nodeName === "BR") {
      separate("\n");
    } else {
      const isBlock = BLOCKS.has(node.nodeName);
      if (isBlock) separate("\n\n");
      if (isBlock) rest.push("\n\n");
      for (let child = node.lastChild; child; child = child.previousSibling) rest.push(child);
    }
  }
  return text.replace(/\u00a0/g, " ");
}
