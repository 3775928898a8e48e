import { describe, expect, it } from 'vitest';
import { isDrawable } from '../../../src/main/features/library/drawing.js';
import { fewAtOnce } from '../../../src/main/features/library/few-at-once.js';

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${content}</svg>`;
const layers = (depth: number, each: number, layer: (n: number, inside: string) => string): string =>
  Array.from({ length: depth }, (_, n) =>
    layer(n + 1, n === 0 ? '<rect width="1" height="1"/>' : `<use href="#l${n}"/>`.repeat(each)),
  ).join('');

describe('a drawing that would take for ever', () => {
  it.each([
    ['uses parts of parts', `${layers(9, 10, (n, inside) => `<g id="l${n}">${inside}</g>`)}<use href="#l9"/>`],
    [
      'does so by the older name',
      `${layers(9, 10, (n, inside) => `<g id='l${n}'>${inside}</g>`)}<use href="#l9"/>`.replaceAll('href', 'xlink:href'),
    ],
    [
      'fills patterns with patterns',
      `${Array.from({ length: 9 }, (_, n) => `<pattern id="p${n + 1}">${`<rect fill="url(#p${n})"/>`.repeat(10)}</pattern>`).join('')}<rect fill="url(#p9)"/>`,
    ],
    ['goes in a circle', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'],
    ['moves everywhere', '<rect><animate attributeName="x" dur="1s"/></rect>'.repeat(2_000)],
    ['filters everything', '<filter id="f"><feGaussianBlur/></filter>'.repeat(60)],
    ['refers to thousands of things', '<rect fill="url(#g)"/>'.repeat(20_000)],
  ])('is known when it %s', (_, content) => {
    expect(isDrawable(svg(content))).toBe(false);
  });

  it('is known when its parts are hidden in entities', () => {
    expect(isDrawable(`<!DOCTYPE svg [<!ENTITY u "<use href='#a'/>">]>${svg('&u;')}`)).toBe(false);
  });
});

describe('a text that was made to be slow to look at', () => {
  it.each([
    ['tags without an end', '<a '.repeat(600_000)],
    ['quotes without an end', '<a "'.repeat(500_000)],
    ['a remark without an end', '<!--'.repeat(500_000)],
    ['many entities', '<!ENTITY "'.repeat(200_000)],
    ['a deep nest', '<g id="a">'.repeat(200_000)],
    ['many spaces', `<a ${'href '.repeat(100_000)}${' '.repeat(1_000_000)}>`],
  ])('is looked at in no time: %s', (_, content) => {
    const before = performance.now();
    isDrawable(svg(content));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('a drawing as programs make them', () => {
  it.each([
    ['is plain', '<rect width="40" height="30"/>'],
    ['uses letters hundreds of times', `<defs><path id="a" d="M0 0"/></defs>${'<use xlink:href="#a" x="3"/>'.repeat(800)}`],
    ['has markers, gradients and a filter', `<marker id="m"/><filter id="f"/>${'<path marker-end="url(#m)" fill="url(#g)"/>'.repeat(300)}`],
    ['refers to what is not there', '<use href="#nothing"/>'],
    ['has remarks, a style and a declaration', '<?xml version="1.0"?><!-- a < b > c --><style><![CDATA[ a > b {} ]]></style>'],
    ['has a > in a text', '<text id="a>b" title="x > y">a</text><use href="#a>b"/>'],
  ])('is drawn when it %s', (_, content) => {
    expect(isDrawable(svg(content))).toBe(true);
  });
});

describe('few at once', () => {
  it('runs no more than that, in order, and goes on after one that failed', async () => {
    const inTurn = fewAtOnce(2);
    const log: string[] = [];
    let running = 0;
    const work = (name: number) => async () => {
      log.push(`${name}: ${++running}`);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (name === 1) throw new Error('failed');
      return name;
    };
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map((name) => inTurn(work(name))));
    expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['failed', 2, 3, 4, 5]);
    expect(log.map((one) => one.split(':')[0])).toEqual(['1', '2', '3', '4', '5']);
    expect(log.filter((one) => Number(one.split(': ')[1]) > 2)).toEqual([]);
  });
});
