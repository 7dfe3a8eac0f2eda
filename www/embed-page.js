/** embed.html's own host script: what a site writes to use the frame, and buttons that copy. */

import { byId, element } from "./dom.js";

const frame = /** @type {HTMLIFrameElement} */ (byId("voices"));
const story = byId("story").innerText;

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.whosaid !== 1) return;
  if (data.type === "ready") give();
  if (data.type === "height") frame.style.height = `${Math.ceil(data.height)}px`;
});
give(); // the frame may have been ready first

function give() {
  frame.contentWindow?.postMessage({ whosaid: 1, text: story }, "*");
}

for (const lines of document.querySelectorAll("pre")) {
  const button = element("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(lines.textContent ?? "");
      button.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(lines);
      button.textContent = "Selected: press Ctrl C";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  const block = element("div", { class: "lines" });
  lines.replaceWith(block);
  block.append(lines, button);
}
