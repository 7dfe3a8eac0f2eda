/** What `make release` gives out: each file opened again. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SITE = resolve(process.env.WHOSAID_SITE ?? join(ROOT, "site"));

test("an archive that any host serves as it is, the page in one file, the npm package", { skip: !existsSync(join(ROOT, "pkg/package.json")) }, () => {
  const folder = mkdtempSync(join(tmpdir(), "whosaid-release-"));
  try {
    execFileSync(process.execPath, ["scripts/release.mjs", SITE, "pkg", folder], { cwd: ROOT });
    const names = readdirSync(folder).sort();
    assert.equal(names.length, 3);
    assert.match(names.join(" "), /^whosaid-[\d.]+\.tgz whosaid-page-[\d.]+\.zip whosaid\.html$/);
    const files = unzipSync(readFileSync(join(folder, names[1])));
    assert.deepEqual(Object.keys(files).sort(), readdirSync(SITE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(SITE.length + 1)).sort());
    assert.deepEqual(Buffer.from(files["index.html"]), readFileSync(join(SITE, "index.html")));
    assert.deepEqual(readFileSync(join(folder, "whosaid.html")), readFileSync(join(SITE, "whosaid.html")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
