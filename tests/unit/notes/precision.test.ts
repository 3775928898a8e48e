/** Patterns of other people's notes that once made cards nobody would keep. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const cardsOf = (text: string): { front: string; back: string; dialects: readonly string[] }[] => {
  const note = parseNote({ path: 'note.md', text });
  return note.cards.filter(({ reasons }) => reasons.length === 0).map(({ front, back }) => ({ front, back, dialects: note.dialects }));
};
const frontsOf = (text: string): string[] => cardsOf(text).map(({ front }) => front);
const shown = (text: string): string[] => cardsOf(text).map(({ front, back }) => `${front} => ${back}`);

describe('no card is made', () => {
  it.each([
    ['of a subject that only the text before names', '# Harbour\n\nThe command displays the depth of the water.'],
    ['of nothing', '# Sails\n\n## Jib\n\n- **Purpose**: N/A'],
    [
      'of two ways that are compared',
      '# Sails\n\n## Jib\n\n- **Imperative**: `sail hoist jib`\n- **Declarative**: `sails.yaml` with a jib',
    ],
    ['of a definition of two words', '# Ship\n\nThe keel is the backbone.'],
    ['of a state in place of a definition', '# Winch\n\nThe winch is ON by default for all new ships.'],
    ['of one of the cheapest of its kind', '# Ship\n\nThe Tug Lease is one of the cheapest, simplest ways to enter a port.'],
    ['of what a sample prints', '# Ship\n\nSample output is a list of the ships in the dock of the port.'],
    ['of a list out of half a clause', '# Winch\n\nThe winch estimates how much coal, water, and rope each trip needs.'],
    [
      'of an answer that runs on into what it brings',
      '# Winch\n\nThe winch reduces the number of calls to the `quay` server and improving speed.',
    ],
    [
      'of an answer that runs on into another clause',
      '# Winch\n\nThe winch serves `quay` ports, and tug service requires a Pass from the office.',
    ],
    ['of what goes without saying', '# Ship\n\nThe Dock Agent monitors the status of ships after they are moored.'],
    ['of who has made it when it was you', '# Winch\n\nThe winch is created by you for your trips with `winchctl`.'],
    ['of what one does oneself', '# Winch\n\nThe winch lets you rent a boat, choosing the SIZE and COLOUR of its sails.'],
    ['of one more duty', '# Ship\n\nThe Quay Master is also responsible for the ropes of all boats in the port.'],
    [
      'of what may be said of the fact before or of the subject',
      '# Winch\n\n- Tow Drum repairs torn ropes by itself.\n- Supports `tow` ropes of 12 boats.',
    ],
    ['of what a heading tells to make', '# Create First Winch\n\nCan run `slow`, `fast`, or `silent` drums.'],
    [
      'of a table of contents',
      '# Sailing course\n\n| # | Topic | Description |\n|---|---|---|\n| 01 | [Winches](winch.md) | Drums, ropes, and cranks of a boat |\n| 02 | [Sails](sail.md) | The jib and the main sail of a boat |\n| 03 | [Ropes](rope.md) | Knots and lines for a long trip |',
    ],
    [
      'of what a note says of its folder',
      '# Winch Map\n\n- This map is the main page for the "Winches" chapter.\n- It groups the notes already in this folder in study order.',
    ],
    ['of a thing explained with itself', '# Winch\n\nWinch is the smallest machine you can find on any winch'],
    ['of a year with something else', '# Winch\n\nThe winch was introduced in 1901 with all parts of the older crane.'],
    ['of an edit that the command does not make', '# Winch\n\nEdit the file `/etc/winch.conf`:\n\n```bash\nsystemctl enable winch\n```'],
    ['of what somebody once had to do', '# Winch\n\nHad to manually turn the `main` drum for it to work.'],
    ['of a remark over a command', '# Winch\n\n```bash\n# describe is your friend\nkubectl describe pod <pod>\n```'],
    ['of the deeds of several commands', '# Winch\n\n```bash\n# get/describe a pod of the winch\nkubectl get pod <pod> -o yaml\n```'],
    ['of a command that does not say to what', '# Winch\n\n```bash\n# create if it does not exist\nkubectl apply -f <file>\n```'],
    ['of a command whose comment names it only', '# Winch\n\n```bash\n# logs\nkubectl logs <pod>\n```'],
    [
      'of choices that a table offers',
      '# Winch\n\n| Setting | Options |\n|---|---|\n| Drum speed | slow vs 12 rpm |\n| Rope length | 3 m vs 6 m |',
    ],
    ['of a folder of the note', '# Winch\n\n- `01-storage/`: the ropes and drums of the winch'],
    [
      'of what goes wrong',
      '# Winch\n\n## Common mistakes to avoid\n\n- **`winchctl` on a wet drum**: check the drum twice before each lift',
    ],
    ['of an answer that goes on from its term', '# Winch\n\n- **Drum roles**: which say which ropes can be wound on which drum'],
    ['of one of several that is not told apart', '# Winch\n\n- **ACK flag**: One of the TCP control flags.'],
    ['of a better version', '# Winch\n\n- **Twin Drum**: A better version of the Single Drum'],
    ['of essential parts', "# Drum servers\n\nDrum servers are essential components in a port's configuration."],
    ['of how something is', '# Winch\n\nThe winch is how the harbour lifts loads of 3 tons.'],
    [
      'of two things compared',
      '# Winch\n\n- Drum vs Rope\n  - **When to use a drum**: This is the basic type for when you have no heavy loads.',
    ],
    [
      'of one of two things that one verb tells',
      '# Winch\n\nThe winch connects `slow` drums together and connects the drum to the `quay` motor.',
    ],
    ['of a mark for examples', '# Winch\n\nEx: twin drums, tow drums of a tug'],
    ['of some features, whichever', '# Winch\n\nThe winch lacks several critical features required for large docks.'],
    ['of what is meant by that', '# Winch\n\nThe winch will convert that to `rope` loads.'],
    ['of the host of an example', '# Winch\n\nThe winch listens for calls to `www.example.com`.'],
    [
      'of branches of a decision',
      '# Winch\n\n## Lifting process\n\n1. Try the drum\n2. If the drum turns, lift\n3. If the drum slips, stop',
    ],
    [
      'of a long table of settings',
      `# Chart\n\n| Name | Description |\n|---|---|\n${Array.from({ length: 12 }, (_, i) => `| \`winch.drum${i}.speed\` | Speed of the drum that lifts loads |\n`).join('')}`,
    ],
    ['of what is done, as if it were a group', '# Winch\n\n- Contains the rules for lifting loads:\n  - nets\n  - boats\n  - boxes'],
    ['of the goal of a note', '# Sailing notes\n\n**Goal**: Learn how to set the sails of a ship'],
    ['of what every one of its kind is', '# Ropes\n\n- `rope`: The base command\n- `/etc/rope.d/`: Additional settings'],
    ['of some things that are not told apart', '# Harbour\n\nSome ships require a pilot on board.'],
    ['of a praise that defines nothing', '# Sextant\n\nA sextant is a crucial tool.'],
    ['of the goals of a course', '# Exam objectives\n\n1. Understand the tides\n2. Know the buoys\n3. Explain the lights'],
    [
      'of a way through menus',
      '# Harbour\n\n| Capability | Setting / location |\n|---|---|\n| `mooring plans` | Harbour Console → Plans → Mooring |\n| `tide tables` | Harbour Console → Tides |',
    ],
    [
      'of a cell that sends elsewhere',
      '# Ropes\n\n| Rope | Breaking load |\n|---|---|\n| NX200 | 40 kN; see the sheet |\n| NX300 | 60 kN; see the sheet |',
    ],
    ['of rows of example data', '# Employees\n\n| employee_id | salary |\n|---|---|\n| 3 | 2700 |\n| 4 | 3100 |'],
    ['of cells that only link elsewhere', '# Chapters\n\n| Topic | Link |\n|---|---|\n| Tides | [View](tides.md) |'],
    ['of advice that sums up', '# Harbour\n\n## Key takeaways\n\n- **Steady watch**: Use two lookouts to see every ship'],
    ['of a name explained with itself', '# Tides\n\n- **cache**: amount of water used as cache'],
    ['of an equation', '# Buoys\n\n- Lowest depth = charted depth = safe depth'],
    ['of several things that "provides"', '# Harbour\n\n- **Tugs**: provides the power for ships'],
    ['of a list of what is done', '# Cranes\n\n- **Deck crews**: Query the logs, roles, and settings'],
    ['of a quality that has a quality', '# Locks\n\n- **Security**: Port-grade security standards'],
    ['of what is explained above', '# Locks\n\n- **Sill**: the edge of the above gates'],
    ['of a size', '# Charts\n\n- **Small chart**: 20 × 21 mm'],
    ['of words of a sentence in bold', '# Setup\n\n- **remove**: the old chart first'],
    ['of an adverb left behind by its verb', '# Stack\n\nThe parent stack can roll back.'],
    ['of where to find it', '# Harbour\n\n- **Charts**: see the folder of the harbour master'],
    ['of an aside between dashes', '# Navio\n\nChamamos cada objeto do esquema — por exemplo, NAVIO ou PORTO — de construtor do esquema.'],
    ['of a definition that asks', '# Navio\n\n- **Vela na prática**: o que é e como usar a vela no mar?'],
    ['of an admonished example', '# Ropes\n\n!!! example\n    The rope of this ship is made of hemp fibres.'],
    ['of an answer that leans on the text before', '# Kites\n\nKites need room between them.'],
    ['of where a book tells more', '# Pharmacy\n\n- **Ratios**: Chapter 32 and the tables at its end'],
    ['of an answer without its manner', '# Switches\n\nA switch forwards the frame accordingly.'],
    ['of a number without its things', '# Parcels\n\nA parcel consists of two components.'],
    ['of a condition that names nothing', '# Sorting\n\nIf it does not find any, it begins again.'],
    ['of verbs that share an object', '# Accounts\n\nGuests cannot view, modify, or delete resources of the owner.'],
    ['of a verb without its object', '# Audits\n\nRegular audits can help detect.'],
    ['of goals that a gerund opens', '# Managing configurations\n\n- Viewing the charts\n- Saving the charts'],
    ['of a sentence taken for a name', '# Subnets\n\n- **/29 allows for 8 addresses**: 2^3'],
    ['of what holds only under a condition', '# Clouds\n\n- **Reserve**: if your image changes it is still valid'],
    [
      'of a syntax that is no purpose',
      '# 变量\n\n删除变量的时候使用下面的命令，变量不能是只读的。\n\n语法：\n\n```bash\nunset variable_name\n```',
    ],
    ['of a subject that no heading or term names', '# Harbour\n\nThe driver checks the rope before the start.'],
    ['of a step through one example', '# Kubelet\n\n## Step 2: check it\n\nThe kubelet reads the manifests of the folder.'],
    ['of the fifth sentence of a paragraph', `# Kubelet\n\n${'So it goes there. '.repeat(4)}The kubelet reads the PodSpec from disk.`],
    ['of a sentence tied to the one before', '# Kubelet\n\nFor example, the kubelet reads the PodSpec from disk.'],
    ['of one plain word', '# Kubelet\n\nThe kubelet improves availability.'],
    ['of a benefit that acts', '# Kubelet\n\n- **Flexibility**: simplifies the design of networks.'],
    ['of faint praise', '# Scanning\n\nScanning is a fundamental aspect of network security.'],
    ['of an anecdote', '# Kubelet\n\nThe machine was moved to another data center.'],
    ['of a purpose behind a denial', '# Kubelet\n\nThe kubelet does not rely on families to translate the text.'],
    ['of one example of a term', '# Sails\n\n- **Jib**\n  - **Example**: the red sail of the Anna.'],
    ['of yes and no', '# Control\n\n- **No**: negotiable instruments'],
    ['of a verb in bold', '# ACTH\n\n- **Regulates**: cortisol production'],
    ['of an address of one network', '# Network\n\n- **Subnet mask**: 255.255.255.252'],
    ['of columns headed by a formula', '# Symmetry\n\n| $x$ | $y$ |\n|---|---|\n| left | right |'],
    ['of a Japanese clause', '# マウント\n\n- **内容が見えるようにする設定をすること**: 元の内容は隠される'],
    [
      'of a German opening',
      '# Puffer\n\nDer Puffer ist ein Speicher und er wird von der Post benutzt.\n\n- **Ohne Austausch**: der Puffer bleibt leer',
    ],
    [
      'of a long Spanish definition',
      `# Redes\n\nLas redes de la empresa no son de todos.\n\n- **Interfaz**: ${'el barco de la costa '.repeat(6)}es grande`,
    ],
    ['of half a formula', '# Signal\n\n- $$E = \\frac{A^2}{2}$$'],
    ['of a subject that is a part of the text', '# Rope\n\nSection 6.2 of the manual resolves the tension of the rope.'],
    ['of what may be, without a number', '# Winch\n\nA Winch can hold additional ropes of the harbour.'],
    ['of a second clause in the answer', '# Winch\n\nThe winch supports heavy ropes, so the crew must stand behind the rail.'],
    ['of a phrase that breaks off', '# Winch\n\nThe winch is configured to lazy load ropes.'],
    ['of a praise', '# Winch\n\nThe winch is ideal for long ropes with heavy loads.'],
    ['of examples without a group', '# Winch\n\nThe winch needs tools (such as pliers and oil).'],
    ['of a state that was answered by yes', '# Winch\n\n- **Outage**: Yes\n- **Enabled by default**: Yes, on most winches'],
    ['of nothing but the kind of thing', '# Jib\n\nA jib is a small sail.'],
    ['of what a thing is not', '# Jib\n\nA jib is a separate sail of the bow and not a part of the mast.'],
    ['of what a thing is not responsible for', '# Winch\n\nThe Winch is not responsible for the anchor of the boat.'],
    ['of an answer in the words of its term', '# Winch\n\n- `ropeLength`: length of the rope\n- `ropeName`: an existing rope name'],
    [
      'of the first of several things said',
      '# Ports\n\n- **Old harbour**\n  - Larger quays for sailing ships\n  - No pilots needed at night',
    ],
    ['of a field of any record', '# Logbook\n\n- name: the name that was given to the ship by its owner'],
    ['of a part of a course', '# Sailing\n\n- **Module 10**: A course about the weather that sailors need'],
    ['of a count', '# Winch\n\n- **3 types**: small ones, big ones, and old ones'],
    ['of a section of the same text', '# Flags\n\n| Flag | Section |\n|---|---|\n| Red | 3.1 |\n| Blue | 3.2 |'],
    ['of a value that only leads to a chapter', '# Flags\n\n| Flag | Sign |\n|---|---|\n| Red | see 13.3.3 |'],
    ['of works that are only named', '# Flags\n\n## Supporting references\n\n- **Signal book**: the list of all flags'],
    ['of what somebody decided to do', '# Winch\n\n- **Secure crank**: keep the crank away from the rail'],
    ['of a flag of no program', '# Harbour\n\n- `-z`: zero mode of the scan'],
    ['of a list of addresses', '# Ports\n\nUseful pages:\n\n- https://example.org/a\n- https://example.org/b\n- https://example.org/c'],
    ['of best practices', '# Ropes\n\nBest practices for ropes:\n\n- Dry storage\n- Short loops\n- Clean hands'],
    ['of a numbered object', '# Ropes\n\n- **Attr 1**: a small attribute of the rope'],
    [
      'of a command with the names of one project',
      '# Tug\n\nShow the log of the tug:\n\n```bash\nkubectl logs tug-678dd89fd9-x7k2p -n harbour\n```',
    ],
    ['of a Japanese walk through one case', '# 港\n\n## 動作確認\n\n- **船の名前**: 大きな船が港に入るときの表示'],
    [
      'of a German statement about something else',
      '# Hafen\n\nDer Hafen ist ein Ort für Schiffe und er wird von der Stadt betrieben.\n\n- **Sauberkeit**: Der Hafen entfernt jeden Tag den Müll der Schiffe',
    ],
    [
      'of a Portuguese clause',
      '# Porto\n\nO porto é um lugar para os navios e não é grande.\n\n- **pode filtrar navios especificando**: a hora de chegada do navio',
    ],
    ['of a sentence beside a term', '# Harbour\n\n- **Night traffic**: Many ships wait for the pilot outside.'],
    ['of steps on a screen', '# Harbour app\n\n1. Open the browser\n2. Click the crane\n3. Select a ship'],
    ['of what was typed one day', '# Other things\n\n```bash\nkubectl create ns harbour\nkubectl get ns\n```'],
    ['of a comma that joins two statements', '# Shell\n\nA Shell accepts commands from the user, processes them at once.'],
    ['of a praise with a duty', '# Admiral\n\nThe Admiral is a powerful role that should be used with care.'],
    ['of a mark out of a few', '# Hemp vs steel\n\n| Feature | Hemp | Steel |\n|---|---|---|\n| Comfort | High | Very low |'],
    ['of a term that is a statement', '# Harbour\n\n- **Represents ships as files**: exposes the ships to the crane'],
    ['of a bound on a value', '# Harbour\n\n- **Depth**: set to less than zero'],
    ['of a command that its heading is not about', '# Harbour\n\n## Install the crane server\n\n```bash\nsudo apt update\n```'],
    ['of a tip', '# Drugs\n\n| Drug | Memorization tip |\n|---|---|\n| Vyvanse | Think of life |'],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('a card', () => {
  it.each([
    [
      'a definition that goes on from its long name',
      '# Docks\n\n- **Block Store Winch**: a store winch that lifts 3 blocks of the quay at once',
      'what is Block Store Winch?',
    ],
    [
      'keys of the system itself',
      '# Linux keyboard shortcuts\n\n- `Ctrl+C`: stops the running process',
      'Linux keyboard shortcuts: what does `Ctrl+C` stop?',
    ],
    [
      'a definition among pitfalls',
      '# Winch\n\n## Gotchas\n\n- **Rope drift**: a difference between the rope and the drum',
      'Winch: what is Rope drift?',
    ],
    [
      'a dry run that only checks',
      '# kubectl\n\n```bash\n# Check which resources an apply would change\nkubectl apply -f deploy.yaml --dry-run=server\n```',
      'which command do you run to check which resources an apply would change?',
    ],
    [
      'what the thing installed does',
      '# Helm\n\n## Install Helm\n\nIt stores releases as Secrets in the namespace.',
      'What does Helm store?',
    ],
    [
      'devices that are no output',
      '# Devices\n\n| Device | Purpose |\n|---|---|\n| `/dev/zero` | returns null bytes |\n| `/dev/sda` | the first SATA disk |',
      'what does `/dev/zero` return?',
    ],
    [
      'names beside their numbers',
      '# Signals\n\n| ID | Signal | Description |\n|---|---|---|\n| 15 | SIGTERM | Asks the process to end |\n| 1 | SIGHUP | Tells the daemon to read its settings |',
      'what does SIGHUP do?',
    ],
    [
      'columns of one kind with names',
      '# AWS\n\n| Aspect | Docker network mode | Fargate network mode |\n|---|---|---|\n| Driver | bridge | awsvpc |\n| Pricing | per instance | per vCPU |',
      'what is the driver of the Fargate network mode?',
    ],
  ])('is made of %s', (_, text, front) => {
    expect(frontsOf(text).map((one) => one.toLowerCase())).toContainEqual(expect.stringContaining(front.toLowerCase()));
  });
});

