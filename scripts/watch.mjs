// Runs the tests of one stage, and the cases, whenever a file of the library or of the cases changes.
//
//   node scripts/watch.mjs STAGE      STAGE is a module: quote, speaker, figure, …
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { argv, stdout } from "node:process";

const [, , stage = ""] = argv;
let running;
let waiting;

function run() {
  running?.kill();
  stdout.write(`\n=== ${stage || "everything"}, ${new Date().toLocaleTimeString()}\n`);
  const tests = `cargo test --quiet --lib ${stage && `${stage}::`} && cargo test --quiet --test rules --test cases`;
  running = spawn("bash", ["-c", `exec 2>&1; ${tests}`], { stdio: ["ignore", "inherit", "inherit"] });
}

// An editor writes a file in several steps.
const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(run, 200);
};
for (const folder of ["src", "tests/cases"]) watch(folder, { recursive: true }, soon);
run();
