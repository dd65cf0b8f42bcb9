/** What a sandboxed preload finds in a page: `electron` with two modules, no Node. Source text, run before the page's own. */
import { pageCodec } from './clone-codec';

/** Name of the binding that leads to this process. It is taken off `window` before page code runs. */
export const INVOKE_BINDING = '__electronDoubleInvoke';
/** Key in the page's symbol registry under which this process delivers messages. */
export const DELIVER_KEY = 'electron-double.deliver';

// A string, not a function: a transpiler must not touch it, and Playwright must not add helpers to it.
const environment = `(() => {
  const codec = ${pageCodec};
  const invokeMain = window['${INVOKE_BINDING}'];
  delete window['${INVOKE_BINDING}'];
  // nodeIntegrationInSubFrames is off: subframes get no preload.
  if (window.top !== window) return;

  const listeners = new Map();
  const listenersOf = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel);
  const ipcRenderer = {
    invoke: async (channel, ...args) => {
      const answer = codec.decode(await invokeMain(channel, codec.encode(args)));
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    on: (channel, listener) => { listenersOf(channel).add(listener); return ipcRenderer; },
    removeListener: (channel, listener) => { listenersOf(channel).delete(listener); return ipcRenderer; },
  };
  Object.defineProperty(window, Symbol.for('${DELIVER_KEY}'), {
    value: (channel, text) => { for (const listener of listenersOf(channel)) listener({}, ...codec.decode(text)); },
  });

  // As Electron's contextBridge: a frozen copy of plain objects, functions and values; nothing with a prototype.
  const bridged = (value) => {
    if (typeof value === 'function') return (...args) => value(...args.map((arg) => (typeof arg === 'function' ? arg : structuredClone(arg))));
    if (Array.isArray(value)) return Object.freeze(value.map(bridged));
    if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, bridged(entry)])));
    return value;
  };
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: bridged(api), writable: false, configurable: false, enumerable: true });
    },
  };
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer };
    throw new Error('module not found: ' + name + ' (a sandboxed preload has only electron)');
  };
  const module = { exports: {} };
  (function (require, module, exports, process) {
/* PRELOAD */
  })(require, module, module.exports, { sandboxed: true, contextIsolated: true });
})();`;

/** A script that runs `preload` (its source text) as Electron would. */
export const pageEnvironment = (preload: string): string => environment.replace('/* PRELOAD */', () => preload);
