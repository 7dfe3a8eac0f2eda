/** Every word that the card says beside the list's; a host words them anew by the same `labels`. */

import { LABELS } from "./strings.js";

export const CARD_LABELS = {
  saidBy: "Said by {name}",
  nobody: LABELS.nobody,
  probably: LABELS.probably,
  orPerhaps: "or perhaps",
  quotes: LABELS.quotes,
  words: LABELS.words,
  credit: LABELS.credit,
  direct: "Word for word",
  transcript: "Word for word, a turn",
  indirect: "Reported",
  mixed: "Reported, partly quoted",
  why: "Why:",
  continues: "it goes on from the words before it.",
  unnamed: "the text does not say who.",
  certainty: "Of 100 like it, about {n} are right.",
  counts: "counts: {what}",
  copy: "Copy",
  copied: "Copied",
  copyRefused: "This page does not allow it",
  previous: "Previous",
  next: "Next",
  close: "Close",
};
