/** What the map uses of d3-geo and topojson-client; scripts/site.mjs puts them into this one file. */
export { geoArea, geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
export { feature, mesh } from "topojson-client";
