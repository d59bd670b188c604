/** matching.md 6: a back-dated regulation is told beside the code. */
import {describe, expect, it} from 'vitest'
import {lastOf} from '../builders/earlier-runs.ts'
import {aGrant, aNote, anInvoice} from '../builders/records.ts'
import type {RunFields} from '../builders/run.ts'

const bill = (month: number) =>
  anInvoice({
    ...{document: `B${month}`, number: `F${month}`, issued: `2026-0${month + 1}-02`},
    period: `2026-0${month}`,
  })

/** January to March were paid at 1,000; then the register says 1,030. */
const paidBefore: RunFields = {invoices: [bill(1), bill(2), bill(3)]}
const grants = [aGrant({rate: 1030_00})]

function hintsFor(amount: number, fields: Parameters<typeof anInvoice>[0] = {}, before: RunFields = paidBefore) {
  const regulation = anInvoice({document: 'R', number: 'R', issued: '2026-04-20', amount, ...fields})
  const {verdicts} = lastOf(before, {grants, invoices: [regulation]})
  expect(verdicts[0]?.outcome).toBe('exception')
  return verdicts[0]?.lines[0]?.evidence.hints.filter(({kind}) => kind === 'regulation') ?? []
}

const regulation = (from: string, to: string) => ({kind: 'regulation', grantId: 'G1', from, to})

describe('a back-dated regulation', () => {
  it.each([
    ['of one month, the first that fits', 30_00, '2026-01', '2026-01'],
    ['of two months in a row', 60_00, '2026-01', '2026-02'],
    ['of all that was paid', 90_00, '2026-01', '2026-03'],
  ])('%s is named, and never posted', (_, amount, from, to) => {
    expect(hintsFor(amount)).toEqual([regulation(from, to)])
  })

  it('is named where its invoice states all the months', () => {
    expect(hintsFor(90_00, {period: '2026-01-01/2026-03-31'})).toEqual([regulation('2026-01', '2026-03')])
  })

  it.each([
    ['an øre too much', 30_01],
    ['of more months than were paid', 120_00],
  ])('%s is none', (_, amount) => {
    expect(hintsFor(amount)).toEqual([])
  })

  it('is none where nothing was paid', () => {
    expect(hintsFor(30_00, {}, {invoices: []})).toEqual([])
  })

  it('is none of a month that was taken back', () => {
    const note = aNote({document: 'K', number: 'K', issued: '2026-03-10', amount: -1000_00, period: '2026-01'})
    expect(hintsFor(30_00, {}, {invoices: [bill(1), note]})).toEqual([])
  })

  it('may be owed back: a credit note for the difference', () => {
    const lower = [aGrant({rate: 970_00})]
    const note = aNote({document: 'K', number: 'K', issued: '2026-04-20', amount: -90_00, period: null})
    const {verdicts} = lastOf(paidBefore, {grants: lower, invoices: [note]})
    expect(verdicts[0]?.reason).toBe('CREDIT_NOTE_UNMATCHED')
    expect(verdicts[0]?.lines[0]?.evidence.hints).toContainEqual(regulation('2026-01', '2026-03'))
  })
})
