/** commands.md, explain: a proof that this version cannot read is not trusted, though it is as its run wrote it. */
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, it} from 'vitest'
import {explain} from '../../src/app/explain.ts'
import {runMatch} from '../../src/app/match.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {sha256} from '../../src/files/sha256.ts'

it('what the ledger alone knows is explained, and why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bills-proof-'))
  try {
    await cp(join(import.meta.dirname, '../reasons/AMOUNT_MISMATCH/input'), folder, {recursive: true})
    const path = (name: string): string => join(folder, name)
    const report = await runMatch({
      ...{invoices: [path('invoices.csv')], grants: [path('grants.csv')], mapping: path('mapping.csv'), chart: null},
      ...{booked: [], out: path('out'), ledger: path('bills.db'), newLedger: false, acceptFewerGrants: false},
      dryRun: false,
      config: requireMatchConfig(await loadConfig(path('bills.yaml'))),
      now: new Date('2026-04-08T06:00:00Z'),
    })
    const explanation = (): string =>
      JSON.stringify(
        explain({
          ...{number: 'B-1', runId: null, municipality: '230'},
          ...{ledger: path('bills.db'), out: path('out'), language: 'en'},
        }),
      )
    expect(explanation()).toContain('"withoutProof":null')

    const proof = join(report.folder, 'proof.jsonl')
    const older = (await readFile(proof, 'utf8')).replaceAll('"cprField"', '"cpr"')
    await writeFile(proof, older)
    expect(explanation()).toContain('no longer as the run wrote it')

    const database = new DatabaseSync(path('bills.db'))
    database.prepare("UPDATE run_files SET sha256 = ? WHERE name = 'proof.jsonl'").run(sha256(older))
    database.close()
    expect(explanation()).toContain('written by another version of bills')
    expect(explanation()).toContain('"reason":"AMOUNT_MISMATCH"')
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
