/** Names of the one invoke and the one event channel. Apart from the contract so that the preload needs no library. */
export const invokeChannel = 'etcdeck:call';
export const eventChannel = 'etcdeck:event';
