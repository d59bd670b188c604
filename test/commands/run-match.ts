/** `bills match` as the command is, in this process: what it prints, and the exit code that the process would end with. */
import {join} from 'node:path'
import {Errors} from '@oclif/core'
import {vi} from 'vitest'
import Match from '../../src/commands/match.ts'

const root = join(import.meta.dirname, '../..')

export async function runMatch(...argv: readonly string[]) {
  const written = {stdout: '', stderr: ''}
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => {
    written.stdout += `${text}\n`
  })
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.stderr += text
    return true
  })
  try {
    process.exitCode = undefined
    await Match.run([...argv], {root})
    return {...written, exit: Number(process.exitCode ?? 0)}
  } catch (thrown) {
    if (thrown instanceof Errors.ExitError) return {...written, exit: thrown.oclif.exit ?? 0}
    throw thrown
  } finally {
    log.mockRestore()
    error.mockRestore()
  }
}
