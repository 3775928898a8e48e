/** Colours for code; loaded when the first code comes up. Two classes, the design's: k what steers (keyword, key, flag), c comment. */
import type { LanguageFn } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { isColourable } from './limits.js';
import type { Node } from './markdown-nodes.js';

type HastNode = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number];

const flag = { scope: 'attr', match: /(?<=^|\s)--?[A-Za-z][\w-]*/ };

/** The shell's own grammar knows no flags, which is what a person learns of a command. */
const shell: LanguageFn = (hljs) => {
  const grammar = bash(hljs);
  return { ...grammar, contains: [flag, ...grammar.contains] };
};

/** A fence without a language: a command, its output, anything. Only what is certain is coloured. */
const unknown: LanguageFn = (hljs) => ({ name: 'unknown', contains: [hljs.COMMENT(/(?<=^|\s)#(?=\s)/, /$/), flag] });

const lowlight = createLowlight({ bash: shell, dockerfile, go, ini, json, unknown, yaml });
lowlight.registerAlias({
  bash: ['sh', 'zsh', 'shell', 'console', 'shellsession', 'terminal'],
  ini: ['toml', 'conf', 'properties'],
  yaml: ['yml'],
});

const classOf: Record<string, string> = {
  'hljs-attr': 'k',
  'hljs-attribute': 'k',
  'hljs-built_in': 'k',
  'hljs-comment': 'c',
  'hljs-keyword': 'k',
  'hljs-literal': 'k',
  'hljs-meta': 'c',
  'hljs-section': 'k',
};

/** Code as coloured pieces. An unknown language and very long code stay plain; never throws. */
export function highlight(code: string, language: string): Node[] {
  if (!isColourable(code)) return [code];
  const name = language === '' ? guess(code) : language.toLowerCase();
  if (!lowlight.registered(name)) return [code];
  return lowlight.highlight(name, code).children.map(toNode);
}

/** YAML and JSON are easily told; the rest is left nearly plain. */
function guess(code: string): string {
  if (/^\s*[{[]\s*("|$|\{)/.test(code)) return 'json';
  if (/^(apiVersion|kind|metadata|spec):/m.test(code)) return 'yaml';
  return 'unknown';
}

function toNode(node: HastNode): Node {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const names = node.properties['className'];
  const known = (Array.isArray(names) ? names : []).map((name) => classOf[String(name)]).find(Boolean);
  return { tag: 'span', ...(known ? { class: known } : {}), children: node.children.map(toNode) };
}
