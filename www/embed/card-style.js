/** The style of an embed's card. Nothing is inherited from the host; the forms are those of its list. */

import { hueRules } from "../palette.js";

export const CARD_STYLE = `${hueRules()}
:host { all: initial; }
section { all: initial; box-sizing: border-box; position: fixed; inset: var(--top, 8px) auto auto var(--left, 8px); z-index: 2147483647; display: block;
  inline-size: max-content; max-inline-size: min(360px, calc(100vw - 16px)); max-block-size: min(60vh, 480px); overflow: auto; overscroll-behavior: contain;
  padding: 12px 16px; border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-inline-start: 4px solid var(--line); border-radius: 6px;
  background: light-dark(#fffefb, #24221e); color: light-dark(#22201c, #ece9e2); box-shadow: 0 4px 20px rgb(0 0 0 / .18);
  font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; user-select: text; }
section[dir=rtl] { direction: rtl; }
section:focus { outline: none; }
section:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.light { color-scheme: light; }
.dark { color-scheme: dark; }
* { box-sizing: border-box; }
p { margin: 0; }
p + p { margin-block-start: 4px; }
.name { font-weight: 600; padding-inline-end: 32px; overflow-wrap: anywhere; }
.line { font-size: 13px; color: color-mix(in srgb, currentColor 78%, transparent); overflow-wrap: anywhere; }
.small { font-size: 12px; }
a { color: inherit; }
.ways { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin-inline: -8px; }
button { all: unset; box-sizing: border-box; cursor: pointer; padding: 4px 8px; border-radius: 4px; font-size: 13px; text-decoration: underline; text-underline-offset: .2em; }
.hop { padding: 0; color: inherit; }
.close { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; inline-size: 32px; block-size: 32px; padding: 0; text-align: center; font-size: 20px; line-height: 32px; text-decoration: none; }
button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 0; }
@media (max-width: 480px) {
  section { inset: auto 8px max(8px, env(safe-area-inset-bottom)) 8px; inline-size: auto; max-inline-size: none; max-block-size: 45vh; }
  .ways button, .close { min-block-size: 44px; min-inline-size: 44px; }
  .close { line-height: 44px; inset: 0 0 auto auto; }
}
@media (forced-colors: active) { section { border-color: CanvasText; } }
@media print { section { display: none; } }
`;
