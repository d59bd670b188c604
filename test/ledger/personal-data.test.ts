/** No whole CPR number stands in the ledger. */
import {createSecretKey} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {citizensIn} from '../../src/ledger/commit/run-records.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {decrypt, encrypt} from '../../src/ledger/open/key-file.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import {aFix, aGrant, aLine, anInvoice, aPosting, aRun, filesOf, inFolder, posted, request} from '../builders/ledger.ts'
import {anna, april, bostedet, ofOre} from '../builders/values.ts'

describe('no whole CPR number stands in the ledger', () => {
  const number = anna.replace(/(......)/, '$1-')
  const invoice = anInvoice({
    documentNumber: anna,
    invoiceNumber: `Regning ${number}`,
    supplierCvr: anna,
    supplierName: `Tilbud for ${number}`,
    lines: [aLine({lineNumber: anna, text: number, source: {file: `${anna}.xml`, row: 1}})],
    problems: [{source: {file: 'a.csv', row: 2}, column: 'CPR-nummer', value: number, expected: 'cpr'}],
  })
  const posting = aPosting({grantId: `${number}/1`, service: `Botilbud ${anna}`, paragraph: anna})
  const row = {
    supplierCvr: bostedet,
    citizen: anna,
    documentNumber: anna,
    invoiceNumber: anna,
    amount: ofOre(5),
    period: april,
  }
  const run = {
    fixes: [aFix],
    verdicts: [posted(invoice, [posting])],
    files: [{name: `${anna}.xml`, kind: 'invoices' as const, rows: 1, sha256: ''}],
    booked: {
      rows: [row],
      unreadable: [{source: {file: `${number}.csv`, row: 2}, supplierCvr: bostedet, citizen: anna, problems: []}],
    },
    creditedNumbers: [{supplierCvr: bostedet, foldedNumber: anna}],
  }

  /** As a run, and as a dry run. */
  const withRecorded = <Result>(look: (ledger: Ledger) => Result): Result =>
    inFolder((folder) => {
      const ledger = openLedger(request(folder))
      for (const record of [aRun(run), aRun({...run, runId: '20260415-101500', dryRun: true})]) {
        commitRun(ledger, join(folder, 'out'), record, filesOf(record))
      }
      const result = look(ledger)
      closeLedger(ledger)
      return result
    })

  it('wherever one stood in what was read, of a run or of a dry run', () => {
    withRecorded((ledger) => {
      const bytes = readFileSync(ledger.file, 'latin1')
      expect([bytes.includes('610190-****'), bytes.includes(anna), bytes.includes(number)]).toEqual([
        true,
        false,
        false,
      ])
    })
  })

  it('but a PSP element of ten digits, which is none, stands whole', () => {
    withRecorded((ledger) => {
      const [fix] = ledger.database.prepare('SELECT text_da FROM fixes').all()
      expect(fix?.text_da).toBe('Ret 610190-**** på XG-5038500001-00009.')
    })
  })

  it('and yet every number can be read again', () => {
    const earlier = withRecorded((ledger) => loadEarlier(ledger, [anna]))
    expect(earlier.documents).toMatchObject([
      {
        key: `doc:${anna}`,
        documentNumber: anna,
        invoiceNumber: `Regning ${number}`,
        supplierCvr: anna,
        lines: [{lineNumber: anna, postings: [{...posting, runId: '20260408-101500'}]}],
      },
    ])
    expect(earlier.booked).toEqual([row])
    expect(earlier.creditedNumbers).toEqual(run.creditedNumbers)
  })
})

it.each(['', 'F-1', '5100012345', 'sealed:x', '6101901234', 'Regning 610190-1234 æøå'])(
  'encrypts and decrypts «%s»',
  (text) => {
    const key = createSecretKey(Buffer.alloc(32, 7))
    expect(encrypt(key, text)).toBe(encrypt(key, text))
    expect(decrypt(key, encrypt(key, text))).toBe(text)
  },
)

it('finds every citizen whom the inputs of a run name', () => {
  const cprs = ['6101901111', '6101901112', '6101901113', '6101901114', '6101901115', '6101901116'] as Cpr[]
  const [field, text, grant, inactive, unreadable, booked] = cprs as [Cpr, Cpr, Cpr, Cpr, Cpr, Cpr]
  const source = {file: 'a.csv', row: 2}
  const {batch} = aRun().run.read
  const inputs = {
    ...batch,
    invoices: [anInvoice({lines: [aLine({cprField: {kind: 'number', cpr: field}, text: `For ${text}`})]})],
    register: {
      grants: [aGrant({citizen: grant})],
      inactive: [aGrant({citizen: inactive})],
      unreadable: [{source, grantId: 'G', citizen: unreadable, supplierCvr: null, problems: []}],
    },
    booked: {rows: [], unreadable: [{source, supplierCvr: null, citizen: booked, problems: []}]},
  }
  expect([...citizensIn(inputs)].toSorted()).toEqual(cprs)
})
