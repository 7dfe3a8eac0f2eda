// The package in the tools that are at hand here; `make matrix` tries all of them.
import { test } from "node:test";

import { check, QUICK } from "../matrix/matrix.mjs";

for (const name of QUICK) test(`an app works with ${name}`, () => check(name));
