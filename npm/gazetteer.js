/** `whosaid/gazetteer`: the bytes that `loadGazetteer` takes. */

export async function gazetteer() {
  const here = import.meta.url;
  const moved = here.indexOf("/.vite/deps");
  const url = moved >= 0 ? `${here.slice(0, moved)}/whosaid/gazetteer.bin` : new URL("./gazetteer.bin", import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`whosaid: ${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

export default gazetteer;
