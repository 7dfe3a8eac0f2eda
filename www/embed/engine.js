// One core for all the embeds of a page, started with the first and stopped with the last.
//
// Where this script comes from the page's own origin the core runs in a worker. A browser starts no worker of another
// origin, nor any in a sandboxed frame: there the core runs on the page's thread, a few milliseconds an article.

import { Annotator } from '../annotator.js';

const WORKER = new URL('../worker.js', import.meta.url);
const CORE = new URL('../pkg/whosaid.js', import.meta.url);
const GAZETTEER = new URL('../pkg/gazetteer.bin', import.meta.url);

let engine = null;
let users = 0;

/**
 * The shared core: `annotate(text)` is a promise of the annotation, `places` a promise of whether places have
 * coordinates from now on, and `release()` is to be called once when it is no longer wanted.
 */
export function acquireAnnotator() {
  if (users++ === 0) {
    const core = location.origin !== 'null' && WORKER.origin === location.origin ? new Annotator({ worker: WORKER }) : new LocalCore();
    engine = { core, last: Promise.resolve(), places: core.loadPlaces().then(() => true, () => false) };
  }
  const mine = engine;
  let released = false;
  return {
    // The worker answers only the newest text: articles of several embeds take turns.
    annotate: (text) => (mine.last = mine.last.then(() => mine.core.annotate(text), () => mine.core.annotate(text))),
    places: mine.places,
    release() {
      if (released) return;
      released = true;
      if (--users === 0) {
        mine.core.destroy();
        engine = null;
      }
    },
  };
}

/** The core on this thread, with the calls of {@link Annotator}. */
class LocalCore {
  #loading = null;

  async #load() {
    this.#loading ??= import(CORE.href).then(async (core) => {
      await core.default();
      return core;
    });
    return this.#loading;
  }

  async annotate(text) {
    return (await this.#load()).annotate(text);
  }

  async loadPlaces() {
    const [core, response] = await Promise.all([this.#load(), fetch(GAZETTEER)]);
    if (!response.ok) throw new Error(`${response.status} for ${GAZETTEER}`);
    core.loadGazetteer(new Uint8Array(await response.arrayBuffer()));
  }

  destroy() {
    this.#loading = null;
  }
}
