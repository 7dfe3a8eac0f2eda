/**
 * A press that moves takes the map along: as it is drawn, as far as that goes, for drawing takes time.
 *
 * @typedef {import("./view.js").Region} Region
 */

import { MARGIN } from "./view.js";

/** From this on a press is a drag, in pixels. */
const LEAST = 6;

/**
 * @param {SVGSVGElement} svg
 * @param {SVGGElement} paper all that is drawn in it, {@link MARGIN} beyond its edges too
 * @param {object} handlers
 * @param {() => Region | null} handlers.begin the region under the hand; null where nothing can be dragged
 * @param {(region: Region, by: [right: number, down: number]) => void} handlers.end draws that region, so far away
 * @returns {() => boolean} whether the press that a click ends was a drag
 */
export function setUpDrag(svg, paper, { begin, end }) {
  let from = /** @type {{ x: number, y: number, region: Region } | null} */ (null);
  let moved = /** @type {[right: number, down: number] | null} */ (null);
  let dragged = false;

  const start = (/** @type {number} */ x, /** @type {number} */ y) => {
    const region = begin();
    from = region && { x, y, region };
    moved = null;
  };
  const draw = () => {
    if (from && moved) end(from.region, moved);
  };

  svg.addEventListener("pointerdown", ({ clientX, clientY, isPrimary }) => {
    if (!isPrimary) return;
    dragged = false;
    start(clientX, clientY);
  });
  svg.addEventListener("pointermove", ({ clientX, clientY, isPrimary, pointerId }) => {
    if (!from || !isPrimary) return;
    const [right, down] = [clientX - from.x, clientY - from.y];
    if (!dragged && Math.hypot(right, down) < LEAST) return;
    dragged = true;
    moved = [right, down];
    svg.setPointerCapture(pointerId);
    paper.setAttribute("transform", `translate(${right} ${down})`);
    if (Math.max(Math.abs(right), Math.abs(down)) < MARGIN) return;
    draw();
    start(clientX, clientY);
  });
  for (const type of ["pointerup", "pointercancel"]) {
    svg.addEventListener(type, () => {
      draw();
      from = null;
    });
  }
  return () => {
    const did = dragged;
    dragged = false;
    return did;
  };
}
