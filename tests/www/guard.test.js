/** Over fields that somebody writes in: a list beside them with what to look at again, and not a letter written into them. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildSync } from "esbuild";
import { hostPage, painted, withGuest } from "./guest.mjs";
import { openBrowser } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const DRAFT = [
  "A fire in Lisbon killed 14 people on Tuesday, the mayor’s office said.",
  "“We looked at every way to save them,” Mayor Anna Lindqvist told reporters. “There was none.”",
  "“It was a long night for all of us.”",
  "Hospitals later said that the fire had killed 16 people.",
];

/** An editor from npm, in one file; it sets `window.text()` and `window.undo()`. */
const bundle = (contents) => buildSync({ stdin: { contents, resolveDir: import.meta.dirname ?? new URL(".", import.meta.url).pathname }, bundle: true, format: "esm", write: false, minify: true, logLevel: "error" }).outputFiles[0].text;
const PROSEMIRROR = `
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { schema } from "prosemirror-schema-basic";
const doc = schema.node("doc", null, ${JSON.stringify(DRAFT)}.map((words) => schema.node("paragraph", null, [schema.text(words)])));
window.changes = 0;
window.view = new EditorView(document.querySelector("#editor"), { state: EditorState.create({ doc }), dispatchTransaction(tr) { if (tr.docChanged) window.changes++; this.updateState(this.state.apply(tr)); } });
window.field = window.view.dom;
window.text = () => window.view.state.doc.textBetween(0, window.view.state.doc.content.size, "\\n\\n");
`;
const LEXICAL = `
import { createEditor, $getRoot, $createParagraphNode, $createTextNode } from "lexical";
import { registerRichText } from "@lexical/rich-text";
const root = document.querySelector("#editor");
root.contentEditable = "true";
const editor = createEditor({ namespace: "test", onError(error) { throw error; } });
editor.setRootElement(root);
registerRichText(editor);
editor.update(() => { for (const words of ${JSON.stringify(DRAFT)}) $getRoot().append($createParagraphNode().append($createTextNode(words))); }, { discrete: true });
window.changes = 0;
editor.registerTextContentListener(() => window.changes++);
window.field = root;
window.text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
`;
const PLAIN = `window.field = document.querySelector("#editor"); window.text = () => window.field.innerText; window.changes = 0;`;

/** Opens a host with an editor, attaches, waits for the list. */
async function withEditor(script, use, field = `<div id="editor" style="white-space: pre-wrap">${script === PLAIN ? DRAFT.map((words) => `<p>${words}</p>`).join("") : ""}</div>`) {
  const body = `<h1>Desk</h1>${field}<aside id="beside"></aside><script type="module" src="editor.js"></script>`;
  await withGuest(browser, { html: hostPage({ body }), read: false, site: { files: { "editor.js": script === PLAIN ? script : bundle(script) } } }, async (page, asked) => {
    await page.waitForFunction(() => window.text);
    const before = await page.evaluate(() => [window.field.outerHTML, window.text()]);
    await page.evaluate(async () => {
      if (window.field.id === "editor" && !window.view && window.field.localName === "div") window.field.contentEditable = "true";
      const { attach } = await import("./whosaid-article.js");
      window.guest = attach(window.field, { container: document.querySelector("#beside"), list: "open" });
    });
    await listed(page, /To look at again/);
    await use(page, before, asked);
  });
}
const listOf = (page) => page.evaluate(() => document.querySelector("#beside").firstElementChild.shadowRoot.textContent);
async function listed(page, words) {
  for (let i = 0; i < 300; i++) {
    const all = await listOf(page).catch(() => "");
    if (words.test(all)) return all;
    await page.waitForTimeout(100);
  }
  assert.fail(`${words} in ${await listOf(page)}`);
}

