/** The map of places: the story's region and the world, points and text joined, keys, themes, failure. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { distance, findRegion } from "../../www/map/region.js";
import { placeLabels } from "../../www/map/labels.js";
import { frameRegion, projectRegion, zoomRegion } from "../../www/map/view.js";
import { ANNOTATION, EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** The example with three places on the map, one of them far away. */
const MORE = {
  ...ANNOTATION,
  entities: [
    ...ANNOTATION.entities.slice(0, 4),
    { id: 4, kind: "place", name: "Atlantis", place: { latitude: 57.1, longitude: -2.1, country: "GB" } },
    { id: 5, kind: "place", name: "Old Wall", place: { latitude: -33.9, longitude: 151.2, country: "AU" } },
  ],
  mentions: [
    ...ANNOTATION.mentions.slice(0, 5),
    { start: TEXT.indexOf("old wall"), end: TEXT.indexOf("old wall") + 8, entity: 5, form: "name" },
    ...ANNOTATION.mentions.slice(5),
  ],
};
const CORE = { ...EXAMPLE_CORE, "pkg/whosaid.js": EXAMPLE_CORE["pkg/whosaid.js"].replace(JSON.stringify(ANNOTATION), JSON.stringify(MORE)) };

/** The example with its map drawn. */
const onMap = (use, { context, site = {}, ...options } = {}) =>
  withPage(browser, { site: { files: { ...CORE, ...site } }, context, ...options }, async (page) => {
    await readExample(page, paste);
    await page.waitForSelector("#article[data-state='read']");
    await page.click("#tab-places");
    await page.waitForSelector("#map .map-land");
    await use(page);
  });
const chosen = (page) => page.$$eval("#article .chosen", (marks) => marks.map((mark) => mark.textContent).join(" | "));
const point = (name) => `#map .place[aria-label^="${name}"]`;

test("the region is where most of the story plays", () => {
  const place = (longitude, latitude, weight = 1) => ({ at: [longitude, latitude], weight });
  const [kyiv, donetsk, crimea, sydney] = [place(30.5, 50.5, 4), place(37.8, 48, 3), place(34, 45), place(151, -34, 2)];
  assert.deepEqual(new Set(findRegion([kyiv, donetsk, crimea, sydney])), new Set([kyiv, donetsk, crimea]));
  assert.deepEqual(findRegion([sydney]), [sydney]);
  assert.deepEqual(findRegion([]), []);
  const [fiji, samoa] = [place(178, -18), place(-172, -13.6)];
  assert.equal(Math.round(distance(fiji.at, samoa.at)), 11, "over the date line");
});

test("a region holds its places, wherever on the globe, and is left by steps", () => {
  const size = { width: 400, height: 250 };
  for (const places of [[[30, 50], [38, 48]], [[178, -18], [-172, -13]], [[0, 89], [120, 88]], [[10, 10]], [[10, 10], [10, 10]]]) {
    const region = frameRegion(places, size);
    for (const at of places) {
      const [x, y] = projectRegion(region, size)(at);
      assert.ok(x >= 0 && x <= 400 && y >= 0 && y <= 250, `${at} at ${x}, ${y}`);
    }
    let [far, steps] = [region, 0];
    while (far && steps < 30) [far, steps] = [zoomRegion(far, -1, size), steps + 1];
    assert.equal(far, null, "the world in the end");
  }
  assert.equal(frameRegion([[-100, 40], [100, 40], [20, -30]], size), null, "three continents are the world");
  assert.equal(frameRegion([], size), null);
});

test("names stand clear of points and of each other", () => {
  const frame = { left: 0, top: 0, right: 300, bottom: 200 };
  const points = Array.from({ length: 12 }, (_, i) => ({ x: 100 + (i % 4) * 14, y: 80 + Math.floor(i / 4) * 9, radius: 4, width: 60 }));
  const labels = placeLabels(points, frame);
  assert.ok(labels[0], "the most telling one is named");
  assert.ok(labels.includes(null), "not all have room");
  assert.equal(placeLabels([{ x: 299, y: 100, radius: 4, width: 60 }], frame)[0].anchor, "end", "never over the edge");
});

test("no map before it is asked for, none where no place has coordinates", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await readExample(page, paste);
    assert.equal(asked.some((url) => /\/map[/-]/.test(url)), false);
    await page.click("#tab-places");
    await page.waitForSelector("#map .map-land");
    await paste(page, { text: "A text without any places in it, they said." });
    await page.waitForFunction(() => document.querySelector("#map").hidden);
  });
});

