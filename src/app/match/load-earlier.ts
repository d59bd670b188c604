/**
 * What the ledger knows of earlier runs, for the citizens of a batch; and the guard against a register that has lost
 * grants since the last run (`commands.md`, match: `--accept-fewer-grants`).
 */
import {citizensIn} from '../../ledger/commit/run-records.ts'
import type {Ledger} from '../../ledger/ledger.ts'
import {tooFewGrants} from '../../ledger/open/guards.ts'
import {loadEarlier} from '../../ledger/read/load-earlier.ts'
import type {BatchInputs} from '../../model/batch.ts'
import type {Earlier} from '../../model/earlier.ts'
import {InputError} from '../../model/input-error.ts'

/** Throws an InputError where over 10 % of the grants are gone, unless that is accepted. */
export function earlierOf(ledger: Ledger, batch: BatchInputs, acceptFewerGrants: boolean): Earlier {
  const earlier = loadEarlier(ledger, citizensIn(batch))
  const count = batch.register.grants.length
  if (!acceptFewerGrants && tooFewGrants(count, earlier.grantCount)) {
    throw new InputError(null, {
      da: `Registret har ${count} bevillinger, sidste kørsel havde ${earlier.grantCount}: over 10 % er væk. Er udtrækket helt? Er det rigtigt nok, så kør igen med --accept-fewer-grants.`,
      en: `The register has ${count} grants, the last run had ${earlier.grantCount}: over 10 % are gone. Is the export whole? If it is right, run again with --accept-fewer-grants.`,
    })
  }
  return earlier
}
