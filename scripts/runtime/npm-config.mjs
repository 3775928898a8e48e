import { readFile } from 'node:fs/promises';
import { run } from './run.mjs';
import { SetupError } from './say.mjs';

/**
 * The part of npm's own settings that a download needs, so that what was set up for npm works here too.
 * @typedef {{
 *   registry?: string,
 *   proxy?: string | null,
 *   'https-proxy'?: string | null,
 *   noproxy?: string | string[],
 *   ca?: string | string[] | null,
 *   cafile?: string | null,
 *   'strict-ssl'?: boolean,
 *   [scopeRegistry: `@${string}:registry`]: string
 * }} NpmConfig
 */

/** @returns {Promise<NpmConfig>} */
export async function readNpmConfig() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { code, output } = await run(command, [...args, 'config', 'list', '--json', '--loglevel=silent']);
  if (code !== 0)
    throw new SetupError(`npm config list failed:\n${output}`, 'repair the npm installation, then run the same command again.');
  return JSON.parse(output.slice(output.indexOf('{')));
}

/**
 * Where a registry keeps the packed file of a package.
 * @param {{ package: string, version: string }} wanted
 * @param {NpmConfig} config
 * @returns {string} a URL
 */
export function packedFileUrl(wanted, config) {
  const [scope = '', name = scope] = wanted.package.split('/');
  const registry = (scope.startsWith('@') && config[/** @type {`@${string}:registry`} */ (`${scope}:registry`)]) || config.registry;
  return `${(registry ?? 'https://registry.npmjs.org').replace(/\/$/, '')}/${wanted.package}/-/${name}-${wanted.version}.tgz`;
}

/**
 * @param {NpmConfig} config
 * @returns {Promise<import('make-fetch-happen').FetchOptions>} proxy, certificates and time limits
 */
export async function fetchOptions(config) {
  const ca = config.cafile ? await readFile(config.cafile, 'utf8') : config.ca;
  const proxy = config['https-proxy'] ?? config.proxy;
  return {
    ...(ca && { ca }),
    ...(proxy && { proxy }),
    ...(config.noproxy && { noProxy: config.noproxy }),
    strictSSL: config['strict-ssl'] !== false,
    retry: { retries: 2 },
    timeout: 60_000,
  };
}
