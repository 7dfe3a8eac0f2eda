/** The gazetteer's bytes, as `loadGazetteer` takes them: places from GeoNames, CC BY 4.0. */
export function gazetteer(): Promise<Uint8Array>;
export default gazetteer;
