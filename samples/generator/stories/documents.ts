/** Bills that came before, came changed, or do not hold together. */
import {addDays, monthPeriod} from '../../../src/model/calendar.ts'
import {costOf} from '../cost.ts'
import type {Bill} from '../model.ts'
import {hyphened} from '../people.ts'
import type {Teller} from '../teller.ts'
import {seriesWith, seriesWithFault, statedBill, statedLine} from './series.ts'
import {excepted, postedBefore, posts} from './truths.ts'

/** The same invoice number under another document number, written a little differently perhaps. */
export function duplicate(t: Teller): void {
  twice(t, (first, arrives) => {
    const number = t.random.pick([
      first.invoiceNumber,
      first.invoiceNumber.toLowerCase(),
      first.invoiceNumber.replace(/(\d)/, ' $1'),
    ])
    const soon = arrives <= addDays(t.span.to, 3) ? arrives : first.arrives
    t.copy(first, {
      invoiceNumber: number,
      arrives: soon,
      truth: excepted('the same invoice number again', 'DUPLICATE_INVOICE'),
    })
  })
}

/** The same document in the export of a later week. */
export function resent(t: Teller): void {
  twice(t, (first, arrives) => {
    t.copy(first, {again: first, arrives, truth: postedBefore('the same document again')})
  })
}

/** The same document number, but another amount. */
export function changed(t: Teller): void {
  twice(t, (first, arrives) => {
    const lines = first.lines.map((line) => ({...line, amount: line.amount + 5_000, quantity: '', unitPrice: null}))
    const total = lines.reduce((sum, {amount}) => sum + amount, 0)
    t.copy(first, {
      again: first,
      arrives,
      lines,
      total,
      truth: excepted('a posted document with another amount', 'DOCUMENT_CHANGED'),
    })
  })
}

/** A cell that cannot be read, or rows of one document that disagree. */
export function unreadable(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const cells = t.random.pick([
      {Fakturadato: '31-02-2026'},
      {Beløb: 'se bilag'},
      {Beløb: '12.345,678'},
      {Fakturanummer: ''},
      {Type: 'Rykker'},
      {'Periode fra': '2026-13-01'},
      {Fakturadato: ''},
    ] as const)
    return {
      cells: {0: cells},
      lines: [{...statedLine(t, grant, monthPeriod(month)), ...monthPeriod(month)}],
      truth: excepted('a cell that cannot be read', 'ROW_INVALID'),
    }
  })
}

export function rowsDisagree(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const line = {...statedLine(t, grant, monthPeriod(month)), quantity: '', unitPrice: null}
    const part = Math.round(line.amount / 3)
    return {
      lines: [
        {...line, amount: part},
        {...line, amount: line.amount - part},
      ],
      cells: {1: t.random.pick([{Fakturanummer: 'X-1'}, {Valuta: 'SEK'}, {Fakturadato: '01-01-2026'}] as const)},
      currency: 'DKK',
      truth: excepted('rows of one document disagree', 'ROW_INVALID'),
    }
  })
}

export function rowTwice(t: Teller): void {
  seriesWithFault(t, () => ({repeated: [0], truth: excepted('a row stands twice', 'ROW_REPEATED')}))
}

export function totalOff(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    total: costOf(grant, monthPeriod(month)) + t.random.pick([100, -100, 25_000]),
    truth: excepted('the lines do not add up to the total', 'TOTAL_MISMATCH'),
  }))
}

/** One of several citizens is not known: the whole bill waits. */
export function oneOfSeveral(t: Teller): void {
  const other = t.grant({to: null})
  seriesWithFault(t, (grant, month) => {
    const period = monthPeriod(month)
    const line = statedLine(t, grant, period)
    const stranger = {...statedLine(t, other, period), citizen: hyphened(t.citizen())}
    return {
      lines: t.random.chance(0.5) ? [line, stranger] : [stranger, line],
      truth: excepted('one of several citizens is unknown', 'CITIZEN_UNKNOWN'),
    }
  })
}

/** Two lines for one grant and month: which of them is meant is not known. */
export function sameLineTwice(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const line = statedLine(t, grant, monthPeriod(month))
    return {lines: [line, line], truth: excepted('two lines for one grant and month', 'PERIOD_ALREADY_PAID')}
  })
}

/** A bill that is posted, and something that comes 8 to 30 days later under its number. */
function twice(t: Teller, again: (first: Bill, arrives: Bill['arrives']) => void): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const first = statedBill(t, grant, month, {truth: posts('came once before', [grant], monthPeriod(month))})
    again(first, addDays(first.arrives, t.random.int(8, 30)))
  })
}
