import { describe, expect, it } from 'vitest';
import { refusedSwitch } from '../../../src/main/shell/refused-switches.js';

describe('a switch that opens a way in', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-port',
    '-remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-wait',
    '--inspect-port=9229',
    '--inspect-publish-uid=http',
    '--debug-port=1',
  ])('is found wherever it stands: %s', (one) => {
    expect(refusedSwitch(['etcdeck', one])).toBe(one);
    expect(refusedSwitch(['etcdeck', 'note.md', '--data', '/data', one])).toBe(one);
  });

  it.each(['--data', '/notes/--inspect', 'inspect', '--inspected', '--no-sandbox', '--data=--inspect'])('is not %s', (one) => {
    expect(refusedSwitch(['etcdeck', one])).toBeNull();
  });

  it('is not the name of the program', () => {
    expect(refusedSwitch(['--inspect'])).toBeNull();
  });
});
