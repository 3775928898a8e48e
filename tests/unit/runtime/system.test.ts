import { describe, expect, it } from 'vitest';
import { missingLibraries, packagesFor, usesTime64Names } from '../../../scripts/runtime/system.mjs';

const lddOutput = `\tlinux-vdso.so.1 (0x00007ffc0e5d2000)
\tlibffmpeg.so => /cache/electron/libffmpeg.so (0x00007f3a80000000)
\tlibnss3.so => not found
\tlibnssutil3.so => not found
\tlibgtk-3.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3a7fe00000)
`;

describe('system libraries', () => {
  it('finds those that ldd does not', () => {
    expect(missingLibraries(lddOutput)).toEqual(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']);
  });

  it('finds none in the output for a complete machine', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tstatically linked\n')).toEqual([]);
  });

  it('names each package once, with the name of the distribution', () => {
    const libraries = ['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0', 'libasound.so.2', 'libgbm.so.1'];
    expect(packagesFor(libraries, false)).toEqual({ packages: ['libasound2', 'libgbm1', 'libgtk-3-0', 'libnss3'], unknown: [] });
    expect(packagesFor(libraries, true)).toEqual({ packages: ['libasound2t64', 'libgbm1', 'libgtk-3-0t64', 'libnss3'], unknown: [] });
  });

  it('says which libraries it knows no package for', () => {
    expect(packagesFor(['libnew.so.9', 'libgbm.so.1'], false)).toEqual({ packages: ['libgbm1'], unknown: ['libnew.so.9'] });
  });

  it.each([
    ['Debian 12', 'ID=debian\nVERSION_ID="12"\n', false],
    ['Debian 13', 'ID=debian\nVERSION_ID="13"\n', true],
    ['Debian testing', 'PRETTY_NAME="Debian GNU/Linux forky/sid"\nID=debian\n', true],
    ['Ubuntu 22.04', 'VERSION_ID="22.04"\nID=ubuntu\nID_LIKE=debian\n', false],
    ['Ubuntu 24.04', 'ID=ubuntu\nVERSION_ID="24.04"\n', true],
    ['another distribution', 'ID=alpine\nVERSION_ID=3.20\n', false],
    ['no such file', '', false],
  ])('knows which names %s has', (_name, osRelease, expected) => {
    expect(usesTime64Names(osRelease)).toBe(expected);
  });
});
