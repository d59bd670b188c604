/**
 * The tables of the ledger (`formats.md`, The ledger), as steps from one version of the file to the next. No version
 * is ever changed once it has been released: a ledger keeps the text of its tables.
 *
 * Rows are only ever added. What changes afterwards is `runs.state` and the two `opus_state` columns; what holds of
 * a document now is asked of `document_states`. So a run that was cut off is taken back by deleting its row in
 * `runs`: everything that it brought refers to that row, and nothing else was touched.
 *
 * Units: amounts are whole øre; days are `yyyy-mm-dd`, both ends of a period included; times are ISO 8601 with
 * offset. A citizen is a row of `citizens`: no column holds a whole CPR number. Identifiers that contain one are
 * encrypted (`key-file.ts`), which the tables' own comments call sealed; other text is masked. The tables `shadow_…` are those of dry runs.
 */
import {runsAndVerdicts} from '../migrations/1-runs-and-verdicts.ts'
import {dryRuns} from '../migrations/2-dry-runs.ts'
import {fixes} from '../migrations/3-fixes.ts'
import {sentToOpus} from '../migrations/4-sent-to-opus.ts'

/** In order: the first makes version 1 of an empty file. A released step is never changed, only followed. */
export const migrations: readonly string[] = [runsAndVerdicts, dryRuns, fixes, sentToOpus]

/** `BILS`: marks an SQLite file as a ledger of this program. */
export const applicationId = 0x42494c53
