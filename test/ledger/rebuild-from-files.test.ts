/** A ledger that was lost is made anew from the folders of its runs. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {pendingRuns} from '../../src/ledger/open/guards.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {recover} from '../../src/ledger/recover/recover.ts'
import {inFolder, request} from '../builders/ledger.ts'
import {anna, bo} from '../builders/values.ts'

const remarksHeader = 'Bilagsnummer;Fakturanummer;CVR-nummer;Status;Kode;Bemærkning'
const paidHeader = 'Bevillings-id;CPR-nummer;Periode fra;Periode til;Beløb;Fakturanummer;Bilagsnummer;Bogført dato'

function runFolder(folder: string, name: string, remarks: readonly string[] | null, paid: readonly string[]): void {
  const path = join(folder, 'out', name)
  mkdirSync(path, {recursive: true})
  if (remarks) writeFileSync(join(path, 'opus-remarks.csv'), [remarksHeader, ...remarks, ''].join('\r\n'))
  writeFileSync(join(path, 'sensum-paid.csv'), Buffer.from([paidHeader, ...paid, ''].join('\r\n'), 'latin1'))
}

const earlierIn = (folder: string) => {
  const ledger = openLedger(request(folder, {newLedger: true}))
  expect(recover(ledger, join(folder, 'out'))).toEqual([])
  expect(pendingRuns(ledger)).toBeNull()
  const earlier = loadEarlier(ledger, [anna, bo])
  closeLedger(ledger)
  return earlier
}

const march = {from: '2026-03-01', to: '2026-03-31'}

it('takes posted documents and paid rows over from the runs that are found', () => {
  inFolder((folder) => {
    runFolder(
      folder,
      '20260401-101500',
      ['B1;F1;12345674;Konteret;;Botilbud', 'B2;F2;12345674;Ikke konteret;AMOUNT_MISMATCH;', ';F3;12345674;Konteret;;'],
      [
        'G1;6101901234;01.03.2026;31.03.2026;600,00;F1;B1;01.04.2026',
        'G2;9101801234;01.03.2026;31.03.2026;400,50;F1;B1;01.04.2026',
        'G3;6101901234;01.03.2026;31.03.2026;70,00;F3;;01.04.2026',
      ],
    )
    runFolder(folder, '20260408-101500', ['B1;F1;12345674;Konteret;;', ';F3;12345674;Konteret;;'], [])
    const {documents, grantCount} = earlierIn(folder)
    expect(documents).toMatchObject([
      {
        key: 'doc:B1',
        outcome: 'posted',
        total: 1000_50,
        runId: '20260401-101500',
        fingerprint: '',
        lines: [
          {
            citizen: anna,
            amount: 600_00,
            postings: [{grantId: 'G1', citizen: anna, period: march, paragraph: '', account: ''}],
          },
          {citizen: bo, amount: 400_50, postings: [{grantId: 'G2', citizen: bo, period: march}]},
        ],
      },
      {key: 'inv:12345674:F3', total: 70_00, runId: '20260401-101500'},
    ])
    expect(grantCount).toBeNull()
  })
})

it('takes over what was paid when OPUS had confirmed it', () => {
  inFolder((folder) => {
    runFolder(folder, '20260401-101500', ['B1;F1;12345674;Konteret;;'], [])
    runFolder(folder, '20260401-101500-confirmed-1', null, [
      'G1;6101901234;01.03.2026;31.03.2026;600,00;F1;B1;05.04.2026',
    ])
    expect(earlierIn(folder).documents).toMatchObject([{key: 'doc:B1', total: 600_00}])
  })
})

it('opens the days of a row that was taken back, and of no other', () => {
  inFolder((folder) => {
    runFolder(
      folder,
      '20260401-101500',
      ['K1;K1;12345674;Konteret;;', 'B1;F1;12345674;Konteret;;'],
      [
        'G1;6101901234;01.03.2026;31.03.2026;-600,00;K1;K1;01.04.2026',
        'G1;6101901234;01.03.2026;31.03.2026;600,00;F1;B1;01.04.2026',
        'G2;6101901234;01.03.2026;31.03.2026;400,00;F1;B1;01.04.2026',
      ],
    )
    const {documents} = earlierIn(folder)
    expect(documents).toMatchObject([
      {key: 'doc:B1', lines: [{reversed: {runId: '20260401-101500', paidTo: {G1: null}}}, {reversed: null}]},
      {key: 'doc:K1', type: 'creditNote', lines: [{postings: [{reverses: {documentKey: 'doc:B1', lineNumber: '1'}}]}]},
    ])
  })
})

it('counts paid rows whose document is not among the remarks', () => {
  inFolder((folder) => {
    runFolder(folder, '20260401-101500', [], ['G1;6101901234;01.03.2026;31.03.2026;600,00;F1;B1;01.04.2026'])
    expect(earlierIn(folder).documents).toMatchObject([{key: 'doc:B1', lines: [{postings: [{grantId: 'G1'}]}]}])
  })
})

it.each([
  ['the remarks are missing', (run: string) => rmSync(join(run, 'opus-remarks.csv')), /opus-remarks\.csv.*missing/],
  [
    'an amount cannot be read',
    (run: string) =>
      writeFileSync(join(run, 'sensum-paid.csv'), `${paidHeader}\r\nG1;6101901234;01.03.2026;31.03.2026;6E2;F1;B1;x`),
    /sensum-paid\.csv:2: Beløb/,
  ],
  ['a column is missing', (run: string) => writeFileSync(join(run, 'sensum-paid.csv'), 'A;B\r\n'), /Bevillings-id/],
])('refuses to take a run over where %s, and makes no ledger', (_, harm, message) => {
  inFolder((folder) => {
    runFolder(folder, '20260401-101500', ['B1;F1;12345674;Konteret;;'], [])
    harm(join(folder, 'out', '20260401-101500'))
    expect(() => openLedger(request(folder, {newLedger: true}))).toThrow(message)
    expect(() => openLedger(request(folder))).toThrow(/does not exist/)
  })
})
