/** The house (README): which stage may know which, and what the pure ones never touch. */
import {globSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'

const src = join(import.meta.dirname, '../src')

/**
 * What each folder may import besides itself. A later stage is never in the list of an earlier one. The records that
 * stages hand each other (`batch/batch.ts`, `batch/run.ts`) hold types alone, and may be imported as such by all.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ooxml: [],
  config: ['domain'],
  read: ['domain', 'config', 'ooxml'],
  normalise: ['domain', 'config', 'read'],
  match: ['domain', 'config'],
  coding: ['domain', 'config'],
  exceptions: ['domain', 'config'],
  fixes: ['domain', 'config', 'match', 'exceptions'],
  mapping: ['domain', 'config', 'match', 'coding', 'exceptions'],
  register: ['domain', 'config', 'match', 'coding', 'exceptions'],
  write: ['domain', 'config', 'coding', 'exceptions', 'mapping', 'register', 'record', 'ooxml'],
  record: ['domain', 'config', 'match', 'register', 'write'],
  batch: [
    ...['domain', 'config', 'read', 'normalise', 'match', 'coding', 'exceptions', 'fixes', 'mapping', 'register'],
    ...['write', 'record'],
  ],
  explain: ['domain', 'config', 'match', 'exceptions', 'write', 'record'],
  init: ['domain', 'config', 'exceptions', 'record', 'write'],
  terminal: ['domain', 'config', 'exceptions', 'explain', 'mapping', 'register'],
  report: ['domain', 'config', 'exceptions', 'write', 'record', 'terminal'],
  commands: [
    ...['domain', 'config', 'mapping', 'batch', 'explain', 'init', 'write', 'record', 'report', 'terminal'],
    '.',
  ],
  '.': ['domain', 'config', 'normalise', 'terminal'],
}

const handedOn = ['batch/batch.ts', 'batch/run.ts']

const pure =
  /^((domain|match|coding|exceptions|fixes|mapping|normalise|register|report)\/|explain\/(?!look-up)|batch\/(run-batch|known-documents|totals)\.ts$)/
const impure =
  /from '(node:(?!path)|@oclif|listr2|chalk|exceljs|yaml)|Date\.now|new Date\(|process\.|console\.|performance\.|Math\.random/

const files = globSync('**/*.ts', {cwd: src}).map((file) => ({file, text: readFileSync(join(src, file), 'utf8')}))
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.')

type Import = {readonly target: string; readonly isType: boolean}

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(/^(?:import|export) (type )?[^'"]*? from '(\.[^']+)'/gm)].map(([, type, path = '']) => ({
    target: relative(src, join(src, dirname(file), path)),
    isType: type !== undefined,
  }))
}

it('every folder has its place in the table', () => {
  const folders = new Set(files.map(({file}) => folderOf(file)))
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([])
})

describe.each(Object.keys(mayImport))('src/%s', (folder) => {
  it('imports only what it may', () => {
    const wrong = files
      .filter(({file}) => folderOf(file) === folder)
      .flatMap(({file, text}) => importsOf(file, text).map((each) => ({...each, file})))
      .filter(({target}) => folderOf(target) !== folder && !mayImport[folder]?.includes(folderOf(target)))
      .filter(({target, isType}) => !(isType && handedOn.includes(target)))
      .map(({file, target}) => `${file} imports ${target}`)
    expect(wrong).toEqual([])
  })
})

it('the records that stages hand each other hold types alone', () => {
  const values = files
    .filter(({file}) => handedOn.includes(file))
    .flatMap(
      ({file, text}) => text.match(/^(import (?!type )|export (?!type )).*/gm)?.map((line) => `${file}: ${line}`) ?? [],
    )
  expect(values).toEqual([])
})

it.each(files.filter(({file}) => pure.test(file)))('$file touches neither files, clock nor terminal', ({text}) => {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  expect(impure.exec(code)?.[0]).toBeUndefined()
})

it('finds what it looks for', () => {
  expect(importsOf('match/a.ts', "import type {A} from '../domain/a.ts'\nimport {\n  b,\n} from './b.ts'\n")).toEqual([
    {target: 'domain/a.ts', isType: true},
    {target: 'match/b.ts', isType: false},
  ])
  expect(impure.test("import {readFileSync} from 'node:fs'")).toBe(true)
  expect(files.length).toBeGreaterThan(50)
})
