/** The door from the screens to the main process. */
import { expect, test } from 'vitest';
import type { Bridge } from '../../src/shared/bridge.js';
import { call } from '../../src/renderer/state/api.js';

test('what Electron cannot carry over the border is a failure too, and nothing is thrown', async () => {
  window.etcdeck = {
    // It does so before any code of the bridge runs, for what is nested deeper than a thousand levels.
    call: () => {
      throw new TypeError('recursion depth exceeded');
    },
  } as unknown as Bridge;
  await expect(call('app.info', {})).resolves.toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});
