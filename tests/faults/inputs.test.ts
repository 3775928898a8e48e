/** Every method of the contract is asked with inputs drawn by chance, as a page that went astray would. */
import { expect, test } from 'vitest';
import { methods, type MethodName } from '../../src/shared/contract.js';
import { failureCodes } from '../../src/shared/result.js';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { freshFolder } from '../unit/folder.js';
import { started } from './backend.js';
import { seed, tell, times } from './extent.js';
import { findings, folderWithCards } from './folders.js';
import { anything, inputFor } from './inputs.js';

const rounds = times(3, 60);

const plainCodes = failureCodes.filter((code) => code !== 'internal');

test(`${rounds} inputs for each method are answered or refused in plain words, and harm nothing`, async () => {
  const random = randomFrom(`inputs ${seed}`);
  const folder = folderWithCards();
  const home = freshFolder();
  const backend = await started(folder, { HOME: home, KUBECONFIG: '' });
  const names = Object.keys(methods) as MethodName[];
  let answered = 0;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const input = round % 3 === 2 ? anything(random) : inputFor(methods[name].input, random);
      const result = (await backend.ask(name, input)) as { ok: boolean; error?: { code: string; message: string } };
      if (result.ok) answered += 1;
      else expect(plainCodes, `${name} ${JSON.stringify(input)}: ${backend.unforeseen.join('\n')}`).toContain(result.error?.code);
      expect(JSON.stringify(result.error ?? '').length, `${name}: a refusal does not repeat what was sent`).toBeLessThan(5_000);
    }
  }
  for (const name of ['__proto__', 'constructor', 'app.quit', 7, null, undefined, {}]) {
    expect(await backend.ask(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  }
  expect(backend.unforeseen).toEqual([]);
  await backend.get('app.info', {});
  expect(findings(folder)).toEqual([]);
  await backend.quit();
  tell(`${rounds * names.length} calls of ${names.length} methods, ${answered} answered`);
});
