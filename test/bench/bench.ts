/**
 * How long `match` takes, held against a program that only reads the same files and writes as much.
 *
 *   npm run bench -- [--size week|large|all] [--runs N] [--keep]
 *
 * They run in turn (A B C A B C …), each as a process of its own; the medians of time and peak memory are compared:
 * with a baseline that writes the run's files and the ledger's rows, and with one that writes the files alone. Nothing
 * is asserted: it is for reading.
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
  const filesAlone: Measure[] = []
  for (let run = 1; run <= Number(values.runs ?? size.runs); run += 1) {
    const [out, ledger] = [join(folder, `out-${run}`), join(folder, `bills-${run}.db`)]
    program.push(await measure(['bin/run.js', 'match', ...inputs.flags, '--out', out, '--ledger', ledger]))
    const plan = await planFrom(out, ledger, join(folder, 'plan.json'), inputs.files)
    baseline.push(await measure(['test/bench/baseline.ts', plan, join(folder, `baseline-${run}`), 'ledger']))
    filesAlone.push(await measure(['test/bench/baseline.ts', plan, join(folder, `files-${run}`)]))
  }
  console.log(`${size.name}: ${inputs.rows}, ${program.length} runs each`)
  report('files and ledger', program, baseline)
  report('files alone', program, filesAlone)
  if (!values.keep) await rm(folder, {recursive: true, force: true})
}

function report(against: string, program: readonly Measure[], baseline: readonly Measure[]): void {
  const secondsOf = (runs: readonly Measure[]): number => median(runs.map(({seconds}) => seconds))
  const megabytesOf = (runs: readonly Measure[]): number => median(runs.map(({megabytes}) => megabytes))
  const compared = (own: number, base: number, digits: number, unit: string): string =>
    `${own.toFixed(digits)} ${unit} against ${base.toFixed(digits)} ${unit}: ${(own / base).toFixed(2)} times`
  console.log(`  against reading and writing ${against}`)
  console.log(`    time    ${compared(secondsOf(program), secondsOf(baseline), 2, 's')}`)
  console.log(`    memory  ${compared(megabytesOf(program), megabytesOf(baseline), 0, 'MB')}`)
  const each = program.map(({seconds}, at) => `${seconds.toFixed(2)}/${baseline[at]?.seconds.toFixed(2)}`)
  console.log(`    each    ${each.join('  ')}`)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
