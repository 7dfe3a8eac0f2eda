/**
 * Reads elements into blocks: a paragraph, a heading, a caption each, with the way back to its text nodes.
 *
 * Block elements and two line breaks part blocks, one line break parts lines, runs of white space count as one space, as a
 * reader sees them. Soft hyphens, zero-width spaces and `<wbr>` are nothing; inline elements that a style floats or places
 * (drop caps, footnote marks) break no word; `<q>` gets its quotation marks. What is left out by the rules is read too, with
 * the reason. Nothing recurses: a page may nest deeper than the stack of calls allows. The DOM is only read.
 *
 * @typedef {import("./rules.js").Why} Why
 * @typedef {import("./rules.js").Role} Role
 * @typedef {import("./rules.js").Style} Style
 *
 * @typedef {object} Piece  A run of a text that stands in one text node, character for character (a no-break space counts as one).
 * @property {number} start  its offset in the text, in UTF-16 code units
 * @property {number} length
 * @property {Text} node
 * @property {number} offset  where it starts in the node
 *
 * @typedef {object} Block
 * @property {string} text
 * @property {Piece[]} pieces  from the block's start
 * @property {Element} element  the nearest block element around it
 * @property {Role | null} role
 * @property {Why | null} why  the reason why it is no part of the story
 * @property {Element | null} quote  the `<blockquote>` around it
 * @property {boolean} attribution  whether it names who said the blockquote
 * @property {number} linked  how many of its characters are a link's
 * @property {boolean} row  whether it is a row of a table
 *
 * @typedef {object} WalkOptions
 * @property {string} [ignore]  a selector of what else to leave out
 * @property {(element: Element) => Style} [computedStyle]  for elements on a page: `getComputedStyle`
 * @property {boolean} [leftOut]  whether to read what is left out too (true)
 * @property {boolean} [boxes]  whether boxes are known by their names and tags (true); a whole page is read without, and classified
 */

import { BLOCKS, INLINE, SKIPPED, nameOf, roleOf, whyLeftOut } from "./rules.js";

/** An element with more of the root's words is not a box in the story but holds the story. */
const LARGEST_BOX = 0.4;
/** A form of more characters holds a page, not fields. */
const LARGEST_FORM = 1_000;
/** A floated or placed inline element of more characters is a box. */
const LONGEST_INSET = 40;
/** Paragraphs that are links hold at most this share of a story's words. */
const LARGEST_TEASERS = 0.3;
/** Characters of a headline that a paragraph may be a link to. */
const LONGEST_TEASER = 250;
/** Longer ones are no bylines, labels or credits whatever they are called. */
const LONGEST_LINE = 280;
const WHITE = " \\t\\n\\r\\f\\u00a0\\u2000-\\u200a\\u202f\\u3000";
const NOTHING = "\\u00ad\\u200b\\u2060\\ufeff";
/** Words parted by single spaces; white space; characters that are nothing. */
const RUNS = new RegExp(`[^${WHITE}${NOTHING}]+(?: [^${WHITE}${NOTHING}]+)*|[${WHITE}]+|[${NOTHING}]+`, "g");
const IS_WHITE = new RegExp(`^[${WHITE}]`);
const IS_NOTHING = new RegExp(`^[${NOTHING}]`);
const FOOTNOTE = /^\s*[[(]?\s*(?:\d{1,3}|[a-z*†‡§¶])\s*[\])]?\s*$/i;

/**
 * What an element's words stand in.
 *
 * @typedef {object} Context
 * @property {Element} element
 * @property {Why | null} why
 * @property {Role | null} role
 * @property {Element | null} quote
 * @property {boolean} attribution
 * @property {boolean} linked
 * @property {boolean} pre
 * @property {boolean} cell
 */

/**
 * @param {Element | DocumentFragment} root
 * @param {WalkOptions} [options]
 * @returns {Block[]} in the order of the page
 */
export function readBlocks(root, options = {}) {
  return new Walk(root, options).blocks;
}

class Walk {
  /** @type {Block[]} */
  blocks = [];
  /** @type {Block | null} the one that words go into */
  #block = null;
  /** the open block's */
  #length = 0;
  /** @type {"" | " " | "\n"} what parts the next words from the last */
  #gap = "";
  /** @type {Map<Node, number> | undefined} characters, by element */
  #sizes;
  #articles = 0;

