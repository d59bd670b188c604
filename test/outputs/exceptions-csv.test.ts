/** `exceptions.csv`, cell by cell. */
import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import {grantsById} from '../../src/exceptions/grants-by-id.ts'
import {ore} from '../../src/model/money.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {exceptionsCsv} from '../../src/outputs/exceptions/csv.ts'
import {exceptionRows} from '../../src/outputs/exceptions/exception-rows.ts'
import {aCandidate, aGrant, aLineVerdict, aRegister, excepted, exceptedLines, posted} from '../builders/outputs.ts'
import {anna, bo, day, march} from '../builders/values.ts'

const grants = grantsById(aRegister({grants: [aGrant(), aGrant({id: 'B-2', caseworker: 'Åse Ø'})]}))
const rowsOf = (verdicts: readonly InvoiceVerdict[]) => exceptionRows(verdicts, grants, 'da')
const csv = (verdicts: readonly InvoiceVerdict[]): string[] => exceptionsCsv(rowsOf(verdicts)).split('\r\n')

describe('exceptions.csv', () => {
  it('has the columns of the contract, with what was expected of the one nearest grant', () => {
    const evidence = {nearest: ['B-1'], candidates: [aCandidate()]}
    const mismatch = excepted('AMOUNT_MISMATCH', {line: {amount: ore(12_000_00)}, expected: ore(12_345_00), evidence})
    expect(csv([posted(), mismatch])).toEqual([
      'Kode;Årsag;Ansvarlig;Forslag;Bilagsnummer;Fakturanummer;Linje;Fakturadato;Forfaldsdato;CVR-nummer;Leverandør;CPR-nummer;Beløb;Periode fra;Periode til;Bevillings-id;Forventet beløb;Difference;Sagsbehandler;Kilde;Række',
      'AMOUNT_MISMATCH;Beløbet er ikke det, bevillingen koster for perioden.;Sagsbehandler;"Bevilling B-1 koster 12.345,00 kr. for marts 2026; linjen er 345,00 kr. lavere. Ret taksten på bevillingen, hvis den er ny, eller bed leverandøren om en ny regning.";5100000001;F-1;1;02-04-2026;01-05-2026;12345674;Bostedet;610190-1234;12000,00;01-03-2026;31-03-2026;B-1;12345,00;-345,00;Kim Kø;invoices.csv;2',
      '',
    ])
  })

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1'])(
    'makes the text %j harmless, and leaves amounts alone',
    (supplierName) => {
      const [, line] = csv([excepted('CPR_MISSING', {line: {amount: ore(-12_00)}}, {supplierName})])
      expect(line).toContain(`;'${supplierName};`)
      expect(line).toContain(';-12,00;')
    },
  )
})

describe('exceptions.csv, line breaks', () => {
  it.each(['Kim\nKø', 'Kim\rKø', 'Kim\r\nKø'])('keeps the cell %j in its row', (caseworker) => {
    const register = aRegister({grants: [aGrant({caseworker})]})
    const mismatch = excepted('AMOUNT_MISMATCH', {evidence: {nearest: ['B-1'], candidates: [aCandidate()]}})
    const text = exceptionsCsv(exceptionRows([mismatch], grantsById(register), 'da'))
    expect(parse(text, {delimiter: ';', record_delimiter: '\r\n', columns: true})).toMatchObject([
      {Sagsbehandler: caseworker},
    ])
    expect(text).toContain(`;"${caseworker}";`)
  })
})

describe('exceptionRows', () => {
  it('come by due date, none last, then by document, invoice and line, numbers by value', () => {
    const of = (documentNumber: string, dueDate: string | null, lineNumbers: readonly string[] = ['1']) =>
      exceptedLines(
        lineNumbers.map((lineNumber) => aLineVerdict({reason: 'CPR_MISSING', line: {lineNumber}})),
        {documentNumber, dueDate: dueDate === null ? null : day(dueDate)},
      )
    const rows = rowsOf([
      of('a', null),
      of('c', '2026-05-01', ['10', 'x', '9']),
      of('b', '2026-05-01'),
      of('d', '2026-04-01'),
    ])
    expect(rows.map(({invoice, verdict}) => `${invoice.documentNumber}${verdict.line.lineNumber}`)).toEqual([
      ...['d1', 'b1', 'c9', 'c10', 'cx', 'a1'],
    ])
  })

  it('hold every line of the invoice, each with its own code', () => {
    const lines = [aLineVerdict({reason: 'OTHER_LINE_FAILED'}), aLineVerdict({reason: 'CPR_MISSING'})]
    expect(rowsOf([exceptedLines(lines)]).map(({code}) => code)).toEqual(['OTHER_LINE_FAILED', 'CPR_MISSING'])
  })

  it('name no grant and no difference where several are nearest, but all their caseworkers', () => {
    const [row] = rowsOf([excepted('GRANT_AMBIGUOUS', {expected: ore(1), evidence: {nearest: ['B-1', 'B-2']}})])
    expect(row).toMatchObject({grantId: '', expected: null, difference: null, caseworkers: 'Kim Kø, Åse Ø'})
  })

  it.each([
    ['the established period', {}, march],
    [
      'the columns as read',
      {period: null, line: {periodFrom: march.from, periodTo: null}},
      {from: march.from, to: null},
    ],
  ])('show %s', (_, fields, expected) => {
    expect(rowsOf([excepted('CPR_MISSING', fields)])[0]).toMatchObject(expected)
  })

  it.each([
    ['the citizen found', {citizen: anna, line: {cprField: {kind: 'empty'}}}, '610190-1234'],
    ["the field's number in doubt", {citizen: null, line: {cprField: {kind: 'number', cpr: bo}}}, '910180-1234'],
    ['what the field holds', {citizen: null, line: {cprField: {kind: 'invalid', text: '99'}}}, '99'],
    ['nothing', {citizen: null, line: {cprField: {kind: 'empty'}}}, ''],
  ] as const)('show as citizen %s', (_, fields, expected) => {
    expect(rowsOf([excepted('CPR_AMBIGUOUS', fields)])[0]?.cpr).toBe(expected)
  })
})
