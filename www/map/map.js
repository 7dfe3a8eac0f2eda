/**
 * The map of a story's places: a world drawn as SVG, a point a place, as large as the place is often
 * named. It opens on the story's region; a button leads to the whole world and back. A hand drags it,
 * and where points lie too close together for a finger, a first touch brings them apart.
 *
 * The points are one tab stop, which the arrow keys move; each is a button into the text. What the
 * map shows stands in the list below it too, for whoever does not see it.
 *
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("./view.js").Position} Position
 * @typedef {import("./view.js").Region} Region
 * @typedef {object} Point
 * @property {Position} at
 * @property {EntityFindings} place
 * @property {number} weight
 * @property {SVGGElement} element
 * @typedef {import("./world.js").World} World
 */

import { element } from "../dom.js";
import { OUTLINES } from "../page-assets.js";
import { sayCountry } from "../view/lists.js";
import { strings } from "../strings.js";
import { setUpDrag } from "./drag.js";
import { LINE, placeLabels } from "./labels.js";
import { findRegion } from "./region.js";
import { geoPath } from "./vendor.js";
import { dragRegion, enterRegion, frameRegion, isClosest, projectRegion, projectWorld, zoomRegion } from "./view.js";
import { readWorld } from "./world.js";

const FONT = "12px system-ui, sans-serif";
/** How near a finger has to come to a point, in pixels. */
const REACH = 22;
/** Points nearer to each other than this are one for a finger, and for a mouse; in pixels. */
const APART = { finger: 24, mouse: 6 };
/** A country is named where it is so many pixels wide and high, at least. */
const LARGE = 64;
/** A country's point is only its middle: it tells less of where a story plays. */
const COUNTRY_WEIGHT = 0.3;
/** Where the map shows so little of the globe, in radians a map's height, the finer outlines are fetched. */
const NEAR = 0.9;

export class PlaceMap {
  #root;
  #handlers;
  #svg = shape("svg", { role: "group", "aria-label": strings.map.label, class: "map-sheet" });
  #ground = shape("g", { "aria-hidden": "true" });
  #names = shape("g", { "aria-hidden": "true", class: "map-names" });
  #dots = shape("g");
  /** All of them, as one sheet of paper under the reader's hand. */
  #paper = shape("g");
  #caption = element("p", { class: "map-caption" });
  #ways;
  /** @type {Point[]} the one named most often first */
  #points = [];
  /** How many places have no point. */
  #unfound = 0;
  /** @type {Region | null} null is the world */
  #region = null;
  /** @type {Region | null} the story's */
  #home = null;
  /** @type {World | null} */
  #world = null;
  #fine = false;
  #size = { width: 0, height: 0 };
  /** @type {number | null} the entity chosen */
  #chosen = null;

