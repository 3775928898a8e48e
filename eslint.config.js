import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import pureFolder from './pure-folder.cjs';
import svelteConfig from './svelte.config.js';

const typed = ['src/{main,preload,shared}/**/*.ts', 'tests/{unit,cluster,faults,e2e}/**/*.ts', '*.config.ts'];

/** The domain: what it needs to know of time, zone, chance and the world comes in as arguments (see .dependency-cruiser.cjs). */
const pure = [`${pureFolder}/**/*.ts`];

export default defineConfig(
  { ignores: ['out/', 'node_modules/', 'test-results/', 'tests/corpus/'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: ['src/main/**', 'src/preload/**', 'scripts/**', 'tests/**', '*.{js,cjs,ts}'], languageOptions: { globals: globals.node } },
  { files: ['src/renderer/**', 'src/preload/**', 'tests/component/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['src/**', 'scripts/**'], rules: { 'max-lines': ['error', { max: 300 }] } },
  {
    files: typed,
    languageOptions: { parserOptions: { project: './tsconfig.node.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'crypto', 'performance', 'console', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
          name,
          message: 'The domain is pure: hand it in as an argument.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain is pure: `now` is an argument.' },
        { object: 'Math', property: 'random', message: 'The domain is pure: a seed is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain is pure: `now` is an argument.' },
        { selector: 'CallExpression[callee.name="Date"]', message: 'The domain is pure: `now` is an argument.' },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      // What `expect.stringContaining` and JSON.parse give is `any`; a test then looks at it.
      ...Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off']),
      ),
      // Playwright reads from the pattern which fixtures a test wants: none is `{}`.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  // A module that is loaded with `-r` cannot import.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // A raw `{@html}` would let a note put markup into the window.
  { files: ['**/*.svelte'], rules: { 'svelte/no-at-html-tags': 'error' } },
  { files: ['scripts/**', 'src/main/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