test("the map opens on the region, a button leads to the world and back", async () => {
  await onMap(async (page) => {
    assert.equal(await page.locator("#map .place").count(), 3);
    assert.equal(await page.locator(point("Old Wall")).isVisible(), false);
    assert.match(await page.textContent("#map .map-caption"), /3 places, 1 out of view/);
    await page.click("#map button >> text=World");
    assert.equal(await page.locator("#map .place:not([hidden])").count(), 3);
    assert.equal(await page.textContent("#map .map-caption"), "3 places");
    assert.equal(await page.isDisabled("#map button[aria-label=Farther]"), true);
    await page.click("#map button >> text=Region");
    await page.click("#map button[aria-label=Farther]");
    await page.click("#map button[aria-label=Nearer]");
    for (let i = 0; i < 12 && !(await page.isDisabled("#map button[aria-label=Farther]")); i++) await page.click("#map button[aria-label=Farther]");
    assert.equal(await page.locator("#map .place:not([hidden])").count(), 3, "step by step to the world");
  });
});

test("a point leads to its words, and shows them under the reader's hand", async () => {
  await onMap(async (page) => {
    const box = await page.locator(`${point("Westhaven")} circle`).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector("#article .mention.pointed");
    assert.equal(await page.textContent("#article .mention.pointed"), "Westhaven");
    assert.match(await page.textContent("#map .map-caption"), /Westhaven, United Kingdom · once/);
    assert.equal(await page.locator("#panel-body .entity.pointed").count(), 1);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await chosen(page), "Westhaven");
    assert.match(await page.textContent("#panel-body [aria-current]"), /Westhaven/);
    assert.equal(await page.getAttribute(point("Westhaven"), "aria-current"), "true");
    await page.mouse.move(2, 2);
    await page.waitForFunction(() => !document.querySelector(".pointed"));
  });
});

test("words in the text and in the list show their point", async () => {
  await onMap(async (page) => {
    await page.hover("#article .mention.place >> nth=0");
    await page.waitForSelector(`${point("Westhaven")}.pointed`);
    await page.hover("#panel-body .entity >> text=Atlantis");
    await page.waitForSelector(`${point("Atlantis")}.pointed`);
    await page.click("#article .mention.place >> text=old wall");
    await page.waitForSelector(`${point("Old Wall")}[aria-current=true]`);
    assert.equal(await page.locator(point("Old Wall")).isVisible(), true, "brought into view");
  });
});

test("by keys: one tab stop, arrows from point to point, Enter leads into the text", async () => {
  await onMap(async (page) => {
    assert.equal(await page.locator("#map [tabindex='0']").count(), 1);
    await page.focus("#filter");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Westhaven/);
    assert.equal(await page.textContent("#article .mention.pointed"), "Westhaven");
    await page.keyboard.press("ArrowRight");
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Old Wall, Australia/);
    await page.keyboard.press("Enter");
    assert.equal(await chosen(page), "old wall");
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Old Wall/, "the focus stays");
    await page.keyboard.press("Home");
    await page.keyboard.press(" ");
    assert.equal(await chosen(page), "Westhaven");
    assert.equal(await page.locator("#map [tabindex='0']").count(), 1);
  });
});

test("points on one spot take turns", async () => {
  const onTop = JSON.stringify(MORE).replace('"latitude":57.1,"longitude":-2.1', '"latitude":57.3,"longitude":-2.2');
  const site = { "pkg/whosaid.js": CORE["pkg/whosaid.js"].replace(JSON.stringify(MORE), onTop) };
  await onMap(async (page) => {
    const box = await page.locator(`${point("Westhaven")} circle`).boundingBox();
    const press = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const found = new Set();
    for (let i = 0; i < 4; i++) {
      await press();
      found.add(await chosen(page));
    }
    assert.deepEqual(found, new Set(["Westhaven", "Atlantis"]));
  }, { site });
});

