import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenedNotes, notesAmong, notesAt, ownArguments } from '../../../src/main/shell/opened-notes.js';
import { folderWith } from '../import/folders.js';

describe('notes among the arguments of a start', () => {
  const files = { 'a note.md': '', 'B.MARKDOWN': '', 'deck/c.md': '', 'photo.png': '', '-flag.md': '', 'data/': '' };
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeEach(() => void (folder = folderWith(files)));

  it('are Markdown files and folders that are there, wherever the program was started', () => {
    expect(notesAmong(['a note.md', at('B.MARKDOWN'), 'deck', './deck/../a note.md'], folder)).toEqual([
      at('a note.md'),
      at('B.MARKDOWN'),
      at('deck'),
    ]);
    expect(notesAmong([pathToFileURL(at('a note.md')).href], '/')).toEqual([at('a note.md')]);
  });

  it('are no flags, not the data folder, and nothing else', () => {
    const args = ['--data', at('data'), '--no-sandbox', '-flag.md', `--open=${at('a note.md')}`, 'photo.png', 'gone.md', 'file://%', ''];
    expect(notesAmong([...args, 'a note.md'], folder)).toEqual([at('a note.md')]);
    expect(notesAmong([`--data=${at('data')}`], folder)).toEqual([]);
  });

  it('are looked at again when another start hands them over', () => {
    symlinkSync(at('nowhere.md'), at('broken.md'));
    expect(notesAt([at('a note.md'), at('broken.md'), at('photo.png'), at('a note.md')])).toEqual([at('a note.md')]);
  });
});

describe('the arguments of a start', () => {
  it('that are for Etcdeck stand behind the folder of the app, whatever the program itself was told before it', () => {
    const argv = ['/bin/electron', '-r', '/tools/agent.cjs', '--inspect=0', '/etcdeck/', '--data', 'd', 'a.md'];
    expect(ownArguments(argv, '/etcdeck', '/')).toEqual(['--data', 'd', 'a.md']);
    expect(ownArguments(['electron', '.', 'a.md'], '/etcdeck', '/etcdeck')).toEqual(['a.md']);
  });

  it('are all of them once it is packaged', () => {
    expect(ownArguments(['/opt/etcdeck', '/home/me/notes'], null, '/')).toEqual(['/home/me/notes']);
  });
});

describe('opened notes', () => {
  it('wait until they are taken, each once', () => {
    const onAdded = vi.fn();
    const opened = createOpenedNotes(onAdded);
    opened.add([]);
    expect(onAdded).not.toHaveBeenCalled();
    opened.add(['/a.md']);
    opened.add(['/b.md', '/a.md']);
    expect(onAdded).toHaveBeenCalledTimes(2);
    expect(opened.take()).toEqual(['/a.md', '/b.md']);
    expect(opened.take()).toEqual([]);
  });
});
