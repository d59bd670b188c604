/** commands.md, report: what a fix would gain is exact where the data gives the value to put in. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {bulkFiles} from '../../samples/generator/bulk.ts'
import {readInputs} from '../../src/app/read-inputs.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import type {MatchConfig} from '../../src/config/schema.ts'
import {actionGroups} from '../../src/exceptions/action-groups.ts'
import {runBatch} from '../../src/match/run-batch.ts'
import type {BatchInputs} from '../../src/model/batch.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import {type Earlier, nothingEarlier} from '../../src/model/earlier.ts'
import type {Fix} from '../../src/model/run.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {dataChangesFor} from '../../src/what-if/data-changes.ts'
import {gainOf, triedFixes} from '../../src/what-if/try-fixes.ts'
import {earlierFrom} from '../builders/earlier-runs.ts'
import {
  aChart,
  aChartEntry,
  aConfig,
  aGrant,
  aMapping,
  aMappingRow,
  anInvoice,
  type Settings,
} from '../builders/records.ts'
import {inputsOf, type RunFields} from '../builders/run.ts'
import {bo, bostedet, day, hjemmet, kontoret} from '../builders/values.ts'

const postedBy = (inputs: BatchInputs, config: MatchConfig, earlier: Earlier): InvoiceVerdict[] =>
  runBatch(inputs, config, earlier).verdicts.filter(({outcome}) => outcome === 'posted')

function fixesFor(fields: RunFields, settings: Settings = {}, earlier: Earlier = nothingEarlier): Fix[] {
  const basis = {inputs: inputsOf(fields), config: aConfig(settings)}
  const result = runBatch(basis.inputs, basis.config, earlier)
  return triedFixes(actionGroups(result.verdicts, basis.inputs.register), basis, earlier, result)
}

/**
 * Every change that the exceptions suggest frees just what trying it said: applied to the whole batch, and to the same
 * bills in the run after.
 */
function expectPromisesKept(inputs: BatchInputs, config: MatchConfig, earlier: Earlier = nothingEarlier): string[] {
  const basis = {inputs, config}
  const result = runBatch(inputs, config, earlier)
  const {verdicts} = result
  const before = postedBy(inputs, config, earlier).length
  const remembered = earlierFrom(result, inputs, earlier)
  const kinds: string[] = []
  for (const group of actionGroups(verdicts, inputs.register)) {
    for (const change of dataChangesFor(group.affected, basis)) {
      const changed = change.apply(basis)
      const after = postedBy(changed.inputs, changed.config, earlier).length
      const {invoices} = gainOf(change, basis, earlier, verdicts)
      const next = postedBy(changed.inputs, changed.config, remembered).length
      const text = change.text.en
      expect({text, now: after - before, next}).toEqual({text, now: invoices, next: invoices})
      kinds.push(change.kind)
    }
  }
  return kinds
}

const citizens = Array.from({length: 5}, (_, at) => `61019012${30 + at}` as Cpr)
const each = <Item>(make: (citizen: Cpr, at: number) => Item): Item[] => citizens.map(make)
const grants = each((citizen, at) => aGrant({id: `G${at}`, citizen}))
const bills = (fields: Parameters<typeof anInvoice>[0] = {}) =>
  each((citizen, at) => anInvoice({document: `B${at}`, number: `F${at}`, citizen, ...fields}))

const shortOf = ({kind, invoices, exact, text}: Fix) => ({kind, invoices, exact, text: text.da})

describe('a fix that the data gives the value for', () => {
  it('is a new rate, from the first day billed with it', () => {
    const [fix] = fixesFor({grants, invoices: bills({amount: 1030_00})})
    expect(fix).toMatchObject({kind: 'rate', invoices: 5, amount: 5150_00, exact: true, owner: 'Administration'})
    expect(fix?.text.da).toContain('ret 1.000,00 kr. til 1.030,00 kr. på bevillingerne fra 01.03.2026')
  })

  it('leaves what was billed at the old rate before', () => {
    const february = bills({period: '2026-02', issued: '2026-03-02'}).map((invoice) => ({
      ...invoice,
      documentNumber: `A${invoice.documentNumber}`,
      invoiceNumber: `A${invoice.invoiceNumber}`,
    }))
    const [fix] = fixesFor({grants, invoices: [...february, ...bills({amount: 1030_00})]})
    expect(fix).toMatchObject({kind: 'rate', invoices: 5})
  })

  it('is a CVR number that bills for another', () => {
    const [fix] = fixesFor({grants, invoices: bills({cvr: kontoret})})
    expect(fix && shortOf(fix)).toMatchObject({kind: 'billsAs', invoices: 5, exact: true})
    expect(fix?.text.da).toContain(`Sæt ${kontoret} i suppliers."${bostedet}".billsAs`)
  })

  it('is the way of billing that frees more', () => {
    const unstated = bills({period: null, issued: '2026-04-02'})
    const [fix] = fixesFor({grants, invoices: unstated}, {periods: {postFrom: '2026-03-01'}})
    expect(fix && shortOf(fix)).toMatchObject({kind: 'billing', invoices: 5, exact: true})
  })

  it('is a row of the support sheet', () => {
    const fields = {grants, invoices: bills(), mapping: aMapping([aMappingRow({paragraph: '97'})])}
    expect(fixesFor(fields).map(shortOf)).toEqual([
      expect.objectContaining({kind: 'mapping', invoices: 5, exact: true}),
    ])
  })

  it('is the number that has taken the place of a closed one', () => {
    const chart = aChart({blocked: true, successor: '45000001'})
    const open = {entries: [...chart.entries, aChartEntry({number: '45000001'})]}
    const [fix] = fixesFor({grants, invoices: bills(), chart: open})
    expect(fix && shortOf(fix)).toEqual({
      ...{kind: 'account', invoices: 5, exact: true},
      text: 'Ret 45000000 til 45000001 i støttearket: kontoplanen har erstattet det.',
    })
  })
})

