/** `Forslag` (`matching.md` 6): each hint, each doubt, and what the line itself shows. */
import {describe, expect, it} from 'vitest'
import {grantsById} from '../../src/exceptions/grants-by-id.ts'
import {suggestion} from '../../src/exceptions/suggestion.ts'
import {ore} from '../../src/model/money.ts'
import {type ReasonCode, reasonCodes} from '../../src/model/reason.ts'
import type {Doubt, Hint} from '../../src/model/verdict.ts'
import {aCandidate, aGrant, aRegister, excepted} from '../builders/outputs.ts'
import {anna, bo, bostedet, day, days, hjemmet} from '../builders/values.ts'

const other = aGrant({id: 'B-2', supplierCvr: hjemmet, supplierName: 'Hjemmet'})
const grants = grantsById(aRegister({grants: [aGrant(), other], inactive: [aGrant({id: 'B-9'})]}))

type Fields = Parameters<typeof excepted>[1]
type InvoiceFields = Parameters<typeof excepted>[2]

function suggestionOf(
  reason: ReasonCode,
  fields: Fields = {},
  invoice: InvoiceFields = {},
  language: 'da' | 'en' = 'da',
): string {
  const verdict = excepted(reason, fields, invoice)
  const [line] = verdict.lines
  return line ? suggestion(line, verdict.invoice, grants, language) : ''
}

const sentences = (text: string): number => text.split(/\.(?= \p{Lu}|$)/u).filter(Boolean).length

const hints: readonly (readonly [ReasonCode, Hint, string])[] = [
  [
    'AMOUNT_MISMATCH',
    {kind: 'newRate', oldRate: ore(1000_00), newRate: ore(1025_00), service: 'Botilbud', supplierCvr: bostedet},
    '1.025,00 kr. i stedet for 1.000,00 kr.',
  ],
  [
    'AMOUNT_MISMATCH',
    {kind: 'regulation', grantId: 'B-1', from: '2026-01', to: '2026-02'},
    'fra januar 2026 til februar 2026',
  ],
  [
    'AMOUNT_MISMATCH',
    {kind: 'regulation', grantId: 'B-1', from: '2026-01-01', to: '2026-02-28'},
    'fra 01.01.2026 til 28.02.2026',
  ],
  [
    'NO_GRANT_WITH_SUPPLIER',
    {kind: 'inactiveGrantFits', grantId: 'B-9'},
    'Bevilling B-9 passer, men dens status tæller ikke',
  ],
  [
    'PERIOD_ALREADY_PAID',
    {kind: 'onlyPaidTo', grantId: 'B-1', paidTo: day('2026-03-31')},
    '«Betalt til» 31.03.2026 på bevilling B-1',
  ],
  ['PERIOD_MISMATCH', {kind: 'amountOfMonth', grantId: 'B-1', month: '2026-02'}, 'koster for februar 2026'],
  ['PERIOD_AMBIGUOUS', {kind: 'billingUnknown'}, `suppliers."${bostedet}".billing i bills.yaml`],
  ['PERIOD_AMBIGUOUS', {kind: 'billingsDiffer'}, `suppliers."${bostedet}".billing i bills.yaml`],
  ['PERIOD_AMBIGUOUS', {kind: 'contradictoryText'}, 'strider mod hinanden'],
  ['PERIOD_AMBIGUOUS', {kind: 'textOtherMonth', month: 'uge 12'}, '«uge 12»'],
  ['PERIOD_AMBIGUOUS', {kind: 'oneEndOutside'}, 'Kun den ene af Periode fra og Periode til'],
  ['PERIOD_AMBIGUOUS', {kind: 'textAgainstColumns'}, 'en anden periode end Periode fra og Periode til'],
  ['CREDIT_NOTE_UNMATCHED', {kind: 'unknownCreditedNumber', number: 'F-77'}, 'faktura F-77'],
  ['CREDIT_NOTE_UNMATCHED', {kind: 'severalPostedLines', count: 3}, '3 konterede linjer'],
  [
    'DUPLICATE_INVOICE',
    {kind: 'firstDocument', documentNumber: '5100000009', invoiceNumber: 'F-1', runId: '20260301-080000'},
    'bilag 5100000009, faktura F-1, senest i kørsel 20260301-080000',
  ],
  [
    'DUPLICATE_INVOICE',
    {kind: 'firstDocument', documentNumber: '', invoiceNumber: 'F-1', runId: null},
    'først med faktura F-1, i denne kørsel',
  ],
  ['DUPLICATE_INVOICE', {kind: 'bookedByPeople'}, 'bogført manuelt'],
  ['CREDITED_UNPOSTED', {kind: 'heldBy', invoiceNumber: 'F-5'}, 'faktura F-5'],
  ['CPR_AMBIGUOUS', {kind: 'textCitizen', masked: '910180-****'}, '910180-****'],
  [
    'MAPPING_MISSING',
    {kind: 'mappingKeys', paragraph: '107', ownership: 'Privat', targetGroup: 'Voksne', service: 'Botilbud'},
    'Tilføj en række i støttearket, der passer på paragraf 107, ejerforhold «Privat», målgruppe «Voksne», indsats «Botilbud»',
  ],
  [
    'MAPPING_AMBIGUOUS',
    {kind: 'mappingKeys', paragraph: '107', ownership: 'Privat', targetGroup: 'Voksne', service: 'Botilbud'},
    'netop én række passer bedst',
  ],
  [
    'ACCOUNT_CLOSED',
    {
      kind: 'account',
      account: '40000107',
      pspElement: 'XG-5038500001-00001',
      successor: '40000117',
      problem: 'blocked',
    },
    'sæt 40000117 i støttearket i stedet for 40000107',
  ],
  [
    'ACCOUNT_CLOSED',
    {
      kind: 'account',
      account: '40000107',
      pspElement: 'XG-5038500001-00001',
      successor: 'XG-5038500002-00001',
      problem: 'notValid',
    },
    'i stedet for XG-5038500001-00001',
  ],
  [
    'ACCOUNT_CLOSED',
    {kind: 'account', account: '40000107', pspElement: 'XG-5038500001-00001', successor: '', problem: 'unknown'},
    'er ikke i kontoplanen',
  ],
  [
    'ACCOUNT_MALFORMED',
    {kind: 'account', account: '95000000', pspElement: 'x', successor: '', problem: 'malformed'},
    'Kontoen er en statuskonto',
  ],
  ['GRANT_UNREADABLE', {kind: 'unreadableRow', file: 'grants.csv', row: 14}, 'Ret række 14 i grants.csv'],
]

