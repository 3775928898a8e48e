/** A context is visited: its plugin is asked about, and then there is a connection. */
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import { openConnection } from './connection.js';
import { describePlugin } from './exec-plugin.js';
import type { Kubeconfig, ResolvedContext } from './kubeconfig.js';
import { endVisit, type PanelContext, type Visit } from './panel-context.js';
import { configOf, tell } from './panel-view.js';
import { troubleOf } from './session.js';

/** Visits a context, in place of any other. */
export function startVisit(panel: PanelContext, contextName: string): void {
  endVisit(panel);
  const context = configOf(panel).resolve(contextName);
  const mine: Visit = {
    contextName,
    text: textOf(configOf(panel), contextName),
    plugin: null,
    connection: null,
    before: { state: 'connecting', trouble: null },
  };
  panel.visit = mine;
  if (!context) {
    mine.before = { state: 'lost', trouble: { ...configOf(panel).whyNot(contextName), retryAt: null } };
    return;
  }
  prepare(panel, mine, context).catch((error: unknown) => {
    if (panel.visit !== mine) return;
    mine.before = { state: 'lost', trouble: { ...troubleOf(error), retryAt: null } };
    tell(panel);
  });
}

/** A context as it is, or why it is none: another text when a change of the file concerns it. */
export const textOf = ({ resolve, whyNot }: Kubeconfig, contextName: string): string =>
  JSON.stringify(resolve(contextName) ?? whyNot(contextName));

/** Looks at the plugin first: it runs only when it was allowed as it is now. */
async function prepare(panel: PanelContext, mine: Visit, context: ResolvedContext): Promise<void> {
  const { env, home, choices, timing, log } = panel;
  const plugin = await describePlugin(context, env, home);
  if (panel.visit !== mine) return;
  mine.plugin = plugin;
  if (plugin && !choices.get().allowed.includes(plugin.fingerprint)) {
    mine.before = { state: 'ask', trouble: null };
    return tell(panel);
  }
  mine.connection = openConnection({
    ...{ context, plugin, env, timing, log },
    earlier: panel.remembered.contextName === mine.contextName ? panel.remembered.checks : [],
    changed: () => panel.visit === mine && tell(panel),
    learned: (facts) => learn(panel, facts),
  });
  tell(panel);
}

/** Keeps what was learned; the same facts stay the same object, so that nobody looks through all cards for nothing. */
function learn(panel: PanelContext, facts: ClusterFacts): void {
  if (JSON.stringify(facts) !== JSON.stringify(panel.facts)) panel.facts = facts;
}
