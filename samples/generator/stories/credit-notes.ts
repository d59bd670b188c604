/** Credit notes: those that take back one posted bill, and those that leave the choice to a person. */
import {addDays, monthPeriod} from '../../../src/model/calendar.ts'
import {costOf} from '../cost.ts'
import type {Bill, BillLine, Grant, IsoDate, Month, TruePosting, Truth} from '../model.ts'
import {hyphened} from '../people.ts'
import type {Teller} from '../teller.ts'
import {dayAfter, seriesWith, statedBill} from './series.ts'
import {excepted, from, posts, postsExactly} from './truths.ts'

/** The credited bill is named; the month may be billed again afterwards. */
export function namingTheBill(t: Teller): void {
  credited(t, (grant, month, bill) => {
    const words = t.random.pick([
      `Kreditnota til faktura ${bill.invoiceNumber}`,
      `Vedr. fakturanr. ${bill.invoiceNumber}`,
      `Tilbageført: ${bill.invoiceNumber}`,
    ])
    const note = creditNote(t, bill, {text: words}, reversal('credit note that names its bill', bill))
    const issued = note && dayAfter(t, note.issued, 1, 15)
    if (issued && t.random.chance(0.6)) {
      statedBill(t, grant, month, {
        issued,
        arrives: addDays(note.arrives > issued ? note.arrives : issued, 1),
        truth: posts('billed again after a credit note', [grant], monthPeriod(month)),
      })
    }
  })
}

/** No bill is named, but the period is the one posted line's. */
export function statingThePeriod(t: Teller): void {
  credited(t, (_, month, bill) => {
    creditNote(
      t,
      bill,
      {...monthPeriod(month), text: 'Kreditering'},
      reversal('credit note that states its period', bill),
    )
  })
}

/** A part alone is taken back. */
export function aPart(t: Teller): void {
  credited(t, (_, month, bill) => {
    creditNote(
      t,
      bill,
      {...monthPeriod(month), amount: -Math.round((bill.lines[0]?.amount ?? 0) / 4)},
      unmatched('credit note for a part'),
    )
  })
}

/** A bill that nobody knows is named. */
export function namingNoBill(t: Teller): void {
  credited(t, (_, month, bill) => {
    creditNote(
      t,
      bill,
      {...monthPeriod(month), text: 'Kreditnota til faktura 99887766'},
      unmatched('credit note for a bill that nobody knows'),
    )
  })
}

/** A credit note out of the blue. */
export function fromNowhere(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const bill = statedBill(t, grant, month)
    creditNote(
      t,
      bill,
      {amount: -t.random.int(10_000, 90_000), text: 'Kreditering'},
      unmatched('credit note that mirrors nothing'),
    )
  })
}

/** The credited bill was never posted: both are held, and neither is tried again. */
export function ofAnUnposted(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const amount = costOf(grant, monthPeriod(month)) + 23_456
    const issued = firstDay(t, month)
    const held = excepted('credited before it was posted', 'CREDITED_UNPOSTED')
    const credits = dayAfter(t, issued, 2, 9)
    const truth = excepted('wrong, then credited', 'AMOUNT_MISMATCH')
    const bill = statedBill(t, grant, month, {
      issued,
      arrives: issued,
      amount,
      truth,
      later: credits ? [from(credits, held)] : [],
    })
    const text = t.random.pick([`Kreditnota til faktura ${bill.invoiceNumber}`, 'Kreditering'])
    if (credits)
      creditNote(t, bill, {text}, excepted('credit note for a bill not posted', 'CREDITED_UNPOSTED'), {
        issued: credits,
        arrives: credits,
      })
  })
}

function firstDay(t: Teller, month: Month): IsoDate {
  const day = addDays(monthPeriod(month).from, 18)
  return day < t.span.from ? t.span.from : day
}

/** A series with one bill that is posted and has a credit note after it. */
function credited(t: Teller, tell: (grant: Grant, month: Month, bill: Bill) => void): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const issued = firstDay(t, month)
    tell(
      grant,
      month,
      statedBill(t, grant, month, {issued, truth: posts('posted, then credited', [grant], monthPeriod(month))}),
    )
  })
}

/** Some days after its bill; undefined where that is past the span. */
function creditNote(
  t: Teller,
  bill: Bill,
  changes: Partial<BillLine>,
  truth: Truth,
  days?: Pick<Bill, 'issued' | 'arrives'>,
): Bill | undefined {
  const issued = days?.issued ?? dayAfter(t, bill.issued, 1, 20)
  const [line] = bill.lines
  const supplier = t.everySupplier.find(({cvr}) => cvr === bill.cvr)
  if (!issued || !line || !supplier) return undefined
  const amount = changes.amount ?? -line.amount
  const form = t.random.pick(['negative', 'positive', 'untyped'] as const)
  const arrives = days?.arrives ?? addDays(issued, t.random.int(0, 2))
  return t.bill({
    supplier,
    issued,
    arrives: arrives > bill.arrives ? arrives : bill.arrives,
    type: form === 'untyped' ? '' : 'Kreditnota',
    lines: [
      {
        citizen: hyphened(line.citizen.replaceAll(/\D/g, '')),
        text: '',
        ...changes,
        amount: form === 'positive' ? -amount : amount,
      },
    ],
    total: form === 'positive' ? null : amount,
    truth,
  })
}

const unmatched = (note: string): Truth => excepted(note, 'CREDIT_NOTE_UNMATCHED')

function reversal(note: string, bill: Bill): Truth {
  const negative = (posting: TruePosting): TruePosting => ({...posting, amount: -posting.amount})
  return postsExactly(note, bill.truth.postings.map(negative))
}
