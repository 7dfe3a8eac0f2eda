/**
 * The region that a story is about: the smallest circle of the globe with most of what it names.
 *
 * @typedef {{ at: [longitude: number, latitude: number], weight: number }} Weighted
 */

/** The share of all weight that a region holds. */
const MOST = 0.6;
/** Places so many times further out than those still belong to it. */
const AROUND = 1.5;
/** In degrees: places as near as this belong to it anyway. */
const NEAR = 5;

/**
 * @template {Weighted} Place
 * @param {Place[]} places
 * @returns {Place[]} those of the region, all of them where the story has no region of its own
 */
export function findRegion(places) {
  const all = places.reduce((sum, { weight }) => sum + weight, 0);
  let best = { radius: Infinity, members: places };
  for (const center of places) {
    const around = places.map((place) => ({ place, far: distance(center.at, place.at) })).sort((a, b) => a.far - b.far);
    let sum = 0;
    const radius = around.find(({ place }) => (sum += place.weight) >= all * MOST)?.far ?? 0;
    // Of two circles as large, the one of the place named more often.
    if (radius >= best.radius) continue;
    const reach = Math.max(radius * AROUND, NEAR);
    best = { radius, members: around.filter(({ far }) => far <= reach).map(({ place }) => place) };
  }
  return best.members;
}

/**
 * @param {[number, number]} a longitude and latitude, in degrees
 * @param {[number, number]} b
 * @returns {number} the angle between them, in degrees
 */
export function distance(a, b) {
  const [east, north, east2, north2] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((north2 - north) / 2) ** 2 + Math.cos(north) * Math.cos(north2) * Math.sin((east2 - east) / 2) ** 2;
  return (Math.asin(Math.min(1, Math.sqrt(half))) * 360) / Math.PI;
}