  /** @param {Element | DocumentFragment} root @param {WalkOptions} options */
  constructor(root, options) {
    this.root = root;
    this.options = options;
    const element = /** @type {Element} */ (root);
    /** @type {Context} */
    const context = { element, why: null, role: null, quote: null, attribution: false, linked: false, pre: false, cell: false };
    if (options.computedStyle && root.nodeType === 1) context.pre = options.computedStyle(element).whiteSpace.startsWith("pre");
    if (options.boxes !== false) this.#articles = this.#countArticles();
    /** @type {(Node | (() => void))[]} */
    const rest = [];
    /** what the words now read stand in */
    let current = context;
    const enter = (/** @type {Node} */ node, /** @type {Context} */ inside, /** @type {() => void} */ leave) => {
      const outside = current;
      rest.push(() => {
        leave();
        current = outside;
      });
      current = inside;
      const children = childrenOf(node);
      for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]);
    };
    enter(root, context, () => {});
    while (rest.length) {
      const next = /** @type {Node | (() => void)} */ (rest.pop());
      if (typeof next === "function") next();
      else if (next.nodeType === 3) this.#readText(/** @type {Text} */ (next), current);
      else if (next.nodeType === 1) this.#readElement(/** @type {Element} */ (next), current, enter);
    }
    if (options.boxes !== false) this.#leaveTeasersOut();
  }

  /** A paragraph that is a link from end to end leads to another story: its headline is not said in this one. */
  #leaveTeasersOut() {
    const teasers = this.blocks.filter((block) => !block.why && isTeaser(block));
    const length = (/** @type {Block[]} */ blocks) => blocks.reduce((sum, { text, why }) => sum + (why ? 0 : text.length), 0);
    // A story of links, such as a list that was copied, is a story.
    if (length(teasers) > LARGEST_TEASERS * length(this.blocks)) return;
    for (const block of teasers) block.why = "related";
    if (this.options.leftOut === false) this.blocks = this.blocks.filter(({ why }) => !why);
  }

  /**
   * @param {Element} element
   * @param {Context} outer
   * @param {(node: Node, inside: Context, leave: () => void) => void} enter
   */
  #readElement(element, outer, enter) {
    const tag = element.tagName.toUpperCase();
    if (tag === "BR") return this.#breakLine();
    if (SKIPPED.has(tag)) return;
    if (tag === "SUP" && FOOTNOTE.test(element.textContent ?? "") && element.querySelector("a[href], button")) return;
    const style = outer.why ? null : this.#styleOf(element);
    const name = element.hasAttributes() ? nameOf(element) : "";
    const why = outer.why ?? this.#whyLeftOut(element, tag, name, style, outer);
    if (why && this.options.leftOut === false) return this.#skip(element, tag, style);
    const isBlock = this.#isBlock(element, tag, style);
    let role = outer.role;
    if (!why) role = this.#roleOf(element, name, outer);
    if (tag === "SPAN" && !name && !style && role === outer.role && why === outer.why) return enter(element, outer, nothing);
    /** @type {Context} */
    const inside = {
      element: isBlock ? element : outer.element,
      why,
      role,
      quote: tag === "BLOCKQUOTE" ? element : outer.quote,
      attribution: outer.attribution || Boolean(outer.quote && (tag === "FOOTER" || (tag === "CITE" && isLast(element)))) || isQuoteCaption(element, tag),
      linked: outer.linked || tag === "A",
      pre: style ? style.whiteSpace.startsWith("pre") : outer.pre || tag === "PRE",
      cell: tag === "TD" || tag === "TH" || (outer.cell && !isBlock),
    };
    if (inside.attribution && !outer.attribution && outer.quote === null) inside.quote = quoteBeside(element);
    if (tag === "TD" || tag === "TH") return this.#readCell(element, inside, enter);
    if (why && !outer.why && !isBlock) {
      // A line of text goes on behind what is left out of it.
      const block = this.#block;
      const gap = this.#gap;
      const length = this.#length;
      this.#close();
      return enter(element, inside, () => {
        this.#block = block;
        this.#gap = gap;
        this.#length = length;
      });
    }
    if (tag === "Q" && !why) return this.#readQuotation(element, inside, enter);
    if (isBlock || role !== outer.role || inside.attribution !== outer.attribution) {
      this.#close();
      return enter(element, inside, () => this.#close());
    }
    enter(element, inside, nothing);
  }

  /** @param {Element} element @param {string} tag @param {Style | null} style */
  #skip(element, tag, style) {
    if (this.#isBlock(element, tag, style)) this.#close();
  }

  /** @param {Element} element @param {string} tag @param {Style | null} style */
  #isBlock(element, tag, style) {
    // The line goes on behind what is not shown.
    if (style?.display === "none") return false;
    if (!style || !this.options.computedStyle) {
      return BLOCKS.has(tag) || (style !== null && /^(block|flex|grid|table)$/.test(style.display) && !isInset(element, tag, style));
    }
    if (/^(inline|contents|ruby)/.test(style.display)) return false;
    return !isInset(element, tag, style);
  }

  /**
   * A row is a line of its own, its cells parted by a tab, unless a cell holds paragraphs: then the table only lays out.
   *
   * @param {Element} element
   * @param {Context} inside
   * @param {(node: Node, inside: Context, leave: () => void) => void} enter
   */
  #readCell(element, inside, enter) {
    const lays = element.querySelector("p, div, table, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, br, section, article") !== null
      || !element.parentElement || element.parentElement.childElementCount < 2;
    if (lays || !this.#block?.row) this.#close();
    else if (this.#block) this.#literal("\t");
    inside.cell = !lays;
    if (lays) {
      inside.element = element;
      return enter(element, inside, () => this.#close());
    }
    enter(element, inside, () => {
      this.#gap = "";
    });
  }

  /**
   * @param {Element} element
   * @param {Context} inside
   * @param {(node: Node, inside: Context, leave: () => void) => void} enter
   */
  #readQuotation(element, inside, enter) {
    const words = (element.textContent ?? "").trim();
    if (!words || /^["“„«‘'‹]/.test(words)) return enter(element, inside, nothing);
    const nested = element.parentElement?.closest("q") != null;
    const [open, close] = nested ? ["‘", "’"] : ["“", "”"];
    this.#put(open, inside);
    enter(element, inside, () => {
      const gap = this.#gap;
      this.#gap = "";
      if (this.#block) this.#literal(close);
      this.#gap = gap;
    });
  }

  /** @param {Element} element */
  #styleOf(element) {
    if (this.options.computedStyle) return this.options.computedStyle(element);
    const written = element.getAttribute("style") ?? element.getAttribute("data-style");
    return written ? readStyle(written) : null;
  }

  /**
   * @param {Element} element
   * @param {string} tag
   * @param {string} name
   * @param {Style | null} style
   * @param {Context} outer
   * @returns {Why | null}
   */
  #whyLeftOut(element, tag, name, style, outer) {
    if (style) {
      const hidden = style.display === "none" || style.visibility === "hidden" || style.visibility === "collapse" || isClipped(element, style, this.options.computedStyle !== undefined);
      // A saved page may hide its whole body until its scripts have run.
      if (hidden && (this.options.computedStyle || this.#share(element) <= LARGEST_BOX)) return "hidden";
      if (/blur\(/.test(style.filter)) return "paywall";
    }
    if (this.options.ignore && element.matches(this.options.ignore)) return "ignored";
    const boxes = this.options.boxes !== false;
    if (boxes && tag === "ARTICLE" && this.#isNested(element)) return "related";
    if (boxes && tag === "HEADER" && !element.closest("article, main") && this.root.nodeType === 1 && this.#share(element) <= LARGEST_BOX && element.querySelector("nav, [role=navigation]")) return "menu";
    const why = whyLeftOut(element, name);
    if (!why) return null;
    if (why === "ignored" || why === "editable" || (why === "deleted" && tag !== "HTML")) return why;
    if (!boxes && why !== "hidden") return null;
    if ((why === "footer" || why === "form") && outer.quote) return null;
    if (tag === "HTML" || tag === "BODY" || tag === "MAIN" || (tag === "ARTICLE" && why !== "hidden" && !outer.quote)) return null;
    if (tag === "FORM" && this.#size(element) > LARGEST_FORM) return null;
    if (this.#share(element) > LARGEST_BOX) return null;
    return why;
  }

  /** @param {Element} element @param {string} name @param {Context} outer */
  #roleOf(element, name, outer) {
    const role = roleOf(element, name);
    if (!role || role === outer.role) return outer.role;
    // A credit in a caption is a credit; a link in a heading is the heading.
    if (outer.role && !(outer.role === "caption" && role === "credit")) return outer.role;
    if (outer.quote && role !== "subheading") return outer.role;
    if (role === "subheading" || role === "headline") return role;
    const size = this.#size(element);
    if (size > (role === "caption" ? 1_200 : LONGEST_LINE)) return outer.role;
    // "author" and "date" are also what words in a sentence are called.
    if ((role === "byline" || role === "label") && INLINE.has(element.tagName.toUpperCase()) && isInSentence(element)) return outer.role;
    return role;
  }

  /** @param {Element} element whether it is one of several stories, or a story in a story */
  #isNested(element) {
    if (this.#articles === 0) return false;
    if (this.root.nodeName === "ARTICLE") return true;
    return this.#share(element) < LARGEST_BOX;
  }

  /** How many of the articles within are teasers: 0 where they make up the story. */
  #countArticles() {
    const found = this.root.querySelectorAll("article");
    if (!found.length) return 0;
    let inside = 0;
    for (const article of found) {
      if (!article.parentElement?.closest("article") || article.parentElement.closest("article") === this.root) inside += this.#size(article);
    }
    const whole = this.#size(this.root) || 1;
    const largest = Math.max(...[...found].slice(0, 1_000).map((article) => this.#size(article)));
    // A live blog is made of articles, none of which is the story.
    return inside > whole * 0.6 && largest < whole * LARGEST_BOX && largest > 300 ? 0 : found.length;
  }

  /** @param {Element} element @returns {number} what of the root's words it holds, 0 to 1 */
  #share(element) {
    return this.#size(element) / (this.#size(this.root) || 1);
  }

  /** @param {Node} node @returns {number} characters that are no white space */
  #size(node) {
    this.#sizes ??= measure(this.root);
    return this.#sizes.get(node) ?? 0;
  }

  /** @param {Text} node @param {Context} context */
  #readText(node, context) {
    const data = node.data;
    RUNS.lastIndex = 0;
    for (let match; (match = RUNS.exec(data)); ) {
      const run = match[0];
      if (IS_NOTHING.test(run)) continue;
      if (!IS_WHITE.test(run)) this.#put(run, context, node, match.index);
      else if (context.pre && run.includes("\n")) {
        this.#breakLine();
        if (/\n[^]*\n/.test(run)) this.#close();
      } else if (!this.#gap) this.#gap = " ";
    }
  }

  #breakLine() {
    if (this.#gap === "\n") this.#close();
    else if (this.#block) this.#gap = "\n";
  }

  #close() {
    this.#block = null;
    this.#gap = "";
  }

  /**
   * @param {string} words
   * @param {Context} context
   * @param {Text} [node] where they stand; none: they are the walk's own
   * @param {number} [offset]
   */
  #put(words, context, node, offset = 0) {
    if (!this.#block) {
      this.#gap = "";
      this.#length = 0;
      this.#block = {
        text: "", pieces: [], element: context.element, role: context.role, why: context.why, quote: context.quote,
        attribution: context.attribution, linked: 0, row: context.cell,
      };
      this.blocks.push(this.#block);
    } else if (this.#gap) {
      this.#literal(this.#gap);
    }
    this.#gap = "";
    const { pieces } = this.#block;
    if (node) {
      const last = pieces.at(-1);
      // Words of one node stay one piece as long as text and node run in step.
      if (last?.node === node && offset - last.offset === this.#length - last.start) last.length = offset + words.length - last.offset;
      else pieces.push({ start: this.#length, length: words.length, node, offset });
    }
    if (context.linked) this.#block.linked += words.length;
    this.#literal(words);
  }

  /** @param {string} words */
  #literal(words) {
    if (!this.#block) return;
    this.#block.text += words;
    this.#length += words.length;
  }
}

function nothing() {}

/** @param {Block} block */
function isTeaser({ text, linked, role, quote, attribution, row }) {
  if (role || quote || attribution || row || text.length > LONGEST_TEASER || !/\S\s+\S+\s+\S+\s+\S/.test(text)) return false;
  return linked >= 0.95 * text.length;
}

/**
 * Its children as a reader sees them: of an open shadow root where there is one, what fills a slot in the slot.
 *
 * @param {Node} node
 * @returns {ArrayLike<Node>}
 */
function childrenOf(node) {
  const element = /** @type {Element} */ (node);
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (node.nodeName === "SLOT") {
    const filled = /** @type {HTMLSlotElement} */ (node).assignedNodes?.() ?? [];
    if (filled.length) return filled;
  }
  return node.childNodes;
}

/**
 * Characters that are no white space, by node, for all elements of a tree.
 *
 * @param {Node} root
 */
export function measure(root) {
  /** @type {Map<Node, number>} */
  const sizes = new Map();
  /** @type {Node[]} */
  const order = [];
  /** @type {Node[]} */
  const rest = [root];
  while (rest.length) {
    const node = /** @type {Node} */ (rest.pop());
    if (node.nodeType === 3) {
      const size = /** @type {Text} */ (node).data.replace(/\s+/g, "").length;
      const parent = /** @type {Node} */ (node.parentNode);
      sizes.set(parent, (sizes.get(parent) ?? 0) + size);
    } else if (!SKIPPED.has(node.nodeName.toUpperCase()) || node === root) {
      if (!sizes.has(node)) sizes.set(node, 0);
      order.push(node);
      const children = childrenOf(node);
      for (let i = 0; i < children.length; i++) rest.push(children[i]);
    }
  }
  for (let i = order.length - 1; i > 0; i--) {
    const node = order[i];
    const parent = node.parentNode ?? root;
    const holder = /** @type {ShadowRoot} */ (parent).host ?? parent;
    sizes.set(holder, (sizes.get(holder) ?? 0) + (sizes.get(node) ?? 0));
  }
  return sizes;
}

/** @param {Element} element @param {string} tag @param {Style} style whether it was taken out of its line */
function isInset(element, tag, style) {
  if (!INLINE.has(tag)) return false;
  const moved = (style.float && style.float !== "none") || style.position === "absolute" || style.position === "fixed";
  return Boolean(moved) && (element.textContent ?? "").trim().length <= LONGEST_INSET;
}

/** @param {Element} element @param {Style} style @param {boolean} live whether nothing of it is to be seen */
function isClipped(element, style, live) {
  if (!/hidden|clip/.test(style.overflow)) return false;
  const { width, height } = style;
  const small = (/** @type {string} */ size) => /^[01](\.\d+)?(px|em|rem|%)?$/.test(size);
  if (small(height) || small(width)) return !live || element.getClientRects().length > 0 || style.display !== "contents";
  return false;
}

/** @param {string} written @returns {Style} what of a style attribute counts here */
function readStyle(written) {
  const value = (/** @type {string} */ property) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, "i").exec(written)?.[1].trim().toLowerCase() ?? "";
  const hide = /mso-hide\s*:\s*all/i.test(written);
  return {
    display: hide ? "none" : value("display"), visibility: value("visibility"), float: value("float"), position: value("position"),
    whiteSpace: value("white-space"), filter: value("filter"), overflow: value("overflow"), width: value("(?:max-)?width"), height: value("(?:max-)?height"),
  };
}

/** @param {Element} element @returns {boolean} whether words stand on both sides, or in front, in its own line */
function isInSentence(element) {
  const before = (element.previousSibling?.nodeType === 3 && element.previousSibling.nodeValue) || "";
  const after = (element.nextSibling?.nodeType === 3 && element.nextSibling.nodeValue) || "";
  return /[\p{L}\p{N}]/u.test(before + after);
}

/** @param {Element} element @returns {boolean} whether nothing but white space follows in its parent */
function isLast(element) {
  for (let node = element.nextSibling; node; node = node.nextSibling) if (node.textContent?.trim()) return false;
  return true;
}

/** @param {Element} element @param {string} tag @returns {boolean} whether it names who said the quotation that its figure shows */
function isQuoteCaption(element, tag) {
  return tag === "FIGCAPTION" && quoteBeside(element) !== null;
}

/** @param {Element} element @returns {Element | null} */
function quoteBeside(element) {
  return element.parentElement?.querySelector("blockquote") ?? null;
}
