/**
 * Records which kinds the Kubernetes API has, for the checks of the notes that ship:
 *
 *     npm pack @kubernetes/client-node@1.4.0 && tar xzf kubernetes-client-node-1.4.0.tgz
 *     node scripts/decks/record-kinds.mjs package 1.34
 *
 * The client is generated from the API's own description: each method that creates a thing stands above the path it posts to.
 * What no API server serves (files for kubeadm, the kubelet …) is in tests/unit/decks/tables/file-kinds.json, kept by hand.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../runtime/folders.mjs';

const [folder, kubernetes] = process.argv.slice(2);
if (!folder || !kubernetes) {
  process.stderr.write('Usage: node scripts/decks/record-kinds.mjs FOLDER_OF_CLIENT_NODE VERSION_OF_KUBERNETES\n');
  process.exit(2);
}
const creates = /async create(?:Namespaced)?([A-Z]\w*)\((?:(?!async )[\s\S])*?localVarPath = '\/(?:apis\/([\w.]+)|api)\/(v\w+)\/(?:namespaces\/\{namespace\}\/)?[a-z]+'/g;
const apis = join(folder, 'dist/gen/apis');
/** @type {Map<string, Set<string>>} */
const kinds = new Map();
// The package carries files of older versions along; what it offers is what counts.
const offered = readFileSync(join(folder, 'dist/gen/types/PromiseAPI.js'), 'utf8');
const isOffered = (/** @type {string} */ name) => offered.includes(`class Promise${name.slice(0, -'.js'.length)} `);
for (const name of readdirSync(apis).filter((each) => each.endsWith('Api.js') && isOffered(each))) {
  for (const [, kind = '', group, version = ''] of readFileSync(join(apis, name), 'utf8').matchAll(creates)) {
    const apiVersion = group ? `${group}/${version}` : version;
    kinds.set(apiVersion, (kinds.get(apiVersion) ?? new Set()).add(kind));
  }
}
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const sorted = [...kinds].sort().map(([apiVersion, names]) => [apiVersion, [...names].sort().join(' ')]);
const table = { kubernetes, source: `the API description in the npm package ${name} ${version}`, kinds: Object.fromEntries(sorted) };
const file = join(projectFolder, 'tests/unit/decks/tables/kinds.json');
writeFileSync(file, await format(JSON.stringify(table), { ...(await resolveConfig(file)), filepath: file }));
process.stdout.write(`${file}: ${kinds.size} versions of API groups\n`);
