/** The formats of `bills validate-grants` (`commands.md`). */
import type {CheckFormats} from '../checks/formats.ts'
import {type GrantsDocument, grantsJson} from './json.ts'
import type {ValidatedGrants} from './result.ts'
import {grantsTerminal} from './terminal.ts'
import {grantsWorkbook} from './xlsx.ts'

export const grantsFormats: CheckFormats<ValidatedGrants, GrantsDocument> = {
  terminal: grantsTerminal,
  json: grantsJson,
  xlsx: grantsWorkbook,
}
