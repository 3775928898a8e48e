import { describe, expect, it } from 'vitest';
import { syncedBy } from '../../../src/main/features/app/synced-folder.js';

const nothing = (): boolean => false;

describe('a data folder', () => {
  it.each([
    ['/home/ada/Dropbox/etcdeck', 'Dropbox'],
    ['/home/ada/Dropbox (Personal)/etcdeck', 'Dropbox'],
    ['C:\\Users\\ada\\OneDrive - Analytical Engines\\etcdeck', 'OneDrive'],
    ['/Users/ada/Library/CloudStorage/OneDrive-Personal/etcdeck', 'OneDrive'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/etcdeck', 'iCloud Drive'],
    ['C:\\Users\\ada\\iCloudDrive\\etcdeck', 'iCloud Drive'],
    ['/home/ada/Nextcloud/study/etcdeck', 'Nextcloud'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive', 'Google Drive'],
    ['/home/ada/Google Drive/etcdeck', 'Google Drive'],
  ])('%s is told to be kept in step by %s', (path, program) => {
    expect(syncedBy(path, nothing)).toBe(program);
  });

  it('is told to be kept in step by Syncthing where a folder above it has its mark', () => {
    expect(syncedBy('/home/ada/sync/etcdeck', (path) => path === '/home/ada/sync/.stfolder')).toBe('Syncthing');
    expect(syncedBy('C:\\sync\\etcdeck', (path) => path === 'C:\\sync\\.stfolder')).toBe('Syncthing');
    expect(syncedBy('/', (path) => path === '/.stfolder')).toBe('Syncthing');
  });

  it.each([
    '/home/ada/.local/share/etcdeck',
    '/home/ada/about-dropbox/etcdeck',
    '/home/ada/nextcloud-notes',
    'C:\\Users\\ada\\AppData\\etcdeck',
  ])('%s is in no such folder', (path) => {
    expect(syncedBy(path, nothing)).toBeNull();
  });
});
