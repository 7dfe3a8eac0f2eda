/**
 * What is pasted or dropped before the page's own code is there: a plain script, so that it is there first. The page
 * takes it over, and these listeners end (effects/input.js).
 */
{
  /** @type {{ plain: string, html: string, files: File[] }[]} */
  const kept = [];
  const keep = (/** @type {Event} */ event) => {
    const { clipboardData, dataTransfer } = /** @type {any} */ (event);
    const data = /** @type {DataTransfer | null} */ (clipboardData ?? dataTransfer);
    event.preventDefault();
    if (data && event.type !== "dragover") kept.push({ plain: data.getData("text/plain"), html: data.getData("text/html"), files: [...data.files] });
  };
  const types = ["paste", "dragover", "drop"];
  for (const type of types) document.addEventListener(type, keep);
  /** @type {any} */ (globalThis).whosaidEarly = () => {
    for (const type of types) document.removeEventListener(type, keep);
    return kept;
  };
}
