// The embed's two style sheets: marks over the host's text, and the list in the element's shadow root.

/** How many speakers have a colour of their own. */
export const SPEAKER_COLOURS = 8;

// Hues of equal lightness and chroma, told apart by readers with any common colour vision.
const HUES = [255, 60, 160, 345, 215, 100, 300, 25];

/** @param {'light' | 'dark'} scheme @param {number} rank  0 is the neutral that the quiet speakers share */
export function colour(scheme, rank, part) {
  const chroma = rank === 0 ? 0.01 : part === 'tint' ? 0.055 : 0.13;
  const lightness = scheme === 'dark' ? (part === 'tint' ? 0.34 : 0.76) : part === 'tint' ? 0.93 : 0.5;
  return `oklch(${lightness} ${chroma} ${rank === 0 ? 0 : HUES[rank - 1]})`;
}

/** @param {'light' | 'dark'} scheme */
export function highlightSheet(scheme) {
  const rules = [];
  for (let rank = 0; rank <= SPEAKER_COLOURS; rank++) {
    const tint = `var(--whosaid-tint-${rank}, ${colour(scheme, rank, 'tint')})`;
    const line = `var(--whosaid-line-${rank}, ${colour(scheme, rank, 'line')})`;
    rules.push(
      `::highlight(whosaid-direct-${rank}) { background-color: ${tint}; }`,
      `::highlight(whosaid-indirect-${rank}) { text-decoration: underline dotted 2px ${line}; }`,
      `::highlight(whosaid-source-${rank}) { text-decoration: underline solid 1px ${line}; }`,
    );
  }
  const ink = scheme === 'dark' ? 'oklch(0.75 0.02 250)' : 'oklch(0.5 0.02 250)';
  rules.push(
    `::highlight(whosaid-place) { text-decoration: underline solid 2px ${ink}; }`,
    `::highlight(whosaid-place-unresolved) { text-decoration: underline wavy 1px ${ink}; }`,
    `::highlight(whosaid-figure) { text-decoration: underline double 1px ${ink}; }`,
    `::highlight(whosaid-name) { text-decoration: underline dashed 1px ${ink}; }`,
    `::highlight(whosaid-glow) { background-color: ${scheme === 'dark' ? 'oklch(0.5 0.12 95)' : 'oklch(0.88 0.16 95)'}; }`,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  return sheet;
}

const LIST = `
:host { display: block; font: 0.875rem/1.5 system-ui, sans-serif; margin-block: 1.5rem; color: inherit; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
section { border-block: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-block: 0.75rem; }
h2 { font: inherit; margin: 0; }
h2 b { font-weight: 600; }
p { margin: 0.25rem 0; }
.small { font-size: 0.8125rem; opacity: 0.8; }
details { border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
details:first-of-type { margin-top: 0.5rem; }
summary { cursor: pointer; padding-block: 0.6rem; }
summary::marker { color: color-mix(in srgb, currentColor 60%, transparent); }
ul, ol { list-style: none; margin: 0 0 0.75rem; padding: 0; }
li { margin: 0; }
.who { display: flex; gap: 0.5rem; align-items: baseline; margin-top: 0.5rem; }
.swatch { flex: none; inline-size: 0.75rem; block-size: 0.75rem; border-radius: 2px; border: 1px solid; }
.what { opacity: 0.8; }
button { all: unset; box-sizing: border-box; display: block; inline-size: 100%; cursor: pointer; padding: 0.4rem 0 0.4rem 1.25rem; min-block-size: 2.25rem; }
button:hover, button[aria-current='true'] { background: color-mix(in srgb, currentColor 8%, transparent); }
button:focus-visible, summary:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
blockquote { margin: 0; }
.figure { display: flex; justify-content: space-between; gap: 1rem; padding-inline: 0; font-variant-numeric: tabular-nums; }
@media (pointer: coarse) { button { min-block-size: 2.75rem; } }
@media print { :host { display: none; } }
`;

let list;
/** The sheet of the element's own list; one for all embeds. */
export function listSheet() {
  if (!list) {
    list = new CSSStyleSheet();
    list.replaceSync(LIST);
  }
  return list;
}
