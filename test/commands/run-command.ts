/** A command as it is, in this process: what it prints, and the exit code that the process would end with. */
import {join} from 'node:path'
import {Errors} from '@oclif/core'
import {vi} from 'vitest'

const root = join(import.meta.dirname, '../..')

type Runnable = {readonly run: (argv?: string[], options?: {root: string}) => Promise<unknown>}

export async function runCommand(command: Runnable, ...argv: readonly string[]) {
  const written = {stdout: '', stderr: ''}
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      written.stdout += `${text}\n`
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.stdout += text
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.stderr += text
      return true
    }),
  ]
  try {
    process.exitCode = undefined
    await command.run([...argv], {root})
    return {...written, exit: Number(process.exitCode ?? 0)}
  } catch (thrown) {
    if (thrown instanceof Errors.ExitError) return {...written, exit: thrown.oclif.exit ?? 0}
    throw thrown
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Under a Danish or an English locale. */
export function runCommandIn(language: 'da' | 'en', command: Runnable, ...argv: readonly string[]) {
  vi.stubEnv('LC_ALL', language === 'da' ? 'da_DK.UTF-8' : 'en_US.UTF-8')
  return runCommand(command, ...argv)
}
