// The package as it would be published, installed by name: the lines of its README run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { read } from "./package.mjs";

const folder = mkdtempSync(join(tmpdir(), "whosaid-"));
after(() => rmSync(folder, { recursive: true }));

test("the README's example runs in Node", () => {
  const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
  const packed = execFileSync("npm", ["pack", pkg, "--silent", "--pack-destination", folder], { encoding: "utf8" });
  const home = join(folder, "node_modules/whosaid");
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["xzf", join(folder, packed.trim()), "-C", home, "--strip-components=1"]);

  const blocks = (path) => read(path, "utf8").split(/```js\n/).slice(1).map((part) => part.split("```")[0]);
  const [program] = blocks("pkg/README.md");
  writeFileSync(join(folder, "example.mjs"), program);
  const printed = execFileSync(execPath, [join(folder, "example.mjs")], { encoding: "utf8" });
  assert.equal(printed, "Kaja Kallas : We are ready,\n");

  // What docs/integrate.md does on a server.
  const [made] = blocks("docs/integrate.md");
  writeFileSync(join(folder, "made.mjs"), made);
  execFileSync(execPath, ["made.mjs"], { cwd: folder });
  const { text, quotes } = JSON.parse(readFileSync(join(folder, "story.json"), "utf8"));
  assert.equal(text.slice(quotes[0].content[0].start, quotes[0].content[0].end), "We are ready,");
});
