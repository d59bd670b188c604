import {describe, expect, it} from 'vitest'
import {renderResult, type ShownReport} from '../../src/render/match/terminal.ts'
import {stylesFor} from '../../src/render/styles.ts'

const total = (invoices: number, amount: string) => ({invoices, lines: invoices, amount})

const aReport = (given: Partial<ShownReport> = {}): ShownReport => ({
  runId: '20260330-080000',
  startedAt: '2026-03-30T08:00:00+02:00',
  finishedAt: '2026-03-30T08:00:02+02:00',
  dryRun: false,
  inputs: [],
  received: total(1300, '4512345.67'),
  posted: total(1195, '2800000.00'),
  decided: total(0, '0.00'),
  exceptions: total(95, '1512345.67'),
  alreadyPosted: total(10, '200000.00'),
  repeatedRows: 0,
  reasons: {GRANT_AMBIGUOUS: 20, PERIOD_AMBIGUOUS: 20, AMOUNT_MISMATCH: 55},
  reasonAmounts: {GRANT_AMBIGUOUS: '12345.67', PERIOD_AMBIGUOUS: '100000.00', AMOUNT_MISMATCH: '1400000.00'},
  folder: 'out/20260330-080000',
  actions: [
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
  ],
  ...given,
})

const plain = stylesFor({}, {})
const shown = (report: ShownReport, language: 'da' | 'en' = 'da', width = 80) =>
  renderResult(report, {language, width, styles: plain})

describe('the result of a run', () => {
  it('is read in Danish', async () => {
    await expect(`${shown(aReport())}\n`).toMatchFileSnapshot('expected/result-da.txt')
  })

  it('is read in English', async () => {
    await expect(`${shown(aReport(), 'en')}\n`).toMatchFileSnapshot('expected/result-en.txt')
  })

  it('fits 60 and 80 columns', () => {
    for (const width of [60, 80]) {
      const longest = Math.max(
        ...shown(aReport(), 'da', width)
          .split('\n')
          .map(({length}) => length),
      )
      expect(longest).toBeLessThanOrEqual(width)
    }
  })

  it('says of a trial that nothing was posted', () => {
    expect(shown(aReport({dryRun: true}))).toContain('Prøvekørsel: intet er konteret')
    expect(shown(aReport())).not.toContain('Prøvekørsel')
  })

  it('says nothing of reasons and actions where every invoice was posted', () => {
    const text = shown(aReport({reasons: {}, actions: [], exceptions: total(0, '0.00')}))
    expect(text).not.toContain('Hvorfor')
    expect(text).not.toContain('frigør')
  })

  it('names what people decided only where there is any', () => {
    expect(shown(aReport())).not.toContain('Afgjort')
    expect(shown(aReport({decided: total(1, '5.00')}))).toContain('Afgjort af en medarbejder')
  })
})

describe('the success rate', () => {
  it.each([
    [
      'leaves out what an earlier run had posted',
      total(110, '1100.00'),
      total(50, '250.00'),
      total(10, '100.00'),
      '50,0 % af regningerne, 25,0 % af kronerne',
    ],
    [
      'is rounded down',
      total(1000, '1000.00'),
      total(999, '999.99'),
      total(0, '0.00'),
      '99,9 % af regningerne, 99,9 % af kronerne',
    ],
    [
      'says nothing of kroner where credit notes leave no meaning in it',
      total(2, '-5.00'),
      total(1, '5.00'),
      total(0, '0.00'),
      '50,0 % af regningerne',
    ],
  ])('%s', (_, received, posted, alreadyPosted, text) => {
    expect(shown(aReport({received, posted, alreadyPosted})).split('\n')).toContain(`Konteret automatisk: ${text}`)
  })

  it('is left out where nothing new came in', () => {
    const text = shown(
      aReport({received: total(10, '1.00'), posted: total(0, '0.00'), alreadyPosted: total(10, '1.00')}),
    )
    expect(text).not.toContain('Konteret automatisk')
  })
})

describe('colour', () => {
  it.each([
    ['on a terminal', {isTTY: true}, {}, true],
    ['not in a file or pipe', {}, {}, false],
    ['never with NO_COLOR', {isTTY: true}, {NO_COLOR: '1'}, false],
  ])('%s', (_, output, environment, isColoured) => {
    const text = renderResult(aReport(), {language: 'da', width: 80, styles: stylesFor(output, environment)})
    expect(text.includes('\u001B[')).toBe(isColoured)
  })
})
