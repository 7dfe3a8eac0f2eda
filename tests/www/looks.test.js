/** What can be measured of looks: contrast, width, targets, policy, long texts. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, readExample } from "./example.mjs";
import { DESKTOP, openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** In the page: WCAG contrast of two CSS colours, painted so that any notation counts. */
const CONTRAST = `(one, other) => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => byte / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}`;

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: text on every tint at least 7:1, every mark on the page at least 3:1`, async () => {
    await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { colorScheme } }, async (page) => {
      const measured = await page.evaluate(`(() => {
        const contrast = ${CONTRAST};
        const article = document.querySelector("#article");
        const body = getComputedStyle(document.documentElement);
        const [ink, paper] = [body.color, body.backgroundColor];
        const probe = document.createElement("span");
        article.append(probe);
        const styled = (classes) => { probe.className = classes; return getComputedStyle(probe); };
        const found = { ink: contrast(ink, paper), soft: contrast(getComputedStyle(document.querySelector(".motto")).color, paper), texts: [], marks: [] };
        for (let hue = 0; hue <= 8; hue++) {
          found.texts.push(contrast(ink, styled("mark quote direct hued s" + hue).backgroundColor));
          found.texts.push(contrast(ink, styled("mark quote direct chosen hued s" + hue).backgroundColor));
          found.marks.push(contrast(styled("mark source hued s" + hue).textDecorationColor, paper));
          found.marks.push(contrast(styled("note hued s" + hue).color, paper));
        }
        found.marks.push(contrast(styled("mark mention name place").textDecorationColor, paper));
        found.marks.push(contrast(styled("mark figure").textDecorationColor, paper));
        found.texts.push(contrast(ink, styled("mark figure chosen").backgroundColor));
        probe.remove();
        return found;
      })()`);
      assert.ok(measured.ink >= 7, `ink ${measured.ink}`);
      assert.ok(measured.soft >= 4.5, `soft ink ${measured.soft}`);
      assert.ok(Math.min(...measured.texts) >= 7, `text on tint ${Math.min(...measured.texts)}`);
      assert.ok(Math.min(...measured.marks) >= 3, `marks ${Math.min(...measured.marks)}`);
    });
  });
}

test("the kinds differ in form, not in colour alone", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    const forms = await page.evaluate(() => {
      const probe = document.createElement("span");
      document.body.append(probe); // kinds that are off at first are drawn there too
      return ["quote direct", "quote indirect", "quote stance", "source", "mention name person", "mention name place", "mention name place unresolved", "figure"].map((kind) => {
        probe.className = `mark ${kind} hued s1`;
        const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(probe);
        return [textDecorationLine, textDecorationStyle, textDecorationThickness].join(" ");
      });
    });
    assert.equal(new Set(forms).size, forms.length, forms.join("\n"));
  });
});

for (const [name, width] of [["phone", 390], ["small phone", 320], ["tablet", 820], ["desk", 1280]]) {
  test(`${name}, ${width} px: nothing sticks out sideways`, async () => {
    await withPage(browser, { context: { viewport: { width, height: 844 } } }, async (page) => {
      for (const index of [0, 1, 2]) {
        await page.click(`#samples button >> nth=${index}`);
        await waitForFindings(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        assert.ok(await page.$eval("#tabs", (tabs) => tabs.scrollWidth <= tabs.clientWidth), "all tabs in the list's width");
      }
    });
  });
}

test("phone: targets are at least 44 px high", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: PHONE, hasTouch: true } }, async (page) => {
    await readExample(page, paste);
    await page.click("#tab-speakers");
    await page.waitForFunction(() => document.querySelector("#panel").offsetHeight > 300);
    const small = await page.$$eval("button, summary, #panel-body a, input[type=search]", (controls) => controls
      .filter((control) => control.offsetParent && control.getBoundingClientRect().height < 43.5)
      .map((control) => `${control.id || control.className || control.textContent} ${control.getBoundingClientRect().height}`));
    assert.deepEqual(small, []);
  });
});

for (const width of [320, 360, 390, 430]) {
  test(`${width} px: the name and the buttons beside it stand clear of each other`, async () => {
    await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: { width, height: 640 } } }, async (page) => {
      const over = await page.evaluate(() => {
        const name = document.createRange();
        name.selectNodeContents(document.querySelector(".masthead h1"));
        const [one, ...others] = [name, ...document.querySelectorAll(".ways button")].map((part) => part.getBoundingClientRect());
        return others.filter((box) => box.left < one.right && box.top < one.bottom && one.top < box.bottom || box.left < 0).length;
      });
      assert.equal(over, 0);
    });
  });
}

test("phone: the list is a sheet with three heights, and makes room", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: PHONE, hasTouch: true } }, async (page) => {
    await readExample(page, paste);
    const height = () => page.$eval("#panel", (panel) => panel.offsetHeight);
    const peek = await height();
    await page.click("#handle", { position: { x: 170, y: 6 } });
    const half = await height();
    await page.click("#handle", { position: { x: 170, y: 6 } });
    const full = await height();
    assert.ok(peek < half && half < full, `${peek} ${half} ${full}`);
    await page.click("[data-list-quote='3']");
    assert.equal(await page.getAttribute("#panel", "data-height"), "half");
    const visible = await page.$eval("#article .chosen", (mark) => mark.getBoundingClientRect().bottom < document.querySelector("#panel").getBoundingClientRect().top);
    assert.equal(visible, true, "the words stand above the sheet");
  });
});

