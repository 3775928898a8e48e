/** Properties draw the same examples in every run; `ETCDECK_SEED` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['ETCDECK_SEED'] ?? 20_261_122) });
