/** commands.md, report: a change of data is the action that the exceptions are grouped by, with the same sentence. */
import {expect, it} from 'vitest'
import {actionGroups} from '../../src/exceptions/action-groups.ts'
import {runBatch} from '../../src/match/run-batch.ts'
import {nothingEarlier} from '../../src/model/earlier.ts'
import {dataChangesFor} from '../../src/what-if/data-changes.ts'
import {aChart, aChartEntry, aConfig, aGrant, aMapping, aMappingRow, anInvoice} from '../builders/records.ts'
import {inputsOf, type RunFields} from '../builders/run.ts'

const closed = aChart({blocked: true, successor: '45000001'})
const changes: readonly (readonly [string, RunFields])[] = [
  ['a row of the support sheet', {mapping: aMapping([aMappingRow({paragraph: '97'})])}],
  ['a closed number', {chart: {entries: [...closed.entries, aChartEntry({number: '45000001'})]}}],
]

it.each(changes)('says of %s what the action says', (_, fields) => {
  const scenario = {inputs: inputsOf({grants: [aGrant()], invoices: [anInvoice()], ...fields}), config: aConfig()}
  const {verdicts} = runBatch(scenario.inputs, scenario.config, nothingEarlier)
  const groups = actionGroups(verdicts, scenario.inputs.register)
  const found = groups.map(({affected, text}) => ({text, changes: dataChangesFor(affected, scenario)}))
  expect(found).toEqual([{text: expect.anything(), changes: [expect.objectContaining({text: found[0]?.text})]}])
})
