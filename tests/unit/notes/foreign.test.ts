/** Notes in other languages: cards by structure alone, and none where structure says that nothing worth asking stands there. */
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/main/domain/notes/language.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const shown = (text: string): string[] =>
  parseNote({ path: 'note.md', text })
    .cards.filter(({ reasons }) => reasons.length === 0)
    .map(({ front, back }) => `${front} => ${back}`);

const harbour = '# Porto\n\nO porto é um lugar para os navios e não é grande, mas tem um cais que recebe as cargas.\n\n';

describe('no card of another language is made', () => {
  it.each([
    ['of a label of the thing above', '# 港口\n\n港口是船停靠的地方。\n\n- **作用**：让船在风暴中停靠并卸下货物'],
    ['of an answer that only announces more', '# 港口\n\n港口是船停靠的地方。\n\n- **引水员**：每个港口都有引水员，负责：\n  - 带船进港'],
    ['of points in favour', '# 港口\n\n港口是船停靠的地方。\n\n## 深水港的优势\n\n- **大船**：吃水很深的船也停得进来'],
    [
      'of what is told of one thing after the other',
      '# 港口\n\n## 北港\n\n- **水深**：十二米深的水道\n\n## 南港\n\n- **水深**：只有六米深的水道',
    ],
    ['of something to be done', `${harbour}- **Respeitar os prazos**: uma regra de todos os navios`],
    ['of a statement about something else', `${harbour}- **Carga**: O capitão deve entregar a lista da carga`],
    ['of a mark in a table', `${harbour}| Navio | Custo |\n|---|---|\n| Veleiro | Baixo |`],
    ['of a column of examples', `${harbour}| Navio | Exemplo |\n|---|---|\n| Veleiro | O barco azul da vila |`],
    ['of a form of the same word', `${harbour}| Pessoa | Navegar |\n|---|---|\n| Capitão | navegarei |`],
    ['of an image of one installation', '# 港口\n\n港口是船停靠的地方。\n\n| 程序 | 来源 |\n|---|---|\n| quay.io/port/crane | 吊车 |'],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('a note in another language', () => {
  it('is told as Turkish by letters that only Turkish has', () => {
    expect(detectLanguage('Liman, gemilerin bağlandığı ve yüklerin boşaltıldığı yerdir.')).toBe('tr');
  });

  it('asks for the property of the column where the columns are things', () => {
    expect(shown('# 船\n\n船在水上航行。\n\n| 特性 | 帆船 | 汽船 |\n|---|---|---|\n| 动力来源 | 海上的风 | 锅炉的蒸汽 |')).toContain(
      '帆船：动力来源？ => 海上的风',
    );
  });

  it('names the thing above a heading that names only a part', () => {
    expect(shown(`${harbour}## Cais Norte\n\n### Componentes Principais\n\n- **Guindaste**: máquina que levanta cargas pesadas`)).toContain(
      'Cais Norte: O que significa Guindaste? => máquina que levanta cargas pesadas',
    );
  });
});
