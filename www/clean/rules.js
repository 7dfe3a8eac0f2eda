/**
 * What of a page is no story, and what of a story is no running text: by element, attribute, class and style.
 *
 * The one list of page, files and embed. It knows kinds of boxes, never a site: what newsrooms call their boxes is much
 * the same everywhere ("related", "newsletter-signup", "share-tools"). It misses boxes whose names say nothing; those are
 * left to the classifier where there is a whole page to compare them with.
 *
 * @typedef {"menu" | "aside" | "related" | "share" | "newsletter" | "comments" | "form" | "hidden" | "advertisement" |
 *   "footer" | "paywall" | "ignored" | "deleted" | "popup" | "tags" | "about" | "repeat" | "editable" | "other"} Why
 * @typedef {"headline" | "subheading" | "byline" | "dateline" | "caption" | "credit" | "label" | "litter"} Role
 * @typedef {Pick<CSSStyleDeclaration, "display" | "visibility" | "float" | "position" | "whiteSpace" | "filter" | "overflow" | "width" | "height">} Style
 */

/** Elements that hold no words to read. */
export const SKIPPED = new Set(
  ("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD META LINK BASE TITLE IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO MAP TEXTAREA " +
    "SELECT INPUT DATALIST BUTTON PROGRESS METER WHOSAID-ARTICLE RP RT WBR IMG SOURCE").split(" "),
);

/** Elements that part paragraphs wherever no style says otherwise. */
export const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER " +
    "FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD " +
    "TR UL").split(" "),
);

/** Elements that stand in a line of text unless a style moves them. */
export const INLINE = new Set(
  ("A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME " +
    "TT U VAR").split(" "),
);

/** @type {Record<string, Why>} */
const BY_TAG = {
  NAV: "menu", MENU: "menu", ASIDE: "aside", FOOTER: "footer", FORM: "form", DIALOG: "popup", DEL: "deleted", S: "deleted",
  STRIKE: "deleted",
};

/** @type {Record<string, Why>} */
const BY_ARIA = {
  navigation: "menu", menu: "menu", menubar: "menu", banner: "menu", toolbar: "menu", tablist: "menu", contentinfo: "footer",
  complementary: "aside", search: "form", dialog: "popup", alertdialog: "popup", tooltip: "popup", button: "menu",
};

/**
 * Words in classes and ids, between their ends, hyphens and underscores (`nameOf` parts humps by hyphens).
 *
 * @type {[Why, RegExp][]}
 */
const BY_NAME = /** @type {[Why, string][]} */ ([
  ["hidden", "sr[-_]?only|visually[-_]?hidden|screen[-_]?reader(?:[-_]?text)?|assistive[-_]?text|a11y[-_]?(?:hidden|text)|element[-_]invisible|noprint|is[-_]hidden|d[-_]none"],
  ["comments", "comments?|comment[-_]?(?:list|section|area|form|thread)|disqus(?:[-_]thread)?|commentlist|replies|livefyre|viafoura|spot[-_]?im|coral[-_]?talk|fb[-_]comments|respond|discussion"],
  ["share", "share|shares|sharing|sharedaddy|sharethis|share[-_]?(?:bar|tools?|buttons?|links?|box)|social|socials|social[-_]?(?:share|links|media|icons|bar)|addthis|addtoany|follow[-_]?(?:us|buttons?)|like[-_]?button|print[-_]?links?|article[-_]?tools"],
  ["newsletter", "newsletters?|news[-_]?letter[-_]?\\w*|sign[-_]?up|subscribe|subscription|subscriptions|mailing[-_]?list|email[-_]?(?:signup|alerts?)|mc[-_]embed[-_]signup|mailchimp|donate|donation|membership|support[-_]us|callout"],
  ["related", "related|relateds|related[-_]?\\w+|more[-_]?(?:stories|news|on|from|like|articles|coverage)|most[-_]?(?:read|popular|viewed|shared|recent)|recommend(?:ed|ations?)?|read[-_]?(?:next|more|also|this)|up[-_]?next|also[-_]?(?:read|like|on)|you[-_]?may|might[-_]?like|see[-_]?also|trending|popular|recirc\\w*|teasers?|promos?|outbrain|ob[-_]widget|taboola|trc[-_]\\w+|zergnet|revcontent|mgid|next[-_]?(?:article|story|post)|prev(?:ious)?[-_]?(?:article|story|post)|(?:post|article)[-_]?nav(?:igation)?|latest[-_]?(?:news|stories|posts)?|headlines[-_]?list|rich[-_]link|interstitial[-_]link|further[-_]reading|jp[-_]relatedposts|yarpp"],
  ["advertisement", "ads?|ad[-_]?(?:slot|unit|box|banner|container|wrapper|label|block)|adv|advert|adverts|advertisements?|advertising|advertorial|sponsor|sponsors|sponsored|sponsorship|dfp|gpt|google[-_]ads?|adsbygoogle|commercial|affiliate|affiliates|disclaimer"],
  ["menu", "nav|navs|navbar|navigation|breadcrumbs?|menu|menus|pagination|pager|paging|skip[-_]?(?:link|nav|to)\\w*|toolbar|site[-_]?header|page[-_]?header|masthead|topbar|top[-_]?bar|jump[-_]?links?|table[-_]of[-_]contents|toc"],
  ["footer", "footer|site[-_]?footer|page[-_]?footer|copyright|colophon|legal"],
  ["tags", "tags?|tag[-_]?(?:list|links|cloud)|taglist|keywords|topics|topic[-_]?(?:list|links)|categories|post[-_]?categories|entry[-_]?(?:tags|footer|utility)|post[-_]?meta[-_]?footer|filed[-_]under"],
  ["about", "author[-_]?(?:bio|box|info|card|about|description|details|profile|footer)|about[-_]?(?:the[-_])?authors?|bio|biography|author[-_]?bio\\w*|contributor[-_]?bio|post[-_]author[-_]box"],
  ["popup", "cookies?|cookie[-_]?\\w+|consent|gdpr|modal|popup|pop[-_]?up|(?:rollover|hover|pop[-_]?(?:up|over))[-_]?(?:\\w+[-_])?(?:block|box|card|content|panel|bio)|overlay|lightbox|tooltip|toast|interstitial"],
  ["paywall", "paywall|pay[-_]?wall|regwall|piano|metered|blurred|blur|premium[-_]?(?:box|offer)|subscriber[-_]only[-_]offer"],
  ["aside", "sidebar|side[-_]?bar|sidebars|widget|widgets|widget[-_]?area|rail|right[-_]?(?:rail|col|column)|infobox|factbox|pull[-_]?quotes?|pullquote|fact[-_]?box|audio[-_]?player|video[-_]?player|player|jw[-_]?player|gallery[-_]?(?:nav|thumbs)|carousel|slideshow[-_]?nav|poll|quiz|rating|ratings"],
]).map(([why, words]) => [why, named(words)]);

