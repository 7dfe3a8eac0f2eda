// What the Node tests share: the built package, started once, and the test texts.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/** The text or, without an encoding, the bytes of a file of the project. */
export const read = (path, encoding) => readFileSync(new URL(path, root), encoding);

export const exists = (path) => existsSync(new URL(path, root));

/** The package as built in pkg/, by the name that its users import. */
export const whosaid = await import(new URL("pkg/node.js", root));

/** Starts the core: twice at once, which must be as good as once. */
export const start = () => {
  const bytes = read("pkg/whosaid_bg.wasm");
  return Promise.all([
    whosaid.default({ module_or_path: bytes }),
    whosaid.default({ module_or_path: bytes }),
  ]);
};

export const seeds = readdirSync(new URL("seeds/", root))
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => read(`seeds/${name}`, "utf8"));

export const nasty = JSON.parse(read("tests/texts/nasty.json", "utf8"));

/** `count` texts mixed of the words of all others; the same each time. */
export function mixtures(count) {
  const words = [...seeds, ...nasty].flatMap((text) => text.split(/(?<=\s)/u));
  let state = 1n;
  const pick = () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return words[Number(state >> 33n) % words.length];
  };
  return Array.from({ length: count }, () => Array.from({ length: 80 }, pick).join(""));
}
