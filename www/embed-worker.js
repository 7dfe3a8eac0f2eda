/**
 * The core for embeds, in one file with its glue: a module worker or, where none may start, a module on the page's
 * own thread.
 */

// @ts-ignore the build puts it there
import * as glue from "./pkg/whosaid.js";
import { answerCalls } from "./engine/answer.js";
import { makeCore } from "./engine/core.js";

const calls = makeCore(async () => glue);
export const { load, read, loadGazetteer } = calls;

const { WorkerGlobalScope } = /** @type {any} */ (globalThis);
if (WorkerGlobalScope && self instanceof WorkerGlobalScope) answerCalls(calls);
