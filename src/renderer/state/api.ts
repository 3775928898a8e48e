/** The one door from the screens to the main process; nothing else touches `window.etcdeck`. */
import type { Bridge } from '../../shared/bridge.js';

/** Asks the main process. Never throws: a failure is a Result. */
export const call: Bridge['call'] = (method, input) => window.etcdeck.call(method, input);

/** Listens to an event until the returned function is called. */
export const on: Bridge['on'] = (event, listener) => window.etcdeck.on(event, listener);

/** Paths of files dropped onto the window. */
export const pathsOf: Bridge['pathsOf'] = (files) => window.etcdeck.pathsOf(files);
