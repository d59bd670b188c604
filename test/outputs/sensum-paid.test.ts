/** `sensum-paid.csv`, row by row. */
import {expect, it} from 'vitest'
import {ore} from '../../src/model/money.ts'
import {sensumPaidCsv, sensumRows} from '../../src/outputs/sensum/paid-rows.ts'
import {aPosting, excepted, posted, postedBefore} from '../builders/outputs.ts'
import {day, days} from '../builders/values.ts'

it('tells Sensum of each posting of this run, a reversal with its sign', () => {
  const verdicts = [
    posted({}, [aPosting(), aPosting({grantId: '=B;2', period: days('2026-03-01/2026-03-15'), amount: ore(-5)})]),
    excepted('CPR_MISSING'),
    postedBefore('20260301-080000'),
  ]
  expect(sensumPaidCsv(sensumRows(verdicts, day('2026-04-08')))).toBe(
    [
      'Bevillings-id;CPR-nummer;Periode fra;Periode til;Beløb;Fakturanummer;Bilagsnummer;Bogført dato',
      'B-1;6101901234;01-03-2026;31-03-2026;12345,00;F-1;5100000001;08-04-2026',
      '"=B;2";6101901234;01-03-2026;15-03-2026;-0,05;F-1;5100000001;08-04-2026',
      '',
    ].join('\r\n'),
  )
})

it('is the header alone where nothing was posted', () => {
  expect(sensumPaidCsv([])).toBe(
    'Bevillings-id;CPR-nummer;Periode fra;Periode til;Beløb;Fakturanummer;Bilagsnummer;Bogført dato\r\n',
  )
})
