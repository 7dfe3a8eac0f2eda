import type { Annotation } from "./index.js";

/** Why the core failed. */
export class WhosaidError extends Error {
  /** `wasm-refused`, `browser-old`, `core-missing`, `places-missing`, `crash`, `stopped`, `worker-refused` or `unknown` */
  readonly code: string;
}

/** The core off the page's thread: one worker, started at the first call. */
export class Annotator {
  /**
   * Annotates a text. Only the newest counts: an older one still unanswered is rejected with an AbortError, as
   * is one whose `signal` is aborted.
   */
  annotate(text: string, options?: { date?: string | null; signal?: AbortSignal }): Promise<Annotation>;
  /** Fetches the gazetteer: places of texts annotated from here on have coordinates. */
  loadGazetteer(): Promise<void>;
  /** Ends the worker; what is unanswered is rejected. */
  destroy(): void;
}
