/** The sentences of Settings. */
import type { Settings, TypeAnswers } from '../../../shared/contract.js';
import { messages as shared } from '../../words/messages.js';

export const settings = {
  title: 'Settings',
  review: 'Review',
  appearance: 'Appearance',
  notes: 'Notes',
  data: 'Your data',
  dayStarts: 'Day starts at',
  dayStartsHelp: 'Reviews after midnight still count for the day before.',
  theme: 'Theme',
  themeHelp: 'Follows the system until you choose.',
  themes: { system: 'System', light: 'Light', dark: 'Dark' } satisfies Record<Settings['theme'], string>,
  dataFolder: 'Data folder',
  synced: (program: string) =>
    `${program} copies this folder. Use Etcdeck on one computer at a time, and let the copying end first: of answers given on two, those of one are lost.`,
  version: 'Version',
  versionText: (version: string, electron: string) => `Etcdeck ${version} on Electron ${electron}`,
  failed: 'The setting was not saved',
  typing: 'Type answers',
  typingHelp: 'Commands are compared by meaning, gaps and texts with room for slips. You decide the rating.',
  typings: { commands: 'Commands and gaps', all: 'All cards', never: 'Never' } satisfies Record<TypeAnswers, string>,
};

export const messages = { ...shared, settings };
