// Serves a folder of static files on localhost, as any static host would: right types, small where the browser takes it.
//
//   node scripts/serve.mjs site        PORT=8080 by default; the next free one where that is taken
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { argv, env, exit } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** These shrink to a half or a third; what is larger would take longer than it saves on one machine. */
const SHRINKS = /^text\/|json|svg|manifest|wasm/;
const LARGEST = 4 * 1024 * 1024;
const compress = promisify(brotliCompress);

/**
 * What a request's path means inside `root`: a file, a folder (asked for without the slash at its
 * end), or null where there is none.
 */
async function findFile(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  let file = join(root, normalize(path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    let found = await stat(file);
    if (found.isDirectory() && path.endsWith("/")) {
      file = join(file, "index.html");
      found = await stat(file);
    }
    if (found.isDirectory()) return { folder: true };
    return found.isFile() ? { file, size: found.size, changed: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

/** A server of the files in `folder`; not yet listening. */
export function makeServer(folder) {
  const root = resolve(folder);
  /** @type {Map<string, Promise<Buffer>>} */
  const small = new Map();
  const shrink = ({ file, changed }) => {
    const key = `${file} ${changed}`;
    if (!small.has(key)) small.set(key, readFile(file).then((bytes) => compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })));
    return small.get(key);
  };
  return createServer(async (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // What lies in assets/ has a hash in its name: another content is another file.
    response.setHeader("Cache-Control", /\/assets\/.+-[0-9a-f]{10}\.\w+$/.test(request.url) ? "public, max-age=31536000, immutable" : "no-cache");
    // An embed on another site, or in a sandboxed frame, asks for these files from elsewhere.
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const found = await findFile(root, request.url);
    if (!found) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    if (found.folder) {
      // Relative, so that no host name has to be believed.
      const { pathname, search } = new URL(request.url, "http://localhost");
      response.writeHead(308, { Location: `./${pathname.split("/").pop()}/${search}` }).end();
      return;
    }
    const type = TYPES[extname(found.file)] ?? "application/octet-stream";
    response.setHeader("Vary", "Accept-Encoding");
    if (SHRINKS.test(type) && found.size < LARGEST && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      const bytes = await shrink(found).catch(() => null);
      if (bytes) {
        response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Content-Length": bytes.length });
        return void response.end(request.method === "HEAD" ? undefined : bytes);
      }
    }
    response.writeHead(200, { "Content-Type": type, "Content-Length": found.size });
    if (request.method === "HEAD") response.end();
    else createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
  });
}

/** Listens on `port` of this machine only, or on the next of ten that is free. */
export async function listen(server, port) {
  for (const attempt of [...Array(10).keys()].map((i) => port + i).concat(0)) {
    try {
      await new Promise((done, fail) => {
        server.once("error", fail);
        server.listen(attempt, "127.0.0.1", () => {
          server.off("error", fail);
          done();
        });
      });
      return `http://localhost:${server.address().port}/`;
    } catch (error) {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    }
  }
  throw new Error("no free port");
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  const folder = argv[2];
  if (!folder) {
    console.error("usage: node scripts/serve.mjs FOLDER");
    exit(2);
  }
  const address = await listen(makeServer(folder), Number(env.PORT ?? 8080));
  console.log(`whosaid is at ${address}  (Ctrl+C stops it)`);
}
