import type { PreviewCard } from '../../../shared/contract.js';
import type { IconName } from '../../parts/icons.js';

/** One shape for each thing an import can do with a card. */
export const changeIcons = {
  added: 'plus',
  edited: 'edit',
  moved: 'arrow',
  removed: 'minus',
  kept: 'check',
} as const satisfies Record<PreviewCard['change'], IconName>;
