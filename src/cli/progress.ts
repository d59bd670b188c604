/**
 * Progress by stage, for people (`commands.md`): on standard error, which leaves standard output to the result. The work
 * reports each stage as it begins; a stage is over when the next begins, or when the work ends.
 */
import {Listr, ListrLogger, ProcessOutput} from 'listr2'
import type {Language, LocalizedText} from '../model/language.ts'

export type ProgressOptions = {
  readonly language: Language
  /** Under `--json` nothing is shown. */
  readonly silent: boolean
}

/** Returns what the work returns, and throws what it throws. `stages` in the order of the work. */
export async function withProgress<Stage extends string, Result>(
  stages: readonly (readonly [Stage, LocalizedText])[],
  {language, silent}: ProgressOptions,
  work: (observe: (stage: Stage) => void) => Promise<Result>,
): Promise<Result> {
  const ends = stages.map(() => Promise.withResolvers<void>())
  const tasks = stages.map(([, title], index) => ({title: title[language], task: () => ends[index]?.promise}))
  const shown = new Listr(tasks, rendererOptions(silent)).run().catch(() => undefined)
  let running = 0
  const moveTo = (index: number): void => {
    for (const end of ends.slice(running, index)) end.resolve()
    running = Math.max(running, index)
  }
  try {
    const result = await work((stage) => moveTo(stages.findIndex(([name]) => name === stage)))
    moveTo(stages.length)
    return result
  } catch (error) {
    // The command itself shows the message.
    ends[running]?.reject(new Error(stopped[language]))
    throw error
  } finally {
    await shown
  }
}

const stopped: LocalizedText = {da: 'standset', en: 'stopped'}

function rendererOptions(silent: boolean) {
  const logger = new ListrLogger({processOutput: new ProcessOutput(process.stderr, process.stderr)})
  return {
    renderer: 'default',
    rendererOptions: {logger, showErrorMessage: false},
    fallbackRenderer: 'simple',
    fallbackRendererOptions: {logger},
    fallbackRendererCondition: !process.stderr.isTTY,
    silentRendererCondition: silent,
    registerSignalListeners: false,
  } as const
}
