/** Notes nobody would write, by chance: of pieces that have been trouble for readers of Markdown, very often, nested or cut off. */

const pieces = [
  ...[
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '---\n',
    '***',
    '```',
    '~~~',
    '````sh\n',
    '|',
    '|---|---|\n',
    '| a | b |\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[[',
    ']]',
    '![',
    '](',
    '](x.png)',
    '[a](',
    '<',
    '>',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '<script>',
    '&',
    '&#0;',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '~~',
    '==',
    '$',
    '$$',
    '\\',
    '\\\\',
    ':',
    '::',
    ';;',
    '?',
    '??',
    '{{c1::',
    '}}',
    '%%',
    '^[',
    '[^1]:',
    'a=b ',
  ],
  ...[
    '---\ntags: [',
    '---\n!!js/function x: ',
    '&a [*a]',
    'title: "',
    '\u0000',
    '\ufeff',
    '\u202e',
    '\ud800',
    '🏳️‍🌈',
    'ﷺ',
    'é',
    '字',
    '\r',
    '\r\n',
    '\u2028',
  ],
  ...[
    '**Etcd**: stores the state of the cluster. ',
    'A Pod is the smallest unit. ',
    'kubectl get pods',
    'x'.repeat(5000),
    ' '.repeat(3000),
  ],
];

/** @param random from 0 up to 1 */
export function hostileNote(random: () => number): string {
  const pick = (): string => pieces[Math.floor(random() * pieces.length)] ?? '';
  const some = (most: number): string => Array.from({ length: 1 + Math.floor(random() ** 2 * most) }, pick).join('');
  const parts = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
    const kind = random();
    if (kind < 0.3) return some(60);
    if (kind < 0.6) return some(4).repeat(1 + Math.floor(random() ** 3 * 4000));
    if (kind < 0.8) return pick().repeat(Math.floor(random() ** 3 * 20_000));
    const open = pick();
    const depth = Math.floor(random() ** 2 * 1500);
    return `${open.repeat(depth)}x${pick().repeat(depth)}`;
  });
  const sane = `# Etcd\n\n- **Number ${Math.floor(random() * 1e9)}**: what stands here gives a card as long as the rest lets it.\n\n`;
  return (random() < 0.7 ? sane : '') + parts.join('\n').slice(0, 200_000);
}
