/**
 * Single keys, off while typing and wherever the reader switched them off (WCAG 2.1.4).
 */

import { isField } from "./input.js";

/**
 * @param {Record<string, () => boolean | void>} actions by `event.key`; `false` leaves the key to the browser
 * @param {HTMLInputElement} enabled the switch
 */
export function setUpKeyboard(actions, enabled) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (isField(event.target) || document.querySelector("dialog[open]")) return;
    const isSingle = event.key.length === 1;
    if (isSingle && !enabled.checked) return;
    const action = actions[event.key];
    if (!action || action() === false) return;
    event.preventDefault();
  });
}
