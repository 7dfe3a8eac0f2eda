/**
 * Share of voice, as a table: words of each speaker, quoted and reported, where they are first heard, by which verbs.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../model/voices.js").Voice} Voice
 */

import { element } from "../dom.js";
import { shareOfVoice } from "../model/voices.js";
import { strings } from "../strings.js";
import { words as said } from "../strings-views.js";
import { sift } from "../view/filter.js";
import { LongList } from "../view/long-list.js";

const VERBS = 4;

/**
 * @param {Findings} findings
 * @param {(target: import("../types.ts").Target) => void} choose
 * @returns {import("../view/lists.js").View}
 */
export function viewVoice(findings, choose) {
  const { voices, said: spoken, all } = shareOfVoice(findings);
  const most = voices.reduce((most, { words }) => Math.max(most, words), 1);
  const list = new LongList(element("ul", { class: "voices" }), voices, (voice) => makeVoice(voice, { most, spoken, choose }));
  const byEntity = new Map(voices.map((voice) => [voice.entity?.id ?? null, voice]));
  return {
    nodes: [element("p", { class: "description voice-total" }, `${said.voice.total(spoken, all)} ${said.voice.key}`), list.root],
    empty: !voices.length,
    reveal({ kind, id }) {
      const voice = kind === "mention" && byEntity.get(findings.annotation.mentions[id].entity);
      if (voice) list.reveal(voice);
    },
    async filter(words, signal) {
      const sifted = words ? sift(voices, (voice) => sayVoice(voice).toLowerCase().includes(words), signal) : voices;
      const found = sifted instanceof Promise ? await sifted : sifted;
      if (!found) return true;
      list.show(found);
      return found.length > 0;
    },
    showAll: () => list.showAll(),
  };
}

/** @param {Voice} voice */
function sayVoice({ entity, verbs }) {
  return [entity?.name ?? strings.speakerNotFound, entity?.description ?? "", ...verbs.map(({ verb }) => verb)].join(" ");
}

/**
 * @param {Voice} voice
 * @param {{ most: number, spoken: number, choose: (target: import("../types.ts").Target) => void }} options
 */
function makeVoice({ entity, hue, words, quoted, reported, first, paragraph, verbs }, { most, spoken, choose }) {
  const bar = element("span", { class: "voice-bar", role: "img", "aria-label": [quoted && said.voice.quoted(quoted), reported && said.voice.reported(reported)].filter(Boolean).join(", ") });
  bar.style.setProperty("--quoted", String(quoted / most));
  bar.style.setProperty("--reported", String(reported / most));
  const go = element("button", { type: "button", class: "quiet", title: `${said.voice.columns.first} ${said.voice.paragraph(paragraph)}` }, `${said.voice.columns.first} ${said.voice.paragraph(paragraph)}`);
  go.addEventListener("click", () => choose({ kind: "quote", id: first }));
  return element("li", { class: `voice hued s${hue}`, "data-list-entity": entity?.id ?? "none" },
    element("h3", { class: "speaker-name" }, entity?.name ?? strings.speakerNotFound),
    element("span", { class: "speaker-tally" }, `${strings.percent(words / (spoken || 1))} · ${strings.words(words)}`),
    bar,
    element("span", { class: "description" }, [quoted && said.voice.quoted(quoted), reported && said.voice.reported(reported)].filter(Boolean).join(", ")),
    go,
    element("span", { class: "description verbs" }, verbs.slice(0, VERBS).map(({ verb, count }) => said.voice.verb(verb, count)).join(", ") || said.voice.noVerb));
}