describe('any other fix', () => {
  it('is told with the most that it can free', () => {
    const [fix, ...others] = fixesFor({grants, invoices: bills({citizen: bo})})
    expect(fix && shortOf(fix)).toMatchObject({kind: 'other', invoices: 5, exact: false})
    expect(others).toEqual([])
  })

  it('is what frees nothing when it is tried', () => {
    const paid = grants.map((grant) => ({...grant, paidTo: day('2026-03-31')}))
    const fixes = fixesFor({grants: paid, invoices: bills({amount: 1030_00})})
    expect(fixes.map(shortOf)).toEqual([expect.objectContaining({kind: 'other', exact: false})])
  })

  it('is none where people handle the invoice by hand, whatever is corrected', () => {
    const again = bills().map((invoice) => ({...invoice, documentNumber: `${invoice.documentNumber}-2`}))
    expect(fixesFor({grants, invoices: [...bills(), ...again]})).toEqual([])
  })

  it('is none where all is posted', () => {
    expect(fixesFor({grants, invoices: bills()})).toEqual([])
  })
})

describe('what was promised is what the whole batch gives', () => {
  it('of invoices that hang together over two CVR numbers', () => {
    const others = each((citizen, at) => aGrant({id: `H${at}`, citizen, supplierCvr: hjemmet, rate: 500_00}))
    const sum = bills({cvr: kontoret, amount: 1500_00})
    const settings = {suppliers: {[hjemmet]: {billsAs: [kontoret]}}}
    expect(expectPromisesKept(inputsOf({grants: [...grants, ...others], invoices: sum}), aConfig(settings))).toEqual([])
    expect(expectPromisesKept(inputsOf({grants, invoices: bills({cvr: kontoret})}), aConfig())).toEqual(['billsAs'])
  })

  it('of a run after another', () => {
    const first = inputsOf({grants, invoices: bills({amount: 1030_00})})
    const earlier = earlierFrom(runBatch(first, aConfig(), nothingEarlier), first)
    expect(expectPromisesKept(first, aConfig(), earlier)).toEqual(['rate'])
  })

  it('of the sample week', async () => {
    const week = join(import.meta.dirname, '../../samples/week')
    const kinds = await promisesKeptIn(week, ['invoices-1.csv', 'invoices-2.xlsx'], 'grants.xlsx')
    expect(new Set(kinds).size).toBeGreaterThan(1)
  })

  it.each([1, 2])('of a made-up week of 600 invoices: %i', async (seed) => {
    const folder = await mkdtemp(join(tmpdir(), 'bills-fixes-'))
    try {
      const span = {from: '2026-03-23', to: '2026-03-29'} as const
      const made = await bulkFiles({
        seed,
        bills: 600,
        grants: 900,
        span: span as Parameters<typeof bulkFiles>[0]['span'],
      })
      for (const {path, bytes} of made) await writeFile(join(folder, path), bytes)
      const kinds = await promisesKeptIn(folder, ['invoices.csv', 'invoices.xlsx'], 'grants.csv')
      expect(new Set(kinds).size).toBeGreaterThan(1)
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
  })
})

async function promisesKeptIn(folder: string, invoices: readonly string[], grants: string): Promise<string[]> {
  const config = requireMatchConfig(await loadConfig(join(folder, 'bills.yaml'), folder))
  const at = (name: string): string => join(folder, name)
  const files = {mapping: at('mapping.xlsx'), chart: at('chart.csv'), booked: []}
  const {batch} = await readInputs({invoices: invoices.map(at), grants: [at(grants)], ...files}, config)
  return expectPromisesKept(batch, config)
}