test("the policy stands and holds", async () => {
  await withPage(browser, { allow: /Content Security Policy|Trusted/ }, async (page) => {
    const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
    for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "style-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    const blocked = await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>x</b>";
        return false;
      } catch {
        return true;
      }
    });
    assert.equal(blocked, true, "innerHTML throws");
    const fetched = await page.evaluate(() => fetch("https://example.com/").then(() => true, () => false));
    assert.equal(fetched, false, "no foreign fetch");
  });
});

test("nothing jumps when the marks arrive", async () => {
  await withPage(browser, { context: { viewport: DESKTOP } }, async (page) => {
    const shift = await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(0), 500);
    }));
    assert.ok(shift < 0.05, `cumulative layout shift ${shift}`);
  });
});

for (const width of [320, 390, 820, 1000, 1280]) {
  test(`${width} px: nothing moves while results arrive, from the first sight to the map`, async () => {
    await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: { width, height: 844 } } }, async (page) => {
      await page.addInitScript(() => {
        window.tops = new Set();
        const look = () => {
          window.tops.add(document.querySelector("main").getBoundingClientRect().top + scrollY);
          requestAnimationFrame(look);
        };
        document.addEventListener("DOMContentLoaded", look);
      });
      await page.reload();
      await waitForFindings(page);
      await readExample(page, paste);
      await page.click("#tab-places");
      await page.waitForSelector("#map .map-land");
      await page.evaluate(() => Promise.all(Array.from({ length: 12 }, () => fetch("icon.svg", { cache: "reload" }))));
      await page.waitForFunction(() => /\d\d of its own files/.test(document.querySelector("#requests").textContent));
      const tops = await page.evaluate(() => [...window.tops]);
      assert.equal(tops.length, 1, `the article at ${tops}`);
    });
  });
}

test("nothing stands out over the side, at any width; the tabs have room", async () => {
  await withPage(browser, {}, async (page) => {
    for (const width of [1920, 1280, 1180, 1179, 1024, 960, 861, 860, 600, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => {
        const tabs = document.querySelector("#tabs");
        return [document.documentElement.scrollWidth - innerWidth, tabs.scrollWidth - tabs.clientWidth];
      });
      assert.deepEqual(over, [0, 0], `${width} px`);
    }
  });
});

test("names in the margin stand clear of each other", async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    await withPage(browser, { context: { viewport } }, async (page) => {
      await page.click("#samples button[data-sample=interview]");
      await waitForFindings(page);
      await page.waitForFunction(() => {
        const boxes = [...document.querySelectorAll("#article .note")].map((note) => note.getBoundingClientRect());
        return boxes.length > 10 && boxes.every((box, i) => i === 0 || box.top >= boxes[i - 1].bottom - 0.5);
      }, null, { timeout: 5000 });
    });
  }
});

test("a very long text is set whole", async () => {
  await withPage(browser, {}, async (page) => {
    const seed = await page.textContent("#article");
    const paragraph = `“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday, when 12,000 people had come. ${seed.slice(0, 400).replace(/\s+/g, " ")}`;
    const text = Array.from({ length: 1200 }, (_, i) => `${i}. ${paragraph}`).join("\n\n");
    await paste(page, { text });
    await waitForFindings(page);
    await page.waitForFunction(() => document.querySelectorAll("#article p").length >= 1200, null, { timeout: 60_000 });
    await page.keyboard.press("k");
    assert.equal(await page.$eval("#article .chosen", (mark) => mark.getBoundingClientRect().top < innerHeight), true);
  });
});

test("printed: one page for a short article, with its day, the legend and everybody's words in full, whatever list is open", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.setViewportSize({ width: 720, height: 1000 }); // about the width of a sheet of A4
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.isVisible(".ways"), false);
    assert.equal(await page.isVisible("#legend"), false);
    assert.equal(await page.isVisible("#article"), true);
    assert.equal(await page.isVisible("#panel"), false);
    await page.emulateMedia({ media: null });
    await page.click("#tab-places");
    await page.evaluate(() => (document.title = "x"));
    const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const paper = await page.textContent("#paper");
    assert.match(paper, /Published 29 June 2023 · Marked by whosaid on/);
    assert.match(paper, /Ines Kamara, Port director.*“We have lost \$2\.5 million in three winters,” she told the council. “That is enough.” \(told the council\).*An engineer.*probably/s);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.textContent("#paper"), "");
  });
});

test("forced colours: quotes keep a line", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { forcedColors: "active" } }, async (page) => {
    await readExample(page, paste);
    assert.equal(await page.$eval("#article .quote.direct", (mark) => getComputedStyle(mark).textDecorationLine), "underline");
  });
});
