/** Types of the page. What the core returns is described where the core is: src/annotation.ts. */

import type { Annotation, Entity, Figure, Mention, Quote, Span } from "../src/annotation.ts";

export type { Annotation, Entity, Figure, Mention, Quote, Span };

/** One thing that a reader can choose, in the text or in a list. */
export type Target =
  | { kind: "quote"; id: number }
  | { kind: "mention"; id: number }
  | { kind: "figure"; id: number };

/** The switchable kinds of marks. */
export type MarkKind =
  | "direct" | "indirect" | "attribution" | "person" | "organization" | "place" | "figure" | "other";

/** A stretch of the article as it is set on the page. */
export interface Block extends Span {
  role: "headline" | "heading" | "paragraph";
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
  /** Quotes whose speaker is missing or doubtful. */
  doubtful: number[];
}