test("a hand drags the map, and chooses nothing by it", async () => {
  await onMap(async (page) => {
    const center = async (name) => {
      const box = await page.locator(`${point(name)} circle`).boundingBox();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [x, y] = await center("Westhaven");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 20, { steps: 4 });
    await page.mouse.up();
    const [x2, y2] = await center("Westhaven");
    assert.ok(Math.hypot(x2 - x - 30, y2 - y - 20) < 2, `from ${x}, ${y} to ${x2}, ${y2}`);
    assert.equal(await chosen(page), "");
    await page.mouse.click(x2, y2);
    assert.equal(await chosen(page), "Westhaven");
    await page.click("#map button >> text=Region");
    const [x3, y3] = await center("Westhaven");
    assert.ok(Math.hypot(x3 - x, y3 - y) < 1, "and the button leads back");
  });
});

test("places without coordinates are counted beside those on the map", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.click("#tab-places");
    await page.waitForFunction(() => document.querySelector("#map .map-caption")?.textContent === "1 place, 1 not found");
  });
});

test("nothing moves when the map arrives", async () => {
  await withPage(browser, { site: { files: CORE } }, async (page) => {
    await readExample(page, paste);
    let release;
    const held = new Promise((done) => (release = done));
    await page.route("**/countries-110m.json", async (route) => {
      await held;
      await route.continue();
    });
    await page.click("#tab-places");
    const top = () => page.$eval("#panel-body", (body) => body.getBoundingClientRect().top);
    const before = await top();
    release();
    await page.waitForSelector("#map .map-land");
    assert.equal(await top(), before);
  });
});

test("without its outlines the map says so, and the list serves", async () => {
  await withPage(browser, { site: { files: { ...CORE, "map/countries-110m.json": null } }, allow: /404/ }, async (page) => {
    await readExample(page, paste);
    await page.click("#tab-places");
    await page.waitForFunction(() => /could not be loaded/.test(document.querySelector("#map").textContent));
    assert.match(await page.textContent("#panel-body"), /Westhaven/);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: points stand out from the land, names from both`, async () => {
    await onMap(async (page) => {
      const [dot, land, name] = await page.evaluate(() => {
        const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const luminance = (...colors) => {
          for (const color of colors) {
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
          }
          const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => byte / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
        const land = fill(".map-land");
        return [luminance(land, fill("#map .dot")), luminance(land), luminance(land, fill(".map-place"))];
      });
      const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assert.ok(contrast(dot, land) >= 3, `points ${contrast(dot, land)}`);
      assert.ok(contrast(name, land) >= 7, `names ${contrast(name, land)}`);
    }, { context: { colorScheme } });
  });
}

test("phone: the map fits, its buttons are as large as a finger", async () => {
  await onMap(async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const small = await page.$$eval("#map button", (buttons) => buttons.filter((button) => button.offsetHeight < 43.5).length);
    assert.equal(small, 0);
    const tap = async (name, right, down) => {
      const box = await page.locator(`${point(name)} circle`).boundingBox();
      await page.touchscreen.tap(box.x + box.width / 2 + right, box.y + box.height / 2 + down);
    };
    const between = async () => {
      const [one, other] = await Promise.all(["Westhaven", "Atlantis"].map((name) => page.locator(`${point(name)} circle`).boundingBox()));
      return Math.hypot(one.x - other.x, one.y - other.y);
    };
    assert.ok(await between() < 24);
    await tap("Atlantis", 0, 0);
    assert.equal(await chosen(page), "", "too close together to tell which is meant");
    assert.ok(await between() >= 44, "brought apart");
    await tap("Atlantis", 12, 8);
    assert.equal(await chosen(page), "Atlantis", "a finger need not hit it");
  }, { context: { viewport: PHONE, hasTouch: true } });
});

test("the examples, read by the real core, are on the map", async () => {
  await withPage(browser, {}, async (page) => {
    for (const index of [0, 1, 2]) {
      await page.click(`#samples button >> nth=${index}`);
      await waitForFindings(page);
      await page.click("#tab-places");
      await page.waitForFunction(() => document.querySelectorAll("#map .place:not([hidden])").length > 2);
      assert.ok(await page.locator("#map .map-place").count() > 0);
    }
  });
});

test("the map stays when another article comes, and shows its places", async () => {
  await onMap(async (page) => {
    await paste(page, { text: "Nothing to see here, they say." });
    await page.waitForFunction(() => document.querySelector("#map").hidden);
    await paste(page, { text: TEXT });
    await page.waitForFunction(() => !document.querySelector("#map").hidden && document.querySelectorAll("#map .place").length >= 3);
  });
});
