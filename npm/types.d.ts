
/**
 * Where the wasm is, or what it is: an address, a Response, bytes, a WebAssembly.Module, or a promise of
 * one. Written without the names of any environment, so that it needs no library of types.
 */
export type WasmSource =
  | string
  | { readonly href: string }
  | { arrayBuffer(): Promise<ArrayBuffer> }
  | ArrayBuffer
  | ArrayBufferView
  | WasmModule;

/** A WebAssembly.Module, where the types at hand know one. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module & object : never;

/**
 * Starts the core. In browsers, Node, Deno, Bun and most bundlers it finds its wasm; else give it. Called
 * again it does nothing; after a failure it tries anew.
 */
export function init(source?: WasmSource | Promise<WasmSource> | { module_or_path: WasmSource | Promise<WasmSource> }): Promise<void>;

/** Starts the core at once. */
export function initSync(source: ArrayBuffer | ArrayBufferView | WasmModule | { module: ArrayBuffer | ArrayBufferView | WasmModule }): void;

export default init;
