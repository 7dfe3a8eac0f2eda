/**
 * How the globe lies on the map: the whole world, or the region around some places.
 *
 * @typedef {{ width: number, height: number }} Size
 * @typedef {[longitude: number, latitude: number]} Position
 * @typedef {{ center: Position, scale: number }} Region  The scale is pixels a radian at the center.
 */

import { geoAzimuthalEqualArea, geoCentroid, geoEqualEarth } from "./vendor.js";

/** Kept free around the points of a region, for their names; in pixels. */
const PADDING = { x: 56, y: 30 };
/** The map opens on no less of the globe than this from top to bottom, in radians: about 320 km. */
const CLOSEST = 0.05;
/** Nor does a reader come nearer than this: about 50 km, where outlines are coarse, and points apart. */
const NEAREST = 0.008;
/** How far beyond its edges a region is drawn, for a hand to drag it; in pixels. */
export const MARGIN = 80;
/** A region that shows more of the globe than this is shown as the world. */
const WIDEST = 2.2;
/** What one step of a zoom is. */
const STEP = 1.7;

/** @param {Size} size */
export function projectWorld({ width, height }) {
  return geoEqualEarth().rotate([-11, 0]).fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
}

/**
 * @param {Region} region
 * @param {Size} size
 */
export function projectRegion({ center: [longitude, latitude], scale }, { width, height }) {
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude]).scale(scale).translate([width / 2, height / 2])
    .clipExtent([[-MARGIN, -MARGIN], [width + MARGIN, height + MARGIN]]);
}

/**
 * The region with all these places in it; null where that is the world.
 *
 * @param {Position[]} places
 * @param {Size} size
 * @param {{ near?: boolean }} [options] whether to come as near as a reader may
 * @returns {Region | null}
 */
export function frameRegion(places, size, { near = false } = {}) {
  if (!places.length) return null;
  const middle = /** @type {Position} */ (geoCentroid({ type: "MultiPoint", coordinates: places }));
  if (!middle.every(Number.isFinite)) return null;
  const flat = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).scale(1).translate([0, 0]);
  const points = places.map((place) => flat(place) ?? [0, 0]);
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  const scale = Math.min(
    Math.max(size.width - 2 * PADDING.x, 1) / (right - left),
    Math.max(size.height - 2 * PADDING.y, 1) / (bottom - top),
    size.height / (near ? NEAREST : CLOSEST),
  );
  const center = /** @type {Position} */ (flat.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? middle);
  return narrow({ center, scale }, size);
}

/**
 * The first step from the world to a place.
 *
 * @param {Position} center
 * @param {Size} size
 * @returns {Region}
 */
export function enterRegion(center, { height }) {
  return { center, scale: (height / WIDEST) * STEP };
}

/**
 * The region after the reader has dragged it.
 *
 * @param {Region} region
 * @param {[right: number, down: number]} by in pixels
 * @param {Size} size
 * @returns {Region}
 */
export function dragRegion(region, [right, down], size) {
  const to = projectRegion(region, size).invert?.([size.width / 2 - right, size.height / 2 - down]);
  return to && to.every(Number.isFinite) ? { ...region, center: /** @type {Position} */ (to) } : region;
}

/**
 * One step nearer or farther; null is the world.
 *
 * @param {Region} region
 * @param {1 | -1} by
 * @param {Size} size
 */
export function zoomRegion({ center, scale }, by, size) {
  return narrow({ center, scale: Math.min(scale * STEP ** by, size.height / NEAREST) }, size);
}

/** @param {Region} region @param {Size} size */
export function isClosest({ scale }, { height }) {
  return scale >= (height / NEAREST) * 0.99;
}

/** @param {Region} region @param {Size} size @returns {Region | null} */
function narrow(region, { height }) {
  return height / region.scale > WIDEST ? null : region;
}

/** @param {number[]} values @returns {[number, number]} */
function extent(values) {
  return [Math.min(...values), Math.max(...values)];
}
