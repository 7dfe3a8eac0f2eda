/**
 * The menu of what can be taken away. What makes the files is fetched when one is asked for.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Story} Story
 * @typedef {{ findings: Findings, story: Story, title: string, day: string | null }} Taken
 */

import { byId, element, rove, setTabStop } from "../dom.js";
import { makeLink } from "../effects/links.js";
import { copy, download } from "../effects/take-away.js";
import { strings } from "../strings.js";
import { complain } from "./notices.js";

/** Files, in the order of the menu. */
const FILES = /** @type {const} */ (["html", "docx", "xlsx", "csv", "csv-figures", "csv-names", "markdown", "json", "jsonld", "brat"]);

/** Mail programs and messengers cut longer addresses. */
const LONGEST_LINK = 30_000;

/** @param {() => Taken | null} current */
export function setUpExport(current) {
  const menu = byId("take-menu");
  const item = (/** @type {string} */ id, /** @type {readonly string[]} */ [label, note], /** @type {(taken: Taken) => Promise<string | void>} */ act) => {
    const button = element("button", { type: "button", id }, label, note && element("span", { class: "description" }, note));
    button.addEventListener("click", async () => {
      menu.hidePopover();
      const taken = current();
      if (!taken) return;
      try {
        const said = await act(taken);
        if (said) complain(said);
      } catch (error) {
        console.warn(error);
        complain(strings.errors.part);
      }
    });
    return button;
  };
  const copied = async (/** @type {string} */ words) => ((await copy(words)) ? strings.copied : strings.errors.copy);
  const all = () => import("../exports/all.js");
  menu.append(
    item("copy-quotes", strings.take.quotes, async ({ findings }) => copied((await all()).toQuoteList(findings))),
    item("copy-link", strings.take.link, async ({ story }) => {
      const link = await makeLink(story);
      return (await copy(link)) ? strings.link.copied(link.length) : strings.errors.copy;
    }),
    item("copy-json", strings.take.copyJson, async ({ findings, story }) => copied((await all()).toJson(findings, story))),
    ...FILES.map((format) => item(`download-${format}`, strings.take[format], async (taken) => {
      const { name, blob } = await (await all()).makeFile(format, taken);
      download(blob, name);
    })),
  );
  // How long a link would be is said before it is made.
  const length = element("span", { class: "description" });
  byId("copy-link").append(length);
  menu.addEventListener("beforetoggle", async (event) => {
    length.textContent = "";
    const taken = /** @type {ToggleEvent} */ (event).newState === "open" ? current() : null;
    if (!taken) return;
    const link = await makeLink(taken.story);
    length.textContent = (link.length > LONGEST_LINK ? strings.link.tooLong : strings.link.long)(link.length);
  });
  rove(menu, "button");
  setTabStop(menu, "button");
}
