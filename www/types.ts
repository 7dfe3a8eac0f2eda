/** Types of the page. What the core returns is described where the core is: src/annotation.ts. */

import type { Annotation, Entity, Figure, Mention, Part, Quote, Span } from "../src/annotation.ts";

export type { Annotation, Entity, Figure, Mention, Part, Quote, Span };

/** One thing that a reader can choose, in the text or in a list. */
export type Target =
  | { kind: "quote"; id: number }
  | { kind: "mention"; id: number }
  | { kind: "figure"; id: number };

/** The switchable kinds of marks. */
export type MarkKind =
  | "direct" | "indirect" | "attribution" | "person" | "organization" | "place" | "figure" | "other" | "stance";

/** A stretch of the article as it is set on the page. */
export interface Block extends Span {
  role: "headline" | "heading" | "paragraph";
  /** What it is beside the story, where that is known. */
  part?: Part["role"];
  /** Characters that are markup (`**`, `## `) and not shown. */
  hidden: Span[];
  /** Stretches set in bold or italics. */
  emphasis: (Span & { strong: boolean })[];
}

/** A mark to draw over a stretch of text. */
export interface Mark extends Span {
  type: "strong" | "emphasis" | "quote" | "said" | "source" | "cue" | "mention" | "figure";
  /** Index in the annotation's list that the type belongs to. */
  id: number;
}

export interface SpeakerFindings {
  /** `null`: the quotes whose speaker was not found. */
  entity: Entity | null;
  quotes: number[];
  words: number;
  /** 1 to 8, or 0 for the neutral. */
  hue: number;
}

export interface EntityFindings {
  entity: Entity;
  /** Mentions by name. */
  names: number;
  /** Indices of all mentions, in reading order. */
  mentions: number[];
}

export interface Findings {
  text: string;
  annotation: Annotation;
  speakers: SpeakerFindings[];
  places: EntityFindings[];
  people: EntityFindings[];
  organizations: EntityFindings[];
  others: EntityFindings[];
  /** Words said, by quote. */
  words: number[];
  /** Mention indices, by entity. */
  mentionsOf: number[][];
  /** Hue, by entity; 0 where it does not speak or shares the neutral. */
  hueOf: number[];
  /** Whether an entity speaks, by entity. */
  speaks: boolean[];
  counts: Record<MarkKind, number>;
  /** Quotes to check: their speaker is missing or doubtful, and the reader has not looked at them. */
  doubtful: number[];
  /** What the reader had a hand in. */
  hand: Hand;
}

/** A stretch of the article by position and words, see model/anchor.js. */
export interface Anchor extends Span { words: string; before: string; after: string }

/** One stretch of a text that became another, `length` characters long. */
export interface Change extends Span { length: number }

/** Somebody or something: by one of its mentions, else by name; without either in the text it is new to it. */
export interface Who { name: string; at?: Anchor }

/** One correction by the reader, see model/corrections.js. `at` is the first content, the mention or the figure. */
export type Correction =
  | { does: "speaker"; at: Anchor; speaker: Who | null }
  | { does: "check"; at: Anchor }
  | { does: "content"; at: Anchor; content: Anchor[] }
  | { does: "style"; at: Anchor; style: Quote["style"] }
  | { does: "remove"; what: Target["kind"]; at: Anchor }
  | { does: "forget"; who: Who }
  | { does: "add-quote"; at: Anchor; style: Quote["style"]; speaker: Who | null }
  | { does: "add-name"; at: Anchor; who: Who; kind: Entity["kind"] }
  | { does: "add-figure"; at: Anchor; kind: Figure["kind"] }
  | { does: "rename"; who: Who; name: string }
  | { does: "kind"; who: Who; kind: Entity["kind"] }
  | { does: "merge"; who: Who; into: Who }
  | { does: "split"; at: Anchor; who: Who }
  | { does: "figure-kind"; at: Anchor; kind: Figure["kind"] };

/** Indices of what is as the reader says; `checked`: quotes whose speaker the reader confirmed or named. */
export interface Hand {
  quotes: Set<number>; mentions: Set<number>; figures: Set<number>; entities: Set<number>; checked: Set<number>;
}

/** What cleaning left out of a page, why, and where in the text it would stand. */
export interface LeftOut { text: string; why: string; at: number }

/**
 * A text as it comes in. `stated`: the day that its page or mail says; `what`: by which way it came; `parts`: what its setting
 * shows to be headline, byline, caption and so on.
 */
export interface Given {
  text: string; what: string; stated?: string; leftOut?: LeftOut[]; parts?: Part[];
  /** Of a file that this page wrote: the day and the corrections of whoever did. */
  date?: string | null; corrections?: Correction[];
}

/** An article as the reader gave it, with all that the reader did to it. Never changed, only replaced. */
export interface Story {
  id: string;
  text: string;
  /** Of the examples that the page brings. */
  sample?: string;
  /** The day that dates are counted from, as the reader says; not there: as the article says; `null`: none. */
  date?: string | null;
  /** The day that its page or mail says. */
  stated?: string;
  /** What was left out of its page. */
  leftOut?: LeftOut[];
  /** What its page or file showed by its setting; the core is told. */
  parts?: Part[];
  corrections: Correction[];
  /** Milliseconds since 1970. */
  made: number;
  changed: number;
}

/** A story in the list of recent ones. */
export interface ShelfEntry { id: string; title: string; changed: number; corrections: number; words: number }

/** One thing done: how the desk was before it. */
export interface Step { what: string; story: Story | null; at: number; /** put back by undoing */ shelved?: Story }

/** The whole state of the page that the reader can change, see session/session.js. */
export interface Session {
  story: Story | null;
  past: Step[];
  future: Step[];
}
