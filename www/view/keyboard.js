/**
 * Single keys, off while typing and wherever the reader switched them off (WCAG 2.1.4).
 */

import { isField } from "../dom.js";

/**
 * @typedef {Record<string, () => boolean | void>} Actions by `event.key`; `false` leaves the key to the browser
 * @param {Actions} actions
 * @param {Actions} withControl those that go with Control or Command
 * @param {HTMLInputElement} enabled the switch
 */
export function setUpKeyboard(actions, withControl, enabled) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (isField(event.target) || document.querySelector("dialog[open]")) return;
    // A menu that is open is the browser's to close.
    if (event.key === "Escape" && document.querySelector(":popover-open:not([popover='manual'])")) return;
    if (event.ctrlKey || event.metaKey) {
      const action = withControl[event.key];
      if (action && action() !== false) event.preventDefault();
      return;
    }
    const isSingle = event.key.length === 1;
    if (isSingle && !enabled.checked) return;
    const action = actions[event.key];
    if (!action || action() === false) return;
    event.preventDefault();
  });
}
