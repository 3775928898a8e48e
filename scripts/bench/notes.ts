/**
 * Five megabytes of notes as people write them about the systems they look after: headings, terms with their explanation, steps,
 * commands, tables, settings, prose. The same every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooser, type Choose } from './chance.js';
import { actors, areas, commands, effects, goods, kinds, parts, reasons, states, verbs } from './note-words.js';

const meanBytes = 9_200;
const perFolder = 24;

/** Writes so many notes into a folder, all of the same make; returns how large they are together. */
export function writeNotes(folder: string, files: number): { files: number; bytes: number } {
  const choose = chooser(11);
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    const area = areas[Math.floor(index / perFolder) % areas.length] ?? '';
    const path = join(folder, area, `${String(index).padStart(3, '0')} ${choose(parts)} ${choose(actors)}.md`);
    const text = note(area, index, choose);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}

type Section = (subject: string, choose: Choose) => string[];

/** Which sections a note has, those more often that people write more often. */
const sections: Section[] = [terms, terms, terms, prose, prose, prose, steps, fences, fences, table, list, questions];

function note(area: string, index: number, choose: Choose): string {
  const subject = `${choose(parts)} ${choose(actors)}`;
  const lines: string[] = [];
  if (choose.chance(0.4)) lines.push('---', `title: ${capital(subject)}`, `tags: [${area}, ${choose(kinds)}]`, '---', '');
  lines.push(`# ${capital(subject)}`, '', `${capital(subject)} is the ${choose(kinds)} that ${clause(choose)}.`, '');
  // Lengths differ as those of real notes do.
  const wanted = meanBytes * (0.4 + choose.next() * 1.2);
  for (let length = 0, section = 0; length < wanted; section++) {
    const about = choose.chance(0.3) ? subject : `${choose(parts)} ${choose(goods)}`;
    const text = [
      `## ${capital(about)} ${choose(['', 'basics', 'in use', 'limits', 'day to day', 'checks', `part ${section}`])}`.trimEnd(),
      '',
    ];
    text.push(...choose(sections)(about, choose), '');
    lines.push(...text);
    length += text.join('\n').length;
  }
  if (index % 50 === 0) lines.push('```', 'a fence that nobody closed');
  return `${lines.join('\n')}\n`;
}

function terms(_subject: string, choose: Choose): string[] {
  const dash = choose([':', ':', ' -', ' –']);
  return choose.times(3, 7, () => {
    const term = `${choose(parts)} ${choose(goods)}`;
    const more = choose.chance(0.35) ? ` It ${choose(verbs)} ${object(choose)} ${choose(effects)}.` : '';
    return `- **${capital(term)}**${dash} the ${choose(kinds)} that ${clause(choose)}.${more}`;
  });
}

function prose(subject: string, choose: Choose): string[] {
  return choose.times(1, 3, () => {
    const sentences = choose.times(2, 4, () =>
      choose.chance(0.3)
        ? `When the ${choose(goods)} ${choose(states)}, the ${subject} ${choose(verbs)} ${object(choose)} ${choose(effects)}.`
        : `The ${choose(parts)} ${choose(actors)} ${choose(verbs)} ${object(choose)}, because ${choose(reasons)}.`,
    );
    return `${sentences.join(' ')}\n`;
  });
}

function steps(subject: string, choose: Choose): string[] {
  const done = choose.times(3, 6, () => {
    const command = choose.chance(0.4) ? ` with \`${choose(commands)} ${slug(subject)}\`` : '';
    return `${capital(choose(['check', 'stop', 'copy', 'restart', 'compare', 'read', 'move', 'drain']))} ${object(choose)}${command}.`;
  });
  return [
    `Steps to ${choose(['replace', 'restore', 'upgrade', 'move'])} the ${subject}:`,
    '',
    ...done.map((step, at) => `${at + 1}. ${step}`),
  ];
}

function fences(subject: string, choose: Choose): string[] {
  const name = slug(`${subject} ${choose(goods)}`);
  if (choose.chance(0.4)) {
    const settings = choose.times(3, 8, () => `  ${slug(choose(parts))}-${slug(choose(goods))}: ${choose.upTo(9000)}`);
    return [`The settings of the ${subject}:`, '', '```yaml', `${slug(subject)}:`, ...settings, '```'];
  }
  const lines = choose.times(1, 3, () => `${choose(commands)} ${name} --limit ${choose.upTo(500)} # - not a **term**: a remark`);
  return [`To see what the ${subject} ${choose(verbs)}:`, '', '```bash', ...lines, '```'];
}

function table(_subject: string, choose: Choose): string[] {
  const rows = choose.times(3, 6, () => `| ${choose(parts)} ${choose(goods)} | ${choose.upTo(60_000)} | ${object(choose)} |`);
  return ['| Name | Port | Holds |', '| --- | --- | --- |', ...rows];
}

function list(subject: string, choose: Choose): string[] {
  const items = choose.times(3, 6, () => `- ${choose(parts)} ${choose(goods)}${choose.chance(0.3) ? `, which ${clause(choose)}` : ''}`);
  return [`The ${subject} consists of:`, '', ...items];
}

function questions(subject: string, choose: Choose): string[] {
  return choose.times(
    1,
    3,
    () => `Q: What does the ${subject} do when the ${choose(goods)} ${choose(states)}?\nA: It ${clause(choose)}.\n`,
  );
}

const object = (choose: Choose): string => `the ${choose(parts)} ${choose(goods)} of ${choose(['each', 'the', 'every'])} ${choose(actors)}`;
const clause = (choose: Choose): string => `${choose(verbs)} ${object(choose)} ${choose(effects)}`;
const slug = (words: string): string => words.replaceAll(' ', '-');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
