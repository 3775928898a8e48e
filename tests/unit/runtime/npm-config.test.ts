import { describe, expect, it } from 'vitest';
import { packedFileUrl } from '../../../scripts/runtime/npm-config.mjs';

const scoped = { package: '@scope/name', version: '1.0.0' };

describe('where a registry keeps a package', () => {
  it.each([
    ['the public registry without settings', scoped, {}, 'https://registry.npmjs.org/@scope/name/-/name-1.0.0.tgz'],
    [
      'a mirror, with or without a slash at its end',
      scoped,
      { registry: 'https://m.example/npm' },
      'https://m.example/npm/@scope/name/-/name-1.0.0.tgz',
    ],
    [
      "the scope's own registry",
      scoped,
      { registry: 'https://m.example/', '@scope:registry': 'https://s.example/' },
      'https://s.example/@scope/name/-/name-1.0.0.tgz',
    ],
    [
      'a package without a scope',
      { package: 'name', version: '2.0.0' },
      { registry: 'https://m.example/' },
      'https://m.example/name/-/name-2.0.0.tgz',
    ],
  ])('is %s', (_title, wanted, config, url) => {
    expect(packedFileUrl(wanted, config)).toBe(url);
  });
});
