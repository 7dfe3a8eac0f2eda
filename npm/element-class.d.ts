import type { Annotation } from "./index.js";

export type Kind = "quotes" | "names" | "places" | "figures";
/** Words, with `{n}` and the like filled in, or the forms by the names of `Intl.PluralRules`. */
export type Label = string | Partial<Record<"zero" | "one" | "two" | "few" | "many" | "other", string>>;
export type Choice = { kind: "quote" | "place" | "figure"; index: number };
export type Ready = { annotation: Annotation; text: string; reason: "first" | "text" | "date" | "options" };

export interface Options {
  /** What is marked and listed: "quotes" where not given; "all". */
  kinds?: string | Kind[];
  /** Quotes that are less sure are not shown: 0 to 1. */
  minCertainty?: number | string;
  /** "none": no gazetteer is fetched. */
  places?: "map" | "none";
  list?: "collapsed" | "open" | "none";
  /** Whether a click on a mark, or a choice in the list, opens a card there. */
  card?: "show" | "none";
  /** Whether what a writer should look at again is listed: over a field where not given. */
  checks?: "auto" | "show" | "none";
  loading?: "lazy" | "eager" | "click";
  theme?: "auto" | "light" | "dark";
  /** Of the labels. */
  lang?: string;
  labels?: Record<string, Label> | string | null;
  /** CSS selector of what in the story is no part of it. */
  ignore?: string;
  /** Made before: no core is fetched. Checked by its `text` or `hash`, where it has one. */
  annotation?: (Annotation & { text?: string; hash?: string }) | null;
  /** Address of such an annotation. */
  src?: string;
}

export interface AttachOptions extends Options {
  /** Where the list goes; without it there are marks alone. */
  container?: Element | ShadowRoot;
  /** Another core: an extension's own worker, a server's. */
  annotate?: (text: string, dates: string[], parts: Annotation["parts"]) => Promise<Annotation>;
  /** Once a text. */
  onReady?: (ready: Ready) => void;
  onSelect?: (choice: Choice) => void;
  /** There are no words to read, or none in English. */
  onEmpty?: () => void;
  onError?: (error: Error & { code?: string }) => void;
}

export interface Attached {
  readonly annotation: Annotation | null;
  readonly text: string;
  /** Changes what was chosen; what is not named stays. */
  update(changes: AttachOptions): void;
  /** Reads now, however it was to be loaded. */
  read(): Promise<void>;
  /** Leads a reader there, as a choice in the list does. */
  choose(choice: Choice): void;
  /** Takes everything away. */
  destroy(): void;
}

/** Reads a story on the page, marks who says what in it and, in `container`, lists it. */
export function attach(target: Element | string, options?: AttachOptions): Attached;

export class WhosaidArticle extends HTMLElement {
  /** As it was read; set, as it was made before. */
  get annotation(): Annotation | null;
  set annotation(annotation: Options["annotation"]);
  get target(): Element | null;
  set target(target: Element | string | null);
  labels: Options["labels"];
  readonly text: string;
  read(): Promise<void>;
}

export interface WhosaidEvents {
  "whosaid-ready": CustomEvent<Ready>;
  "whosaid-select": CustomEvent<Choice>;
  "whosaid-error": CustomEvent<{ error: Error & { code?: string } }>;
}

/** The element's attributes, for JSX. */
export interface WhosaidAttributes {
  for?: string;
  quiet?: boolean | "";
  kinds?: string;
  "min-certainty"?: number | string;
  places?: "map" | "none";
  list?: "collapsed" | "open" | "none";
  card?: "show" | "none";
  checks?: "auto" | "show" | "none";
  loading?: "lazy" | "eager" | "click";
  theme?: "auto" | "light" | "dark";
  lang?: string;
  labels?: string;
  ignore?: string;
  src?: string;
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  part?: string;
  hidden?: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "whosaid-article": WhosaidArticle;
  }
  interface HTMLElementEventMap extends WhosaidEvents {}
}
