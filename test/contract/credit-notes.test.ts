/** matching.md 3, Credit notes. Unless a test says otherwise, a note of 20 April takes 1000 kr. back. */
import {describe, expect, it} from 'vitest'
import type {BatchResult} from '../../src/model/batch.ts'
import {inTurn, lastOf} from '../builders/earlier-runs.ts'
import {aChart, aGrant, aNote, anInvoice} from '../builders/records.ts'
import {codesOf, lineOfVerdict, linesOfVerdicts, type RunFields, run, verdictOf} from '../builders/run.ts'
import {bo, bostedet, days, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]

const reversed = 'G1 2026-03 -1000.00'
const unmatched = 'CREDIT_NOTE_UNMATCHED'
const held = 'CREDITED_UNPOSTED'
const note = (fields: InvoiceFields = {}, bills = [anInvoice()], more: RunFields = {}): string =>
  lineOfVerdict({invoices: [...bills, aNote(fields)], ...more}, 'B9')

/** 1000 kr. for February and for March, in two bills. */
const february = anInvoice({document: 'B0', number: 'F10001', period: '2026-02', issued: '2026-03-02'})
const march = anInvoice({document: 'B1', number: 'F10002'})
const two = [february, march]

describe('a note that equals one posted line', () => {
  it('is posted in reverse, with that line’s grant, period and account', () => {
    const posted = verdictOf(run()).lines[0]?.postings[0]
    const result = run({invoices: [anInvoice(), aNote()]})
    const reversal = verdictOf(result, 'B9').lines[0]?.postings
    const key = verdictOf(result).documentKey
    expect(reversal).toEqual([{...posted, amount: -1000_00, reverses: {documentKey: key, lineNumber: '1'}}])
  })

  it('is posted where an earlier run posted the line', () => {
    expect(linesOfVerdicts(lastOf({}, {invoices: [aNote()]}))).toEqual({B9: reversed})
  })

  it('is taken after an invoice of the same day', () => {
    const sameDay = {issued: '2026-04-02', document: 'B0'}
    expect(lineOfVerdict({invoices: [aNote(sameDay), anInvoice()]}, 'B0')).toBe(reversed)
  })

  it('is posted though the register has changed', () => {
    const grants = [aGrant({rate: 1200_00})]
    expect(linesOfVerdicts(lastOf({}, {grants, invoices: [aNote()]}))).toEqual({B9: reversed})
  })

  it.each<[string, InvoiceFields]>([
    ['an øre less', {amount: -999_99}],
    ['of another citizen', {citizen: bo}],
    ['of another supplier', {cvr: hjemmet}],
    ['that states other days', {period: '2026-02'}],
  ])('is not posted where it is %s', (_, fields) => {
    const grants = [aGrant(), aGrant({id: 'G2', citizen: bo}), aGrant({id: 'G3', supplierCvr: hjemmet})]
    expect(note(fields, [anInvoice()], {grants})).toBe(unmatched)
  })

  it.each(['2026-03', '2026-01-01/2026-06-30', '2025-01-01/2026-12-31'])(
    'is not asked how long or old its period is: %s',
    (period) => {
      expect(note({period})).toBe(reversed)
    },
  )

  it('needs a citizen', () => {
    expect(note({citizen: null})).toBe('CPR_MISSING')
  })

  it('is posted once', () => {
    const second = aNote({document: 'B99', number: 'K2', issued: '2026-04-21'})
    expect(linesOfVerdicts({invoices: [anInvoice(), aNote(), second]})).toMatchObject({B9: reversed, B99: unmatched})
    expect(linesOfVerdicts(lastOf({invoices: [anInvoice(), aNote()]}, {invoices: [second]}))).toEqual({B99: unmatched})
  })

  it('finds nothing before its invoice has come', () => {
    expect(note({issued: '2026-04-01'})).toBe(unmatched)
    expect(note({}, [])).toBe(unmatched)
  })

  it('is left to a person with rules.creditNotes off', () => {
    expect(note({}, [anInvoice()], {rules: {creditNotes: false}})).toBe(unmatched)
  })

  it('asks the chart whether the accounts are open', () => {
    const closed = {chart: aChart({blocked: true}), invoices: [aNote()]}
    expect(linesOfVerdicts(lastOf({}, closed))).toEqual({B9: 'ACCOUNT_CLOSED'})
    expect(linesOfVerdicts(lastOf({}, {...closed, chart: aChart()}))).toEqual({B9: reversed})
  })

  it('is asked its limits', () => {
    expect(linesOfVerdicts(lastOf({}, {invoices: [aNote()], rules: {maxAmount: 999}}))).toEqual({
      B9: 'AMOUNT_OVER_LIMIT',
    })
  })
})

