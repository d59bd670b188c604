/** The ledger's postings of six months coded anew with the support sheet that is checked. */
import {describe, expect, it} from 'vitest'
import type {EarlierDocument, EarlierLine, EarlierPosting} from '../../../src/model/earlier.ts'
import {account, check, type InputFields, openChart, psp} from '../../builders/mapping-check.ts'
import {aChartEntry, aGrant} from '../../builders/records.ts'
import {day, days} from '../../builders/values.ts'

const aPosting = (fields: Partial<EarlierPosting> = {}): EarlierPosting => ({
  grantId: 'G1',
  citizen: null,
  supplierCvr: aGrant().supplierCvr,
  paragraph: '107',
  service: 'Botilbud',
  period: days('2026-03'),
  amount: 1000_00 as EarlierPosting['amount'],
  account,
  pspElement: psp,
  reverses: null,
  runId: '20260408-101500',
  ...fields,
})

type DocumentFields = Partial<EarlierDocument> & {
  readonly postings?: readonly Partial<EarlierPosting>[]
  readonly reversed?: EarlierLine['reversed']
}

function aDocument({postings = [{}], reversed = null, ...fields}: DocumentFields = {}): EarlierDocument {
  return {
    key: 'B1',
    documentNumber: 'B1',
    invoiceNumber: 'F1',
    supplierCvr: aGrant().supplierCvr,
    type: 'invoice',
    total: 1000_00 as EarlierDocument['total'],
    issueDate: day('2026-04-02'),
    outcome: 'posted',
    reason: null,
    runId: '20260408-101500',
    firstSeen: 1,
    held: null,
    fingerprint: '',
    lines: [
      {
        lineNumber: '1',
        citizen: null,
        amount: 1000_00 as EarlierLine['amount'],
        postingGroup: 1,
        postings: postings.map(aPosting),
        billedMonth: null,
        reversed,
      },
    ],
    ...fields,
  }
}

/** `same 1 100000`, one line for each result that any has. */
function results(documents: readonly EarlierDocument[], fields: InputFields = {}): string[] {
  const found = check({grants: [aGrant()], ...fields}, null, documents).replay
  if (!found) return []
  return (['same', 'elsewhere', 'failing', 'unknown', 'unknownOnClosed'] as const)
    .filter((result) => found[result].invoices > 0)
    .map((result) => `${result} ${found[result].invoices} ${found[result].amount}`)
}

it('no ledger is not the same as nothing posted', () => {
  expect(check({}).replay).toBeNull()
  expect(check({}, null, []).replay?.posted).toEqual({invoices: 0, amount: 0})
})

describe('which invoices are replayed: those issued in six calendar months, July 2026 the last', () => {
  it.each<[string, DocumentFields, number]>([
    ['the last day before', {issueDate: day('2026-01-31')}, 0],
    ['the first day', {issueDate: day('2026-02-01')}, 1],
    ['the day asked about', {issueDate: day('2026-07-15')}, 1],
    ['the day after', {issueDate: day('2026-07-16')}, 0],
    ['an exception', {outcome: 'exception'}, 0],
    ['a credit note', {type: 'creditNote'}, 0],
    ['an invoice that a credit note took back', {reversed: {runId: '20260501-101500', paidTo: {}}}, 0],
  ])('%s', (_, fields, count) => {
    expect(check({}, null, [aDocument(fields)]).replay?.posted.invoices).toBe(count)
  })
})

describe('where it would be posted now', () => {
  const next = openChart({number: '45000001'})
  const closed = [aChartEntry({to: day('2026-06-30')}), aChartEntry({type: 'PSP', number: psp})]
  it.each<[string, DocumentFields, InputFields, string[]]>([
    ['the same', {}, {}, ['same 1 100000']],
    ['another account', {}, {rows: [{account: '45000001'}], chart: next}, ['elsewhere 1 100000']],
    ['no row any more', {}, {rows: [{paragraph: '103'}]}, ['failing 1 100000']],
    ['an account that has closed since the invoice’s own period', {}, {chart: closed}, ['failing 1 100000']],
    ['a row whose time is over', {}, {rows: [{to: day('2026-06-30')}]}, ['failing 1 100000']],
    ['a grant that is not in the register', {postings: [{grantId: 'G9'}]}, {}, ['unknown 1 100000']],
    ['no register', {}, {grants: null}, ['unknown 1 100000']],
    [
      'no register, and the number is closed',
      {},
      {grants: null, chart: closed},
      ['unknown 1 100000', 'unknownOnClosed 1 100000'],
    ],
    [
      'accounts that the ledger does not have',
      {postings: [{account: '', pspElement: ''}]},
      {chart: closed},
      ['unknown 1 100000'],
    ],
    ['one of two postings fails', {postings: [{}, {paragraph: '103'}]}, {}, ['failing 1 200000']],
    ['one of two goes elsewhere', {postings: [{}, {account: '45000001'}]}, {chart: next}, ['elsewhere 1 200000']],
    ['one fails and one is not known', {postings: [{grantId: 'G9'}, {paragraph: '103'}]}, {}, ['failing 1 200000']],
  ])('%s', (_, document, fields, expected) => {
    expect(results([aDocument(document)], fields)).toEqual(expected)
  })

  it('says why the failing ones fail', () => {
    const documents = [aDocument(), aDocument({key: 'B2', postings: [{paragraph: '103'}]})]
    expect(check({grants: [aGrant()], chart: closed}, null, documents).replay?.failingBy).toEqual({
      ACCOUNT_CLOSED: {invoices: 1, amount: 1000_00},
      MAPPING_MISSING: {invoices: 1, amount: 1000_00},
    })
  })
})
