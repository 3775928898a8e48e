/** What a front names when the nearest heading alone does not say what it is about. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

/** Enough of it to tell the language by. */
const english = 'We have had this in mind for a while, and it is as we said.';

const frontsOf = (path: string, ...lines: string[]): string[] =>
  parseNote({ path, text: lines.join('\n') }).cards.map(({ front }) => front);

describe('the subject of a front', () => {
  it('is owned by the nearest heading above that stands alone, where its own words are ordinary ones', () => {
    const fronts = frontsOf(
      'compute.md',
      '# Compute',
      '## Firecracker (microVM)',
      '### Limits and Quotas',
      english,
      '',
      'The usual limits and quotas of a guest are small.',
      '',
      '- **Balloon size**: the memory in MiB that the guest gives back to its host',
    );
    expect(fronts).toEqual(['Firecracker (microVM), Limits and Quotas: what is Balloon size?']);
  });

  it('is owned by the note where no heading above names anything and the text speaks of it', () => {
    const fronts = frontsOf(
      'htop.md',
      '## Colours',
      'The colours of htop can be changed with its setup key.',
      '',
      '- **Low priority**: the blue part of a bar that nice processes use',
    );
    expect(fronts).toContain('htop, Colours: what is Low priority?');
  });

  it('is not owned by a title that the text never speaks of, as that of a course', () => {
    const fronts = frontsOf(
      'notes.md',
      '# XYZ notes',
      english,
      '## Taints',
      'Pods without a toleration keep away from nodes with taints.',
      '',
      '- **NoSchedule**: the effect that keeps new Pods away from the node',
    );
    expect(fronts.filter((front) => front.includes('XYZ'))).toEqual([]);
  });

  it('stands alone where it holds a name', () => {
    const fronts = frontsOf(
      'net.md',
      '# Cluster Networking',
      '## NodePort',
      '- **External traffic policy**: the setting that says which nodes take part when traffic comes from outside',
    );
    expect(fronts).toEqual(['NodePort: what is External traffic policy?']);
  });

  it('leaves out of its owner and itself what the question says already', () => {
    const fronts = frontsOf(
      'queues.md',
      '# Brokers',
      '## RabbitMQ',
      '### Dead letters',
      'Messages that are dead letters end in an exchange of their own.',
      '',
      '- **Dead letter exchange**: the exchange that takes messages which no consumer wants',
    );
    expect(fronts).toContain('RabbitMQ: what is Dead letter exchange?');
  });

  it.each([
    ['Lecture 12 Bridge Clocks', 'Bridge Clocks: what is Drift?'],
    ['Bridge Clocks: A Complete Guide to Them 🚀', 'Bridge Clocks: what is Drift?'],
    ['Bridge Clocks – comprehensive overview', 'Bridge Clocks: what is Drift?'],
    ['Bridge Clocks (Explained Practically)', 'Bridge Clocks: what is Drift?'],
    ['Bridge Clocks — the heart of every watch', 'Bridge Clocks: what is Drift?'],
    ['03 Bridge Clocks', 'Bridge Clocks: what is Drift?'],
    ['2.b — Bridge Clocks', 'Bridge Clocks: what is Drift?'],
    ['Day 12 — Bridge Clocks', 'Bridge Clocks: what is Drift?'],
    ['Domain 4.0 — Bridge Clocks Glossary', 'Bridge Clocks: what is Drift?'],
    ['802.1T Bridge Clocks', '802.1T Bridge Clocks: what is Drift?'],
    ['What are Bridge Clocks? Cogs, Springs', 'Bridge Clocks: what is Drift?'],
    ['What Bridge Clocks actually are', 'Bridge Clocks: what is Drift?'],
    ['When to use Bridge Clocks', 'Bridge Clocks: what is Drift?'],
    ['Bridge-Clocks.md', 'Bridge Clocks: what is Drift?'],
  ])('is the thing itself in “%s”', (heading, front) => {
    expect(frontsOf('clocks.md', `# ${heading}`, '- **Drift**: the seconds a day by which such a clock is wrong')).toEqual([front]);
  });

  it.each([
    'In simple words',
    'What it is',
    'Short answer',
    'One-line summary',
    'How sailors tell the time',
    'What happens internally',
    'What you must know by now',
    'Problem 2: the spring is worn',
    'Must-know table',
    'Service Overview',
    'Key vocabulary',
    'Interview questions',
  ])('is that of the heading above where the nearest says only “%s”', (heading) => {
    expect(
      frontsOf('clocks.md', '# Bridge Clocks', `## ${heading}`, '- **Drift**: the seconds a day by which such a clock is wrong'),
    ).toEqual(['Bridge Clocks: what is Drift?']);
  });

  it.each([
    '# Why do we need the kubelet?',
    '# Why the kubelet matters',
    '# Kubelet\n## Why the first ones were so slow',
    '# Kubelet\n## Why it matters',
  ])('is what a heading that asks why asks about: %s', (headings) => {
    expect(frontsOf('notes.md', headings, 'The kubelet mounts the volumes of 12 Pods.')).toContain('What does the kubelet mount?');
  });

  it.each([
    ['day07-bridge-clock-parts.md', 'bridge clock parts: what is Drift?'],
    ['Wi-Fi-Clocks.md', 'Wi-Fi Clocks: what is Drift?'],
    ['2024-05-01.md', '2024-05-01: what is Drift?'],
    ['Bridge-Clocks.md', 'Bridge Clocks: what is Drift?'],
    ['Cogs-and-Springs.md', 'Cogs and Springs: what is Drift?'],
    ['quay-clock.md', 'quay-clock: what is Drift?'],
  ])('is a file as one would say it: %s', (path, front) => {
    expect(frontsOf(path, '- **Drift**: the seconds a day by which such a clock is wrong').map((one) => one.toLowerCase())).toEqual([
      front.toLowerCase(),
    ]);
  });

  it('leaves out the number of a question and of commands', () => {
    const text = 'A `winch` is a machine that lifts heavy loads with a rope and a drum.';
    expect(frontsOf('a.md', '# Interview', '## Q7. What is a `winch`?', '### Answer', text)).toContain('What is a `winch`?');
    expect(frontsOf('winch.md', '# Winch', '## Three Commands', '- **Drift**: the seconds a day by which a winch is late')).toEqual([
      'Winch: what is Drift?',
    ]);
  });

  it('keeps the small letters of a name that begins with code', () => {
    expect(frontsOf('a.md', '# tide_clock.conf rules', '- **Drift**: the seconds a day by which such a clock is wrong')).toEqual([
      'tide_clock.conf rules: what is Drift?',
    ]);
  });

  it('of a note in another language keeps the heading above', () => {
    const fronts = frontsOf(
      'netz.md',
      '# Netzwerk',
      '## Namensauflösung im Cluster',
      '### häufige Fehler',
      'Die Auflösung der Namen wird von einem Dienst im Cluster gemacht, und sie ist für alle Pods da.',
      '',
      '- **CoreDNS**: der Dienst, der die Namen der Services im Cluster auflöst',
    );
    expect(fronts).toEqual(['Namensauflösung im Cluster, häufige Fehler: Was bedeutet CoreDNS?']);
  });
});