  /**
   * @param {HTMLElement} root of a size of its own
   * @param {{ choose(place: EntityFindings): void, point(entity: number | null): void }} handlers a point
   *   was chosen; a point is under the reader's hand or has the focus
   */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
    const way = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => void} */ act) => {
      const button = element("button", { type: "button", "aria-label": label, title: label }, sign);
      button.addEventListener("click", act);
      return button;
    };
    this.#ways = {
      nearer: way(strings.map.nearer, "+", () => this.#zoom(1)),
      farther: way(strings.map.farther, "−", () => this.#zoom(-1)),
      world: way(strings.map.world, strings.map.world, () => this.#go(this.#isHome() ? null : this.#home)),
    };
    this.#paper.append(this.#ground, this.#names, this.#dots);
    this.#svg.append(this.#paper);
    root.replaceChildren(this.#svg, element("div", { class: "map-foot" }, this.#caption, ...Object.values(this.#ways)));
    this.#listen();
    new ResizeObserver(() => this.#measure()).observe(root);
  }

  /** Draws the world; false where its outlines cannot be had. */
  async load() {
    try {
      this.#world ??= await readWorld(OUTLINES.coarse);
    } catch (error) {
      console.warn(error);
      this.#caption.textContent = strings.map.missing;
      return false;
    }
    this.#draw();
    return true;
  }

  /** @param {EntityFindings[]} places */
  show(places) {
    this.#chosen = null;
    this.#points = places.flatMap((place) => {
      const { entity, names } = place;
      if (!entity.place) return [];
      const country = sayCountry(entity.place.country) === entity.name;
      const dot = shape("g", { class: "place", role: "button", tabindex: -1, "data-map-entity": entity.id, "aria-label": sayPoint(place) });
      dot.append(shape("circle", { class: "dot", r: radiusOf(names) }));
      return [{ place, element: dot, weight: names * (country ? COUNTRY_WEIGHT : 1), at: /** @type {Position} */ ([entity.place.longitude, entity.place.latitude]) }];
    });
    this.#unfound = places.length - this.#points.length;
    // The larger ones below, so that none is hidden.
    this.#dots.replaceChildren(...this.#points.map(({ element }) => element));
    this.#points[0]?.element.setAttribute("tabindex", "0");
    this.#home = this.#frame();
    this.#region = this.#home;
    this.#draw();
  }

  /** Marks a place as the chosen one, and brings it into view. @param {number | null} entity */
  select(entity) {
    this.#chosen = entity;
    const point = this.#points.find(({ place }) => place.entity.id === entity);
    for (const { element } of this.#points) element.toggleAttribute("aria-current", false);
    if (point) {
      point.element.setAttribute("aria-current", "true");
      this.#stopAt(point);
      if (this.#region && !this.#isInSight(point)) this.#region = { ...this.#region, center: point.at };
    }
    this.#draw();
  }

  /** Shows which place is under the reader's hand elsewhere. @param {number | null} entity */
  point(entity) {
    for (const { element, place } of this.#points) element.classList.toggle("pointed", place.entity.id === entity);
    const found = this.#points.find(({ place }) => place.entity.id === entity);
    if (found) this.#caption.textContent = sayPoint(found.place);
    else this.#describe();
  }

  /* ---- The view ---- */

  #frame() {
    return frameRegion(findRegion(this.#points).map(({ at }) => at), this.#size);
  }

  #measure() {
    const { width, height } = this.#svg.getBoundingClientRect();
    if (!width || (width === this.#size.width && height === this.#size.height)) return;
    const wasHome = this.#isHome();
    this.#size = { width, height };
    this.#home = this.#frame();
    if (wasHome) this.#region = this.#home;
    this.#draw();
  }

  #isHome() {
    return this.#region === this.#home;
  }

  /** @param {1 | -1} by around the chosen place where it is in sight */
  #zoom(by) {
    const chosen = this.#points.find(({ place }) => place.entity.id === this.#chosen);
    if (this.#region) {
      const center = by > 0 && chosen && this.#isInSight(chosen) ? chosen.at : this.#region.center;
      this.#go(zoomRegion({ ...this.#region, center }, by, this.#size));
    } else if (by > 0 && this.#points.length) {
      this.#go((!chosen && this.#home) || enterRegion((chosen ?? this.#points[0]).at, this.#size));
    }
  }

  /** @param {Region | null} region */
  #go(region) {
    this.#region = region;
    this.#draw();
  }

  /** @param {Point} point */
  #isInSight({ at }) {
    const [x, y] = this.#project()(at) ?? [-1, -1];
    return x >= 0 && y >= 0 && x <= this.#size.width && y <= this.#size.height;
  }

  #project() {
    return this.#region ? projectRegion(this.#region, this.#size) : projectWorld(this.#size);
  }

  /* ---- Drawing ---- */

  #draw() {
    const { width, height } = this.#size;
    if (!width || !this.#world) return;
    const project = this.#project();
    const path = geoPath(project).digits(1);
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#paper.removeAttribute("transform");
    const ground = [shape("path", { class: "map-land", d: path(this.#world.land) }), shape("path", { class: "map-borders", d: path(this.#world.borders) })];
    if (!this.#region) ground.unshift(shape("path", { class: "map-sea", d: path({ type: "Sphere" }) }));
    this.#ground.replaceChildren(...ground);

    const seen = this.#points.flatMap((point) => {
      const [x, y] = project(point.at) ?? [NaN, NaN];
      const inside = x >= 0 && y >= 0 && x <= width && y <= height;
      point.element.toggleAttribute("hidden", !inside);
      point.element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      const { name } = point.place.entity;
      return inside ? [{ x, y, radius: radiusOf(point.place.names), width: widthOf(name), name, chosen: point.place.entity.id === this.#chosen }] : [];
    });
    seen.sort((a, b) => Number(b.chosen) - Number(a.chosen));
    this.#drawNames(seen, path, project);

    const toWorld = !this.#home || this.#isHome();
    this.#ways.world.textContent = toWorld ? strings.map.world : strings.map.region;
    this.#ways.world.title = toWorld ? strings.map.toWorld : strings.map.toRegion;
    this.#ways.world.setAttribute("aria-label", this.#ways.world.title);
    this.#ways.world.disabled = toWorld && !this.#region;
    this.#svg.classList.toggle("region", this.#region !== null);
    this.#ways.farther.disabled = !this.#region;
    this.#ways.nearer.disabled = this.#region !== null && isClosest(this.#region, this.#size);
    this.#describe();
    if (this.#region && height / this.#region.scale < NEAR) this.#refine();
  }

  /**
   * @param {{ x: number, y: number, radius: number, width: number, name: string }[]} seen
   * @param {import("d3-geo").GeoPath} path
   * @param {import("d3-geo").GeoProjection} project
   */
  #drawNames(seen, path, project) {
    const { width, height } = this.#size;
    const named = new Set(seen.map(({ name }) => name));
    const countries = !this.#region ? [] : (this.#world?.countries ?? []).flatMap(({ shape, name, middle }) => {
      if (named.has(name)) return [];
      const [[left, top], [right, bottom]] = path.bounds(shape);
      if (right - left < LARGE || bottom - top < LARGE) return [];
      const [x, y] = project(middle) ?? [-1, -1];
      return [{ x, y: y - LINE / 2, radius: 0, width: widthOf(name), name }];
    });
    const all = [...seen, ...countries];
    const labels = placeLabels(all, { left: 2, top: 2, right: width - 2, bottom: height - 2 });
    this.#names.replaceChildren(...labels.flatMap((label, index) => {
      if (!label) return [];
      const text = shape("text", { x: label.x.toFixed(1), y: label.y.toFixed(1), "text-anchor": label.anchor, class: index < seen.length ? "map-place" : "map-country" });
      text.textContent = all[index].name;
      return [text];
    }));
  }

  /** Finer outlines, once, for a map of a small region. */
  async #refine() {
    if (this.#fine) return;
    this.#fine = true;
    try {
      this.#world = await readWorld(OUTLINES.fine);
      this.#draw();
    } catch (error) {
      console.warn(error); // the coarse ones stay
    }
  }

  #describe() {
    const outside = this.#points.filter(({ element }) => element.hasAttribute("hidden")).length;
    this.#caption.textContent = strings.map.caption(this.#points.length, outside, this.#unfound);
  }

  /* ---- The reader's hand ---- */

  #listen() {
    const svg = this.#svg;
    const dragged = setUpDrag(svg, this.#paper, {
      begin: () => this.#region,
      end: (region, by) => this.#go(dragRegion(region, by, this.#size)),
    });
    // The nearest point takes the focus, not the one on top.
    svg.addEventListener("mousedown", (event) => event.preventDefault());
    svg.addEventListener("pointermove", ({ clientX, clientY, pointerType, buttons }) => {
      if (pointerType !== "touch" && !buttons) this.#pointAt(this.#nearest(clientX, clientY));
    });
    svg.addEventListener("pointerleave", () => this.#pointAt(null));
    svg.addEventListener("click", (event) => {
      if (dragged()) return;
      const { clientX, clientY, target, detail } = event;
      // A screen reader's click has no place: it goes by the element.
      const own = this.#points.find(({ element }) => element.contains(/** @type {Node} */ (target)));
      const point = detail === 0 ? own : this.#nearest(clientX, clientY) ?? own;
      if (!point) return;
      const apart = /** @type {PointerEvent} */ (event).pointerType === "touch" ? APART.finger : APART.mouse;
      const crowd = detail === 0 ? [point] : this.#findCrowd(point, apart);
      if (this.#part(point, crowd, apart)) return;
      // Those that no map parts take turns.
      const here = crowd.findIndex(({ place }) => place.entity.id === this.#chosen);
      const next = crowd[(here + 1) % crowd.length];
      this.#choose(next);
      next.element.focus({ preventScroll: true });
    });
    // Not on the drawing: one that listens for the focus would be a tab stop of its own.
    this.#root.addEventListener("focusin", ({ target }) => this.#pointAt(this.#points.find(({ element }) => element === target) ?? null));
    this.#root.addEventListener("focusout", () => this.#pointAt(null));
    svg.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const here = this.#points.findIndex(({ element }) => element === event.target);
      if (here < 0) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        return this.#choose(this.#points[here]);
      }
      const last = this.#points.length - 1;
      const steps = /** @type {Record<string, number>} */ ({ ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: last });
      const to = this.#points[steps[event.key] ?? -1];
      if (!to) return;
      event.preventDefault();
      if (this.#region && !this.#isInSight(to)) this.#go({ ...this.#region, center: to.at });
      this.#stopAt(to);
      to.element.focus();
    });
  }

  /**
   * @param {Point} point
   * @param {number} apart
   * @returns {Point[]} those in sight that lie on it or next to it, itself among them, in their order
   */
  #findCrowd(point, apart) {
    const project = this.#project();
    return this.#points.filter((other) => other === point || (this.#isInSight(other) && lieTogether(project, point, other, apart)));
  }

  /**
   * Draws the map so that a point lies apart from others.
   *
   * @param {Point} point
   * @param {Point[]} crowd itself among them
   * @param {number} apart
   * @returns {boolean} false where no map does that
   */
  #part(point, crowd, apart) {
    const region = frameRegion(crowd.map(({ at }) => at), this.#size, { near: true });
    if (!region) return false;
    const project = projectRegion(region, this.#size);
    if (crowd.every((other) => lieTogether(project, point, other, apart))) return false;
    this.#go(region);
    return true;
  }

  /** @param {Point} point */
  #choose({ place }) {
    this.#handlers.choose(place);
  }

  /** @param {Point | null} point */
  #pointAt(point) {
    this.#svg.classList.toggle("over", point !== null);
    this.point(point?.place.entity.id ?? null);
    this.#handlers.point(point?.place.entity.id ?? null);
  }

  /** @param {Point} point the one in the tab order */
  #stopAt(point) {
    for (const { element } of this.#points) element.setAttribute("tabindex", element === point.element ? "0" : "-1");
  }

  /**
   * @param {number} x in the window
   * @param {number} y
   * @returns {Point | null}
   */
  #nearest(x, y) {
    const { left, top } = this.#svg.getBoundingClientRect();
    const project = this.#project();
    let best = { point: /** @type {Point | null} */ (null), far: REACH };
    for (const point of this.#points) {
      const [px, py] = project(point.at) ?? [NaN, NaN];
      const far = Math.hypot(px - x + left, py - y + top) - radiusOf(point.place.names) / 2;
      if (far < best.far) best = { point, far };
    }
    return best.point;
  }
}

/**
 * @param {import("d3-geo").GeoProjection} project
 * @param {Point} one
 * @param {Point} other
 * @param {number} apart in pixels
 */
function lieTogether(project, one, other, apart) {
  const [x, y] = project(one.at) ?? [NaN, NaN];
  const [x2, y2] = project(other.at) ?? [NaN, NaN];
  return Math.hypot(x2 - x, y2 - y) < apart;
}

/** @param {number} names how often a place is named */
function radiusOf(names) {
  return Math.min(3.5 + 2 * Math.sqrt(names - 1), 13);
}

/** @param {EntityFindings} place */
function sayPoint({ entity: { name, place }, names }) {
  const country = place ? sayCountry(place.country) : "";
  return [country && country !== name ? `${name}, ${country}` : name, strings.times(names)].join(" · ");
}

/** @type {CanvasRenderingContext2D | null} */
let context = null;

/** @param {string} words */
function widthOf(words) {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return words.length * 7;
  context.font = FONT;
  return context.measureText(words).width + 2;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | null>} [attributes] those that are null are left out
 * @returns {SVGElementTagNameMap[Tag]}
 */
function shape(tag, attributes = {}) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, String(value));
  return made;
}
