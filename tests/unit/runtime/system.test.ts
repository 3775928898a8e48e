import { describe, expect, it } from 'vitest';
import { missingLibraries, packagesFor } from '../../../scripts/runtime/system.mjs';

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

  it('come from the same packages whichever are missing, under the old name or the new one', () => {
    expect(packagesFor(['libgbm.so.1'], [])).toBe('libgtk-3-0t64 | libgtk-3-0, libasound2t64 | libasound2, libnss3, libgbm1');
  });

  it('come with the missing programs, each under the name of its package', () => {
    expect(packagesFor(['libnss3.so'], ['Xvfb'])).toMatch(/libgbm1, xvfb$/);
    expect(packagesFor([], ['python3', 'make', 'cc', 'g++'])).toBe('python3, make, gcc, g++');
  });
});
