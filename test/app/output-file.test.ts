/** A file asked for with --xlsx, --out or --apply: never over another one, and for its owner alone. */
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {refuseExistingFile, writeOutputFile} from '../../src/app/output-file.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'
import {aConfig} from '../builders/records.ts'

let folder = ''
const inFolder = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bills-output-file-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const bytes = new TextEncoder().encode('x')

it('refuses a file that exists and a folder that does not, and nothing else', () => {
  writeFileSync(inFolder('there.xlsx'), 'kept')
  expect(() => refuseExistingFile(inFolder('there.xlsx'))).toThrow(InputError)
  expect(() => refuseExistingFile(inFolder('there.xlsx'))).toThrow('Give another name')
  expect(() => refuseExistingFile(inFolder('none/new.xlsx'))).toThrow('does not exist')
  expect(() => refuseExistingFile(inFolder('new.xlsx'))).not.toThrow()
})

it('writes for the owner alone, or for the group to read where bills.yaml says so', () => {
  writeOutputFile(inFolder('own.xlsx'), bytes, aConfig())
  writeOutputFile(inFolder('group.xlsx'), bytes, {...aConfig(), files: {groupReadable: true}})
  expect(readFileSync(inFolder('own.xlsx'), 'utf8')).toBe('x')
  expect(statSync(inFolder('own.xlsx')).mode & 0o777).toBe(0o600)
  expect(statSync(inFolder('group.xlsx')).mode & 0o777).toBe(0o640)
})

it('a file that cannot be written is a fault, said in both languages', () => {
  expect(() => writeOutputFile(inFolder('none/new.xlsx'), bytes, aConfig())).toThrow(RunFault)
  expect(() => writeOutputFile(inFolder('none/new.xlsx'), bytes, aConfig())).toThrow('cannot be written')
})