/** @type {[Role, RegExp][]} */
const ROLE_BY_NAME = /** @type {[Role, string][]} */ ([
  ["credit", "credits?|photo[-_]?credit|image[-_]?(?:credit|source)|caption[-_]?(?:credit|source)|photographer|attribution[-_]?image|img[-_]?credit|media[-_]?credit|copyright[-_]?holder"],
  ["caption", "captions?|photo[-_]?caption|image[-_]?caption|media[-_]?caption|wp[-_]caption[-_]text|cutline|img[-_]?caption|caption[-_]?text|media__caption|gallery[-_]?caption|legend"],
  ["byline", "byline|bylines|by[-_]?line|posted[-_]?by|written[-_]?by|author|authors|author[-_]?names?|article[-_]?author|entry[-_]?author|post[-_]?author|contributors?|vcard|dateline[-_]?date|date|dates|publish(?:ed)?(?:[-_]?(?:date|on|time))?|pub[-_]?date|post[-_]?date|entry[-_]?date|article[-_]?date|timestamp|time[-_]?stamp|updated?|last[-_]?updated|modified|datetime|post[-_]?meta|entry[-_]?meta|article[-_]?meta|meta[-_]?data|read(?:ing)?[-_]?time"],
  ["label", "kicker|eyebrow|rubric|section[-_]?(?:label|name|title)|category[-_]?(?:label|name)?|article[-_]?(?:section|category)|flag"],
]).map(([role, words]) => [role, named(words)]);

/** A post shown in the story: no share button, whatever else its name says. */
const EMBEDDED = /(?:twitter|social(?:[-_]?media)?|instagram|facebook|tweet|bluesky|mastodon|tiktok)[-_]*(?:tweet|media|post|embed)|embed(?:ded)?[-_]*(?:tweet|post|social|twitter|instagram)/i;

/** Names that say where the story is. */
export const STORY_NAME = named(
  "(?:article|story|post|entry|content|news|page)[-_]*(?:body|text|content|copy|main|inner|detail|details|paragraphs?|container|wrapper)|" +
    "body[-_]?(?:text|copy|content)|(?:rich|main)[-_]?text|single[-_]?content|the[-_]content|paragraph|prose|articlebody|storybody|" +
    "main[-_]?content|article|story|hentry|post|entry",
);

/** @param {string} words alternatives of a regular expression */
function named(words) {
  return new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`, "i");
}

/**
 * The class and id of an element, in one string, humps parted by hyphens.
 *
 * @param {Element} element
 */
export function nameOf(element) {
  const names = `${element.getAttribute("class") ?? ""} ${element.id ?? ""}`.trim();
  return names.slice(0, 400).replace(/([a-z0-9])([A-Z])/g, "$1-$2");
}

/**
 * Why an element is left out by its tag, its attributes and its name, with all that it holds.
 *
 * @param {Element} element
 * @param {string} name see `nameOf`
 * @returns {Why | null}
 */
export function whyLeftOut(element, name) {
  const tag = element.tagName;
  const byTag = BY_TAG[tag];
  if (byTag) return byTag;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return "hidden";
  if (element.hasAttribute("data-whosaid-ignore")) return "ignored";
  if (element.hasAttribute("contenteditable") && element.getAttribute("contenteditable") !== "false") return "editable";
  const aria = element.getAttribute("role");
  if (aria && BY_ARIA[aria]) return BY_ARIA[aria];
  if (!name || EMBEDDED.test(name)) return null;
  for (const [why, names] of BY_NAME) if (names.test(name)) return why;
  return null;
}

/**
 * What part of a story an element is by its tag, its attributes and its name.
 *
 * @param {Element} element
 * @param {string} name see `nameOf`
 * @returns {Role | null}
 */
export function roleOf(element, name) {
  const tag = element.tagName;
  if (tag === "FIGCAPTION" || tag === "CAPTION") return "caption";
  if (/^H[1-6]$/.test(tag)) return "subheading";
  const property = element.getAttribute("itemprop");
  if (property === "author" || property === "datePublished" || property === "dateModified" || property === "dateCreated" || element.getAttribute("rel") === "author") return "byline";
  if (property === "caption") return "caption";
  if (property === "headline") return "headline";
  if (!name) return null;
  for (const [role, names] of ROLE_BY_NAME) if (names.test(name)) return role;
  return null;
}
