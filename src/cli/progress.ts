/**
 * Progress by stage, for people: on standard error, which leaves standard output to the result. The stages report
 * themselves as the work comes to them; a stage is over when the next begins, or when the work ends.
 */
import {Listr, ListrLogger, ProcessOutput} from 'listr2'
import type {Language, LocalizedText} from '../model/language.ts'

export type ProgressOptions = {
  readonly language: Language
  /** Under `--json` nothing is shown. */
  readonly silent: boolean
}

/** What the work gives, or throws. `stages` in the order in which the work comes to them. */
export async function withProgress<Stage extends string, Result>(
  stages: readonly (readonly [Stage, LocalizedText])[],
  {language, silent}: ProgressOptions,
  work: (observe: (stage: Stage) => void) => Promise<Result>,
): Promise<Result> {
  const ends = stages.map(() => Promise.withResolvers<void>())
  const tasks = stages.map(([, title], at) => ({title: title[language], task: () => ends[at]?.promise}))
  const shown = new Listr(tasks, rendering(silent)).run().catch(() => undefined)
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
    // The message itself is the command's to tell.
    ends[running]?.reject(new Error(stopped[language]))
    throw error
  } finally {
    await shown
  }
}

const stopped: LocalizedText = {da: 'standset', en: 'stopped'}

function rendering(silent: boolean) {
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
