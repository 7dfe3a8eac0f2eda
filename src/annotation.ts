/** Half-open. UTF-16 code units, so that text.slice(start, end) in JavaScript is the span. */
export interface Span { start: number; end: number }

export interface Annotation {
  version: 2;
  parts: Part[];        // how the text is laid out, by start; what no part covers is body
  entities: Entity[];   // one per real thing, id = index
  mentions: Mention[];  // every reference to one, by start
  quotes: Quote[];      // who said what, by first content span
  figures: Figure[];    // numbers a reader would want to see, by start
}

export interface Part extends Span {
  role: "headline" | "subheading" | "byline" | "dateline" | "caption" | "credit" | "label" | "litter";
                             // litter: related links, newsletter boxes, "Read more", comments: nothing is found there, nor in credits
}

export interface Entity {
  id: number;
  kind: "person" | "organization" | "place" | "group" | "product" | "event" | "other";
  name: string;              // the fullest name that the text gives: "Volodymyr Zelenskyy"
  description?: string;      // what the text calls it: "Ukrainian President", "Kremlin spokesman"
  place?: {                  // kind "place", where it was resolved
    latitude: number; longitude: number;   // degrees, WGS 84
    country: string;                       // ISO 3166-1 alpha-2
    geonames?: number;                     // GeoNames id
  };
}

export interface Mention extends Span {
  entity: number;
  form: "name" | "nominal" | "pronoun";    // "Zelenskyy" | "the young soldier" | "he"
  antecedent?: number;       // index of the mention it was resolved through: "he" -> "the young soldier" -> "Vladyslav"
}

export interface Quote {
  style: "direct" | "indirect" | "mixed" | "transcript";
  act: "said" | "thought" | "stance";      // stances (wants, endorsed, condemned the attack) are left out unless asked for
  content: Span[];           // the words said; more than one span where the attribution interrupts them
  cue: Span[];               // "said", "according to", "told AFP": may be empty
  source: Span[];            // the words that name who said it, as they stand: "the young soldier"
  speaker: number | null;    // the entity that source resolves to
  certainty: number;         // 0 to 1: how often a row like this is right as a whole: somebody is said to say or think this,
                             // and it is this speaker (or, where speaker is null, nobody whom the text names); calibrated
  alternatives?: number[];   // other entities that could have said it, likeliest first, where the speaker is in doubt
}

export interface Figure extends Span {
  kind: "number" | "ordinal" | "percent" | "money" | "date" | "time" | "duration" | "age" | "quantity";
  value?: number;            // in plain units: "$2.5 billion" is 2500000000
  low?: number; high?: number;             // a range: "10 to 15 percent"
  unit?: string;             // money: ISO 4217; quantity and duration: the unit's singular English name
  iso?: string;              // date, time, duration: ISO 8601 as far as the text fixes it ("2021-12-16", "XXXX-WXX-7", "P10D")
  bound?: "about" | "over" | "under" | "at-least" | "at-most";
  of?: Span;                 // what it counts: "Ukrainian soldiers"
}
