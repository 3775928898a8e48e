/** A little of everything: reading it compiles most of the engine, so that the first note of a person does not wait for that. */
export const sampleNote = `---
title: Pumps
---
# Pumps

A pump is a machine that moves water to ensure that no tank runs dry. When a tank is full, it stops by default.

- **Inlet**: takes water from the river, because the wells are dry. It also filters sand.
- \`flow\` = litres a second
- Valves keep the water back

1. Open the inlet.
2. Start the motor with \`pump start\`.

To see the pressure:

\`\`\`bash
pump show --pressure main # of the main line
\`\`\`

| Name | Size |
| --- | --- |
| Main line | 40 |
`;
