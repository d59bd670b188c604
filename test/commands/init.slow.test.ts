/** `bills init` run as a command: a working folder that runs at once, and nothing overwritten. */
import {execFile} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, matchesGlob} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import Init from '../../src/commands/init.ts'
import {runCommandIn} from './run-command.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
let before = ''

beforeEach(() => {
  before = process.cwd()
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bills-init-')))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(before)
  process.exitCode = undefined
  vi.unstubAllEnvs()
  rmSync(folder, {recursive: true, force: true})
})

const run = (language: 'da' | 'en', ...argv: readonly string[]) => runCommandIn(language, Init, ...argv)

/** What a shell does with the lines, `bills` being this very program. */
const inShell = (lines: readonly string[]) =>
  new Promise<{code: number | string; stdout: string; stderr: string}>((resolve) => {
    const script = `bills() { "${process.execPath}" "${join(root, 'bin/run.js')}" "$@"; }\nset -e\n${lines.join('\n')}`
    execFile(
      'bash',
      ['-c', script],
      {cwd: folder, env: {...process.env, LC_ALL: 'da_DK.UTF-8'}},
      (error, stdout, stderr) => resolve({code: error?.code ?? 0, stdout, stderr}),
    )
  })

const filesIn = (path: string): string[] => readdirSync(path, {recursive: true}).map(String).toSorted()

describe('a working folder', () => {
  it.each(['da', 'en'] as const)('is told in 80 columns but for the commands, %s', async (language) => {
    const {stdout, stderr, exit} = await run(language, 'w')
    expect({stderr, exit}).toEqual({stderr: '', exit: 0})
    await expect(stdout.replaceAll(folder, '<folder>')).toMatchFileSnapshot(`expected/init-${language}.txt`)
  })

  it.each([['w'], ['min mappe/2026'], ['.']])(
    'in %s runs the sample week by the very commands that are printed',
    async (dir) => {
      const {stdout} = await run('da', dir)
      const commands = stdout
        .split('\n')
        .filter((line) => /^ {2}(cd|bills) /.test(line))
        .map((line) => line.trim())
      expect(commands.at(-1)).toMatch(/^bills match /)
      const ran = await inShell([...commands.slice(0, -1), `${commands.at(-1)} --json`])
      expect(ran.code, ran.stderr).toBe(0)
      const summary = JSON.parse(ran.stdout)
      expect(summary.posted.invoices).toBeGreaterThan(100)
      expect(readFileSync(join(summary.folder, 'opus-posting-2026.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(
        200,
      )
      expect(summary.folder.startsWith(join(folder, dir, 'sample-week'))).toBe(true)
    },
  )

  it('has a README of ten lines whose first command is the one that is printed', async () => {
    const {stdout} = await run('da', 'w')
    const readme = readFileSync('w/README.md', 'utf8').trimEnd().split('\n')
    expect(readme).toHaveLength(10)
    const [, command = ''] = /`(bills match[^`]+)`/.exec(readme[1] ?? '') ?? []
    expect(stdout).toContain(`\n  ${command}\n`)
  })

  it('says what is missing when match is run before it is filled in', async () => {
    await run('da', 'w')
    const sample = 'sample-week'
    const {code, stderr} = await inShell([
      `cd w; bills match --invoices ${sample}/invoices-1.csv --grants ${sample}/grants.xlsx`,
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('periods.postFrom mangler')
    expect(stderr).toContain('opus.contraAccount mangler')
    expect(filesIn('w')).not.toContain('bills.db')
  })

  it('is its owner’s alone', async () => {
    await run('da', 'w')
    for (const name of filesIn('w')) {
      const {mode} = statSync(join('w', name))
      expect(mode & 0o077, name).toBe(0)
    }
  })

  it('is one JSON document under --json', async () => {
    const {stdout} = await run('da', 'w', '--json')
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({folder: join(folder, 'w'), next: ['cd w', expect.stringMatching(/^bills match /)]})
    expect(document.files.toSorted()).toEqual(filesIn('w').filter((name) => name !== 'sample-week'))
  })
})

describe('nothing is overwritten', () => {
  it.each(['bills.yaml', 'README.md', 'mapping.xlsx', 'bills.schema.json', 'sample-week/grants.xlsx'])(
    'where %s exists, nothing is written: exit 2',
    async (name) => {
      mkdirSync('w/sample-week', {recursive: true})
      writeFileSync(join('w', name), 'mine')
      const old = filesIn('w')
      const {stdout, stderr, exit} = await run('da', 'w')
      expect({stdout, exit}).toEqual({stdout: '', exit: 2})
      expect(stderr).toContain(name)
      expect(filesIn('w')).toEqual(old)
      expect(readFileSync(join('w', name), 'utf8')).toBe('mine')
    },
  )

  it('other files are left alone and do not stop it', async () => {
    mkdirSync('w')
    writeFileSync('w/notes.txt', 'mine')
    expect((await run('da', 'w')).exit).toBe(0)
    expect(readFileSync('w/notes.txt', 'utf8')).toBe('mine')
  })

  it('a second time: exit 2', async () => {
    await run('da', 'w')
    expect((await run('da', 'w')).exit).toBe(2)
  })

  it('a path that is a file: exit 2', async () => {
    writeFileSync('w', '')
    expect((await run('da', 'w')).exit).toBe(2)
  })
})

it('the package brings the files that are copied', () => {
  const {files} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const copied = ['bills.yaml', 'invoices-1.csv', 'invoices-2.xlsx', 'grants.xlsx', 'mapping.xlsx', 'chart.csv']
  for (const path of ['schema/bills.schema.json', ...copied.map((name) => `samples/week/${name}`)]) {
    expect(existsSync(join(root, path)), path).toBe(true)
    expect(
      files.some((pattern: string) => matchesGlob(`/${path}`, pattern)),
      path,
    ).toBe(true)
  }
})
