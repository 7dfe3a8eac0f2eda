/**
 * The core as promises, whichever page asks: nothing here knows how a page looks.
 *
 *     const annotator = new Annotator();
 *     const annotation = await annotator.annotate(text);
 *     await annotator.loadPlaces();              // from here on, places have coordinates
 *     annotator.destroy();
 *
 * @typedef {import("./types.ts").Annotation} Annotation
 * @typedef {{ call: string, args: unknown[], resolve: (value: any) => void, reject: (error: Error) => void }} Request
 */

/** Why an annotation failed: `code` is for programs, `message` for the console. */
export class AnnotatorError extends Error {
  /**
   * @param {string} code `wasm-refused`, `browser-old`, `core-missing`, `worker-refused`, `places-missing`, `crash`,
   *   `superseded`, `destroyed` or `unknown`
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "AnnotatorError";
    this.code = code;
  }
}

/** So long, in milliseconds, may an older text hold up a newer one; then its worker is ended. */
const GRACE = 250;

/** One worker, started at the first call, and again after a crash or where a text was given up. */
export class Annotator {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Request>} sent and not yet answered */
  #sent = new Map();
  /** @type {Request | null} the newest text, waiting for the one being read */
  #waiting = null;
  /** @type {number | null} id of the text being read */
  #reading = null;
  #lastId = 0;
  #destroyed = false;
  /** Whether places of the next text will have coordinates. */
  hasPlaces = false;
  /** Whether a worker before this one had them. */
  #wantsPlaces = false;
  /** @type {Promise<void> | null} */
  #places = null;
  #url;

  /** @param {{ worker?: URL }} [options] where worker.js lies; beside this file where not given */
  constructor({ worker = new URL("./worker.js", import.meta.url) } = {}) {
    this.#url = worker;
  }

  /**
   * Annotates a text. Only the newest text counts: an older one still unanswered is rejected with
   * the code `superseded`.
   *
   * @param {string} text
   * @param {string | null | string[]} [date] the article's day, "2023-06-27"; or what its page states, the best first
   * @returns {Promise<Annotation>}
   */
  annotate(text, date = null) {
    return this.#askNewest("annotate", [text, date]);
  }

  /**
   * Annotates a text as of the day that it states itself, or of one that is given; as
   * {@link annotate}, only the newest text counts.
   *
   * @param {string} text
   * @param {string | null} [date] the article's day; `null`: none; where not given, what the article says
   * @returns {Promise<{ stated: string | null, annotation: Annotation }>} `stated`: what the article says
   */
  read(text, date) {
    return this.#askNewest("read", [text, date]);
  }

  /** Gives up whatever text is being read or waits. */
  giveUp() {
    this.#waiting?.reject(superseded());
    this.#waiting = null;
    if (this.#reading === null) return;
    this.#sent.get(this.#reading)?.reject(superseded());
    this.#endSoon(this.#reading);
  }

  /**
   * @param {string} call
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  #askNewest(call, args) {
    return new Promise((resolve, reject) => {
      const request = { call, args, resolve, reject };
      if (this.#reading !== null) {
        this.#sent.get(this.#reading)?.reject(superseded());
        this.#waiting?.reject(superseded());
        this.#waiting = request;
        this.#endSoon(this.#reading);
        return;
      }
      this.#reading = this.#send(request);
    });
  }

  /**
   * Nothing stops the core in mid-text but the end of its worker; a new one reads what comes next.
   *
   * @param {number} id the text that nobody waits for any more
   */
  #endSoon(id) {
    setTimeout(() => {
      if (this.#reading !== id || this.#destroyed) return;
      this.#endWorker();
      this.#sent.delete(id);
      const others = [...this.#sent.values()];
      this.#sent.clear();
      this.#sendWaiting();
      for (const request of others) this.#send(request);
    }, GRACE);
  }

  /**
   * Fetches the gazetteer, once a worker; places of the texts annotated afterwards have coordinates.
   *
   * @returns {Promise<void>}
   */
  loadPlaces() {
    this.#places ??= new Promise((resolve, reject) => {
      const loaded = () => {
        this.hasPlaces = this.#wantsPlaces = true;
        resolve();
      };
      const failed = (/** @type {Error} */ error) => {
        this.#places = null;
        reject(error);
      };
      this.#send({ call: "loadPlaces", args: [], resolve: loaded, reject: failed });
    });
    return this.#places;
  }

