/** The one door from the screens to the main process; nothing else touches `window.etcdeck`. */
import type { Bridge } from '../../shared/bridge.js';
import { fail } from '../../shared/result.js';
import { messages } from '../words/messages.js';

/** Asks the main process. Never throws: a failure is a Result. */
export const call: Bridge['call'] = async (method, input) => {
  try {
    return await window.etcdeck.call(method, input);
  } catch {
    return fail({ code: 'invalid-input', message: messages.notCarried });
  }
};

/** Listens to an event until the returned function is called. */
export const on: Bridge['on'] = (event, listener) => window.etcdeck.on(event, listener);

/** Paths of files dropped onto the window. */
export const pathsOf: Bridge['pathsOf'] = (files) => window.etcdeck.pathsOf(files);
