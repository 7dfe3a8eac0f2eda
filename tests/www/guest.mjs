/** A host's page for tests of the embed, and an invented story with its annotation, so that most need no core. */
import { withPage } from "./harness.mjs";

export const WORDS = [
  "Bridge to close",
  "“We looked at every way to keep it open,” Mayor Anna Lindqvist told reporters in Lisbon on Tuesday. “There is none.”",
  "Theo Marsh, a bicycle seller, called the decision “a surprise, and not a good one.” It will cost $84 million.",
];
export const TEXT = WORDS.join("\n\n");
export const STORY = `<article id="story"><h2>${WORDS[0]}</h2><p>${WORDS[1]}</p><p>${WORDS[2]}</p></article>`;

const span = (words) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** What the core would say of the story, with the text that it counts in. */
export const MADE = {
  text: TEXT,
  version: 2,
  parts: [{ ...span(WORDS[0]), role: "headline" }],
  entities: [
    { id: 0, kind: "person", name: "Anna Lindqvist", description: "Mayor" },
    { id: 1, kind: "place", name: "Lisbon", place: { latitude: 38.7, longitude: -9.1, country: "PT" } },
    { id: 2, kind: "person", name: "Theo Marsh", description: "a bicycle seller" },
  ],
  mentions: [
    { ...span("Anna Lindqvist"), entity: 0, form: "name" },
    { ...span("Lisbon"), entity: 1, form: "name" },
    { ...span("Theo Marsh"), entity: 2, form: "name" },
  ],
  quotes: [
    { style: "direct", act: "said", content: [span("We looked at every way to keep it open,"), span("There is none.")], cue: [span("told")],
      source: [span("Mayor Anna Lindqvist")], speaker: 0, certainty: 0.97 },
    { style: "mixed", act: "said", content: [span("the decision “a surprise, and not a good one.")], cue: [span("called")],
      source: [span("Theo Marsh, a bicycle seller,")], speaker: 2, certainty: 0.6 },
  ],
  figures: [{ ...span("Tuesday"), kind: "date", iso: "XXXX-WXX-2" }, { ...span("$84 million"), kind: "money", value: 84e6, unit: "USD" }],
};

export const embed = (attributes = `src="made.json"`) => `<whosaid-article for="#story" ${attributes}></whosaid-article>`;

export const hostPage = ({ body = STORY + embed(), head = "", lang = "en", script = "whosaid-article.js" } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">${head}` +
  `<script type="module" src="${script}"></script><body>${body}`;

/**
 * Opens a host's page. `use` gets what was asked of the network as well, by the names of the files.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {object} options those of `withPage`, and `html`, `read` (wait for the first embed's annotation), `before` (run in the page first)
 */
export function withGuest(browser, { html = hostPage(), read = true, before, site = {}, ...options }, use) {
  const files = { "host.html": html, "made.json": JSON.stringify(MADE), ...site.files };
  return withPage(browser, { ready: false, ...options, site: { ...site, files: { "index.html": "<!doctype html><link rel=icon href=icon.svg>", ...files } } }, async (page, address) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(plainName(request.url())));
    await page.addInitScript(() => {
      window.events = [];
      for (const type of ["whosaid-ready", "whosaid-select", "whosaid-error"]) {
        addEventListener(type, ({ detail }) => window.events.push([type.slice(8), detail.reason ?? detail.kind ?? detail.error?.code]));
      }
    });
    if (before) await page.addInitScript(before);
    await page.goto(`${address}host.html`);
    if (read) await readBy(page);
    await use(page, asked, address);
  });
}

/** The name of a file without the hash that it is kept under. @param {string} url */
export const plainName = (url) => new URL(url).pathname.split("/").pop().replace(/-[0-9a-f]{10}(?=\.\w+$)/, "");

export const readBy = (page) => page.waitForFunction(() => document.querySelector("whosaid-article")?.annotation, null, { timeout: 60_000 });
export const painted = (page) => page.evaluate(() => [...CSS.highlights.keys()].sort());
export const list = (page) => page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.textContent);
export const events = (page, type) => page.evaluate((type) => window.events.filter(([kind]) => kind === type).map(([, what]) => what), type);
