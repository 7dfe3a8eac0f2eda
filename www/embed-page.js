/** embed.html's own host script: what a site writes to use the frame, the bookmarklet, and buttons that copy. */

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

// The page's own policy lets nobody run it here; it is there to be dragged to the bookmarks.
const refused = `This page lets no script of others run. Copy the article and paste it at ${new URL("./", import.meta.url).href}`;
const address = new URL("bookmarklet.js", import.meta.url).href;
/** @type {HTMLAnchorElement} */ (byId("bookmarklet")).href =
  `javascript:${encodeURIComponent(`import(${JSON.stringify(address)}).then(m=>m.toggle(),()=>alert(${JSON.stringify(refused)}));void 0`)}`;

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
