/** Runs commands of cards on a double, as the app does. */
import * as v from 'valibot';
import { createCommandRunner, type CommandRunner } from '../../src/main/features/cluster/command-runner.js';
import type { ClusterChoices } from '../../src/main/store/tables/cluster-choices.js';
import { commandOutput, type CommandOutput, commandPlan } from '../../src/shared/contract.js';
import type { ApiDouble, DoubleOptions } from './api-double.js';
import { type ConfigOptions, configText } from './config-text.js';
import { startDouble } from './doubles.js';
import { configFile } from './kubeconfigs.js';
import { kubeadm } from './scenarios.js';

export interface On {
  double: ApiDouble;
  runner: CommandRunner;
  config: string;
  choices: ClusterChoices;
  /** Plans and runs the command of a card. */
  run(command: string): Promise<CommandOutput>;
}

/** A runner on a double of its own. Cards are named by their command. */
export async function runnerOn(
  options: DoubleOptions = {},
  config: ConfigOptions = {},
  limitMs = 30_000,
  scenario = kubeadm(),
): Promise<On> {
  const double = await startDouble(scenario, options);
  const path = configFile(configText(double, config));
  const choices: ClusterChoices = { on: true, contextName: 'study', file: null, allowed: [] };
  const runner = createCommandRunner({
    choices: { get: () => choices, set: (change) => void Object.assign(choices, change) },
    env: { PATH: process.env['PATH'], KUBECONFIG: path },
    home: '/nowhere',
    now: Date.now,
    limitMs,
    card: (cardId) =>
      cardId === 'gone' ? null : { kind: cardId.startsWith('why ') ? 'basic' : 'command', back: `\`\`\`\n${cardId}\n\`\`\`` },
  });
  return {
    double,
    runner,
    config: path,
    choices,
    async run(command) {
      v.parse(commandPlan, runner.plan(command, 'study'));
      return v.parse(commandOutput, await runner.run(command, 'study'));
    },
  };
}
