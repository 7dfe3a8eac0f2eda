/**
 * Leaves out of an annotation what is but a stance (wants, supports, condemned the attack): the page shows
 * them where the reader asks for them.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Hand} Hand
 */

/**
 * @param {{ annotation: Annotation, hand: Hand }} found
 * @returns {{ annotation: Annotation, hand: Hand, stances: number }} `stances`: how many were left out
 */
export function withoutStances({ annotation, hand }) {
  /** @type {number[]} */
  const kept = annotation.quotes.flatMap(({ act }, id) => (act === "stance" && !hand.quotes.has(id) ? [] : [id]));
  const stances = annotation.quotes.length - kept.length;
  if (!stances) return { annotation, hand, stances };
  const at = new Map(kept.map((id, index) => [id, index]));
  const move = (/** @type {Set<number>} */ ids) => new Set([...ids].flatMap((id) => at.get(id) ?? []));
  return {
    annotation: { ...annotation, quotes: kept.map((id) => annotation.quotes[id]) },
    hand: { ...hand, quotes: move(hand.quotes), checked: move(hand.checked) },
    stances,
  };
}
