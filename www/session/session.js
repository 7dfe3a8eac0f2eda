/**
 * The state of the page that a reader changes, and every way to change it: one value, one function.
 * Nothing here touches the page, the network or the disk.
 *
 * A step of the history is the story as it was before it. Stories are never changed but replaced, so
 * steps share all that they have in common, and undoing is putting one back.
 *
 * @typedef {import("../types.ts").Change} Change
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").LeftOut} LeftOut
 * @typedef {import("../types.ts").Session} Session
 * @typedef {import("../types.ts").Step} Step
 * @typedef {import("../types.ts").Story} Story
 * @typedef {{ type: "open", story: Story, what: string }
 *   | { type: "return", story: Story }
 *   | { type: "edit", text: string, at: number }
 *   | { type: "put-back", left: LeftOut, at: number }
 *   | { type: "date", date: string | null, at: number }
 *   | { type: "correct", corrections: Correction[], what: string, at: number }
 *   | { type: "shelve", story: Story, what: string, at: number }
 *   | { type: "forget" }
 *   | { type: "undo", at: number }
 *   | { type: "redo", at: number }} Action
 */

import { findChange, moveSpan } from "../model/anchor.js";
import { moveCorrections } from "../model/corrections.js";

/** Steps that can be undone. */
const DEEPEST = 200;
/** Typing goes into one step while no pause is longer than this, in milliseconds. */
const PAUSE = 1000;

/** @type {Session} */
export const EMPTY = { story: null, past: [], future: [] };

/** What a step of typing is called. */
export const TYPING = "edit";

/**
 * @param {Session} state
 * @param {Action} action
 * @returns {Session} the same value where nothing changes
 */
export function reduce(state, action) {
  const { story, past, future } = state;
  switch (action.type) {
    case "open":
      return step(state, action.story, action.what, action.story.changed);
    case "return": // Back and Forward, a reload: nothing that the reader did to an article
      return { ...state, story: action.story };
    case "edit": {
      if (!story || action.text === story.text) return state;
      const change = findChange(story.text, action.text);
      const edited = changeText(story, action.text, change, action.at);
      const last = past[past.length - 1];
      if (last?.what === TYPING && last.story?.id === story.id && action.at - story.changed < PAUSE) return { story: edited, past, future: [] };
      return step(state, edited, TYPING, action.at);
    }
    case "put-back": {
      if (!story?.leftOut?.includes(action.left)) return state;
      const { text, at } = action.left;
      const [head, tail] = [story.text.slice(0, at).replace(/\s+$/, ""), story.text.slice(at).replace(/^\s+/, "")];
      const whole = [head, text, tail].filter(Boolean).join("\n\n");
      const rest = { ...story, leftOut: story.leftOut.filter((left) => left !== action.left) };
      return step(state, changeText(rest, whole, findChange(story.text, whole), action.at), "back", action.at);
    }
    case "date":
      return story ? step(state, { ...story, date: action.date, changed: action.at }, "date", action.at) : state;
    case "correct":
      if (!story || !action.corrections.length) return state;
      return step(state, { ...story, corrections: [...story.corrections, ...action.corrections], changed: action.at }, action.what, action.at);
    case "shelve": // one of the kept articles is deleted; where it is the open one, the page is empty
      return {
        story: story?.id === action.story.id ? null : story,
        past: [...past, { what: action.what, story, at: action.at, shelved: action.story }].slice(-DEEPEST),
        future: [],
      };
    case "forget":
      return EMPTY;
    case "undo": {
      const last = past[past.length - 1];
      if (!last) return state;
      return { story: last.story, past: past.slice(0, -1), future: [...future, { ...last, story }] };
    }
    case "redo": {
      const next = future[future.length - 1];
      if (!next) return state;
      return { story: next.story, past: [...past, { ...next, story }], future: future.slice(0, -1) };
    }
  }
}

/**
 * @param {string} text
 * @param {Partial<Story> & { id: string, made: number }} rest
 * @returns {Story}
 */
export function makeStory(text, rest) {
  return { text, corrections: [], changed: rest.made, ...rest };
}

/**
 * Whether anything of it is the reader's own, and so worth keeping: an example as it came is not.
 *
 * @param {Story} story
 */
export function isOwn({ sample, corrections, changed, made }) {
  return !sample || corrections.length > 0 || changed !== made;
}

/**
 * @param {Story} story
 * @param {string} text
 * @param {Change} change
 * @param {number} at
 * @returns {Story} what hangs on positions has moved along
 */
function changeText(story, text, change, at) {
  const leftOut = story.leftOut?.map((left) => ({ ...left, at: moveSpan({ start: left.at, end: left.at }, change).start }));
  const parts = story.parts?.map((part) => moveSpan(part, change)).filter(({ start, end }) => start < end);
  return { ...story, text, ...(leftOut ? { leftOut } : {}), ...(parts ? { parts } : {}), corrections: moveCorrections(story.corrections, change, text), changed: at };
}

/**
 * @param {Session} state
 * @param {Story} story
 * @param {string} what
 * @param {number} at
 * @returns {Session}
 */
function step({ story: before, past }, story, what, at) {
  return { story, past: [...past, { what, story: before, at }].slice(-DEEPEST), future: [] };
}
