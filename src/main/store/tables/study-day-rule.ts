/** Where and when the person's study day begins, by their clock and their settings as they are now. */
import type { Clock } from '../../clock.js';
import type { DayRule } from '../../domain/review/day.js';
import type { SettingsStore } from './settings.js';

export const dayRuleOf = (clock: Clock, settings: Pick<SettingsStore, 'get'>): DayRule => ({
  zone: clock.zone(),
  startsAtHour: settings.get().dayStartsAtHour,
});