  /**
   * @param {string} text
   * @returns {Promise<string | null>} the day that the article says it is of, "2023-06-27"
   */
  findDate(text) {
    return new Promise((resolve, reject) => this.#send({ call: "findDate", args: [text], resolve, reject }));
  }

  /** @returns {Promise<number>} what the worker has asked of the network so far */
  countRequests() {
    return new Promise((resolve, reject) => this.#send({ call: "countRequests", args: [], resolve, reject }));
  }

  /** Stops the worker and forgets all that was asked. */
  destroy() {
    this.#destroyed = true;
    this.#stop(new AnnotatorError("destroyed", "the annotator was destroyed"));
  }

  /** @param {Request} request */
  #send(request) {
    const id = ++this.#lastId;
    if (this.#destroyed) {
      request.reject(new AnnotatorError("destroyed", "the annotator was destroyed"));
      return null;
    }
    this.#sent.set(id, request);
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, call: request.call, args: request.args });
    } catch (error) {
      this.#sent.delete(id);
      request.reject(new AnnotatorError("worker-refused", String(error)));
      return null;
    }
    return id;
  }

  #start() {
    const worker = new Worker(/** @type {any} */ (trustedWorkerUrl(this.#url)), { type: "module", name: "whosaid" });
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#stop(new AnnotatorError("worker-refused", event.message || `cannot run ${this.#url}`));
    });
    worker.addEventListener("messageerror", () => {
      this.#stop(new AnnotatorError("unknown", "an unreadable answer"));
    });
    if (this.#wantsPlaces) queueMicrotask(() => this.loadPlaces().catch(() => {}));
    return worker;
  }

  /** @param {{ id: number, ok: boolean, value?: any, error?: { code: string, name: string, message: string } }} answer */
  #receive({ id, ok, value, error }) {
    const request = this.#sent.get(id);
    this.#sent.delete(id);
    if (this.#reading === id) this.#reading = null;
    if (ok) {
      request?.resolve(value);
    } else {
      const failure = new AnnotatorError(error?.code ?? "unknown", `${error?.name}: ${error?.message}`);
      request?.reject(failure);
      // A wasm instance that trapped must not be called again.
      if (failure.code === "crash") this.#stop(failure);
    }
    this.#sendWaiting();
  }

  #sendWaiting() {
    if (!this.#waiting || this.#reading !== null) return;
    const next = this.#waiting;
    this.#waiting = null;
    this.#reading = this.#send(next);
  }

  #endWorker() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#reading = null;
    this.#places = null;
    this.hasPlaces = false;
  }

  /** @param {AnnotatorError} reason */
  #stop(reason) {
    this.#endWorker();
    const lost = [...this.#sent.values()];
    this.#sent.clear();
    for (const request of lost) request.reject(reason);
    if (this.#destroyed) this.#waiting?.reject(reason);
    else this.#sendWaiting();
  }
}

function superseded() {
  return new AnnotatorError("superseded", "a newer text came first");
}

/** @type {{ createScriptURL(url: string): unknown } | null | undefined} */
let policy;

/**
 * Under `require-trusted-types-for 'script'` a worker's address must come from a policy; ours is
 * named `whosaid` and lets only files of this site pass.
 *
 * @param {URL} url
 */
export function trustedWorkerUrl(url) {
  if (policy === undefined) {
    const trustedTypes = /** @type {any} */ (globalThis).trustedTypes;
    try {
      policy = trustedTypes?.createPolicy("whosaid", {
        createScriptURL: (/** @type {string} */ address) => {
          if (new URL(address).origin !== new URL(import.meta.url).origin) throw new TypeError(`foreign: ${address}`);
          return address;
        },
      }) ?? null;
    } catch {
      policy = null; // the host allows no policy of this name: a plain address may still do
    }
  }
  return policy ? policy.createScriptURL(url.href) : url.href;
}
