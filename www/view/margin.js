/**
 * Keeps the names in the margin apart: where two quotes begin on one line, or close together, the
 * later name moves down. Only near the window, since measuring makes the browser lay out.
 */

const GAP = 1;

export class Margin {
  #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) settle(/** @type {HTMLElement} */ (target));
    },
    { rootMargin: "50%" },
  );

  /** @param {HTMLElement} article */
  constructor(article) {
    // Another width breaks the lines elsewhere.
    let width = 0;
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === width) return;
      width = contentRect.width;
      for (const stretch of article.children) this.watch(/** @type {HTMLElement} */ (stretch));
    }).observe(article);
  }

  /**
   * Settles the names of a stretch of the article now where it is in view, later where it comes there.
   *
   * @param {HTMLElement} stretch
   */
  watch(stretch) {
    this.#observer.unobserve(stretch);
    this.#observer.observe(stretch);
  }

  /** Forgets the stretches of an older text. */
  clear() {
    this.#observer.disconnect();
  }
}

/** @param {HTMLElement} stretch */
function settle(stretch) {
  const notes = /** @type {HTMLElement[]} */ ([...stretch.querySelectorAll(".note")]);
  for (const note of notes) note.style.removeProperty("--down");
  const boxes = notes.map((note) => note.getBoundingClientRect());
  let free = -Infinity;
  boxes.forEach(({ top, height }, index) => {
    const down = Math.max(0, free - top);
    if (down) notes[index].style.setProperty("--down", `${down}px`);
    free = top + down + height + GAP;
  });
}
