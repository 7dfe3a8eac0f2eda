/**
 * The core for the page, off the main thread: a module worker in a file of its own, so that a page under a strict
 * Content-Security-Policy can run it. It counts what this thread asks of the network.
 */

import { answerCalls } from "./engine/answer.js";
import { makeCore } from "./engine/core.js";

const GLUE = new URL("./pkg/whosaid.js", import.meta.url);

let requests = 0;
new PerformanceObserver((list) => (requests += list.getEntries().length)).observe({ type: "resource", buffered: true });

answerCalls({ ...makeCore(() => import(GLUE.href)), countRequests: () => requests });
