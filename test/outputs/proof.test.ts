/** `proof.jsonl`: one line for each line of an invoice, with the evidence for its verdict. */
import {describe, expect, it} from 'vitest'
import {ore} from '../../src/model/money.ts'
import type {FinishedRun} from '../../src/model/run.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {proofJsonl} from '../../src/outputs/evidence/proof.ts'
import type {ProofLine} from '../../src/outputs/evidence/proof-line.ts'
import {aCandidate, aConfig, aGrant, aRun, excepted, posted} from '../builders/outputs.ts'
import {anna, bo, bostedet, day, hjemmet, march} from '../builders/values.ts'

const grants = [aGrant({paidTo: day('2026-02-28')}), aGrant({id: 'B-2', citizen: bo, supplierCvr: hjemmet})]
const config = aConfig({suppliers: {[hjemmet]: {billsAs: [bostedet]}, '11111114': {billing: 'advance'}}})
const runOf = (...verdicts: InvoiceVerdict[]): FinishedRun => aRun(verdicts, {register: {grants}})
const textOf = (run: FinishedRun): string => new TextDecoder().decode(proofJsonl(run, config))
const linesOf = (run: FinishedRun): ProofLine[] =>
  textOf(run)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ProofLine)

describe('proof.jsonl', () => {
  it('has a line for each invoice line, with what its postings rest on', () => {
    const run = runOf(posted(), excepted('CPR_MISSING', {citizen: null}))
    const [first, second] = linesOf(run)
    const citizen = {hash: run.citizenHash(anna), masked: '610190-****'}
    expect(first).toMatchObject({
      runId: '20260408-101500',
      document: {key: 'doc:5100000001', documentNumber: '5100000001', total: '12345.00', lines: 1},
      line: {number: '1', file: 'invoices.csv', row: 2, amount: '12345.00', fieldCitizen: citizen},
      citizen,
      period: {...march, basis: 'columns'},
      verdict: {outcome: 'posted', reason: null, unit: 1},
      postings: [{grantId: 'B-1', citizen, ...march, amount: '12345.00', account: '40000107', reverses: null}],
    })
    expect(second).toMatchObject({citizen: null, grants: [], verdict: {outcome: 'exception', reason: 'CPR_MISSING'}})
  })

  it('has every grant of the citizen, whatever excluded it and the two values compared', () => {
    const evidence = {
      steps: [{name: 'amount', before: 1, after: 0}],
      candidates: [aCandidate()],
      nearest: ['B-1'],
    } as const
    const [line] = linesOf(runOf(excepted('AMOUNT_MISMATCH', {evidence, expected: ore(12_345_00)})))
    expect(line).toMatchObject({steps: evidence.steps, nearest: ['B-1'], left: [], expected: '12345.00'})
    expect(line?.grants).toEqual([
      {
        ...{id: 'B-1', supplierCvr: bostedet, paragraph: '107', unit: 'Måned', targetGroup: 'Voksne'},
        ...{ownership: 'Privat', fixed: true, paidTo: '2026-02-28'},
        rates: [{from: '2026-01-01', to: '9999-12-31', rate: '12345.00', quantity: '1'}],
        services: [{from: '2026-01-01', to: '9999-12-31', service: 'Botilbud'}],
        tried: {
          ...{excludedBy: 'amount', grantValue: '12345.00', lineValue: '12000.00', expected: '12345.00'},
          covered: march,
        },
      },
    ])
  })

  it("counts the grants that the invoice's CVR number reaches, and gives the rules in force", () => {
    const [line] = linesOf(runOf(posted()))
    expect(line).toMatchObject({supplierGrants: 2, registerGrants: 2})
    expect(line?.rules).toMatchObject({
      paragraphs: ['103', '104', '107', '108', 'STU'],
      postFrom: '2026-01-01',
      suppliers: {},
    })
    const [other] = linesOf(runOf(excepted('CPR_MISSING', {citizen: bo}, {supplierCvr: '11111114'})))
    expect(Object.keys(other?.rules.suppliers ?? {})).toEqual(['11111114', hjemmet])
  })

  it('tells new rates in kroner, as all amounts', () => {
    const hint = {
      kind: 'newRate',
      oldRate: ore(100),
      newRate: ore(105),
      service: 'Botilbud',
      supplierCvr: bostedet,
    } as const
    const [line] = linesOf(runOf(excepted('AMOUNT_MISMATCH', {evidence: {hints: [hint]}})))
    expect(line?.hints).toEqual([{...hint, oldRate: '1.00', newRate: '1.05'}])
  })

  it('knows the citizens that a text names by their hashes alone', () => {
    const run = runOf(excepted('CPR_AMBIGUOUS', {line: {text: `Botilbud 910180-1234 og 710585 1234, ref 6101901235`}}))
    const [line] = linesOf(run)
    expect(line?.line.text).toBe('Botilbud 910180-**** og 710585-****, ref 610190-****')
    expect(line?.line.textCitizens.map(({masked, hasGrant}) => [masked, hasGrant])).toEqual([
      ['910180-****', true],
      ['710585-****', false],
      ['610190-****', false],
    ])
    expect(line?.line.textCitizens[0]?.hash).toBe(run.citizenHash(bo))
  })

  it('holds no known CPR number, wherever a supplier put it', () => {
    const run = runOf(
      excepted(
        'DUPLICATE_INVOICE',
        {
          line: {text: `${anna} ${bo}`},
          evidence: {hints: [{kind: 'firstDocument', documentNumber: '', invoiceNumber: `${bo}-3`, runId: null}]},
        },
        {invoiceNumber: `610190-1234/03`, supplierCvr: bo, documentNumber: '5100000001'},
      ),
    )
    const text = textOf(run)
    for (const number of [anna, bo]) {
      expect(text).not.toContain(number)
      expect(text).not.toContain(`${number.slice(0, 6)}-${number.slice(6)}`)
    }
    const [line] = linesOf(run)
    expect(line?.document).toMatchObject({documentNumber: '5100000001', invoiceNumber: '610190-****/03'})
    expect(line?.citizen?.hash).toBe(run.citizenHash(anna))
  })
})
