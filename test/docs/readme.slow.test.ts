/** The results that the README shows, shortened, are those of its commands. */
import {execFile} from 'node:child_process'
import {cp, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, it} from 'vitest'

const root = join(import.meta.dirname, '../..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const results = [...readme.matchAll(/```text\n([\s\S]*?)```/g)].map(([, result = '']) => result)

/** The arguments after `npx bills` where the README names the command. */
function argumentsOf(command: string): string[] {
  const [, found] = new RegExp(`npx bills (${command} [^\`\\n]+)`).exec(readme) ?? []
  if (found === undefined) throw new Error(`The README has no command ${command}.`)
  return found.split(' ')
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-readme-'))
  for (const name of ['bills.yaml', 'invoices-1.csv', 'invoices-2.xlsx', 'grants.xlsx', 'mapping.xlsx', 'chart.csv'])
    await cp(join(root, 'samples/week', name), join(folder, 'samples/week', name))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

async function bills(argv: readonly string[]): Promise<string[]> {
  const env = {...process.env, LC_ALL: 'C.UTF-8', COLUMNS: '80'}
  const {stdout} = await promisify(execFile)(process.execPath, [join(root, 'bin/run.js'), ...argv], {cwd: folder, env})
  return stdout.split('\n').map((line) => line.trimEnd())
}

/** The lines shown that are not in the result, in this order; none where the block is the result, shortened. */
function missingIn(result: readonly string[], shown: string): string[] {
  let at = 0
  return shown.split('\n').filter((line) => {
    const found = result.indexOf(line.trimEnd(), at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

it('shows what the first command and explain print', async () => {
  expect(results).toHaveLength(2)
  for (const [at, command] of ['match', 'explain'].entries()) {
    const result = await bills(argumentsOf(command))
    expect({command, missing: missingIn(result, results[at] ?? '')}).toEqual({command, missing: []})
  }
})
