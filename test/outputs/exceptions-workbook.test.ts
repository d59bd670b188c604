/** `exceptions.xlsx`: sheets, cells, and what a person may answer. */
import ExcelJS from 'exceljs'
import {describe, expect, it} from 'vitest'
import {ore} from '../../src/model/money.ts'
import type {FinishedRun} from '../../src/model/run.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {exceptionColumns} from '../../src/outputs/exceptions/exception-rows.ts'
import {runFiles} from '../../src/outputs/run-files.ts'
import {aCandidate, aConfig, aGrant, aRun, excepted} from '../builders/outputs.ts'
import {bo, bostedet, day, hjemmet} from '../builders/values.ts'

const grants = [
  aGrant(),
  aGrant({id: 'B-2', citizen: bo}),
  aGrant({id: 'B-3', supplierCvr: hjemmet}),
  aGrant({id: 'B-4', paragraph: '95'}),
]

async function workbookOf(run: FinishedRun, language = 'da'): Promise<ExcelJS.Workbook> {
  const files = await runFiles(run, aConfig({language, suppliers: {[hjemmet]: {billsAs: ['11111114']}}}))
  const workbook = new ExcelJS.Workbook()
  const bytes = files.find(({name}) => name === 'exceptions.xlsx')?.bytes ?? new Uint8Array()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

const runOf = (...verdicts: InvoiceVerdict[]) => aRun(verdicts, {register: {grants}})

/** What the drop-down of the first exception offers. */
function offered(workbook: ExcelJS.Workbook, row = 2): unknown[] {
  const sheet = workbook.worksheets[0]
  const formula = String(sheet?.getCell(row, exceptionColumns.length + 1).dataValidation?.formulae[0])
  const found = /^(\w+)!\$A\$(\d+):\$A\$(\d+)$/.exec(formula)
  const lists = workbook.getWorksheet(found?.[1] ?? '')
  const [first, last] = [Number(found?.[2]), Number(found?.[3])]
  return Array.from({length: last - first + 1}, (_, at) => lists?.getCell(first + at, 1).value)
}

const values = (sheet: ExcelJS.Worksheet | undefined, row: number): unknown[] => [
  ...((sheet?.getRow(row).values ?? []) as unknown[]).slice(1),
]

const mismatch = excepted('AMOUNT_MISMATCH', {
  line: {amount: ore(12_000_50)},
  expected: ore(12_345_00),
  evidence: {
    nearest: ['B-1'],
    candidates: [
      aCandidate(),
      aCandidate({
        grantId: 'B-3',
        excludedBy: 'supplier',
        grantValue: hjemmet,
        lineValue: bostedet,
        expected: null,
        covered: null,
      }),
    ],
  },
})

describe('exceptions.xlsx', () => {
  it('has the columns of the contract, those of the answer, and hidden what leads back to the line', async () => {
    const [sheet] = (await workbookOf(runOf(mismatch))).worksheets
    expect(values(sheet, 1)).toEqual([
      ...exceptionColumns,
      ...['Beslutning', 'Besluttet af', 'Begrundelse', 'run', 'document', 'line'],
    ])
    expect(values(sheet, 2).slice(-3)).toEqual(['20260408-101500', 'doc:5100000001', '1'])
    expect([24, 25, 26, 27].map((column) => sheet?.getColumn(column).hidden ?? false)).toEqual([
      false,
      true,
      true,
      true,
    ])
  })

  it('has real numbers and days in Danish formats, a filter and a header that stays', async () => {
    const [sheet] = (await workbookOf(runOf(mismatch))).worksheets
    const cell = (column: (typeof exceptionColumns)[number]) => sheet?.getCell(2, exceptionColumns.indexOf(column) + 1)
    expect(cell('Beløb')).toMatchObject({value: 12_000.5, numFmt: '#,##0.00'})
    expect(cell('Difference')?.value).toBe(-344.5)
    expect(cell('Forfaldsdato')).toMatchObject({value: new Date('2026-05-01T00:00:00Z'), numFmt: 'dd-mm-yyyy'})
    expect(sheet?.views[0]).toMatchObject({state: 'frozen', ySplit: 1})
    expect(sheet?.autoFilter).toBe('A1:AA2')
  })

  it('writes text as text, whatever a spreadsheet would take it for', async () => {
    const formula = '=HYPERLINK("http://x","y")'
    const [sheet] = (
      await workbookOf(runOf(excepted('CPR_MISSING', {}, {supplierName: formula, invoiceNumber: '00123'})))
    ).worksheets
    const cell = sheet?.getCell(2, exceptionColumns.indexOf('Leverandør') + 1)
    expect(cell).toMatchObject({value: formula, type: ExcelJS.ValueType.String, numFmt: '@'})
    expect(sheet?.getCell(2, exceptionColumns.indexOf('Fakturanummer') + 1).value).toBe('00123')
  })

  it.each([
    ['the nearest grants', excepted('GRANT_AMBIGUOUS', {evidence: {nearest: ['B-2', 'B-1']}}), ['B-1', 'B-2']],
    [
      'the grant of a doubt',
      excepted('GRANT_AMBIGUOUS', {evidence: {nearest: ['B-1'], doubt: {kind: 'partlyCovered', grantId: 'B-2'}}}),
      ['B-1', 'B-2'],
    ],
    [
      "the supplier's grants in scope where the citizen is unknown",
      excepted('CPR_MISSING', {citizen: null, line: {cprField: {kind: 'empty'}}}),
      ['B-1', 'B-2'],
    ],
    [
      'those of a supplier that lists the CVR number',
      excepted('CPR_MISSING', {line: {cprField: {kind: 'empty'}}}, {supplierCvr: '11111114'}),
      ['B-3'],
    ],
    [
      'those of the citizens that the line names',
      excepted('CPR_AMBIGUOUS', {line: {cprField: {kind: 'empty'}, text: `${bo} 010203-1234`}}),
      ['B-2'],
    ],
    ['no grant where a person may not settle it', excepted('MAPPING_MISSING', {evidence: {nearest: ['B-1']}}), []],
  ])('offers %s', async (_, verdict, ids) => {
    expect(offered(await workbookOf(runOf(verdict)))).toEqual([...ids, 'Betalt manuelt', 'Afvis'])
  })

  it('gives each row the list of its own, equal lists only once', async () => {
    const two = excepted('GRANT_AMBIGUOUS', {evidence: {nearest: ['B-1', 'B-2']}}, {dueDate: day('2026-05-02')})
    const workbook = await workbookOf(runOf(mismatch, two, {...mismatch, documentKey: 'doc:x'}))
    expect([2, 3, 4].map((row) => offered(workbook, row).length)).toEqual([3, 3, 4])
    expect(workbook.getWorksheet('Lister')).toMatchObject({state: 'hidden', rowCount: 1 + 3 + 4})
  })

  it('has sheets of actions, candidates and row errors', async () => {
    const run = aRun([mismatch], {
      register: {grants},
      rowErrors: [
        {
          source: {file: 'grants.csv', row: 9},
          table: 'grants',
          problems: [{column: 'Takst', value: 'x', expected: 'amount'}],
        },
      ],
    })
    const workbook = await workbookOf(run)
    expect(workbook.worksheets.map(({name}) => name)).toEqual([
      'Undtagelser',
      'Handlinger',
      'Kandidater',
      'Rækkefejl',
      'Lister',
    ])
    expect(values(workbook.getWorksheet('Handlinger'), 2).slice(1)).toEqual([
      'Sagsbehandler',
      'AMOUNT_MISMATCH',
      'op til',
      1,
      12_000.5,
    ])
    expect(values(workbook.getWorksheet('Kandidater'), 2).slice(3, 8)).toEqual([
      'B-1',
      'Beløb',
      '12.345,00',
      '12.000,00',
      12_345,
    ])
    expect(values(workbook.getWorksheet('Kandidater'), 3).slice(3, 7)).toEqual(['B-3', 'Leverandør', hjemmet, bostedet])
    expect(values(workbook.getWorksheet('Rækkefejl'), 2).slice(0, 6)).toEqual([
      'grants.csv',
      9,
      'Bevillinger',
      'Takst',
      'x',
      'forventede et beløb som 1.234,56',
    ])
  })

  it('is in English where that is asked for, but for the fixed headers and answers', async () => {
    const workbook = await workbookOf(runOf(mismatch), 'en')
    expect(workbook.worksheets.map(({name}) => name)).toEqual([
      'Exceptions',
      'Actions',
      'Candidates',
      'Row errors',
      'Lists',
    ])
    expect(values(workbook.worksheets[0], 1).slice(0, 4)).toEqual(['Kode', 'Årsag', 'Ansvarlig', 'Forslag'])
    expect(values(workbook.worksheets[0], 2)[1]).toBe('The amount is not what the grant costs for the period.')
    expect(offered(workbook)).toEqual(['B-1', 'Betalt manuelt', 'Afvis'])
  })

  it('opens where nothing was excepted', async () => {
    const workbook = await workbookOf(runOf())
    expect(workbook.worksheets.map(({rowCount}) => rowCount)).toEqual([1, 1, 1, 1, 1])
  })
})
