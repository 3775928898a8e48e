import { describe, expect, it } from 'vitest';
import { findDataFolder, type Surroundings } from '../../../src/main/data-folder.js';

const here: Surroundings = { argv: [], env: {}, platform: 'linux', home: '/home/ada', cwd: '/work' };
const find = (some: Partial<Surroundings>) => findDataFolder({ ...here, ...some });

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ada/.local/share/etcdeck'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/etcdeck'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ada/.local/share/etcdeck'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ada/Library/Application Support/Etcdeck'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(find({ platform, env })).toBe(folder);
  });

  it.each([
    [['.', '--data', '/a'], {}, '/a'],
    [['.', '--no-sandbox', '--data=/a', '--inspect=0'], {}, '/a'],
    [['--data', 'a b/c'], {}, '/work/a b/c'],
    [['--data', '/a'], { ETCDECK_DATA: '/b' }, '/a'],
    [['x.md'], { ETCDECK_DATA: '/b' }, '/b'],
    [[], { ETCDECK_DATA: 'b' }, '/work/b'],
    [[], { ETCDECK_DATA: '' }, '/home/ada/.local/share/etcdeck'],
  ])('with %j and %j is %s', (argv, env, folder) => {
    expect(find({ argv, env })).toBe(folder);
  });

  it.each([[['--data']], [['--data', '']], [['--data=']], [['--data', '--inspect=0']]])('is asked for after %j', (argv) => {
    expect(() => find({ argv, env: { ETCDECK_DATA: '/b' } })).toThrow('--data needs a folder');
  });
});
