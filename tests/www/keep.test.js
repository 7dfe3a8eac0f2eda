/** Nothing is lost: reload, Back, undo, the list of articles, forgetting, a browser that keeps nothing. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, readExample } from "./example.mjs";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

const site = { files: EXAMPLE_CORE };
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const shows = (page, words) => page.waitForFunction((words) => document.querySelector("#article").textContent.includes(words), words);
const kept = (page) => page.$$eval("#shelf .kept-title", (titles) => titles.map((title) => title.textContent));
/** Until what was done is on the disk: it is written at once, but not in the same moment. */
const written = (page) => page.waitForTimeout(300);

test("a pasted article is there again after a reload", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    assert.equal(await page.title(), "Harbour wall to rise by two metres – whosaid");
    await written(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 quotes"));
    await shows(page, "Harbour wall");
  });
});

test("a paste before the kept article is back wins, even before the page's own code is there, and nothing is lost", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await written(page);
    const pasteAt = (moment) => page.addInitScript((moment) => {
      const give = () => {
        const data = new DataTransfer();
        data.setData("text/html", `<p>Given at once, ${moment}.</p><p>It has two paragraphs.</p>`);
        data.setData("text/plain", "Given at once");
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      };
      const look = new MutationObserver(() => {
        if (moment === "early" ? !document.querySelector(".masthead") : !document.querySelector("#samples button")) return;
        look.disconnect();
        if (sessionStorage.getItem(moment)) return;
        sessionStorage.setItem(moment, "1");
        give();
      });
      look.observe(document, { childList: true, subtree: true });
    }, moment);
    for (const [moment, count] of [["early", 2], ["while the kept one is fetched", 3]]) {
      await pasteAt(moment);
      await page.reload();
      await shows(page, `Given at once, ${moment}`);
      await page.waitForTimeout(500);
      assert.match(await page.textContent("#article"), new RegExp(`Given at once, ${moment}`));
      await page.click("#shelf-open");
      assert.equal((await kept(page)).length, count, "the one before is kept too");
      await page.click("#shelf .main");
      await page.reload();
      await shows(page, `Given at once, ${moment}`);
    }
  });
});

test("a paste over an article is undone and redone, by button and by keys", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await paste(page, { text: "https is what fell on the page." });
    await shows(page, "fell on the page");
    await page.click("#undo");
    await shows(page, "Harbour wall");
    assert.match(await page.textContent("#status"), /Undone: paste|4 quotes/);
    await page.keyboard.press("Control+Shift+Z");
    await shows(page, "fell on the page");
    await page.keyboard.press("Control+z");
    await shows(page, "Harbour wall");
    assert.equal(await page.isDisabled("#redo"), false);
  });
});

test("Back and Forward go from article to article", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await paste(page, { text: "The second article says little." });
    await shows(page, "second article");
    await page.goBack();
    await shows(page, "Harbour wall");
    await page.goForward();
    await shows(page, "second article");
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("#samples [aria-pressed=true]"));
  });
});

test("recent articles are listed, opened and deleted, and one deleted comes back", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await paste(page, { text: "Second story\n\nIt says little." });
    await shows(page, "It says little");
    await page.click("#shelf-open");
    assert.deepEqual(await kept(page), ["Second story", "Harbour wall to rise by two metres"]);
    await page.click("#shelf .kept >> nth=1");
    await shows(page, "Harbour wall");
    await page.click("#shelf-open");
    await page.click("#shelf .delete >> nth=1");
    await page.click("#shelf .delete >> nth=0");
    assert.deepEqual(await kept(page), []);
    await page.click("#shelf .main");
    await shows(page, "No article");
    await page.click("#undo");
    await page.click("#undo");
    await shows(page, "Harbour wall");
    await page.click("#shelf-open");
    assert.deepEqual((await kept(page)).sort(), ["Harbour wall to rise by two metres", "Second story"]);
  });
});

test("“Forget everything” leaves nothing, not even to undo", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await page.click("#shelf-open");
    await page.click("#shelf .forget");
    await page.click("#shelf .forget");
    await shows(page, "No article");
    assert.equal(await page.isDisabled("#undo"), true);
    await written(page);
    const left = await page.evaluate(() => new Promise((done) => {
      const opening = indexedDB.open("whosaid");
      opening.onsuccess = () => {
        const all = opening.result.transaction("articles").objectStore("articles").getAllKeys();
        all.onsuccess = () => done(all.result);
      };
    }));
    assert.deepEqual(left.filter((key) => key !== "current"), []);
    await page.reload();
    await waitForFindings(page);
    assert.equal(await page.locator("#samples [aria-pressed=true]").count(), 1);
  });
});

for (const [name, error, words] of [["forbidden", "SecurityError", /keeps nothing/], ["full", "QuotaExceededError", /no room left/]]) {
  test(`storage ${name}: said, and everything goes on`, async () => {
    await withPage(browser, { site, ready: false }, async (page) => {
      await page.addInitScript((error) => {
        const refuse = () => {
          throw new DOMException("no", error);
        };
        if (error === "SecurityError") IDBFactory.prototype.open = refuse;
        else IDBObjectStore.prototype.put = refuse;
      }, error);
      await page.reload();
      await waitForFindings(page);
      await readExample(page, paste);
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#notice").textContent), words.source);
      await paste(page, { text: "Second story\n\nIt says little." });
      await shows(page, "It says little");
      await page.click("#undo");
      await shows(page, "Harbour wall");
    });
  });
}

test("the day that the reader gave is kept and undone", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await page.fill("#date", "2023-07-01");
    await written(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#date").value === "2023-07-01");
    await readExample(page, paste);
    await page.fill("#date", "2023-07-02");
    await page.click("#undo");
    assert.equal(await page.inputValue("#date"), "2023-06-29");
  });
});

test("a newer text does not wait for an older, long one", async () => {
  const slow = EXAMPLE_CORE["pkg/whosaid.js"].replace("return text ===", `if (text.startsWith("slow")) for (const end = Date.now() + 60000; Date.now() < end; ); return text ===`);
  await withPage(browser, { site: { files: { ...EXAMPLE_CORE, "pkg/whosaid.js": slow } } }, async (page) => {
    await paste(page, { text: "slow words, for a minute" });
    await shows(page, "slow words");
    await page.waitForTimeout(500);
    await readExample(page, paste);
    await waitForFindings(page);
    await page.click("#tab-places");
    assert.match(await page.textContent("#panel-body"), /57\.30° N/);
  });
});