describe('a note that equals several posted lines', () => {
  it('is left to a person', () => {
    expect(note({}, two)).toBe(unmatched)
  })

  it.each<[string, InvoiceFields, string]>([
    ['after «faktura»', {text: 'Kreditering af faktura F10001'}, 'G1 2026-02 -1000.00'],
    ['after «fakturanr.»', {text: 'Vedr. fakturanr. F10002'}, reversed],
    ['after «regning»', {text: 'regning F10001 tilbageføres'}, 'G1 2026-02 -1000.00'],
    ['written otherwise', {text: 'faktura f-10001'}, 'G1 2026-02 -1000.00'],
    ['alone', {text: 'Vedr. F10002'}, reversed],
    ['in XML', {credits: 'F10001'}, 'G1 2026-02 -1000.00'],
  ])('is that of the invoice it names %s', (_, fields, expected) => {
    expect(note(fields, two)).toBe(expected)
  })

  it('is that of the days it states', () => {
    expect(note({period: '2026-02'}, two)).toBe('G1 2026-02 -1000.00')
    expect(note({period: null, text: 'marts 2026'}, two)).toBe(reversed)
  })

  it('is not that of a short number that stands alone', () => {
    const short = [
      {...february, invoiceNumber: '1001'},
      {...march, invoiceNumber: '1002'},
    ]
    expect(note({text: 'sag 1001'}, short)).toBe(unmatched)
    expect(note({text: 'faktura 1001'}, short)).toBe('G1 2026-02 -1000.00')
  })

  it('is none where the invoice it names has another amount', () => {
    const other = anInvoice({document: 'B2', number: 'F10003', period: '2026-01', amount: 1000_00, citizen: bo})
    const grants = [aGrant(), aGrant({id: 'G2', citizen: bo})]
    expect(note({text: 'faktura F10003'}, [march, other], {grants})).toBe(unmatched)
  })

  it('is the one not yet reversed', () => {
    const first = aNote({document: 'B8', number: 'K0', issued: '2026-04-10', text: 'faktura F10001'})
    expect(note({}, [...two, first])).toBe(reversed)
  })
})

describe('lines posted as one sum', () => {
  const bill = anInvoice({lines: [{amount: 700_00}, {amount: 300_00}]})

  it.each<[string, InvoiceFields, string]>([
    ['by one line of the sum', {}, reversed],
    ['by lines that add up to it', {lines: [{amount: -700_00}, {amount: -300_00}]}, reversed],
    ['by other lines that add up to it', {lines: [{amount: -500_00}, {amount: -500_00}]}, reversed],
    ['not by one of its lines', {amount: -700_00}, unmatched],
    ['not by lines that add up to something else', {lines: [{amount: -700_00}, {amount: -200_00}]}, unmatched],
  ])('are reversed together %s', (_, fields, expected) => {
    expect(note(fields, [bill])).toBe(expected)
  })

  it('are open again together', () => {
    const again = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25'})
    expect(linesOfVerdicts({invoices: [bill, aNote(), again]}).B2).toBe('G1 2026-03 1000.00')
  })

  it('reverse the postings of a set', () => {
    const grants = [aGrant({rate: 600_00}), aGrant({id: 'G2', rate: 400_00, service: 'Aktivitet'})]
    expect(note({}, [bill], {grants})).toBe('G1 2026-03 -600.00 + G2 2026-03 -400.00')
    expect(note({}, [anInvoice()], {grants})).toBe('G1 2026-03 -600.00 + G2 2026-03 -400.00')
    expect(note({amount: -600_00}, [anInvoice()], {grants})).toBe(unmatched)
  })
})

