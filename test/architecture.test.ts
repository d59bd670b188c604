/** The architecture (docs/architecture.md): imports go one way, no circle of files, no heap of files, and a pure core. */
import {globSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'

const src = join(import.meta.dirname, '../src')

/** From the top down: a folder imports from itself and from those below it. */
const folders = [
  'commands',
  'cli',
  'app',
  'render',
  'init',
  'report',
  'explain',
  'ledger',
  'outputs',
  'what-if',
  'checks',
  'exceptions',
  'match',
  'coding',
  'normalise',
  'read',
  'files',
  'config',
  'text',
  'model',
]

/** Folders that touch neither files, clock nor terminal: what goes in decides what comes out. */
const pureFolders = /^(model|text|normalise|coding|match|exceptions|checks|what-if|explain|report|render)\//
const impure =
  /from '(node:(?!path)|@oclif|listr2|exceljs|yaml)|Date\.now|new Date\(\)|process\.|console\.|performance\.|Math\.random/

const mostFilesLyingFlat = 22

const files = globSync('**/*.ts', {cwd: src}).map((file) => ({file, text: readFileSync(join(src, file), 'utf8')}))
const folderOf = (file: string): string => file.split('/')[0] ?? ''
const rankOf = (file: string): number => folders.indexOf(folderOf(file))

/** The files that a file imports, types too. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/^(?:import|export) [^'"]*? from '(\.[^']+)'/gm)].map(([, path = '']) =>
    relative(src, join(src, dirname(file), path)),
  )

it('every folder has its place in the order, and every place a folder', () => {
  expect([...new Set(files.map(({file}) => folderOf(file)))].toSorted()).toEqual(folders.toSorted())
})

describe.each(folders)('src/%s', (folder) => {
  it('imports only from below', () => {
    const upwards = files
      .filter(({file}) => folderOf(file) === folder)
      .flatMap(({file, text}) => importsOf(file, text).map((target) => ({file, target})))
      .filter(({file, target}) => rankOf(target) < rankOf(file))
      .map(({file, target}) => `${file} imports ${target}`)
    expect(upwards).toEqual([])
  })
})

it('no files import each other in a circle', () => {
  const imports = new Map(files.map(({file, text}) => [file, importsOf(file, text)]))
  expect(circlesIn(imports)).toEqual([])
})

it('no folder is a heap', () => {
  const flat = Map.groupBy(files, ({file}) => dirname(file))
  const heaps = [...flat].filter(([, inIt]) => inIt.length > mostFilesLyingFlat).map(([folder]) => folder)
  expect(heaps).toEqual([])
})

it.each(files.filter(({file}) => pureFolders.test(file)))(
  '$file touches neither files, clock nor terminal',
  ({text}) => {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(impure.exec(code)?.[0]).toBeUndefined()
  },
)

it('finds what it looks for', () => {
  expect(importsOf('match/a.ts', "import type {A} from '../model/a.ts'\nimport {\n  b,\n} from './b.ts'\n")).toEqual([
    'model/a.ts',
    'match/b.ts',
  ])
  expect(
    circlesIn(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual([['b', 'c']])
  expect(impure.test("import {readFileSync} from 'node:fs'")).toBe(true)
  expect(files.length).toBeGreaterThan(50)
})

/** The sets of files that reach each other, sorted (Tarjan's strongly connected components). */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): void => {
    const number = numbers.size
    numbers.set(file, number)
    lowest.set(file, number)
    open.push(file)
    for (const target of imports.get(file) ?? []) {
      if (!numbers.has(target)) visit(target)
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file) ?? number, lowest.get(target) ?? number))
    }
    if (lowest.get(file) !== number) return
    const circle = open.splice(open.indexOf(file))
    if (circle.length > 1) circles.push(circle.toSorted())
  }
  for (const file of imports.keys()) if (!numbers.has(file)) visit(file)
  return circles
}
