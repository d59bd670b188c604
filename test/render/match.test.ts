/** `commands.md`, match: the result of a run as a person and as a program reads it. */
import {describe, expect, it} from 'vitest'
import type {ControlTotals, Total} from '../../src/model/batch.ts'
import {ore} from '../../src/model/money.ts'
import type {MatchResult} from '../../src/model/run.ts'
import {matchDocument} from '../../src/render/match/json.ts'
import {renderMatch} from '../../src/render/match/terminal.ts'
import {plainRendering} from '../../src/render/rendering.ts'
import {stylesFor} from '../../src/render/styles.ts'
import {aRun, excepted} from '../builders/outputs.ts'

/** `amount` in øre. */
const total = (invoices: number, amount: number): Total => ({invoices, lines: invoices, amount: ore(amount)})

type ResultFields = Partial<ControlTotals> & {readonly actions?: MatchResult['actions']; readonly dryRun?: boolean}

function aResult({actions = someActions, dryRun = false, ...totals}: ResultFields = {}): MatchResult {
  const run = aRun(
    [
      excepted('GRANT_AMBIGUOUS', {line: {amount: ore(12_345_67)}}),
      excepted('PERIOD_AMBIGUOUS', {line: {amount: ore(100_000_00)}}),
      excepted('AMOUNT_MISMATCH', {line: {amount: ore(1_390_000_00)}}),
      excepted('AMOUNT_MISMATCH', {line: {amount: ore(-10_000_00)}}),
    ],
    {dryRun},
  )
  return {
    run: {
      ...run,
      stamp: {...run.stamp, runId: '20260330-080000'},
      result: {
        ...run.result,
        totals: {
          received: total(1300, 4_512_345_67),
          posted: total(1195, 2_800_000_00),
          decided: total(0, 0),
          exceptions: total(95, 1_512_345_67),
          alreadyPosted: total(10, 200_000_00),
          reasons: new Map([
            ['GRANT_AMBIGUOUS', 20],
            ['PERIOD_AMBIGUOUS', 20],
            ['AMOUNT_MISMATCH', 55],
          ]),
          ...totals,
        },
      },
    },
    folder: 'out/20260330-080000',
    actions,
    notices: [],
  }
}

const someActions: MatchResult['actions'] = [
  {
    text: 'Ret taksten på Botilbud hos Bostedet Birkelunden (CVR 85614592) fra 2.100,00 kr. til 2.184,00 kr.',
    owner: 'Administration',
    reason: 'AMOUNT_MISMATCH',
    invoices: 12,
    amount: '123456.00',
    atMost: false,
  },
  {text: 'To.', owner: 'Sagsbehandler', reason: 'PERIOD_AMBIGUOUS', invoices: 1, amount: '3.00', atMost: true},
  {text: 'Tre.', owner: 'Kontoplan', reason: 'MAPPING_MISSING', invoices: 1, amount: '2.00', atMost: false},
  {text: 'Fire.', owner: 'Kontoplan', reason: 'MAPPING_MISSING', invoices: 1, amount: '1.00', atMost: false},
]

const shown = (result: MatchResult, language: 'da' | 'en' = 'da', width = 80) =>
  renderMatch(result, {...plainRendering(language), width})

describe('the result of a run', () => {
  it('is read in Danish', async () => {
    await expect(`${shown(aResult())}\n`).toMatchFileSnapshot('expected/result-da.txt')
  })

  it('is read in English', async () => {
    await expect(`${shown(aResult(), 'en')}\n`).toMatchFileSnapshot('expected/result-en.txt')
  })

  it('fits 60 and 80 columns', () => {
    for (const width of [60, 80]) {
      const longest = Math.max(
        ...shown(aResult(), 'da', width)
          .split('\n')
          .map(({length}) => length),
      )
      expect(longest).toBeLessThanOrEqual(width)
    }
  })

  it('says of a trial that nothing was posted', () => {
    expect(shown(aResult({dryRun: true}))).toContain('Prøvekørsel: intet er konteret')
    expect(shown(aResult())).not.toContain('Prøvekørsel')
  })

  it('says nothing of reasons and actions where every invoice was posted', () => {
    const text = shown(aResult({reasons: new Map(), actions: [], exceptions: total(0, 0)}))
    expect(text).not.toContain('Hvorfor')
    expect(text).not.toContain('frigør')
  })

  it('names what people decided only where there is any', () => {
    expect(shown(aResult())).not.toContain('Afgjort')
    expect(shown(aResult({decided: total(1, 5_00)}))).toContain('Afgjort af en medarbejder')
  })
})

describe('the success rate', () => {
  it.each([
    [
      'leaves out what an earlier run had posted',
      total(110, 1100_00),
      total(50, 250_00),
      total(10, 100_00),
      '50,0 % af regningerne, 25,0 % af kronerne',
    ],
    [
      'is rounded down',
      total(1000, 1000_00),
      total(999, 999_99),
      total(0, 0),
      '99,9 % af regningerne, 99,9 % af kronerne',
    ],
    [
      'says nothing of kroner where credit notes leave no meaning in it',
      total(2, -5_00),
      total(1, 5_00),
      total(0, 0),
      '50,0 % af regningerne',
    ],
  ])('%s', (_, received, posted, alreadyPosted, text) => {
    expect(shown(aResult({received, posted, alreadyPosted})).split('\n')).toContain(`Konteret automatisk: ${text}`)
  })

  it('is left out where nothing new came in', () => {
    const text = shown(aResult({received: total(10, 1_00), posted: total(0, 0), alreadyPosted: total(10, 1_00)}))
    expect(text).not.toContain('Konteret automatisk')
  })
})

describe('colour', () => {
  it.each([
    ['on a terminal', {isTTY: true}, {}, true],
    ['not in a file or pipe', {}, {}, false],
    ['never with NO_COLOR', {isTTY: true}, {NO_COLOR: '1'}, false],
  ])('%s', (_, output, environment, isColoured) => {
    const text = renderMatch(aResult(), {language: 'da', width: 80, styles: stylesFor(output, environment)})
    expect(text.includes('\u001B[')).toBe(isColoured)
  })
})

describe('for a program', () => {
  it('is summary.json with folder and actions, amounts in kroner as text', () => {
    const document = matchDocument(aResult())
    expect(document).toMatchObject({
      runId: '20260330-080000',
      received: {invoices: 1300, amount: '4512345.67'},
      decided: {invoices: 0, amount: '0.00'},
      reasons: {GRANT_AMBIGUOUS: 20, PERIOD_AMBIGUOUS: 20, AMOUNT_MISMATCH: 55},
      folder: 'out/20260330-080000',
      actions: someActions,
    })
    expect(document).not.toHaveProperty('notices')
  })
})
