/** Which commands of a note are asked for, and how. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (text: string): string[] =>
  parseNote({ path: 'harbour.md', text }).cards.map(({ front, back }) => `${front} => ${back.replace(/\n/g, ' / ')}`);
const under = (intro: string, command: string, title = 'Harbour'): string[] =>
  cardsOf(`# ${title}\n\n${intro}\n\n\`\`\`bash\n${command}\n\`\`\``);

describe('a command is asked for', () => {
  it.each([
    ['that has only placeholders', 'Watch the rollout of a Deployment:', 'kubectl rollout status deployment/<name>'],
    ['whose names stand in the question', 'Remove the berth-tide Deployment:', 'kubectl delete deployment berth-tide'],
    ['with a path that every machine has', 'Watch the rebuild of the array:', 'watch cat /proc/mdstat'],
    ['with a name that stands for any other', 'Drain the worker node:', 'kubectl drain node01 --ignore-daemonsets'],
    ['that removes a taint', 'Remove the taint of a node:', 'kubectl taint node <node> <key>=<value>:NoSchedule-'],
  ])('%s', (_, intro, command) => {
    expect(under(intro, command)).toHaveLength(1);
  });

  it('below the comment that explains it', () => {
    expect(
      cardsOf('# Roles\n\n```bash\n# list the roles\nkubectl get roles\n\n# list the bindings\nkubectl get rolebindings\n```'),
    ).toHaveLength(2);
  });
});

describe('a command is not asked for', () => {
  it.each([
    ['with a file of its author', 'Open the port to all ships:', 'sudo chmod 777 /mnt/quay'],
    ['with an image of its author', 'Push the image of the ship:', 'docker push piet/tugboat-api'],
    ['with a port of one example', 'Expose the Pod as a Service:', 'kubectl expose pod quay --port 6379'],
    ['with a plain name nobody asked for', 'Create a group of users:', 'sudo groupadd pilots'],
    ['in a namespace nobody asked for', 'List the roles:', 'kubectl get roles -n quay'],
    ['that only opens an editor', 'Edit the table of mounts:', 'sudo nano /etc/fstab'],
    ['that installs by the manager of one distribution', 'Install the pilot server:', 'sudo dnf install pilot'],
    ['that changes what is to be seen', 'Show the labels of a node:', 'kubectl label node <node> <key>=<value>'],
    ['that is too long to type from memory', 'List the ships:', `kubectl get ${'ships,'.repeat(20)}boats`],
    ['to do what the text points at', 'Verify this new ship:', 'kubectl get pods'],
    ['to "use" something', 'Use the compass in the cabin:', 'docker compose run compass'],
    ['where a list is named', 'List of Pods:', 'kubectl get pods'],
    ['by an alias of one machine', 'Show the ReplicaSets:', 'kq get replicaset'],
    ['for a purpose that leads nowhere', 'Show the status:', 'tidectl d'],
    ['for some entries that are not named', 'Filter specific entries:', 'grep -i error /var/log/harbour.log'],
    ['that only shows what is to be enlarged', 'Expand the swap space:', 'swapon --show'],
    ['for a second deed', 'Log in and check the tide tables:', 'tidectl tables'],
    [
      'for a second deed behind a comma',
      'To confirm that the pilot is on board, view the events of the harbour:',
      'kubectl get events -o wide',
    ],
    ['with the key of a label that nobody asked for', 'Remove the taint of the worker:', 'kubectl taint node worker disk=wet:NoSchedule-'],
    ['with a name of several parts', 'View the logs of the custom pilot:', 'kubectl logs my-harbour-pilot --namespace=kube-system'],
    ['that creates nothing', 'Create a Deployment of the pilot:', 'kubectl create deployment pilot --image=pilot --dry-run=client -o yaml'],
    ['with a shopping list', 'Install packages with apt:', 'sudo apt install -y git curl vim'],
    ['in an exercise of a course', 'List the Pods of the node:', 'kubectl get pods -o wide', 'Chapter 7 tides'],
  ])('%s', (_, intro, command, title = 'Harbour') => {
    expect(under(intro, command, title)).toEqual([]);
  });

  it('where the comment above is that of several', () => {
    expect(cardsOf('# Ships\n\n```bash\n# take the node out of service\nkubectl cordon <node>\nkubectl drain <node>\n```')).toEqual([]);
  });

  it('by its heading where that tells of two deeds', () => {
    expect(cardsOf('# Docker\n\n## Building images and running containers\n\n```bash\ndocker build .\n```')).toEqual([]);
  });
});

describe('the purpose of a command', () => {
  it('loses a remark behind a dash and a second sentence', () => {
    expect(under('Check the load of the nodes — most common cause:', 'kubectl top nodes')[0]).toMatch(/check the load of the nodes\?/);
    expect(cardsOf('# Sed\n\n```bash\nsed -i "s/a/b/" file  # edit files in place. GNU only.\n```')[0]).toMatch(/edit files in place\?/);
  });

  it('gets the name of the note where it could be that of any program', () => {
    expect(cardsOf('# Beacon\n\n## Light setup\n\nEnable the service:\n\n```bash\nsudo systemctl enable beacon\n```')).toEqual([
      'Beacon, Light setup: which command do you run to enable the service? => `sudo systemctl enable beacon`',
    ]);
  });
});

describe('several commands under one sentence', () => {
  it('are named where the sentence is about the commands', () => {
    expect(under('The commands differ in version 2.', 'tugctl save\ntugctl load', 'Tug')).toEqual([]);
    expect(under('The commands differ in version 2:', 'helm install\nhelm upgrade', 'Helm')).toHaveLength(1);
  });

  it.each([
    ['a call to look at them', 'Useful commands:'],
    ['a statement about something else', 'Helm lets you go back:'],
  ])('are not named by %s', (_, intro) => {
    expect(under(intro, 'helm install\nhelm upgrade', 'Helm')).toEqual([]);
  });

  it('are not named where one of them has a name of its author', () => {
    expect(under('Push the image to the registry:', 'docker tag quay piet/quay\ndocker push piet/quay')).toEqual([]);
  });
});

describe('the value of a flag', () => {
  const flags = (value: string): string[] =>
    under('Save the state of the tide:', `etcdctl snapshot save <file> --cacert ${value} --cert <cert> --key <key>`).filter((card) =>
      card.includes('what value'),
    );

  it('is asked for where it is that of the component', () => {
    expect(flags('/etc/kubernetes/pki/etcd/ca.crt')).toHaveLength(1);
  });

  it('is not asked for where it is that of one example', () => {
    expect(flags('/mnt/keys/ca.crt')).toEqual([]);
  });

  it('is not asked for without a group of flags', () => {
    expect(cardsOf('# Gate\n\n```\n--feature-gates=Tide=false\n```')).toEqual([]);
  });
});
