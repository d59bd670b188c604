/** What `match --json` prints (`commands.md`): `summary.json` with the run's folder and the actions. */
import type {Action, MatchResult, Summary} from '../../model/run.ts'
import {toSummary} from '../../outputs/summary.ts'

export type MatchDocument = Summary & {readonly folder: string; readonly actions: readonly Action[]}

export const matchDocument = ({run, folder, actions}: MatchResult): MatchDocument => ({
  ...toSummary(run),
  folder,
  actions,
})
