/** The codec of a proof's line, for every line that the inputs of the repository make. */
import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {nothingEarlier} from '../../src/model/earlier.ts'
import {proofJsonl} from '../../src/outputs/evidence/proof.ts'
import {type ProofLineJson, proofLine, readProofLines} from '../../src/outputs/evidence/proof-line.ts'
import {earlierFrom} from '../builders/earlier-runs.ts'
import {finishedRun, matchRun, readRun, type Series, sampleSeries} from '../builders/sample-runs.ts'

const hashOf = (citizen: string): string => createHash('sha256').update(citizen).digest('hex')

/** The `proof.jsonl` of each run. */
async function proofsOf({runs}: Series): Promise<string[]> {
  let earlier = nothingEarlier
  const proofs: string[] = []
  for (const [index, inputs] of runs.entries()) {
    const run = await readRun(inputs)
    const result = matchRun(run, earlier)
    earlier = earlierFrom(result, run.read.batch, earlier)
    proofs.push(new TextDecoder().decode(proofJsonl(finishedRun(run, result, index, hashOf), run.config)))
  }
  return proofs
}

const jsonLines = (jsonl: string): string[] => jsonl.split('\n').filter(Boolean)

it.each(sampleSeries())('reads every line of $name, and encodes it as it was written', async (series) => {
  for (const jsonl of await proofsOf(series)) {
    const lines = readProofLines(jsonl)
    expect(lines).toHaveLength(jsonLines(jsonl).length)
    for (const [index, json] of jsonLines(jsonl).entries()) {
      const line = proofLine.parse(JSON.parse(json))
      expect(line).toEqual(lines?.[index])
      expect(JSON.stringify(z.encode(proofLine, line))).toBe(json)
    }
  }
})

describe('a proof that is not as this version writes it is not read', async () => {
  const [series] = sampleSeries()
  const [first = ''] = series ? await proofsOf(series) : []
  const [json = ''] = jsonLines(first)
  const written: ProofLineJson = JSON.parse(json)

  it.each<[string, unknown]>([
    ['a key is missing', {...written, hints: undefined}],
    ['a key is unknown', {...written, note: ''}],
    ['an amount has no decimals', {...written, line: {...written.line, amount: '12'}}],
    ['a day is not in the calendar', {...written, document: {...written.document, issueDate: '2026-02-30'}}],
    ['a number is whole', {...written, citizen: {hash: '', masked: '6101901234'}}],
    ['a code does not exist', {...written, verdict: {...written.verdict, reason: 'NONE'}}],
    ['a hint is of another kind', {...written, hints: [{kind: 'guess'}]}],
    ['a setting is none of bills.yaml', {...written, rules: {...written.rules, maxCombined: 100}}],
    ['a supplier has an unknown setting', {...written, rules: {...written.rules, suppliers: {'12345674': {a: 1}}}}],
  ])('%s', (_, line) => {
    expect(readProofLines(first)).not.toBeNull()
    expect(readProofLines(`${first}${JSON.stringify(line)}\n`)).toBeNull()
  })

  it('a line is cut off', () => {
    expect(readProofLines(first.slice(0, -10))).toBeNull()
  })
})
