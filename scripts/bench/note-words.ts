/** The words that the notes of the bench are made of. */
const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

export const areas = words(
  'storage, networking, scheduling, identity, observability, builds, releases, backups, queues, caches, billing, search, media, mail, edge, batch',
);

export const parts = words(
  `primary, shadow, regional, nightly, signed, cold, warm, sealed, sharded, mirrored, pinned, staged, leased, weighted, bounded, sliding,
   lazy, eager, split, merged, tagged, chained, ranked, frozen, rolling, striped, packed, sparse, dense, shared, private, nested, guarded,
   quoted, drained, fenced, audited, throttled, encrypted, compacted, replicated, versioned, orphaned, preempted, coalesced, federated`,
);

export const actors = words(
  `broker, scheduler, collector, gateway, registry, controller, agent, balancer, planner, watcher, indexer, resolver, dispatcher, courier,
   archiver, sampler, reconciler, allocator, proxy, compactor, monitor, keeper, loader, exporter, mapper, router, builder, checker, sweeper`,
);

export const goods = words(
  `lease, snapshot, manifest, token, partition, quota, checkpoint, certificate, heartbeat, segment, record, index, bucket, volume, route,
   session, ledger, digest, policy, replica, cursor, schema, backlog, window, offset, label, budget, cache line, key range, journal, batch,
   descriptor, endpoint, secret, image, layer, timer, alarm, trace, metric, tombstone, watermark`,
);

export const kinds = words(
  'component, service, process, record, rule, setting, file, protocol, counter, mechanism, queue, table, limit, worker, interface, signal',
);

export const verbs = words(
  `keeps, assigns, validates, forwards, renews, rejects, compares, rebuilds, rotates, counts, orders, copies, verifies, publishes, delays,
   removes, restores, splits, merges, signs, measures, locks, releases, stores, reads, announces, limits, retries, records, evicts`,
);

export const effects = words(
  `before it answers, once a minute, without asking the others, on every write, after a restart, in the order of arrival,
   as long as a majority agrees, until the limit is reached, for each tenant, at most once, with the newest key, in the background,
   when the node is drained, on the same host, across all regions, before the old one expires, with a delay that doubles each time`,
);

export const reasons = words(
  `a lost write cannot be found again, the clock of a host may jump, two owners would overwrite each other, the disk answers late under load,
   a reader must never see half of it, the old format is still in use, nobody else knows the order, a retry must not count twice,
   the limit protects the smaller tenants, the certificate ends before the lease does, a full queue hides the real fault`,
);

export const states = words(
  'is full, has expired, cannot be reached, was changed by hand, is older than a day, lost its owner, is read twice, does not match, falls behind',
);

export const commands = words(
  'storectl get, storectl describe, relayctl status, relayctl drain, planner show, ledger verify, ledger export, netmap trace, quota list, keytool rotate',
);
