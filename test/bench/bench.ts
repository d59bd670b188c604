/**
 * How long `match` takes, held against a program that only reads the same files and writes as much.
 *
 *   npm run bench -- [--size week|large|all] [--runs N] [--keep]
 *
 * The two run in turn (A B A B …), each as a process of its own; the medians of time and peak memory are
 * compared. The ledger is in the program's time and not in the baseline's. Nothing is asserted: it is for reading.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {makeInputs, sizes} from './inputs.ts'
import {type Measure, measure} from './measure.ts'
import {planFrom} from './plan.ts'

const {values} = parseArgs({
  options: {size: {type: 'string', default: 'all'}, runs: {type: 'string'}, keep: {type: 'boolean', default: false}},
})
const wanted = sizes.filter(({name}) => values.size === 'all' || values.size === name)
if (wanted.length === 0)
  throw new Error(`no such size: ${values.size}; there are ${sizes.map(({name}) => name).join(', ')} and all`)

for (const size of wanted) {
  const folder = await mkdtemp(join(tmpdir(), `bench-${size.name}-`))
  const inputs = await makeInputs(folder, size)
  const program: Measure[] = []
  const baseline: Measure[] = []
  for (let run = 1; run <= Number(values.runs ?? size.runs); run += 1) {
    const out = join(folder, `out-${run}`)
    const match = ['bin/run.js', 'match', ...inputs.flags, '--out', out, '--ledger', join(folder, `bills-${run}.db`)]
    program.push(await measure(match))
    const plan = await planFrom(out, join(folder, 'plan.json'), inputs.files)
    baseline.push(await measure(['test/bench/baseline.ts', plan, join(folder, `baseline-${run}`)]))
  }
  report(size.name, inputs.rows, program, baseline)
  if (!values.keep) await rm(folder, {recursive: true, force: true})
}

function report(name: string, rows: string, program: readonly Measure[], baseline: readonly Measure[]): void {
  const [seconds, base] = [median(program.map((run) => run.seconds)), median(baseline.map((run) => run.seconds))]
  const [memory, baseMemory] = [
    median(program.map((run) => run.megabytes)),
    median(baseline.map((run) => run.megabytes)),
  ]
  console.log(`${name}: ${rows}, ${program.length} runs each`)
  console.log(`  time    ${seconds.toFixed(2)} s against ${base.toFixed(2)} s: ${(seconds / base).toFixed(2)} times`)
  console.log(
    `  memory  ${memory.toFixed(0)} MB against ${baseMemory.toFixed(0)} MB: ${(memory / baseMemory).toFixed(2)} times`,
  )
  console.log(
    `  each    ${program.map((run, at) => `${run.seconds.toFixed(2)}/${baseline[at]?.seconds.toFixed(2)}`).join('  ')}`,
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