describe('a note of several lines', () => {
  const grants = [aGrant(), aGrant({id: 'G2', citizen: bo})]
  const bill = anInvoice({lines: [{}, {citizen: bo}]})

  it('is posted where each line equals a posted one', () => {
    expect(note({lines: [{}, {citizen: bo}]}, [bill], {grants})).toBe('G1 2026-03 -1000.00 + G2 2026-03 -1000.00')
  })

  it('is left to a person as a whole where one does not', () => {
    const lines = [{}, {citizen: bo, amount: -900_00}]
    const result = run({grants, invoices: [bill, aNote({lines})]})
    expect(codesOf(result, 'B9')).toEqual(['OTHER_LINE_FAILED', unmatched])
  })

  it('takes back one line of an invoice and leaves the other paid', () => {
    const again = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25', lines: [{}]})
    const other = anInvoice({document: 'B3', number: 'F3', issued: '2026-04-25', citizen: bo})
    expect(linesOfVerdicts({grants, invoices: [bill, aNote(), again, other]})).toMatchObject({
      B2: 'G1 2026-03 1000.00',
      B3: 'PERIOD_ALREADY_PAID',
    })
  })

  it('does not take one posted line back twice', () => {
    expect(note({lines: [{}, {}]})).toBe(unmatched)
  })
})

describe('the periods of a reversed line', () => {
  const again = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25'})

  it('are unpaid again, in this run and later', () => {
    expect(linesOfVerdicts({invoices: [anInvoice(), aNote(), again]}).B2).toBe('G1 2026-03 1000.00')
    expect(linesOfVerdicts(lastOf({}, {invoices: [aNote()]}, {invoices: [again]}))).toEqual({B2: 'G1 2026-03 1000.00'})
  })

  it('free the days for a corrected invoice of the same run, whichever is issued first', () => {
    const between = {...again, issueDate: days('2026-04-19/2026-04-19').from}
    const named = aNote({text: 'Krediterer faktura F1'})
    expect(linesOfVerdicts({invoices: [anInvoice(), named, between]})).toMatchObject({
      B2: 'G1 2026-03 1000.00',
      B9: reversed,
    })
  })

  it('free the days for one corrected invoice alone', () => {
    const third = {...again, documentNumber: 'B3', invoiceNumber: 'F3', issueDate: days('2026-04-18/2026-04-18').from}
    const named = aNote({text: 'Krediterer faktura F1'})
    const outcomes = linesOfVerdicts({invoices: [anInvoice(), third, {...again, issueDate: third.issueDate}, named]})
    expect(outcomes).toMatchObject({B1: 'G1 2026-03 1000.00', B9: reversed})
    expect([outcomes.B2, outcomes.B3].toSorted()).toEqual(['G1 2026-03 1000.00', 'PERIOD_ALREADY_PAID'])
  })

  it('stay paid where the note mirrors another invoice that is not posted', () => {
    const between = {...again, issueDate: days('2026-04-19/2026-04-19').from}
    expect(linesOfVerdicts({invoices: [anInvoice(), aNote(), between]})).toMatchObject({B2: held, B9: held})
  })

  it('may be reversed again when they were posted again', () => {
    const second = aNote({document: 'B99', number: 'K2', issued: '2026-04-28'})
    const results = inTurn({}, {invoices: [aNote()]}, {invoices: [again]}, {invoices: [second]})
    expect(lineOfVerdict(results[3] ?? {}, 'B99')).toBe(reversed)
  })
})

