/** An annotation that the command line made beforehand: its readers fetch no core. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { events, hostPage, painted, TEXT, withGuest, WORDS } from "./guest.mjs";
import { openBrowser } from "./harness.mjs";

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const program = process.env.WHOSAID ?? ["debug", "score", "release"].map((profile) => `${target}/${profile}/whosaid`).find(existsSync);
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** What `whosaid --check WITH -` says of a text. */
function run(text, check) {
  assert.ok(program, "no command line: cargo build");
  const { status, stdout, stderr } = spawnSync(program, ["--check", check, "-"], { input: text, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

const html = hostPage({ body: `<article id="story"><h2>${WORDS[0]}</h2><p>${WORDS[1]}</p><p>${WORDS[2]}</p></article><whosaid-article for="#story" src="made.json" kinds="all"></whosaid-article>` });

test("with its text's hash or its text, the marks stand and nothing of the core is asked for", async () => {
  const story = `${TEXT}\n`; // as files end
  for (const made of [run(story, "hash"), run(story, "text"), run(story.replaceAll(" ", "  "), "text")]) {
    await withGuest(browser, { html, site: { files: { "made.json": made } } }, async (page, asked) => {
      const marked = await page.evaluate(() => [...CSS.highlights].filter(([name]) => name.includes("direct")).flatMap(([, all]) => [...all].map(String)));
      assert.ok(marked.includes("We looked at every way to keep it open,"), marked.join(" | "));
      assert.ok((await painted(page)).includes("whosaid-figure"));
      assert.deepEqual(asked.filter((name) => /wasm|worker|gazetteer/.test(name)), []);
      assert.deepEqual(await events(page, "error"), []);
    });
  }
});

test("of other words it is refused, and the story is read here", async () => {
  const made = run(TEXT.replace("Lisbon", "London"), "hash");
  await withGuest(browser, { html, site: { files: { "made.json": made } } }, async (page, asked) => {
    assert.deepEqual(await events(page, "error"), ["annotation-unfit"]);
    assert.ok(asked.includes("whosaid_bg.wasm"));
    assert.ok((await painted(page)).includes("whosaid-direct-1"));
  });
});
