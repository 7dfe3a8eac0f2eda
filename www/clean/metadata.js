/**
 * Headline, byline, date and language of a saved page: from its linked data (JSON-LD), its metadata, and what it shows.
 *
 * @typedef {{ headline: string, byline: string, date: string, time?: string, language: string }} Metadata  empty where the page does
 *   not say; the date as YYYY-MM-DD, where the page itself states it; `time`: the first one that it shows, perhaps of something else
 */

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|Review)$/;
/** "By Ann Quell and Tom Harrow, Staff Writer | June 3, 2021": the names, to where something else begins. */
export const BYLINE = /^(?:(?:[Ss]tory|[Ww]ritten|[Ww]ords|[Rr]eport(?:ed|ing)?) )?[Bb][Yy]:? +(\p{Lu}[^|•·\d\n()/]{2,90}?)(?=\s*(?:[|•·\d\n()/]|$|\s[-–—]\s|,? (?:[Ss]taff|[Ss]pecial|[Ss]enior|[Cc]hief|[Pp]ublished|[Uu]pdated|[Pp]osted|[Ll]ast|on|in|at|for|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b))/u;
/** A page's JSON-LD may hold a whole shop: no more of its values are looked at. */
const MOST_VALUES = 5_000;

/**
 * @param {Document} page
 * @returns {Metadata}
 */
export function readMetadata(page) {
  const linked = readLinkedData(page);
  const meta = (/** @type {string[]} */ ...names) => {
    for (const name of names) {
      for (const attribute of ["property", "name", "itemprop"]) {
        const value = page.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute("content")?.trim();
        if (value) return value;
      }
    }
    return "";
  };
  const headings = [...page.querySelectorAll("h1")].map((heading) => clean(heading.textContent)).filter((text) => text.length > 8);
  const title = meta("og:title", "twitter:title", "dc.title") || clean(page.title);
  const stated = clean(linked.headline) || title;
  // What stands on the page is the headline; what stands in its data may be shortened for a search engine.
  const shown = stated ? headings.find((heading) => alike(heading, stated)) : headings[0];
  const author = linked.author || meta("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator");
  const date = linked.date || meta("article:published_time", "og:article:published_time", "article:published", "pdate", "datePublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "dc.date.issued", "dc.date", "date", "article.published", "publish-date", "cxenseparse:recs:publishtime");
  const dayOf = (/** @type {Element | null} */ element) => toDay(element?.getAttribute("datetime") ?? element?.getAttribute("content") ?? "");
  return {
    headline: shown || stripSite(stated, meta("og:site_name")),
    byline: /^https?:|^@/.test(author) ? "" : clean(author).replace(/^by\s+/i, ""),
    date: toDay(date) || dayOf(page.querySelector("[itemprop=datePublished], time[pubdate]")),
    time: dayOf(page.querySelector("article time[datetime], main time[datetime]") ?? page.querySelector("time[datetime]")),
    language: (page.documentElement?.getAttribute("lang") || meta("og:locale", "language") || "").replace("_", "-").toLowerCase(),
  };
}

/**
 * What the story shows by itself fills what the metadata left open.
 *
 * @template {import("./story.js").Story} S
 * @param {S} story
 * @param {Metadata} metadata
 * @returns {S & Metadata}
 */
export function addShown(story, metadata) {
  const shown = (/** @type {string} */ role) => story.parts.filter((part) => part.role === role).map(({ start, end }) => story.text.slice(start, end));
  const bylines = shown("byline");
  const names = bylines.map((line) => BYLINE.exec(line)?.[1].trim() ?? "").find(Boolean);
  const day = bylines.filter((line) => !/^(?:last )?updated|^modified/i.test(line)).map(toDay).find(Boolean) ?? "";
  // An American evening is the next day in the metadata's UTC; "Tuesday" is counted from the day that readers see.
  const dayBefore = day !== "" && Date.parse(metadata.date) - Date.parse(day) === 86_400_000;
  return Object.assign(story, metadata, {
    headline: metadata.headline || shown("headline")[0] || "",
    byline: metadata.byline || names || "",
    // The time beside a related story is no byline's.
    date: (dayBefore ? "" : metadata.date) || day || metadata.time || bylines.map(toDay).find(Boolean) || "",
  });
}

/** @param {Document} page */
function readLinkedData(page) {
  const found = { headline: "", author: "", date: "" };
  for (const script of page.querySelectorAll("script[type='application/ld+json' i]")) {
    let data;
    try {
      data = JSON.parse(script.textContent ?? "");
    } catch {
      continue;
    }
    const rest = [data];
    for (let count = 0; rest.length && count < MOST_VALUES; count++) {
      const value = rest.shift();
      if (Array.isArray(value)) rest.push(...value.slice(0, 100));
      if (!value || typeof value !== "object" || Array.isArray(value)) continue;
      if ([value["@type"]].flat().some((type) => ARTICLE.test(String(type)))) {
        found.headline ||= text(value.headline ?? value.name);
        found.author ||= [value.author].flat().map((author) => text(author?.name ?? author)).filter(Boolean).slice(0, 8).join(", ");
        found.date ||= text(value.datePublished ?? value.dateCreated);
      }
      if (value["@graph"]) rest.push(value["@graph"]);
      if (value.mainEntity) rest.push(value.mainEntity);
    }
  }
  return found;
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {string | null | undefined} value */
function clean(value) {
  return (value ?? "").replace(/[\s\u00a0]+/g, " ").replace(/[\u00ad\u200b]/g, "").trim();
}

/** @param {string} a @param {string} b @returns {boolean} whether most words of the shorter stand in the longer */
function alike(a, b) {
  const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size);
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size > 0 && shared >= few.size * 0.6;
}

/** @param {string} words */
function wordsOf(words) {
  return new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** "Ferry sinks off Quell | The Quell Herald": without the newspaper. @param {string} title @param {string} site */
function stripSite(title, site) {
  if (site && title.endsWith(site)) title = title.slice(0, -site.length).replace(/[\s|–—\-:·»]+$/, "");
  const cut = /^(.{20,}?)\s+[|»·–—-]\s+[^|»·–—]{2,40}$/.exec(title);
  return cut ? cut[1] : title;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** @param {string} written @returns {string} YYYY-MM-DD as its own time zone has it, or nothing */
export function toDay(written) {
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(written);
  if (iso) return valid(+iso[1], +iso[2], +iso[3]);
  const english = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(written);
  if (english) return valid(+english[3], MONTHS.indexOf(english[2].toLowerCase()) + 1, +english[1]);
  const american = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(written);
  if (american) return valid(+american[3], MONTHS.indexOf(american[1].toLowerCase()) + 1, +american[2]);
  return "";
}

/** @param {number} year @param {number} month @param {number} day */
function valid(year, month, day) {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
