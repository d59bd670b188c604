/** Progress in the terminal changes neither what the work returns nor what it throws. */
import {expect, it} from 'vitest'
import {withProgress} from '../../src/cli/progress.ts'

const stages = [
  ['read', {da: 'Læser', en: 'Reading'}],
  ['write', {da: 'Skriver', en: 'Writing'}],
] as const
const silent = {language: 'da', silent: true} as const

it('gives what the work gives', async () => {
  const work = async (observe: (stage: 'read' | 'write') => void) => {
    observe('read')
    observe('write')
    return 7
  }
  await expect(withProgress(stages, silent, work)).resolves.toBe(7)
})

it('gives it also where the work names no stage', async () => {
  await expect(withProgress(stages, silent, async () => 7)).resolves.toBe(7)
})

it('throws what the work throws, not a word of its own', async () => {
  const fault = new Error('disk full')
  const work = async (observe: (stage: 'read' | 'write') => void) => {
    observe('write')
    throw fault
  }
  await expect(withProgress(stages, silent, work)).rejects.toBe(fault)
})
