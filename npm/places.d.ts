import type { Entity } from "./index.js";

/** Where a place is: degrees (WGS 84), country (ISO 3166-1 alpha-2, "ZZ" for none), GeoNames id. */
export type Place = NonNullable<Entity["place"]>;
/** An entity of kind "place" that was found on the map. */
export type PlaceEntity = Entity & { kind: "place"; place: Place };