const doubts: readonly (readonly [ReasonCode, Doubt, string])[] = [
  [
    'GRANT_AMBIGUOUS',
    {kind: 'otherGrantOtherMonth', grantId: 'B-2', month: '2026-02'},
    'Bevilling B-2 koster det samme for februar 2026',
  ],
  [
    'PERIOD_AMBIGUOUS',
    {kind: 'gap', grantIds: ['B-1'], month: '2026-02'},
    'Regningen for februar 2026 (bevilling B-1) mangler',
  ],
  ['GRANT_AMBIGUOUS', {kind: 'partlyCovered', grantId: 'B-2'}, 'bevilling B-2 dækker andre dage'],
  ['GRANT_AMBIGUOUS', {kind: 'outOfScopeFits', grantIds: ['B-2', 'B-3']}, 'Bevilling B-2 og B-3 passer også'],
  ['GRANT_AMBIGUOUS', {kind: 'nearAndExact'}, 'rules.amountTolerance'],
]

describe('suggestion', () => {
  it.each(hints)('says for %s the hint %o', (reason, hint, expected) => {
    const text = suggestionOf(reason, {evidence: {hints: [hint]}})
    expect(text).toContain(expected)
    expect(suggestionOf(reason, {evidence: {hints: [hint]}}, {}, 'en')).not.toMatch(/[æøå](?!re)/)
  })

  it.each(doubts)('says for %s the doubt %o', (reason, doubt, expected) => {
    expect(suggestionOf(reason, {evidence: {doubt}})).toContain(expected)
    expect(suggestionOf(reason, {evidence: {doubt}}, {}, 'en')).not.toBe(suggestionOf(reason, {evidence: {doubt}}))
  })

  it.each(reasonCodes)('says of %s in one to three sentences what to do, whatever the evidence holds', (reason) => {
    const all = {hints: hints.filter(([code]) => code === reason).map(([, hint]) => hint), nearest: ['B-1', 'B-2']}
    for (const evidence of [{}, all]) {
      for (const language of ['da', 'en'] as const) {
        const text = suggestionOf(reason, {evidence}, {}, language)
        expect(sentences(text)).toBeGreaterThanOrEqual(1)
        expect(sentences(text)).toBeLessThanOrEqual(3)
      }
    }
  })

  it('says what the nearest grant costs, and how far the line is from it', () => {
    const evidence = {nearest: ['B-1'], candidates: [aCandidate()]}
    expect(suggestionOf('AMOUNT_MISMATCH', {line: {amount: ore(12_000_00)}, evidence})).toBe(
      'Bevilling B-1 koster 12.345,00 kr. for marts 2026; linjen er 345,00 kr. lavere. Ret taksten på bevillingen, hvis den er ny, eller bed leverandøren om en ny regning.',
    )
    expect(suggestionOf('AMOUNT_MISMATCH', {line: {amount: ore(13_000_00)}, evidence}, {}, 'en')).toContain(
      'Grant B-1 costs DKK 12,345.00 for March 2026; the line is DKK 655.00 higher.',
    )
  })

  it('names the days that the nearest grant covers', () => {
    const march = {nearest: ['B-1']}
    expect(
      suggestionOf('GRANT_NOT_VALID', {
        evidence: march,
        period: {...days('2025-12-01/2025-12-15'), basis: 'columns'},
      }),
    ).toContain('Bevilling B-1 dækker fra 01.01.2026, ikke 01.12.2025-15.12.2025.')
  })

  it('names the supplier that the citizen does have a grant with, and the key that would join the two', () => {
    const evidence = {candidates: [aCandidate({grantId: 'B-2', excludedBy: 'supplier'})]}
    const text = suggestionOf('SUPPLIER_UNKNOWN', {evidence}, {supplierCvr: '11111114', supplierName: 'Kontoret'})
    expect(text).toContain(`Borgeren har bevilling hos Hjemmet (CVR ${hjemmet}), B-2.`)
    expect(text).toContain(`sæt "11111114" i suppliers."${hjemmet}".billsAs i bills.yaml`)
    expect(suggestionOf('NO_GRANT_WITH_SUPPLIER', {evidence})).not.toContain('billsAs')
  })

  it('names the cell that cannot be read', () => {
    const problem = {column: 'Beløb', value: '1,2,3', expected: 'amount', source: {file: 'week.csv', row: 14}} as const
    expect(suggestionOf('ROW_INVALID', {}, {problems: [problem]})).toBe(
      'week.csv:14 Beløb «1,2,3»: forventede et beløb som 1.234,56. Ret feltet i kilden, eller behandl regningen manuelt.',
    )
  })

  it.each([
    ['CPR_AMBIGUOUS', {citizen: null, line: {text: `for ${anna} og ${bo}`}}, {}],
    ['CITIZEN_UNKNOWN', {citizen: anna}, {supplierName: `Bostedet ${bo}`}],
    ['CPR_INVALID', {line: {cprField: {kind: 'invalid', text: '991390-1234'}}}, {}],
    [
      'DUPLICATE_INVOICE',
      {evidence: {hints: [{kind: 'firstDocument', documentNumber: '', invoiceNumber: `${anna}`, runId: null}]}},
      {},
    ],
    ['CVR_INVALID', {}, {supplierCvr: bo}],
  ] as const)('shows of %s no CPR number whole', (reason, fields, invoice) => {
    const text = suggestionOf(reason, fields as Fields, invoice)
    expect(text).not.toMatch(/\d{6}-?\d{4}/)
    expect(text).toMatch(/\d{6}-\*{4}/)
  })

  it('leaves a document number of ten digits as it is, so that it can be found', () => {
    const hint = {kind: 'firstDocument', documentNumber: '5100000009', invoiceNumber: 'F', runId: null} as const
    expect(suggestionOf('DUPLICATE_INVOICE', {evidence: {hints: [hint]}})).toContain('bilag 5100000009')
  })

  it('leaves out the evidence of a line that is left only because another failed', () => {
    const evidence = {hints: [{kind: 'billingUnknown'}], nearest: ['B-1']} as const
    expect(suggestionOf('OTHER_LINE_FAILED', {evidence})).toBe(
      'Linjen følger med, når regningens øvrige linjer er klaret.',
    )
  })
})
