/** One comparison of the last check: takes what was counted and what it should be, throws where they differ. */
import {RunFault} from '../../model/input-error.ts'

/** Throws a RunFault that names what was counted, and both counts, where they differ. No CPR number may be among them. */
export function tie<Count extends number | string>(what: string, written: Count, expected: Count): void {
  if (written === expected) return
  throw new RunFault({
    da: `Kontroltallene stemmer ikke: ${what}: ${written} mod ${expected}. Intet er bogført; det er en fejl i programmet, som skal meldes.`,
    en: `The control totals do not tie out: ${what}: ${written} against ${expected}. Nothing was posted; this is a fault of the program, to be reported.`,
  })
}
