/** The commands load into another oclif program, which has this package as a plugin. */
import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, it} from 'vitest'

const bills = join(import.meta.dirname, '..')
let host = ''

beforeAll(async () => {
  host = await mkdtemp(join(tmpdir(), 'bills-host-'))
  const oclif = {bin: 'host', dirname: 'host', topicSeparator: ' ', plugins: ['bills', '@oclif/plugin-help']}
  const dependencies = {bills: '*', '@oclif/core': '*', '@oclif/plugin-help': '*'}
  await mkdir(join(host, 'node_modules'))
  await symlink(bills, join(host, 'node_modules/bills'), 'dir')
  await symlink(join(bills, 'node_modules/@oclif'), join(host, 'node_modules/@oclif'), 'dir')
  await writeFile(
    join(host, 'package.json'),
    JSON.stringify({name: 'host', version: '1.0.0', type: 'module', dependencies, oclif}),
  )
  await writeFile(join(host, 'run.js'), "import {execute} from '@oclif/core'\nawait execute({dir: import.meta.url})\n")
})
afterAll(() => rm(host, {recursive: true, force: true}))

const runHost = (...argv: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(host, 'run.js'), ...argv], {
    cwd: host,
    env: {...process.env, LC_ALL: 'C'},
  })

it('shows the help of match under the name of the other program', async () => {
  const {stdout} = await runHost('match', '--help')
  expect(stdout).toContain('$ host match --invoices PATH')
})

it('ends with the exit code and the words of this program', async () => {
  const ended = runHost('match', '--invoices', 'a.csv', '--grants', 'g.csv')
  await expect(ended).rejects.toMatchObject({code: 2})
  await expect(ended).rejects.toMatchObject({
    stderr: expect.stringMatching(/^Error: bills\.yaml: periods\.postFrom is missing/),
  })
})
