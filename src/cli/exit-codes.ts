/** The exit codes, which a scheduler can rely on (`commands.md`), and the one for an error. Numbers are never reused. */
import {Errors} from '@oclif/core'
import {InputError, RunFault} from '../model/input-error.ts'

export const exitCodes = {
  /** Done. Invoices left to a person are no failure. */
  done: 0,
  /** Done, and what was asked for was found wanting. */
  wanting: 1,
  /** Wrong use, or an input that cannot be used at all; nothing was written. */
  usage: 2,
  /** Stopped midway by a fault; nothing was half written. */
  fault: 3,
  /** Stopped by a person (128 + SIGINT), as shells expect it. */
  interrupted: 130,
} as const

/** An error that nobody foresaw is a fault. The command line's own errors are wrong use. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof InputError) return exitCodes.usage
  if (error instanceof RunFault) return exitCodes.fault
  if (error instanceof Errors.ExitError) return error.oclif.exit ?? exitCodes.done
  return error instanceof Errors.CLIError ? exitCodes.usage : exitCodes.fault
}
