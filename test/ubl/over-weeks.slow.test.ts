/** matching.md 4: an invoice that was posted in one form is never posted again in another. */
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {expect, it} from 'vitest'
import {runMatch} from '../../src/app/match.ts'
import {anXml, type Fields} from '../builders/e-invoices.ts'
import {aConfig} from '../builders/records.ts'
import {inFolder, surroundings} from './run-files.ts'

const march = {note: '610190-1234', lines: [{period: ['2026-03-01', '2026-03-31'] as const}]}
const bill = (fields: Fields = {}): string => anXml({...march, ...fields})

const csv = (documentNumber: string) =>
  `Bilagsnummer;Fakturanummer;Fakturadato;CVR-nummer;CPR-nummer;Beløb;Periode fra;Periode til\n${documentNumber};F-1;2026-04-02;12345674;610190-1234;1.000,00;2026-03-01;2026-03-31\n`

const forms: Readonly<Record<string, {readonly name: string; readonly content: string}>> = {
  'a row with a document number': {name: 'a.csv', content: csv('5100000001')},
  'a row without one': {name: 'b.csv', content: csv('')},
  'an e-invoice': {name: 'c.xml', content: bill()},
  'an e-invoice with another note': {name: 'd.xml', content: bill({note: '610190-1234, igen'})},
}
const names = Object.keys(forms)
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const))

it.each(pairs)('%s, and the week after %s', async (first, second) => {
  await inFolder(surroundings, async (folder) => {
    const paid: unknown[] = []
    for (const [week, form] of [first, second].entries()) {
      const {name, content} = forms[form] ?? {name: '', content: ''}
      const invoices = [join(folder, `${week}-${name}`)]
      await writeFile(invoices[0] ?? '', content)
      const {folder: out, run} = await runMatch({
        ...{
          invoices,
          grants: [join(folder, 'grants.csv')],
          mapping: join(folder, 'mapping.csv'),
          chart: null,
          booked: [],
        },
        ...{out: join(folder, 'out'), ledger: join(folder, 'bills.db'), newLedger: false, acceptFewerGrants: false},
        dryRun: false,
        config: aConfig(),
        now: new Date(`2026-04-${week === 0 ? '06' : '13'}T07:00:00Z`),
      })
      expect(run.result.totals.received.invoices).toBe(1)
      paid.push(...parse(await readFile(join(out, 'sensum-paid.csv')), {delimiter: ';', columns: true, bom: true}))
    }
    expect(paid).toHaveLength(1)
  })
})