for (const [name, script] of Object.entries({ ProseMirror: PROSEMIRROR, Lexical: LEXICAL, "a plain contenteditable": PLAIN })) {
  test(`${name}: what to look at again is listed, what is written is followed, and nothing is written`, async () => {
    await withEditor(script, async (page, [html, text]) => {
      const all = await listOf(page);
      assert.match(all, /It was a long night for all of us\.[”]?a quote without a speaker|It was a long night[^]*?perhaps not by/);
      assert.match(all, /14[^]*may not agree with “16/);
      assert.ok((await painted(page)).includes("whosaid-direct-1"));
      if (script !== PLAIN) assert.deepEqual(await page.evaluate(() => [window.field.outerHTML, window.text()]), [html, text]);
      assert.equal(await page.evaluate(() => window.changes), 0);

      // A writer goes on; the editor has every letter, the list follows, and no card comes in the way.
      await page.evaluate(() => {
        const last = window.field.lastElementChild;
        window.field.focus();
        getSelection().collapse(last, last.childNodes.length);
      });
      await page.keyboard.press("End");
      await page.keyboard.type(" Tom Reed said that it burned for 9 hours.", { delay: 5 });
      await listed(page, /Tom Reed/);
      const now = await page.evaluate(() => window.text());
      assert.ok(now.endsWith("Tom Reed said that it burned for 9 hours.") && now.replaceAll(/\s+/g, " ").startsWith(DRAFT[0]), now);
      const [x, y] = await page.evaluate(() => {
        const { left, top, height } = [...CSS.highlights.get("whosaid-direct-1")][0].getClientRects()[0];
        return [left + 10, top + height / 2];
      });
      await page.mouse.click(x, y);
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => [...document.body.children].some((each) => each.shadowRoot?.querySelector("[part=card]"))), false);
      await page.keyboard.type("X");
      await page.waitForFunction(() => window.text().includes("X"));

      const during = await page.evaluate(() => window.field.outerHTML);
      await page.evaluate(() => window.guest.destroy());
      assert.deepEqual(await page.evaluate(() => [window.field.outerHTML, CSS.highlights.size, document.querySelector("#beside").innerHTML]), [during, 0, ""]);
    });
  });
}

test("a textarea: its value is read and followed, and a choice selects the words", async () => {
  const field = `<textarea id="editor" rows="6" cols="60">${DRAFT.join("\n\n")}</textarea>`;
  await withEditor(PLAIN.replace("innerText", "value"), async (page) => {
    assert.match(await listOf(page), /Anna Lindqvist/);
    assert.deepEqual(await page.evaluate(() => [window.guest.text === window.field.value, CSS.highlights.size]), [true, 0]);
    await page.evaluate(() => document.querySelector("#beside").firstElementChild.shadowRoot.querySelector(".quotes [data-item]").click());
    const chosen = await page.evaluate(() => window.field.value.slice(window.field.selectionStart, window.field.selectionEnd));
    assert.match(chosen, /^We looked at every way|^There was none|^killed 14|^A fire|^the fire had/);
    await page.locator("#editor").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n\n“So be it,” said Tom Reed.");
    await listed(page, /Tom Reed/);
    assert.ok(await page.evaluate((words) => window.field.value === words, `${DRAFT.join("\n\n")}\n\n“So be it,” said Tom Reed.`));
  }, field);
});

test("`checks` may be asked for over any story, and left out over a field", async () => {
  const body = `<article id="story">${DRAFT.map((words) => `<p>${words}</p>`).join("")}</article><whosaid-article for="#story" list="open" checks="show"></whosaid-article>`;
  await withGuest(browser, { html: hostPage({ body }) }, async (page, asked) => {
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.textContent.includes("may not agree with “16 people”") || document.querySelector("whosaid-article").shadowRoot.textContent.includes("may not agree with “16”"));
    assert.ok(asked.includes("embed-checks.js"));
    await page.evaluate(() => document.querySelector("whosaid-article").setAttribute("checks", "none"));
    await page.waitForFunction(() => !document.querySelector("whosaid-article").shadowRoot.textContent.includes("may not agree"));
  });
});