describe('a question', () => {
  it('is about what the item before it in the list heads', () => {
    expect(shown('# Winch\n\n- Twin Drum:\n- It is a drum that lifts two loads at a time for 3 tons')).toEqual([
      'Winch: what is Twin Drum? => A drum that lifts two loads at a time for 3 tons',
    ]);
  });

  it('asks what a counted row is called, not what its number means', () => {
    const rows = '| 2 | Tween deck | Cargo and mail of the ship |\n| 1 | Hold | Ballast and fuel of the ship |';
    expect(frontsOf(`# Decks\n\n| Layer | Name | Description |\n|---|---|---|\n${rows}`)).toEqual([
      'Decks: what is the name of layer 2?',
      'Decks: what is the name of layer 1?',
    ]);
  });

  it('is not about a small heading that comes after its text', () => {
    expect(
      shown('It is a drum that lifts two loads at a time.\n\n##### Tow Winch\n\n- **Hook**: the part that holds a load'),
    ).not.toContain('What is Tow Winch? => A drum that lifts two loads at a time');
  });

  it.each([
    ['A winch is a machine that allows wet ropes such as nets and lines to leave the water.', 'What does a winch allow?'],
    ['Winch has the option to lift ropes by referencing existing drums', 'What does Winch have by referencing existing drums?'],
  ])('does not break off: %s', (text, front) => {
    expect(frontsOf(`# Winch\n\n${text}`)).not.toContain(front);
  });

  it.each<[string, string, RegExp]>([
    ['reads a plural noun as noun', '# Lambda\n\nLambda functions always operate from a VPC.', /does Lambda function\b/],
    ['asks no "why" for what the noun is for', '# Cache\n\nCaching reduces the time it takes to access the data.', /why/i],
    ['asks no "why" for a duty', '# Agency\n\nAn agent has a duty to comply with all lawful instructions.', /why/i],
    ['does not take "as long as" for a reason', '# Node\n\nThe agent runs as long as the node is up.', /why/i],
    ['does not leave "even" behind', '# Node\n\nThe controller keeps the volume even if the Pod fails.', /even\?/],
    ['takes "as a …" for no condition', '# MySQL\n\nAs a scalable database, MySQL is a common choice for web sites.', /happens as/],
    ['makes no quality act', '# TCP\n\n- **Connection-oriented**: Establishes a session via a handshake.', /does Connection-oriented/],
    [
      'skips a relative clause with a preposition',
      '# Node\n\nThe node on which the Pod runs reports its state.',
      /does the node on which the Pod run\?/,
    ],
    ['knows a singular that ends in s', '# Lamp\n\n- **Lens**: the glass that bundles the light.', /what are Lens/],
    ['asks for members of a group only', '# View ConfigMaps\n\n- kubectl get configmaps\n- kubectl describe configmaps', /name the two/i],
    [
      'names no kind called "other"',
      '# Sails\n\n- Others\n  - **Jib**: a triangular sail before the mast.\n  - **Spinnaker**: a round sail before the wind.',
      /which other|others\./i,
    ],
    [
      'does not begin with what "instead of" left',
      '# DWM\n\nInstead of overlapping windows, DWM organizes windows in a tiled layout.',
      /: of|^Of /,
    ],
    ['does not take a count for the doer', '# WAF\n\n- **Limit**: 2000 requests per 5 minutes and address', /request per/],
    [
      'splits no definition at its commas',
      '# etcd\n\nThe store keeps etcd data. Etcd is a store for configuration that is simple, secure and fast.',
      /^$/,
    ],
    [
      'ends with one question mark',
      '# Paths\n\n| Feature | RISC | CISC |\n|---|---|---|\n| Operands come from? | Registers | Memory |',
      /\?\?/,
    ],
    [
      'does not call a heading the doer',
      '# Hash ring\n\n## Step-by-step process\n\nIt drops the oldest packet of the ring.',
      /Step-by-step process drop/i,
    ],
    ['makes no step act', '# Pipeline\n\n- **Run the pipeline**: This will execute the components.', /will Run the pipeline/],
    [
      'takes a label for no doing',
      '# Services\n\nBoot behaviour:\n\n```bash\nsystemctl enable sails\nsystemctl disable sails\n```',
      /run to boot/,
    ],
    ['takes no port for a year', '# Ports\n\n- **1433**: Microsoft SQL Server\n- **123**: time synchronization', /happened/],
    ['asks for no gap it fills itself', '# Faults\n\nNetwork faults are best searched by `ping` step by step.', /step by \[/],
  ])('%s', (_, text, wrong) => {
    expect(frontsOf(text).filter((front) => wrong.test(front))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['asks when, not why', '# Agent\n\nThe agent runs as long as the node is up.', 'When does the agent run? => As long as the node is up'],
    [
      'asks until when',
      '# Kubelet\n\nThe kubelet restarts the API container until the check succeeds.',
      'until when does the kubelet restart the API container? => The check succeeds',
    ],
    [
      'asks how long something is kept',
      '# CloudTrail\n\nCloudTrail Events are stored for 90 days.',
      'How long are CloudTrail Events stored? => 90 days',
    ],
    ['asks when something came in a year', '# Kubernetes\n\nKubernetes was introduced in 2014.', 'When was Kubernetes introduced? => 2014'],
    ['asks what a short definition of a compound says', '# etcd\n\netcd is a key-value store.', 'What is etcd? => A key-value store'],
    [
      'asks what something is designed to do',
      '# Index\n\nA bitmap index is designed to speed up SQL reports.',
      'What is a bitmap index designed to do? => Speed up SQL reports',
    ],
    [
      'asks what happened in a year',
      '# Pharmacy\n\n- **1785**: Digitalis is isolated from foxglove.',
      'Pharmacy: what happened in 1785? => Digitalis is isolated from foxglove',
    ],
    [
      'compares the things of a table',
      '# Transport\n\n| Feature | TCP | UDP |\n|---|---|---|\n| Header size | 20 bytes | 8 bytes |',
      'Transport: what is the header size of UDP? => 8 bytes',
    ],
    [
      'keeps a small name small',
      '# etcd\n\n- **Peer**: a member that takes part in the vote.',
      'etcd: what is Peer? => a member that takes part in the vote',
    ],
    [
      'names the whole group of a list',
      '# Scheduler\n\n## Taints\n\nThe effects of a taint:\n\n- **NoSchedule**: keeps new Pods away.\n- **NoExecute**: evicts Pods.',
      'Name the two effects of a taint. =>',
    ],
    [
      'says who is told nothing',
      '# Event loop\n\nThe event loop gives us the ability to answer late events.',
      'What does the event loop give? => The ability',
    ],
    [
      'asks what is determined',
      '# Clerk\n\nThe clerk determines if the claim is complete.',
      'what does the clerk determine? => If the claim is complete',
    ],
    ['writes the noun of a heading small', '# Knots\n\n- Loop knot\n- Figure-eight knot\n- Reef knot', 'Name the three types of knots. =>'],
    [
      'asks what something is for',
      '# Helm\n\n- **Chart**: for packing an application',
      'Helm: what is Chart for? => Packing an application',
    ],
  ])('%s', (_, text, card) => {
    expect(shown(text).map((one) => one.toLowerCase())).toContainEqual(expect.stringContaining(card.toLowerCase()));
  });

  it('asks for a property that the note gives to one thing after the other', () => {
    const drug = (name: string, kind: string): string => `## ${name}\n\n- **Class**: ${kind}\n- **Indication**: Hypertension\n`;
    const text = `# Drugs\n\n${drug('Valsartan', 'Receptor blocker')}\n${drug('Metoprolol', 'Beta blocker')}\n${drug('Lisinopril', 'ACE inhibitor')}\n${drug('Amlodipine', 'Calcium channel blocker')}\n${drug('Furosemide', 'Loop diuretic')}`;

    expect(shown(text)).toContain('What is the class of Metoprolol? => Beta blocker');
  });
});

describe('a table', () => {
  it('of questions and answers is asked as it is written', () => {
    expect(shown('# Sails\n\n| Question | Answer |\n|---|---|\n| Which sail stands before the mast? | The jib |')).toEqual([
      'Which sail stands before the mast? => The jib',
    ]);
  });

  it('with a column of commands asks for the command', () => {
    expect(shown('# Sails CLI\n\n| Action | Command |\n|---|---|\n| Display the current sail | `show sail` |')).toEqual([
      'Sails CLI: which command do you run to display the current sail? => `show sail`',
    ]);
  });

  it('of codes says what the number is', () => {
    expect(shown('# Alarms\n\n| Severity | Keyword |\n|---|---|\n| 3 | Error |')).toEqual([
      'Alarms: what is the keyword of severity 3? => Error',
    ]);
  });
});

describe('a table that compares', () => {
  const front = (text: string): string | undefined => frontsOf(text)[0];

  it('names the thing of the column and the property of the row', () => {
    expect(front('# Boats\n\n| Aspect | Sloop | Ketch |\n|---|---|---|\n| Mast count | 1 mast | 2 masts |')).toBe(
      'Boats: what is the mast count of Sloop?',
    );
  });

  it('is told by its title or its rows where its first column has no name', () => {
    expect(front('# Sloop vs Ketch\n\n| Rig part | Sloop | Ketch |\n|---|---|---|\n| Mast count | 1 mast | 2 masts |')).toContain(
      'the mast count of Sloop',
    );
  });

  it('gives no card where each column is a thing and no cell names the property', () => {
    expect(frontsOf('# Sloop vs Ketch\n\n| Sloop | Ketch |\n|---|---|\n| 1 mast | 2 masts |')).toEqual([]);
    expect(frontsOf('# Transport\n\n| SLP | KTC |\n|---|---|\n| Single mast | Two masts |')).toEqual([]);
  });

  it('of commands in two programs asks for the equivalent', () => {
    expect(front('# Old sail vs new sail\n\n| sail | rigctl |\n|---|---|\n| `sail up jib` | `rigctl hoist foresail --now` |')).toContain(
      'the rigctl equivalent of `sail up jib`?',
    );
  });
});

describe('a cell', () => {
  const table = (header: string, row: string): string => `# Harbour 7\n\n| ${header} |\n|---|---|\n| ${row} |`;

  it.each([
    ['that its row says already', 'Unit | File suffix', 'Anchor unit | `.anchor`'],
    ['that holds an opinion', 'Boat | Steering', 'Sloop 7 | Less nervous'],
    ['of one machine', 'Host | Address', 'Buoy A7 | 10.20.30.40'],
    ['of a machine made up', 'Host | Role 2', 'pier.example.com | Pilot'],
    ['that answers yes or no', 'Boat | Can be towed?', 'Sloop 7 | Yes, by night'],
    ['with a mark', 'Boat | Keel', 'Sloop 7 | ✅ with lead'],
  ])('%s is not asked for', (_, header, row) => {
    expect(frontsOf(table(header, row))).toEqual([]);
  });

  it.each([
    ['Boat | Best for', 'Sloop B7 | Racing', 'Harbour 7: what is Sloop B7 best for?'],
    ['Boat | Sails supported', 'Sloop B7 | 3 jibs', 'Harbour 7: which sails does Sloop B7 support?'],
    ['Limit | Value', 'Maximum mast height | 20 m', 'Harbour 7: what is the maximum mast height?'],
    ['Boat | Depends on', 'Sloop B7 | Wind from NW', 'Harbour 7: what does Sloop B7 depend on?'],
  ])('of %s is asked for in plain words', (header, row, front) => {
    expect(frontsOf(table(header, row))).toEqual([front]);
  });

  it('of a numbered row is asked for without the number', () => {
    expect(frontsOf('# Harbour 7\n\n| Part | Depth |\n|---|---|\n| 1. Fairway B | 12 m |\n| 2. Basin C | 9 m |')[0]).toBe(
      'Harbour 7: what is the depth of Fairway B?',
    );
  });

  it('of a row that stands there twice is not asked for', () => {
    expect(frontsOf('# Harbour 7\n\n| Route | Buoy |\n|---|---|\n| Static | B7 |\n| Static | B8 |\n| Direct | B9 |')).toEqual([]);
  });
});

describe('a list', () => {
  const members = (text: string): string[] => frontsOf(text).filter((front) => /\bname the\b/i.test(front));

  it.each([
    ['of remarks on what it stands under', '# Port\n\n## Port lights\n\n- Shown at night only\n- Stored in the locker\n- Red lamps'],
    ['of benefits', '# Port\n\n## Benefits of a port\n\n- Shelter\n- Trade\n- Repair'],
    [
      'of more members than are known by heart',
      '# Port\n\n## Types of buoys\n\n- Can\n- Nun\n- Spar\n- Bell\n- Gong\n- Whistle\n- Pillar\n- Sphere\n- Barrel',
    ],
    ['that is left open', '# Port\n\n## Types of buoys\n\n- Can\n- Nun\n- Spar & more'],
    ['of examples', '# Port\n\nA port has several types of buoys, for example:\n\n- Can\n- Nun\n- Spar'],
    ['of a career', '# Port\n\n## Interview stages\n\n- Phone call\n- Test voyage\n- Talk'],
  ])('%s is not asked for', (_, text) => {
    expect(members(text)).toEqual([]);
  });

  it('names what its class belongs to', () => {
    expect(members('# Port\n\n## Lock gate\n\n### Gate modes\n\n- Manual\n- Automatic')[0]).toMatch(
      /^(?:Lock gate|Port): name the two gate modes\.$/i,
    );
  });

  it('of numbered names under "Category" has the names as things', () => {
    const cards = shown(
      '# Ropes\n\n| Category | Strength | Length |\n|---|---|---|\n| ROPE 3 | 10 kN | 100 m |\n| ROPE 5 | 20 kN | 90 m |\n',
    );
    expect(cards.join('\n')).not.toMatch(/the ROPE \d of/i);
  });

  it('is not asked for where its name is open-ended', () => {
    expect(
      shown('# Sails\n\n## Useful knots\n\n- Bowline knot\n- Reef knot\n- Sheet knot\n').filter((card) => card.includes('useful')),
    ).toEqual([]);
  });

  it('keeps the names and drops what is remarked of them', () => {
    expect(shown('# Port\n\n## Types of buoys\n\n- Spar buoy (red, since 1900)\n- Nun buoy (default)')).toContain(
      'Port: name the two types of buoys. => - Spar buoy\n- Nun buoy',
    );
  });
});

describe('steps', () => {
  it('that somebody sets up once are not asked for', () => {
    expect(frontsOf('# Mooring\n\n## Set up the mooring\n\n1. Buy a chain\n2. Drop the anchor\n3. Tie the buoy')).toEqual([]);
  });

  it('of a process with a name are', () => {
    expect(frontsOf('# Lock\n\n## Locking process\n\n1. Gate opening\n2. Water exchange\n3. Gate closing').join(' ')).toContain(
      'list the three steps in order',
    );
  });
});

describe('a term', () => {
  it('keeps the picture that stands in its text', () => {
    expect(cardsOf('# Mast\n\n- **Boom**: the pole at the foot of the sail ![boom](my%20boom.png)')[0]?.back).toBe(
      'the pole at the foot of the sail\n\n![boom](my%20boom.png)',
    );
  });

  it('keeps a formula as it is written', () => {
    expect(shown('# Sets\n\n- **Pair**: the set $\\{a, b\\}$ of two ropes')).toContain(
      'Sets: what is Pair? => the set $\\{a, b\\}$ of two ropes',
    );
  });
});

it('a file about the repository gives no card of its prose', () => {
  expect(parseNote({ path: 'CHANGELOG.md', text: '# Changelog\n\n- **Boom**: the pole at the foot of the sail' }).cards).toEqual([]);
});

it('the number of a chapter is no part of a subject', () => {
  const { cards } = parseNote({ path: 'ch-22 sails.md', text: '- **Boom**: the pole at the foot' });

  expect(cards[0]?.front).toBe('sails: what is Boom?');
});

describe('what ends where', () => {
  it('an answer at its last item, though a blank line stands before the items', () => {
    const cards = cardsOf('# Sails\n\nQ: Which sails does a sloop have?\nA: Two:\n\n- the mainsail\n- the jib\n\nThe sloop is fast.\n');

    expect(cards[0]?.back).toContain('the jib');
    expect(cards[0]?.back).not.toContain('fast');
  });

  it('the bold of a question at its own end', () => {
    expect(cardsOf('# Sails\n\n**Q: Which sail is the smallest?**\nA: The jib')[0]?.front).toBe('Which sail is the smallest?');
  });

  it('the value of a flag without its quotes', () => {
    const text =
      '# Jobs\n\nCreate a CronJob that runs every night:\n\n```bash\nkubectl create cronjob night --image=busybox --schedule="0 2 * * *" -- date\n```';

    expect(shown(text).filter((card) => card.includes('`--schedule`'))).toEqual([expect.stringMatching(/ => `0 2 \* \* \*`$/)]);
  });

  it('an unclosed fence at the first heading, though another fence sign follows', () => {
    const text = '# N\n\n```\na\n\n## Mast\n\nThe mast carries the sails of the ship.\n\n~~~\nb\n~~~\n';

    expect(frontsOf(text).some((front) => front.includes('mast carry'))).toBe(true);
  });

  it('the front of a card below one-line cards at the last of them', () => {
    const text = '#flashcards\n\nLarboard::the old word for port\nBosun:::the officer\nWhat is a fathom\n?\nSix feet\n';

    expect(shown(text)).toEqual([
      'Larboard => the old word for port',
      'Bosun => the officer',
      'the officer => Bosun',
      'What is a fathom => Six feet',
    ]);
  });

  it('braces beside Orbit questions are Orbit', () => {
    const cards = cardsOf('Q. What is a bow?\nA. The front.\n\nThe {stern} is the rear end of the ship.\n');

    expect(cards.map(({ dialects }) => dialects)).toEqual([['Orbit'], ['Orbit']]);
  });

  it('a definition with all that it says', () => {
    const text = '# Lightship\n\nA lightship is a moored vessel that warns the ships nearby and marks the channel.';

    expect(shown(text)).toContain('What is a lightship? => A moored vessel that warns the ships nearby and marks the channel');
  });

  it('the purpose of a thing whose heading is numbered by a letter', () => {
    const text = '# Anchors\n\n## c. `anchor`\n\n- **Purpose**: holds the ship above the ground of the harbour';

    expect(frontsOf(text)).toEqual(['What is the purpose of `anchor`?']);
  });

  it('a thing listed beside others as a thing, although its name is a label elsewhere', () => {
    const text =
      '# Crew objects\n\n| Object | Meaning |\n|---|---|\n| `Role` | Defines what the crew of one deck may do |\n| `RoleBinding` | Gives a role to one member of the crew |';

    expect(frontsOf(text).filter((front) => /role.? of/i.test(front))).toEqual([]);
  });

  it('a number with what it is one of', () => {
    const text = '# Storm scale\n\n| Level | Meaning |\n|---|---|\n| 8 | Fresh gale on the open sea |\n| 9 | Strong gale on the open sea |';

    expect(frontsOf(text)).toContain('Storm scale: what does level “8” mean?');
  });

  it('a definition without the chapter that says more', () => {
    const text = '# Sails\n\n- **Jib**: a triangular sail that is set ahead of the foremast (section 4.2).';

    expect(shown(text)).toContain('Sails: what is Jib? => a triangular sail that is set ahead of the foremast');
  });

  it('lines of commands one by one', () => {
    const text = '# Git\n\n`git fetch` - Downloads the commits of the remote\n`git gc` - Removes what nothing points at';

    expect(shown(text).filter((card) => card.includes('git gc') && card.includes('Downloads'))).toEqual([]);
  });

  it('a thing below the group it stands in, once', () => {
    const text = '# Sails\n\n## Head sails\n\n### Jib\n\n- **Purpose**: pulls the bow of the ship to leeward';

    expect(frontsOf(text).filter((front) => front.includes(', Jib'))).toEqual([]);
  });

  it('one thing among several in the singular', () => {
    const text =
      '# Ropes\n\n## Parameters\n\n- **runts**: a rope that is shorter than the mast\n- **giants**: a rope that is longer than the deck\n- **CRC**: a mark that tells a broken rope';

    expect(frontsOf(text).filter((front) => /parameters is/.test(front))).toEqual([]);
  });

  it('a thing inside another by what it does', () => {
    const text =
      '# Harbour\n\n## Devices\n\n- **LSR**: a device inside a harbour that relabels crates\n- **CPE**: a device at a pier that counts crates';

    expect(frontsOf(text).filter((front) => front.includes('is that inside'))).toEqual([]);
  });
});

describe('the members of a list', () => {
  it.each([
    ['under one plain plural that names none of them', '# Boats\n\n- Vessels of the harbour\n- Tugs for hire'],
    ['that are areas of what their list is called', '# Key AWS services\n\n- Preparation\n  - Config, SQS\n- Operation\n  - CloudTrail'],
    ['that are examples', '# Ports\n\nFor example, the same harbour may have:\n\n- Fish quay\n- Coal quay\n- Ferry quay'],
    ['that may be so', '# Dumps\n\nLogical dumps may contain:\n\n- object ownership\n- role grants'],
    ['of which one is half a sentence', '# Pilot tools\n\n- Compass\n- Sextant\n- Radio call, followed by three words'],
  ])('%s are not asked for', (_, text) => {
    expect(frontsOf(text).filter((front) => /\b(?:name the|what \w+ things)\b/i.test(front))).toEqual([]);
  });

  it('are asked for by the heading that says whose they are', () => {
    expect(frontsOf('# Harbour crane types\n\n## Crane types\n\n- Gantry crane\n- Jib crane\n- Floating crane')).toContain(
      'Harbour crane types: name the three crane types.',
    );
  });

  it('keep their remarks all or none', () => {
    const text = '# Masts\n\n## Mast types\n\n- M1 - Steel\n- M2 - Wood, which is laid in oil for two winters\n- M3 - Carbon';
    expect(shown(text)).toContainEqual(expect.stringContaining('- M1\n- M2\n- M3'));
  });
});

describe('the steps of a process', () => {
  const steps = (intro: string, title = 'Docking'): string | undefined =>
    frontsOf(`# ${title}\n\n${intro}\n\n1. The pilot sends a signal\n2. The lock opens\n3. The tug pulls the ship`).find((front) =>
      / in order/.test(front),
    );

  it.each([
    ['The three phases are:', 'Docking: list the three phases in order.'],
    ['The general process is:', 'Docking: list the three steps in order.'],
    ['The lock passage process generally follows these steps:', 'Docking: list the three steps of the lock passage process in order.'],
  ])('are called as their note calls them: %s', (intro, front) => {
    expect(steps(intro)).toBe(front);
  });

  it('of a file that is named by nothing else are not asked for', () => {
    expect(steps('The process is:', 'join-lock.md')).toBeUndefined();
  });
});

describe('a term is asked for', () => {
  it('in the words of its label', () => {
    const under = (ship: string, masts: string): string =>
      `## ${ship}\n\n- **What it is**: a ship with ${masts} and a deck of oak\n- **When to use**: short trips across the bay of ${masts}\n\n`;
    const text = `# Rigs\n\n${under('Sloop', 'one mast')}${under('Ketch', 'two masts')}${under('Barque', 'three masts').repeat(3)}`;
    const fronts = frontsOf(text).join(' ');

    expect(fronts).toContain('hat is Sloop?');
    expect(fronts).not.toMatch(/: what it is\?|: when to use\?/i);
  });

  it('by the command that its label requests', () => {
    const text =
      '# Desk\n\n## Looks\n\n- Check the icon theme: `gsettings get org.desk.interface icon-theme`\n- Close the window: `alt + f4`';

    expect(shown(text)).toEqual(
      expect.arrayContaining([
        'Desk, Looks: which command do you run to check the icon theme? => `gsettings get org.desk.interface icon-theme`',
        'Desk, Looks: which keys do you press to close the window? => `alt + f4`',
      ]),
    );
  });

  it('by what it is where a noun that may be a verb opens its text', () => {
    expect(
      frontsOf('# Ships\n\n- `rig`: type of rigging that the ship carries\n- `crew`: number of sailors who are on board').join(' '),
    ).toContain('what is `rig`?');
  });

  it('without the "will" of its text', () => {
    expect(shown('# Ships\n\n- `kubectl get ships`: will display the names of all ships in the harbour')).toContain(
      'What does `kubectl get ships` do? => Display the names of all ships in the harbour',
    );
  });

  it('without the name that stands before the text of a flag', () => {
    expect(shown('# Flags of `grep`\n\n- `-w`: Word Match: Matches whole words only\n')).toContain(
      'Flags of `grep`: what does `-w` do? => Matches whole words only',
    );
  });
});

describe('a term gives no card', () => {
  const refused: [string, string][] = [
    [
      'of a clause in a list of reasons',
      '# Logbook\n\n## Why we keep a logbook\n\n- accountability: the mates see who steered when as captain',
    ],
    ['of keys that no editor is named for', '# Text editors\n\n- `C-k`: cut the whole line at the cursor'],
    ['of a command said again', '# Ships\n\n```bash\nkubectl rollout status ship/anna\n```\n\n- Displays the status of the ship.'],
    ['of a description of a group', '# Harbour\n\n## Crane Operations\n\n- **Description**: Lifting and storing boxes efficiently\n'],
    ['of what a command shows that day', '# Pipes\n\n- `nmap localhost`: now shows listening on port 80'],
    ['of a statement that goes on', '# Ships\n\n- `ip route <ship>`: and don’t forget the way back'],
    ['of what stands beside what the command does', '# Pipes\n\n- `ls -l`: the beginning of its line looks like this in a good shell'],
    ['of what to use for it', '# Ships\n\n- **Night traffic**: Use pilot boats for ships, which are lit and seen from afar'],
    ['of those things that stand before', '# Rights\n\nTypes of rights:\n\n- Papers: grant those rights to sailors'],
    ['of what was made before', '# Ships\n\n- **Seal**: the stamp previously printed and placed in the chest'],
    ['of what a thing is similar to', '# Ships\n\n- **Similar to Sloop**: the sails for the wind of the bay'],
    ['of a placeholder', '# Ships\n\n- `[ship]`: The name of the ship you want to find'],
    ['of a name whose words are its text', '# Cranes\n\n- **Dover Harbour Crane**: a harbour crane for ships'],
  ];

  for (const [what, text] of refused) it(what, () => expect(shown(text)).toEqual([]));
});
