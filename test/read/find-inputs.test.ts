/** `formats.md`, Reading tables: files, and folders with their subfolders. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import {findInputs} from '../../src/read/find-inputs.ts'
import {fileOf} from '../builders/input-files.ts'

const found = (paths: readonly string[]) => Array.fromAsync(findInputs(paths))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bills-find-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

function put(path: string, content: string): string {
  mkdirSync(join(folder, path, '..'), {recursive: true})
  writeFileSync(join(folder, path), content)
  return join(folder, path)
}

it('reads a file that is named, under its name without folders', async () => {
  const path = put('uge 14/regninger.csv', 'a;b\n')
  expect(await found([path])).toMatchObject([
    {...fileOf('regninger.csv', 'a;b\n'), bytes: expect.anything(), isFromFolder: false},
  ])
})

it('reads the files of a folder and of its subfolders, but not those that are hidden or open in Excel', async () => {
  for (const path of ['ind/b.csv', 'ind/a.xlsx', 'ind/under/dybere/c.csv', 'ind/.skjult', 'ind/~$a.xlsx'])
    put(path, path)
  const files = await found([join(folder, 'ind')])
  expect(files.map(({file, ...found}) => [file, 'isFromFolder' in found && found.isFromFolder])).toEqual([
    ['a.xlsx', true],
    ['b.csv', true],
    ['c.csv', true],
  ])
})

it('gives files in an order of their own, whatever order they are named in', async () => {
  const paths = ['b/1.csv', 'a/2.csv', 'c/1.csv', 'a/10.csv'].map((path) => put(path, path))
  const files = await found(paths)
  expect(files.map(({file}) => file)).toEqual(['1.csv', '1.csv', '10.csv', '2.csv'])
  expect(await found(paths.toReversed())).toEqual(files)
})

it('finds nothing in an empty folder', async () => {
  expect(await found([folder])).toEqual([])
})

it('stops at a path that is not there, and says which', async () => {
  const path = join(folder, 'findes ikke.csv')
  await expect(found([path])).rejects.toThrow(InputError)
  await expect(found([path])).rejects.toThrow(`${path}: There is no such file`)
})
