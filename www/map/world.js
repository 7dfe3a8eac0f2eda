/**
 * The world's outlines, coarse and fine, and its countries with their names.
 *
 * @typedef {import("./view.js").Position} Position
 * @typedef {import("geojson").MultiLineString} Lines
 * @typedef {{ land: any, borders: Lines, countries: { shape: any, name: string, middle: Position }[] }} World
 */

import { feature, geoArea, geoCentroid, mesh } from "./vendor.js";

/**
 * @param {URL} url
 * @returns {Promise<World>}
 */
export async function readWorld(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  const topology = await response.json();
  const { countries, land } = topology.objects;
  return {
    land: feature(topology, land),
    borders: mesh(topology, countries, (a, b) => a !== b),
    countries: /** @type {any} */ (feature(topology, countries)).features.map((/** @type {any} */ country) => {
      // The largest part stands for the whole: France lies in Europe.
      const parts = country.geometry.type === "MultiPolygon" ? country.geometry.coordinates.map((/** @type {any} */ coordinates) => ({ type: "Polygon", coordinates })) : [country.geometry];
      const shape = parts.reduce((/** @type {any} */ best, /** @type {any} */ part) => (geoArea(part) > geoArea(best) ? part : best));
      return { shape, name: country.properties.name, middle: geoCentroid(shape) };
    }),
  };
}
