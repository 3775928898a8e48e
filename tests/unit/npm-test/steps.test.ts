import { describe, expect, it } from 'vitest';
import { allSteps, choose, withElectron } from '../../../scripts/test/steps.mjs';

const namesOf = (only: string[], rest: string[] = []) => choose(allSteps, only, rest).map(({ name }) => name);

describe('the steps of npm test', () => {
  it('are all when none is named', () => {
    expect(namesOf([])).toEqual(allSteps.map(({ name }) => name));
    expect(namesOf([])).toEqual(
      expect.arrayContaining(['build', 'unit', 'component', 'e2e', 'typecheck:node', 'typecheck:web', 'lint:code']),
    );
  });

  it('are those that are named, alone or by what stands before the colon', () => {
    expect(namesOf(['component', 'lint:walls']).sort()).toEqual(['component', 'lint:walls']);
    expect(namesOf(['lint']).sort()).toEqual(['lint:code', 'lint:format', 'lint:unused', 'lint:walls']);
    expect(namesOf(['typecheck']).sort()).toEqual(['typecheck:node', 'typecheck:web']);
  });

  it('come with the build when end-to-end tests need it, once', () => {
    expect(namesOf(['e2e'])).toEqual(['build', 'e2e']);
    expect(namesOf(['build', 'e2e'])).toEqual(['build', 'e2e']);
  });

  it('hand what follows to the program of the step, not to the build', () => {
    const [build, endToEnd] = choose(allSteps, ['e2e'], ['tests/e2e/a.spec.ts']);
    expect(endToEnd?.args.at(-1)).toBe('tests/e2e/a.spec.ts');
    expect(build?.args).not.toContain('tests/e2e/a.spec.ts');
  });

  it('are named when an unknown one is asked for', () => {
    expect(() => namesOf(['unit', 'speed'])).toThrow('There is no step speed.');
  });

  it('run in Electron, or know where it is', () => {
    const [unit] = choose(allSteps, ['unit'], []);
    const [, endToEnd] = choose(allSteps, ['e2e'], []);
    if (!unit || !endToEnd) throw new Error('no such steps');
    expect(withElectron(unit, '/cache/electron')).toMatchObject({ command: '/cache/electron', env: { ELECTRON_RUN_AS_NODE: '1' } });
    const inNode = withElectron(endToEnd, '/cache/electron');
    expect(inNode).toMatchObject({ command: process.execPath, env: { ELECTRON_EXEC_PATH: '/cache/electron' } });
    expect(inNode.env).not.toHaveProperty('ELECTRON_RUN_AS_NODE');
  });
});
