/** A grant or booked row that could concern anyone's invoice (`matching.md` 1): neither its citizen nor its supplier can be read. */
import {InputError} from '../model/input-error.ts'
import type {Source} from '../model/source.ts'

export const unidentifiedRow = ({file, row}: Source): InputError =>
  new InputError(
    {file, row},
    {
      da: 'Hverken CPR-nummer eller CVR-nummer kan læses, så rækken kunne gælde enhver regning. Ret rækken, eller tag den ud.',
      en: 'Neither the CPR number nor the CVR number can be read, so the row could concern any invoice. Correct it, or take it out.',
    },
  )
