import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../src/main/shell/menu.js';

const actions = () => ({ openImport: vi.fn(), zoom: vi.fn(), reload: null });
const items = (template: MenuItemConstructorOptions[]) => template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
const clickOf = (template: MenuItemConstructorOptions[], label: string) =>
  items(template).find((item) => item.label === label)?.click as (() => void) | undefined;

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('on %s gives each key to one thing', (platform) => {
    const keys = items(menuTemplate(platform, { ...actions(), reload: vi.fn() })).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('CmdOrCtrl+O');
  });

  it('zooms in, out and back', () => {
    const given = actions();
    const template = menuTemplate('linux', given);
    for (const label of ['Zoom in', 'Zoom out', 'Actual size']) clickOf(template, label)?.();
    expect(given.zoom.mock.calls).toEqual([[1], [-1], [0]]);
  });

  it('reloads only where that is offered, and never opens developer tools', () => {
    expect(clickOf(menuTemplate('linux', actions()), 'Reload')).toBeUndefined();
    expect(clickOf(menuTemplate('linux', { ...actions(), reload: vi.fn() }), 'Reload')).toBeDefined();
    const roles = items(menuTemplate('darwin', actions())).map(({ role }) => role);
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('viewMenu');
  });

  it('has the menus macOS expects there, and quits from File elsewhere', () => {
    expect(menuTemplate('darwin', actions()).map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      '&File',
      'editMenu',
      '&View',
      'windowMenu',
    ]);
    expect(menuTemplate('linux', actions()).map(({ role, label }) => role ?? label)).toEqual(['&File', 'editMenu', '&View']);
    expect(items(menuTemplate('linux', actions())).map(({ role }) => role)).toContain('quit');
  });
});
