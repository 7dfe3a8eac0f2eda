/**
 * Where the names on a map go: beside their points, clear of each other, the most telling first.
 *
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @typedef {{ x: number, y: number, radius: number, width: number }} Wanted  A point and the width of its name.
 * @typedef {{ x: number, y: number, anchor: "start" | "end" | "middle" }} Label  Where the name's baseline stands.
 */

export const LINE = 15;
const GAP = 3;
/** From the baseline down to the lowest letter. */
const DESCENT = 4;

/**
 * @param {Wanted[]} points the most telling first
 * @param {Box} frame that no name may leave
 * @returns {(Label | null)[]} null where there is no room
 */
export function placeLabels(points, frame) {
  /** @type {Box[]} */
  const taken = points.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  return points.map((point, own) => {
    for (const { label, box } of choices(point)) {
      const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!inside || taken.some((other, index) => index !== own && touch(box, other))) continue;
      taken.push(box);
      return label;
    }
    return null;
  });
}

/**
 * Right of the point, left of it, above and below.
 *
 * @param {Wanted} point
 * @returns {{ label: Label, box: Box }[]}
 */
function choices({ x, y, radius, width }) {
  const beside = radius + GAP;
  const labels = /** @type {Label[]} */ ([
    { x: x + beside, y: y + DESCENT, anchor: "start" },
    { x: x - beside, y: y + DESCENT, anchor: "end" },
    { x, y: y - beside - DESCENT + 1, anchor: "middle" },
    { x, y: y + beside + LINE - DESCENT - 1, anchor: "middle" },
  ]);
  return labels.map((label) => {
    const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
    return { label, box: { left, right: left + width, top: label.y + DESCENT - LINE, bottom: label.y + DESCENT } };
  });
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function touch(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
