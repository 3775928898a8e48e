/** What the cells of a table are asked for with, and which of them are asked for. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const table = (header: string, ...rows: readonly string[]): string =>
  [`| ${header} |`, `|${'---|'.repeat(header.split('|').length)}`, ...rows.map((row) => `| ${row} |`)].join('\n');
const cardsOf = (title: string, heading: string, text: string): string[] =>
  parseNote({ path: 'note.md', text: `# ${title}\n\n${heading === '' ? '' : `## ${heading}\n\n`}${text}` })
    .cards.filter(({ reasons }) => reasons.length === 0)
    .map(({ front, back }) => `${front} => ${back.replace(/\n/g, ' / ')}`);

describe('a cell', () => {
  it.each([
    ['of a column of numbers is counted', table('Dock | Usable berths', 'NX200 | 14'), 'How many usable berths does NX200 have? => 14'],
    ['of the least number asks for it', table('Raft | Min floats', 'RAFT 5 | 3'), 'How many floats does RAFT 5 need at least? => 3'],
    [
      'of what a thing guards against asks with the verb',
      table('Coating | Protects against', 'XC5 | Rust, shipworm'),
      'What does XC5 protect against? => Rust, shipworm',
    ],
    ['of a second name asks for it', table('Knot | AKA', 'BK4 | Bowline'), 'What is BK4 also known as? => Bowline'],
    ['of a year asks when', table('Port | Founded', 'Kiel CX | 1933'), 'When was Kiel CX founded? => 1933'],
    [
      'of what is used for a task asks which',
      table('Task | Tool', 'Depth sounding | Lead line NX'),
      'Which tool do you use for depth sounding? => Lead line NX',
    ],
    [
      'beside something that happens quotes it',
      table('Symptom | Likely cause', 'Pump keeps running | Float switch FS2 stuck'),
      'What is the likely cause of “Pump keeps running”? => Float switch FS2 stuck',
    ],
    [
      'of a way of dealing with something asks how it is handled',
      table('Feature | RX1 | RX2', 'Error handling | Sends the frame again | Drops the frame'),
      'How does RX1 handle errors? => Sends the frame again',
    ],
    [
      'below the name of the one thing told of is read the right way round',
      table('Property | Nimbus9', 'Header size | 8 bytes'),
      'What is the header size of Nimbus9? => 8 bytes',
    ],
  ])('%s', (_, text, card) => {
    const title = text.includes('Nimbus9') ? 'Nimbus9' : 'Harbour';
    expect(cardsOf(title, '', text).map((one) => one.toLowerCase())).toContainEqual(expect.stringContaining(card.toLowerCase()));
  });

  it('tells what it differs from where the note is about one thing', () => {
    const text = table('Service | Difference', 'TideCast | TideCast counts waves; Buoyant counts ships');

    expect(cardsOf('Buoyant', 'Service comparisons', text)).toEqual([expect.stringContaining('how does TideCast differ from Buoyant?')]);
  });

  it('beside another provider asks for its counterpart', () => {
    const text = table('Cloud | Equivalent service', 'Azure | Nimbus Float');

    expect(cardsOf('Buoyant', 'Cross-cloud equivalents', text)).toEqual([
      expect.stringContaining('what is the Azure equivalent of Buoyant?'),
    ]);
  });

  it('of keys asks which of them do what is wanted', () => {
    expect(cardsOf('Harbour', '', table('What you want to do | Keys', 'Hop to the next berth | `Ctrl+N`'))).toEqual([
      expect.stringContaining('which keys do you use to hop to the next berth?'),
    ]);
  });

  it('below a heading that only says how it is told is asked for with the name of the note', () => {
    const text = table('Wanted | Command', 'Show the tides | `tidectl show`');

    expect(cardsOf('Harbour at sea', 'Quick revision', text)).toEqual([
      'Harbour at sea: which command do you run to show the tides? => `tidectl show`',
    ]);
  });
});

describe('no cell is asked for', () => {
  it.each([
    ['in a table of the machines of one network', table('Device | Interface | IP address', 'PC-A1 | NIC0 | 192.0.2.3')],
    ['that says again what its row and column say', table('Store | Data access', 'File store FS1 | File-level access')],
    ['that says to use something else', table('Service | When to use', 'TideCast | Use Buoyant for ships')],
    ['that heads a group of rows', table('Layer | Full name', 'L4 | Address Book', ' | Post Office')],
    ['of a column that points at the note', table('Model | Role here', 'OSI | Counts ships')],
    ['of a row that adds up', table('Dock | Berths', 'Total | 42')],
    ['of an alias', table('Alias | Command', '`gs` | `git status`')],
    ['of a release that somebody installed', table('Component | Version', 'tidectl | 4.20.1')],
    ['of the disks of one machine', table('Filesystem | Size', '/dev/sda1 | 2.0T')],
    ['for a trait where two things stand side by side', table('Sailing boat | Motor boat', 'Slow start | Starts at once')],
    ['of what a note asks its reader', table('Keyword | Exam focus', 'Buoy B7 | Right of way')],
    ['of a month of a timeline', table('Month | Model name', 'Apr 2024 | Racer R7')],
    ['that says of what type a mere name is', table('Name | Type', 'Racer R7 | OSS')],
    ['that says how often', table('Harbour | Lock traffic', 'Port HB7 | Always')],
    [
      'for the only word that all rows say',
      table('Reset | Anchor chain', 'Soft | Moves along', 'Mixed | Moves along', 'Hard | Moves along'),
    ],
  ])('%s', (_, text) => {
    expect(cardsOf('Harbour', '', text)).toEqual([]);
  });
});

describe('a table of kinds of one thing', () => {
  const text = table(
    ' | B7 Launch Type | K9 Launch Type',
    '**Billing** | Per hour of wind | Per litre',
    '**Best for** | Calm pilots | Long trips in January',
  );

  it('names the kind and asks for the property of the row', () => {
    expect(cardsOf('Pilot boats', '', text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('what is the billing of the B7 launch type?'),
        expect.stringContaining('what is the K9 launch type best for?'),
      ]),
    );
  });
});

describe('a cell is asked for in the words of its column', () => {
  it.each([
    ['Port | Service', '8071 | BuoyDB', 'which service uses port 8071?'],
    ['Pair | Key contrast', 'Jib vs Spinnaker | Spinnaker only flies downwind', 'what is the key difference between Jib and Spinnaker?'],
    ['Scenario | TideCast feature', 'Cost Estimates | Tide Calculator', 'which tidecast feature do you use for cost estimates?'],
    ['Boat | Recommended sail', 'Racer R7 | Jib J2', 'what is the recommended sail for Racer R7?'],
  ])('of %s', (header, row, front) => {
    expect(cardsOf('Harbour', '', table(header, row)).map((one) => one.toLowerCase())).toEqual([
      expect.stringContaining(front.toLowerCase()),
    ]);
  });
});
