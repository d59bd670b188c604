/** formats.md, The OPUS XML file: `explain` names the file and the document that an invoice became in it. */
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {explain} from '../../src/app/explain.ts'
import {runMatch} from '../../src/app/match.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'

it('a posted invoice is explained with its document in the XML file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bills-sent-'))
  try {
    await cp(join(import.meta.dirname, '../reasons/AMOUNT_MISMATCH/input'), folder, {recursive: true})
    const at = (name: string): string => join(folder, name)
    const changed = async (name: string, from: string, to: string): Promise<void> =>
      writeFile(at(name), (await readFile(at(name), 'utf8')).replace(from, to))
    await changed('invoices.csv', '1.200,00', '1.000,00')
    await changed('bills.yaml', 'opus:\n', 'opus:\n  format: both\n')
    const report = await runMatch({
      ...{invoices: [at('invoices.csv')], grants: [at('grants.csv')], mapping: at('mapping.csv'), chart: null},
      ...{booked: [], out: at('out'), ledger: at('bills.db'), newLedger: false, acceptFewerGrants: false},
      dryRun: false,
      config: requireMatchConfig(await loadConfig(at('bills.yaml'))),
      now: new Date('2026-04-08T06:00:00Z'),
    })
    const {invoices} = explain({
      ...{number: 'B-1', runId: null, municipality: '230', ledger: at('bills.db'), out: at('out'), language: 'da'},
    })
    const sent = invoices[0]?.run.files.filter((name) => name.includes('RECEIV_DOC')) ?? []
    const [, file = '', id = ''] = /^(ZFIR_\S+\.xml) \(RECEIV_DOC (\w+)\)$/.exec(sent.join()) ?? []
    expect(await readFile(join(report.folder, file), 'utf8')).toContain(`<RECEIV_DOC>${id}</RECEIV_DOC>`)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
