/**
 * The coloured pencils, for the page and the embed alike: speakers' hues of one lightness, told
 * apart by readers with any common colour vision, and a grey for whatever does not speak.
 *
 * @typedef {"light" | "dark"} Scheme
 * @typedef {"line" | "tint" | "tint-strong"} Part
 */

/** Hue angles in OKLCH by rank of speaker; 0 is the neutral that the quieter ones share. */
const ANGLES = [80, 255, 55, 160, 345, 95, 300, 205, 25];

/** Speakers with a colour of their own. */
export const HUES = ANGLES.length - 1;

/** Lightness, and share of the full chroma. @type {Record<Part, Record<Scheme, [number, number]>>} */
const SHADES = {
  line: { light: [0.5, 1], dark: [0.77, 0.85] },
  tint: { light: [0.93, 0.36], dark: [0.33, 0.5] },
  "tint-strong": { light: [0.885, 0.55], dark: [0.385, 0.65] },
};

/** @type {Record<Scheme, string>} */
export const PENCIL = { light: "#857f76", dark: "#8f8980" };

/**
 * @param {Part} part
 * @param {number} rank 0 to {@link HUES}
 * @param {Scheme} scheme
 */
export function shade(part, rank, scheme) {
  const [lightness, share] = SHADES[part][scheme];
  const chroma = (rank ? 0.13 : 0.012) * share;
  return `oklch(${lightness} ${Number(chroma.toFixed(4))} ${ANGLES[rank]})`;
}

/**
 * A tint that lets what lies behind it through, for text on a background that is not ours.
 *
 * @param {number} rank 0 to {@link HUES}
 * @param {Scheme} scheme
 */
export function veil(rank, scheme) {
  const [lightness, opacity] = scheme === "dark" ? [0.72, 0.24] : [0.62, 0.2];
  return `oklch(${lightness} ${rank ? 0.13 : 0.012} ${ANGLES[rank]} / ${opacity})`;
}

/**
 * Rules for the classes `s0` to `s8`, which set `--line`, `--tint` and `--tint-strong`.
 *
 * @param {(part: Part, rank: number, value: string) => string} [setting] what a property is set to
 */
export function hueRules(setting = (_part, _rank, value) => value) {
  const rules = [`:root, :host { --pencil: light-dark(${PENCIL.light}, ${PENCIL.dark}); }`];
  for (let rank = 0; rank <= HUES; rank++) {
    const properties = /** @type {Part[]} */ (Object.keys(SHADES)).map((part) => {
      const value = `light-dark(${shade(part, rank, "light")}, ${shade(part, rank, "dark")})`;
      return `--${part}: ${setting(part, rank, value)};`;
    });
    rules.push(`.s${rank} { ${properties.join(" ")} }`);
  }
  return rules.join("\n");
}