describe('a note for an invoice that is not posted', () => {
  const failed = anInvoice({amount: 900_00, number: 'F10003'})
  const named = aNote({text: 'faktura F10003', amount: -900_00})
  const silent = aNote({amount: -900_00})

  it.each([
    ['names it', named],
    ['names it in XML', aNote({credits: 'F10003', amount: -900_00})],
    ['names it, whatever the amount', aNote({text: 'faktura F10003', amount: -100_00})],
    ['mirrors it', silent],
    ['mirrors it, issued on its day', {...silent, issueDate: failed.issueDate}],
  ])('holds both where it %s', (_, one) => {
    expect(linesOfVerdicts({invoices: [failed, one]})).toEqual({B1: held, B9: held})
  })

  it.each([
    ['has another total', aNote({amount: -899_00})],
    ['is another citizen’s', aNote({amount: -900_00, citizen: bo})],
    ['is another supplier’s', aNote({amount: -900_00, cvr: hjemmet})],
    ['is issued before it', aNote({amount: -900_00, issued: '2026-04-01'})],
  ])('holds neither where it names none and %s', (_, one) => {
    const grants = [aGrant(), aGrant({id: 'G2', citizen: bo}), aGrant({id: 'G3', supplierCvr: hjemmet})]
    expect(linesOfVerdicts({grants, invoices: [failed, one]})).toEqual({B1: 'AMOUNT_MISMATCH', B9: unmatched})
  })

  it.each([
    ['named', named],
    ['mirrored', silent],
  ])('holds one of an earlier run, %s, that does not come again', (_, one) => {
    const [first, second] = inTurn({invoices: [failed]}, {invoices: [one]})
    expect(linesOfVerdicts(second ?? {})).toEqual({B9: held})
    expect(second?.newlyHeld).toEqual([verdictOf(first as BatchResult).documentKey])
  })

  it('tries neither again', () => {
    const grants = [aGrant({rate: 900_00})]
    const later = lastOf({invoices: [failed, silent]}, {grants, invoices: [failed, silent]})
    expect(linesOfVerdicts(later)).toEqual({B1: held, B9: held})
    const alone = lastOf({invoices: [failed]}, {invoices: [silent]}, {grants, invoices: [failed]})
    expect(linesOfVerdicts(alone)).toEqual({B1: held})
  })

  it('holds both even if a posted line equals it', () => {
    const unposted = anInvoice({document: 'B2', number: 'F2', vat: 200_00})
    expect(linesOfVerdicts({invoices: [february, unposted, aNote()]})).toMatchObject({B2: held, B9: held})
  })

  it('holds both where it names the one that is not posted, though another equals it', () => {
    const unposted = anInvoice({document: 'B2', number: 'F10005', vat: 200_00})
    const one = aNote({text: 'faktura F10005'})
    expect(linesOfVerdicts({invoices: [february, unposted, one]})).toMatchObject({B2: held, B9: held})
  })

  it('reverses the posted one that it names, though an unposted one mirrors it', () => {
    const unposted = anInvoice({document: 'B2', number: 'F2', vat: 200_00})
    const one = aNote({text: 'faktura F10001'})
    expect(linesOfVerdicts({invoices: [february, unposted, one]})).toMatchObject({
      B2: 'VAT_UNSUPPORTED',
      B9: 'G1 2026-02 -1000.00',
    })
  })
})

describe('a number that no invoice of the supplier has', () => {
  it.each<[string, InvoiceFields]>([
    ['after «faktura»', {text: 'faktura F20001'}],
    ['in XML', {credits: 'F20001'}],
  ])('%s leaves the note to a person, and holds the invoice should it come', (_, fields) => {
    const invoices = [anInvoice(), aNote(fields)]
    const [first, second] = inTurn(
      {invoices},
      {invoices: [anInvoice({document: 'B2', number: 'F-20001', period: '2026-02'})]},
    )
    expect(lineOfVerdict(first ?? {}, 'B9')).toBe(unmatched)
    expect(first?.creditedNumbers).toEqual([{supplierCvr: bostedet, foldedNumber: 'f20001'}])
    expect(linesOfVerdicts(second ?? {})).toEqual({B2: held})
  })

  it('does not hold another supplier’s', () => {
    const grants = [aGrant(), aGrant({id: 'G2', supplierCvr: hjemmet})]
    const later = {grants, invoices: [anInvoice({document: 'B2', number: 'F20001', cvr: hjemmet})]}
    expect(linesOfVerdicts(lastOf({grants, invoices: [aNote({text: 'faktura F20001'})]}, later))).toEqual({
      B2: 'G2 2026-03 1000.00',
    })
  })
})
