/** Questions made of plain statements: who acts, under what condition, and whether there is one answer. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const shown = (text: string): string[] =>
  parseNote({ path: 'note.md', text })
    .cards.filter(({ reasons, rule }) => reasons.length === 0 && rule === 'action')
    .map(({ front, back }) => `${front} => ${back}`);

describe('a statement is asked for', () => {
  it.each([
    [
      'of whom is provided with something',
      '# HarbourRelay\n\nA HarbourRelay provides every ship with a `berth` number.',
      'What does a HarbourRelay provide every ship with? => A `berth` number',
    ],
    [
      'by what something is replaced with',
      '# HarbourRelay\n\nThe HarbourRelay replaces flags with radio beacons of 20 watts.',
      'What does the HarbourRelay replace flags with? => Radio beacons of 20 watts',
    ],
    [
      'with all that is listed, although one of it ends like a verb',
      '# HarbourRelay\n\nA HarbourRelay combines radio, flags, mooring, and lamp signals.',
      'What does a HarbourRelay combine? => - Radio\n- Flags\n- Mooring\n- Lamp signals',
    ],
    [
      'as one phrase where the last part may belong to all',
      '# HarbourRelay\n\nA HarbourRelay sends lamps, oil, and ropes for repairs of the `pier1` tower.',
      'What does a HarbourRelay send? => Lamps, oil, and ropes for repairs of the `pier1` tower',
    ],
    [
      'as one phrase where only its first part is a verb',
      '# HarbourRelay\n\nThe HarbourRelay allows ships to send letters, parcels, and cards.',
      'What does the HarbourRelay allow ships to do? => Send letters, parcels, and cards',
    ],
    [
      'without the means that would stand behind a lone preposition',
      '# HarbourRelay\n\nA HarbourRelay listens on the `pier1` channel using a lamp.',
      'What does a HarbourRelay listen on? => The `pier1` channel',
    ],
    [
      'of what has the duty where a list names duties',
      '# Ship\n\n## Harbour Controller\n\n### Functions of the Harbour Controller\n\n- **Berth locality**: It places every `tanker` close to the pumps of the pier.',
      'Berth locality: what does the Harbour Controller place? => Every `tanker` close to the pumps of the pier',
    ],
    [
      'under the condition it opens with',
      '# Kubelet\n\nIf the node runs out of memory, the kubelet evicts the Pods with the lowest priority.',
      'If the node runs out of memory, what does the kubelet evict? => The Pods with the lowest priority',
    ],
    [
      'by the purpose of what is used',
      '# Kubelet\n\nThe kubelet uses `cAdvisor` for resource metrics.',
      'What does the kubelet use for resource metrics? => `cAdvisor`',
    ],
    [
      'by the attribute that has a value',
      '# QueueBuffer\n\nA QueueBuffer has a maximum size of 1024 entries.',
      'What is the maximum size of a QueueBuffer? => 1024 entries',
    ],
    [
      'with what completes its relative clause',
      '# PodTicket\n\nA PodTicket represents a claim that is used to reserve a berth.',
      'What does a PodTicket represent? => A claim that is used to reserve a berth',
    ],
    [
      'by where something is sent',
      '# HarbourRelay\n\nA HarbourRelay sends metrics to the nearest `lighthouse` tower.',
      'What does a HarbourRelay send metrics to? => The nearest `lighthouse` tower',
    ],
    [
      'by how many there are',
      '# HarbourRelay\n\nA HarbourRelay has 2 antennas for redundancy.',
      'How many antennas does a HarbourRelay have? => 2 antennas for redundancy',
    ],
    [
      'by when it happens',
      '# HarbourRelay\n\nThe `relay.conf` file is loaded before the first harbour signal.',
      'HarbourRelay: when is the `relay.conf` file loaded? => Before the first harbour signal',
    ],
    [
      'by what it is charged for',
      '# HarbourRelay\n\nA HarbourRelay is billed per hour of use and ship.',
      'How is a HarbourRelay billed? => Per hour of use and ship',
    ],
    [
      'with the preposition that belongs to its verb',
      '# HarbourRelay\n\nA HarbourRelay sits in front of the pumping stations.',
      'What does a HarbourRelay sit in front of? => The pumping stations',
    ],
    [
      'with a list of verbs left whole',
      '# HarbourRelay\n\nThe HarbourRelay provides a way to list, reserve and clear `berth` entries.',
      'What does the HarbourRelay provide? => A way to list, reserve and clear `berth` entries',
    ],
    [
      'with several words of whom it helps',
      '# HarbourRelay\n\nThe HarbourRelay helps harbour masters find free `berth` entries.',
      'What does the HarbourRelay help harbour masters to do? => Find free `berth` entries',
    ],
  ])('%s', (_, text, card) => {
    expect(shown(text)).toContain(card);
  });
});

describe('a statement gives no card', () => {
  it.each([
    ['of various things of a name', '# HarbourRelay\n\nThe HarbourRelay sends various Harbour Office forms.'],
    ['of one thing that can be done of many', '# HarbourRelay\n\nThe HarbourRelay can call the nearest lighthouse keeper.'],
    ['of a passive that goes on with a verb', '# HarbourRelay\n\nThe HarbourRelay is deployed to house the lamp of the tower.'],
    ['of a program of the author', '# Signals\n\n- **lamp_test.py**: prints the state of every `lamp` of the tower'],
    ['of a device in a drawing', '# HarbourRelay\n\nThe HarbourRelay asks Switch B for the `berth` number.'],
    ['of what the code above does', '# HarbourRelay\n\n```sh\nrelay init\n```\n\nThis creates a folder with the `relay` keys.'],
    ['of both ends of a way', '# HarbourRelay\n\nThe HarbourRelay leads from the `pier1` berth to the lighthouse.'],
    ['of a reason among reasons', '# HarbourRelay\n\n## Use cases\n\n- **Education**: builds a sense of how the `relay` works.'],
    ['of a drawing with arrows', '# HarbourRelay\n\nThe HarbourRelay holds one spare lamp -> `maxSpare` -> never two lamps.'],
    [
      'of what is said under a condition of several',
      '# HarbourRelay\n\nIf no lamp burns, the HarbourRelay gets it, lights it, and hangs it.',
    ],
    ['of a sentence that is half in Hindi', '# HarbourRelay\n\n- **Keeper**: The HarbourRelay starts karna ke liye `relay` key.'],
    ['of what the note itself does', '# HarbourRelay\n\nThis roadmap provides a `HarbourRelay` for every reader.'],
    ['of what the reader must understand', '# HarbourRelay\n\nYou must understand the `relay` keys of the HarbourRelay.'],
    ['about a file of the example', '# Kubelet\n\nThe kubelet reads the limits in the file `pier_limits.txt` of the node.'],
    ['about a host of one network', '# Kubelet\n\nThe kubelet sends its reports to the host pier7.harbour.lan of the network.'],
    ['of a quality that acts', '# Harbour API\n\n- **Automation**: Automates the `berth` setup of the harbour.'],
    ['of a label before a request', '# Harbour API\n\n- **Several Pumps**: Use two `pump` processes to keep the dock dry.'],
    ['of anything that may be used', '# Kubelet\n\nThe kubelet uses a table of the Pods.'],
    ['that only promises something', '# Kubelet\n\nThe kubelet provides additional features for clusters.'],
    ['of a variety of things', '# Kubelet\n\nThe kubelet manages various aspects of machines.'],
    ['whose answer runs on into the next verb', '# Kubelet\n\nThe kubelet opens sessions, and tears down old sessions.'],
    ['of the number of one example', '# ReplicaSet\n\nThe ReplicaSet creates the 3 individual Pods.'],
    ['whose condition names nothing', '# Kubelet\n\nWhen enabled, the kubelet rotates the `serving` certificates.'],
    ['of one of two', '# Kubelet\n\nThe kubelet reads the manifests of a folder, but can also read a `URL`.'],
    ['whose answer breaks off before what tells it', '# HarbourRelay\n\nThe HarbourRelay replaces the old `relay` with one.'],
    ['whose answer ends in another participle', '# HarbourRelay\n\nThe `log` is written to a local buffer and then copied to the tower.'],
    ['whose noun was taken for a verb', '# Harbour\n\nThe harbour log records store signals of all towers.'],
    ['that is not only so', '# HarbourRelay\n\nThe `relay-build` command does not only build the `relay.db` file.'],
    ['whose other half is a but', '# HarbourRelay\n\nThe `-k` flag edits the `relay` table in place but saves the old one.'],
    ['about what was said before it', '# HarbourRelay\n\nEvery `relay` is tainted. This means that no ship may dock at `pier1`.'],
    ['that only lists benefits', '# HarbourRelay\n\nThe HarbourRelay offers scalability and flexibility for harbours of any size.'],
    [
      'that lacks what it does not name',
      '# HarbourRelay\n\nThe HarbourRelay lacks the advanced features required for harbours with many towers.',
    ],
    ['that the names before it answer', '# Harbour Registry\n\nA HarbourImage is stored in any harbour registry.'],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});
