/**
 * HTML source to a document that runs nothing, fetches nothing and logs nothing.
 *
 * A parsed document is inert, but under a strict policy the browser still complains on the console of every style, handler and
 * base address in it. Those are taken out of the source first, by one linear pass over its tags: `style` becomes `data-style`,
 * which the rules read, and JSON-LD is kept for the headline and the date.
 */

/** Elements whose content is no markup: dropped, but for JSON-LD, a title, and what stands in a form. */
const RAW = /^(?:script|style|iframe|noembed|noframes|xmp|textarea|title)$/;
const KEPT_RAW = /^(?:textarea|title)$/;
/** Elements that close themselves, or hold nothing: they do not nest. */
const FLAT = /^(?:p|li|d[td]|t[dhr]|tbody|thead|tfoot|option|optgroup|area|br|col|embed|hr|img|input|meta|param|source|track|wbr|html|head|body)$/;
/** Deeper nesting than any page has takes a parser the square of its depth. */
const DEEPEST = 250;
const PARTED = "<br><br>";
const TAG = /<(\/?)([a-zA-Z][^\s/>]*)/y;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=][^\s>/=]*)?(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/y;

/** @type {{ createHTML(html: string): any } | null | undefined} */
let policy;

/**
 * @param {string} html
 * @returns {Document}
 */
export function parseInert(html) {
  if (policy === undefined) {
    const trustedTypes = /** @type {any} */ (globalThis).trustedTypes;
    // Safe to pass as it is: the parsed document is inert and never enters the page.
    policy = trustedTypes?.createPolicy("whosaid-inert", { createHTML: (/** @type {string} */ source) => source }) ?? null;
  }
  const hushed = hush(html);
  return new DOMParser().parseFromString(policy ? policy.createHTML(hushed) : hushed, "text/html");
}

/**
 * The source without scripts, styles, handlers and addresses to load.
 *
 * @param {string} html
 * @returns {string}
 */
export function hush(html) {
  /** @type {string[]} */
  const out = [];
  let at = 0;
  let depth = 0;
  for (;;) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    if (open > at) out.push(html.slice(at, open));
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      if (end < 0) return out.join("");
      at = end + 3;
      continue;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(html);
    if (!tag) {
      out.push("<");
      at = open + 1;
      continue;
    }
    const name = tag[2].toLowerCase();
    const { attributes, end } = readAttributes(html, TAG.lastIndex);
    at = end;
    const dropped = name === "base" || name === "link" || (RAW.test(name) && !KEPT_RAW.test(name));
    const linkedData = name === "script" && /type=["']?application\/ld\+json/i.test(attributes);
    if (!dropped && !RAW.test(name) && !FLAT.test(name)) {
      if (!tag[1]) depth++;
      const tooDeep = depth > DEEPEST;
      if (tag[1]) depth = Math.max(0, depth - 1);
      if (tooDeep) {
        if (out.at(-1) !== PARTED) out.push(PARTED);
        continue;
      }
    }
    if (!dropped || linkedData) out.push(`<${tag[1]}${tag[2]}${attributes}>`);
    if (tag[1] || !RAW.test(name)) continue;
    const close = findClose(html, name, at);
    if (KEPT_RAW.test(name) || linkedData) {
      out.push(html.slice(at, close), `</${name}>`);
    }
    const after = html.indexOf(">", close);
    at = after < 0 ? html.length : after + 1;
  }
  out.push(html.slice(at));
  return out.join("");
}

/**
 * @param {string} html
 * @param {number} at behind the tag's name
 * @returns {{ attributes: string, end: number }} those worth keeping, and where the tag ends
 */
function readAttributes(html, at) {
  let attributes = "";
  while (at < html.length && html[at] !== ">") {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (!match || ATTRIBUTE.lastIndex === at) {
      at++;
      continue;
    }
    at = ATTRIBUTE.lastIndex;
    if (!match[1] || /^(?:on|src|srcset$|srcdoc$|background$|poster$|action$|formaction$|ping$)/i.test(match[1])) continue;
    const name = /^style$/i.test(match[1]) ? "data-style" : match[1];
    attributes += ` ${name}${match[2] === undefined ? "" : `=${match[2]}`}`;
  }
  return { attributes, end: Math.min(at + 1, html.length) };
}

/** @param {string} html @param {string} name @param {number} from @returns {number} where its end tag starts, or the end of the source */
function findClose(html, name, from) {
  const close = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? found.index : html.length;
}
