/**
 * Chooses somebody of the article, or somebody new: the likeliest first, each of the first nine a digit
 * away, all others by a few letters.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { element } from "../dom.js";
import { strings } from "../strings.js";

const MOST = 60;

/**
 * @param {Findings} findings
 * @param {{ first?: number[], without?: number | null, label: string, onPick(who: number | string): void }} options
 *   entities to name first; one to leave out
 * @returns {HTMLElement}
 */
export function makePicker(findings, { first = [], without = null, label, onPick }) {
  const { entities } = findings.annotation;
  const rank = (/** @type {number} */ id) => (findings.speaks[id] ? 0 : entities[id].kind === "person" ? 1 : entities[id].kind === "place" ? 4 : ["organization", "group"].includes(entities[id].kind) ? 2 : 3);
  const rest = entities.map(({ id }) => id).sort((a, b) => rank(a) - rank(b) || findings.mentionsOf[b].length - findings.mentionsOf[a].length);
  const all = [...new Set([...first, ...rest])].filter((id) => id !== without && entities[id]);
  const field = element("input", { type: "text", class: "picker-name", "data-way": "picker-name", "aria-label": label, placeholder: label, autocomplete: "off", spellcheck: "false" });
  const list = element("div", { class: "picker-list" });
  const render = () => {
    const typed = field.value.trim();
    const matching = all.filter((id) => entities[id].name.toLowerCase().includes(typed.toLowerCase())).slice(0, MOST);
    const buttons = matching.map((id, index) => {
      const { name, description } = entities[id];
      const digit = index < 9 && !typed ? String(index + 1) : "";
      const button = element("button", { type: "button", class: "pick", "data-way": `pick-${id}`, "data-digit": digit || null, "aria-keyshortcuts": digit || null },
        digit && element("kbd", { "aria-hidden": "true" }, digit), element("span", {}, name), description && element("span", { class: "description" }, description));
      button.addEventListener("click", () => onPick(id));
      return button;
    });
    if (typed && !all.some((id) => entities[id].name === typed)) {
      const add = element("button", { type: "button", class: "pick new", "data-way": "pick-new" }, strings.mend.newName(typed));
      add.addEventListener("click", () => onPick(typed));
      buttons.push(add);
    }
    list.replaceChildren(...buttons);
  };
  field.addEventListener("input", render);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !field.value.trim()) return;
    event.preventDefault();
    /** @type {HTMLElement | null} */ (list.querySelector("button"))?.click();
  });
  render();
  return element("div", { class: "picker" }, list, field);
}
