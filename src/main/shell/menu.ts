import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openImport(): void;
  /** Larger (+1), smaller (-1) or back to 100 % (0). */
  zoom(direction: 1 | -1 | 0): void;
  /** Null where reloading is not for people, that is in the packaged app. */
  reload: (() => void) | null;
}

/**
 * The native menu: what the system expects there, and keys that must work whatever the page does. Hidden until Alt on Linux and
 * Windows.
 */
export function menuTemplate(platform: NodeJS.Platform, { openImport, zoom, reload }: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Import notes…', accelerator: 'CmdOrCtrl+O', click: openImport },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit', accelerator: 'Ctrl+Q' },
      ],
    },
    // Without these roles macOS has no copy and paste in text fields.
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { label: 'Actual size', accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
        { label: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
        // The same key without Shift, where + is above =.
        { label: 'Zoom in', accelerator: 'CmdOrCtrl+=', visible: false, click: () => zoom(1) },
        { label: 'Zoom out', accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(reload ? [{ label: 'Reload', accelerator: 'CmdOrCtrl+R', click: reload }] : []),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
  ];
}
