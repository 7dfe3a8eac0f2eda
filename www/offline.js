/**
 * Keeps the page on the device, so that it opens without a network (sw.js), and says when a new version of it is
 * there. A version is used whole: the new one takes over when the reader says so and no other tab has the old one.
 */

import { trusted } from "./engine/trusted.js";

/**
 * @param {URL} address of the service worker
 * @param {(use: () => Promise<boolean>) => void} onNew a new version waits; `use` takes it, or gives `false` where other
 *   tabs still have the old one
 */
export async function keepOffline(address, onNew) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    const registration = await serviceWorker.register(trusted(address.href), { updateViaCache: "none" });
    const tell = (/** @type {ServiceWorker} */ worker) => onNew(() => takeOver(worker));
    // None before: this is the first visit, and what was installed is what is open.
    if (registration.waiting && serviceWorker.controller) tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && serviceWorker.controller) tell(installing);
      });
    });
  } catch (error) {
    console.info("The page is not kept for later:", error); // a private window, a reader's settings
  }
}

/** @param {ServiceWorker} worker @returns {Promise<boolean>} */
function takeOver(worker) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (!data) return done(false);
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      port1.postMessage("now");
    };
    worker.postMessage("take-over", [port2]);
  });
}
