/** `bin/run.js` as it is started from a shell. */
import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {expect, it} from 'vitest'

const program = join(import.meta.dirname, '../bin/run.js')
const env = {...process.env, LC_ALL: 'da_DK.UTF-8'}

const start = (...argv: readonly string[]) =>
  new Promise<{code: number | string; stdout: string; stderr: string}>((resolve) => {
    execFile(process.execPath, [program, ...argv], {env}, (error, stdout, stderr) =>
      resolve({code: error?.code ?? 0, stdout, stderr}),
    )
  })

it.each([['--help'], ['-h'], ['match', '--help'], ['help', 'match'], ['--version']])(
  '%s is help: exit 0',
  async (...argv) => {
    const {code, stdout, stderr} = await start(...argv)
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain('bills')
  },
)

it('says of an unknown command which one was meant: exit 2', async () => {
  const {code, stdout, stderr} = await start('mach')
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain('Mente du match?')
})

it('says it in one JSON document under --json', async () => {
  const {code, stdout} = await start('mach', '--json')
  expect(code).toBe(2)
  expect(JSON.parse(stdout).error.message).toContain('Mente du match?')
})

it('has completion for shells', async () => {
  expect(await start('autocomplete', 'script', 'bash')).toMatchObject({code: 0})
})
