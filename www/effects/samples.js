import { readSeed } from "../page-assets.js";

/** The articles that a visitor can look at first, unchanged; the first one is shown at once. Their buttons stand in index.html. */
export const SAMPLES = [
  { id: "interview", url: "001_d227dde8fd7d9ec0.txt" },
  { id: "call", url: "002_b18aa046e2e40857.txt" },
  { id: "trenches", url: "000_dfebd88ad925917b.txt" },
];

/**
 * @param {typeof SAMPLES[number]} sample
 * @returns {Promise<string>} its text
 */
export function loadSample({ url }) {
  return readSeed(url);
}
