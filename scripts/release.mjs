// What is given out: the static page in one archive that any host serves as it is, the page in one file, the npm package.
//
//   node scripts/release.mjs site pkg release
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { argv } from "node:process";
import { zipSync } from "fflate";

const [, , site, pkg, release] = argv;
const { version } = JSON.parse(readFileSync(`${pkg}/package.json`, "utf8"));
rmSync(release, { recursive: true, force: true });
mkdirSync(release, { recursive: true });
const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
// The same files give the same archive, whenever it is made.
const entries = Object.fromEntries(files.sort().map((file) => [relative(site, file).replaceAll(sep, "/"), [readFileSync(file), { mtime: new Date("2000-01-01T12:00:00Z") }]]));
writeFileSync(`${release}/whosaid-page-${version}.zip`, zipSync(entries, { level: 9 }));
cpSync(`${site}/whosaid.html`, `${release}/whosaid.html`);
execFileSync("npm", ["pack", "--silent", `./${pkg}`, "--pack-destination", release], { stdio: ["ignore", "ignore", "inherit"] });
for (const name of readdirSync(release).sort()) console.log(`${release}/${name}  ${(statSync(join(release, name)).size / 1e6).toFixed(1)} MB`);
