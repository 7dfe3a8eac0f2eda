/**
 * What the host's page states as the date of an article, the best first: the attribute `data-whosaid-date`
 * of the article, a `<time datetime>` in it, `article:published_time` of the page. What is no date at
 * all is passed over later.
 *
 * @param {Element} target
 * @returns {string[]}
 */
export function statedDates(target) {
  const page = target.ownerDocument;
  return [
    target.getAttribute("data-whosaid-date"),
    (target.querySelector("[itemprop=datePublished][datetime]") ?? target.querySelector("time[datetime]"))?.getAttribute("datetime"),
    page.querySelector("meta[property='article:published_time']")?.getAttribute("content"),
  ].flatMap((date) => date ?? []);
}
